"""A `docker run` line as a Pod, and as the Python that makes it. On a command line: `kpod convert --docker -- run …`."""

import shlex
import warnings

from kpod.convert import ConvertWarning, from_docker, to_source

LINE = "run --rm --name etl -e REGION=eu -m 512m --cpus 1.5 -u 1000 -v warehouse:/data -p 8080:80 registry.example.com/etl:1 load"

with warnings.catch_warnings(record=True) as told:
    warnings.simplefilter("always", ConvertWarning)
    pod = from_docker(shlex.split(LINE))

print(to_source(pod))
for warning in told:
    print("#", warning.message)
