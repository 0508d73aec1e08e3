"""The executable `kpod`, so thin that it can say what is missing.

It imports nothing but the standard library, so that without the extra `kpod[cli]` there is one sentence, not a traceback. It does nothing
else; `kpod.cli.app` does.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.util import find_spec

NEEDS = ("click", "rich")


def main(args: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code.

    Args:
        args: the words after `kpod`; those of this process by default.
    """
    for package in NEEDS:
        if find_spec(package) is None:
            sys.stderr.write(f"kpod: the command line needs the package {package}; install it by: pip install 'kpod[cli]'\n")
            return 2
    from kpod.cli import app

    return app.run(sys.argv[1:] if args is None else args)


if __name__ == "__main__":
    sys.exit(main())
