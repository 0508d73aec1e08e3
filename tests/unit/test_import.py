from __future__ import annotations

import json
import subprocess
import sys

import kpod

HEAVY = ("kubernetes", "aiohttp", "asyncio", "cattrs", "yaml", "msgspec", "airflow")


def run(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout


def test_importing_kpod_loads_no_client_no_yaml_no_asyncio_and_no_airflow() -> None:
    loaded = json.loads(run("import kpod, sys, json; print(json.dumps(sorted(sys.modules)))"))
    assert [name for name in loaded if name.partition(".")[0] in HEAVY] == []


def test_describing_a_pod_loads_none_of_them_either() -> None:
    code = "import kpod, sys, json; kpod.Pod('busybox', name='a').to_body(); print(json.dumps(sorted(sys.modules)))"
    loaded = json.loads(run(code))
    assert [name for name in loaded if name.partition(".")[0] in HEAVY] == []


def test_every_public_name_can_be_imported() -> None:
    assert kpod.__all__ == sorted(kpod.__all__)
    for name in kpod.__all__:
        assert getattr(kpod, name) is not None


def test_importing_kpod_costs_at_most_ten_megabytes_over_a_bare_interpreter() -> None:
    code = "{}\nprint([line for line in open('/proc/self/status') if line.startswith('VmRSS')][0].split()[1])"
    bare = min(int(run(code.format(""))) for _ in range(3))
    loaded = min(int(run(code.format("import kpod"))) for _ in range(3))
    assert (loaded - bare) / 1024 <= 10
