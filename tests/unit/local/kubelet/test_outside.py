"""The node in other processes: killed in the middle, and run by an ordinary user."""

from __future__ import annotations

import json
import os
import pwd
import shutil
import subprocess
import sys
import sysconfig
import time
from pathlib import Path

import psutil
import pytest

from kpod.local.kubelet import limits

REPOSITORY = Path(__file__).parents[4]

KILLED = """
import sys, time
from pathlib import Path
from tests.unit.local.kubelet.world import World
world = World(Path(sys.argv[1])).start()
world.run("sh", "-c", f"trap '' TERM; setsid sleep {sys.argv[2]} & echo up; sleep {sys.argv[2]}; sleep {sys.argv[2]}",
          resources={"limits": {"memory": "64Mi"}})
while world.log() != "up\\n":
    time.sleep(0.01)
print("up", flush=True)
time.sleep(100)
"""

ORDINARY = """
import base64, json, os, sys
from pathlib import Path
from tests.unit.local.kubelet.world import World
world = World(Path(sys.argv[1])).start()
world.put("secrets", "s", data={"k": base64.b64encode(b"secret").decode()})
volumes = {"volumes": [{"name": "e", "emptyDir": {}}, {"name": "s", "secret": {"secretName": "s", "defaultMode": 256}}]}
mounts = [{"name": "e", "mountPath": "/etc/kpod-test"}, {"name": "s", "mountPath": "/s"}]
script = "echo x > /etc/kpod-test/f && cat /etc/kpod-test/f /s/k && id -u && echo r > /dev/termination-log; exit 3"
ends = {}
def end(name):
    terminated = world.ended(name)["status"]["containerStatuses"][0]["state"]["terminated"]
    ends[name] = [terminated["exitCode"], terminated["reason"], terminated.get("message"), world.log(name)]
world.run("sh", "-c", script, name="own", spec=dict(volumes), volumeMounts=mounts)
end("own")
world.run("sh", "-c", script, name="other", spec=dict(volumes), volumeMounts=mounts, securityContext={"runAsUser": 1000})
end("other")
world.run("tail", "/dev/zero", name="oom", resources={"limits": {"memory": "32Mi"}})
end("oom")
world.run("sh", "-c", "trap 'exit 9' TERM; echo up; while :; do sleep 0.02; done", name="stopped")
while world.pod("stopped")["status"]["phase"] != "Running" or not world.log("stopped"):
    pass
world.delete("stopped")
world.gone("stopped")
ends["stopped"] = world.seen[-1]["status"]["containerStatuses"][0]["state"]["terminated"]["exitCode"]
world.stop()
ends["left"] = [str(path) for path in Path(sys.argv[1]).rglob("*") if path.is_file()]
print(json.dumps(ends))
"""


def _living(marker):
    found = []
    for process in psutil.process_iter():
        try:
            if marker in process.cmdline() and process.status() != psutil.STATUS_ZOMBIE:
                found.append(process.pid)
        except psutil.NoSuchProcess:
            continue
    return found


def test_killing_the_process_of_the_node_leaves_no_process(machine, tmp_path):
    marker = f"{os.getpid()}14142.1"
    with subprocess.Popen([sys.executable, "-c", KILLED, str(tmp_path), marker], cwd=REPOSITORY, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        try:
            assert process.stdout.readline() == b"up\n"
            end = time.monotonic() + 10
            while len(_living(marker)) < 2:  # the shell says "up" before its two programs have begun
                assert time.monotonic() < end
                time.sleep(0.01)
        finally:
            process.kill()
    end = time.monotonic() + 10
    while left := _living(marker):
        assert time.monotonic() < end, left
        time.sleep(0.01)
    if machine.memory_base is not None:
        end = time.monotonic() + 10
        while list(machine.memory_base.glob(f"kpod-{process.pid}-*")):
            assert time.monotonic() < end
            limits.sweep(machine.memory_base)


def _as_nobody(code, *arguments):
    """Run Python as an ordinary user; the interpreter of the environment may lie where that one cannot look."""
    packages = os.pathsep.join([str(REPOSITORY), sysconfig.get_path("purelib")])
    for python in (sys.executable, "/usr/bin/python3"):
        command = ["runuser", "-u", "nobody", "--", "env", f"PYTHONPATH={packages}", python, "-c", code, *arguments]
        done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)
        if done.returncode == 0:
            break
    return done


@pytest.mark.skipif(os.getuid() != 0, reason="the other tests run as an ordinary user already")
def test_an_ordinary_user_can_run_pods(machine):
    trial = _as_nobody("import kpod.local.kubelet.pods\nfrom kpod.local.kubelet import isolation\nassert isolation.probe().user_namespaces")
    if trial.returncode:
        pytest.skip(f"nobody cannot run containers on this machine: {trial.stderr[-300:]}")
    root = Path(f"/tmp/kpod-test-{os.getpid()}")
    root.mkdir()
    shutil.chown(root, "nobody")
    try:
        done = _as_nobody(ORDINARY, str(root / "kubelet"))
    finally:
        shutil.rmtree(root)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {
        "own": [3, "Error", "r\n", f"x\nsecret{pwd.getpwnam('nobody').pw_uid}\n"],
        "other": [3, "Error", "r\n", "x\nsecret1000\n"],
        "oom": [137, "OOMKilled", None, ""],
        "stopped": 9,
        "left": [],
    }
