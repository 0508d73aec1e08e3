"""The command line. `kpod.cli.main:main` is the executable `kpod`."""
