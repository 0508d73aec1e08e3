"""What others wrote, as kpod's own source: manifests and live objects by `to_source`, docker's arguments by `from_docker`.

    print(to_source(open("job.yaml").read()))
    pod = from_docker(["-e", "REGION=eu", "--memory", "1g", "etl:1", "load"])

The source compiles to the same body, which is tried before it is returned: what no shorthand says is said by a typed part, by a patch, or
in the end by the API object. Nothing is guessed, and no environment and no cluster is read.
"""

from kpod.convert.docker import ConvertWarning, from_docker
from kpod.convert.module import cleaned, to_source

__all__ = ["ConvertWarning", "cleaned", "from_docker", "to_source"]
