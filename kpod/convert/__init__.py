"""What others wrote, as kpod's own source: manifests and live objects by `to_source`, docker's arguments by `from_docker`.

    print(to_source(open("job.yaml").read()))
    pod = from_docker(["-e", "REGION=eu", "--memory", "1g", "etl:1", "load"])

The source compiles to the same body, which is tried before it is returned: what no shorthand says is said by a typed part, by a patch, or
in the end by the API object. Nothing is guessed and nothing is read but the arguments: no environment, no file, no cluster.
"""

from kpod.convert.module import to_source

__all__ = ["to_source"]
