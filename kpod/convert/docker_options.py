"""What each option of `docker run` means for a Pod: a table of options, and one function for each that has an equivalent."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from typing import Any

import attrs

from kpod import names
from kpod.errors import Problem, SpecError
from kpod.specs.files import read_env_file
from kpod.specs.pod import NEVER
from kpod.specs.volumes import Volume

OTHER_COMMANDS = frozenset((
    "attach", "build", "builder", "buildx", "commit", "compose", "container", "context", "cp", "create", "diff", "events", "exec",
    "export", "history", "image", "images", "import", "info", "inspect", "kill", "load", "login", "logout", "logs", "manifest",
    "network", "pause", "plugin", "port", "ps", "pull", "push", "rename", "restart", "rm", "rmi", "save", "scout", "search", "secret",
    "service", "stack", "start", "stats", "stop", "swarm", "system", "tag", "top", "trust", "unpause", "update", "version", "volume",
    "wait",
))  # fmt: skip
"""What stands after `docker` where nothing is run; but `node` is an image that many run."""
UNITS = {"": "", "b": "", "k": "Ki", "m": "Mi", "g": "Gi", "t": "Ti"}
_SIZE = re.compile(r"(\d+(?:\.\d+)?)([bkmgt]?)b?", re.IGNORECASE)
_PORT = re.compile(r"(?:(?:.*:)?(\d*):)?(\d+)(?:/(tcp|udp|sctp))?")


@attrs.define
class Wanted:
    """What the options have said so far."""

    envs: dict[str, str] = attrs.field(factory=dict)
    cmds: list[str] = attrs.field(factory=list)
    labels: dict[str, str] = attrs.field(factory=dict)
    annotations: dict[str, str] = attrs.field(factory=dict)
    name: str | None = None
    volumes: dict[str, Volume] = attrs.field(factory=dict)
    resources: dict[str, Any] = attrs.field(factory=dict)
    security: dict[str, Any] = attrs.field(factory=dict)
    network: dict[str, Any] = attrs.field(factory=dict)
    main: dict[str, Any] = attrs.field(factory=dict)
    ports: list[int | str] = attrs.field(factory=list)
    patch: dict[str, Any] = attrs.field(factory=dict)
    restart: Any = NEVER
    grace: int | None = None
    ignored: list[str] = attrs.field(factory=list)
    warnings: list[str] = attrs.field(factory=list)
    problems: list[Problem] = attrs.field(factory=list)

    def refuse(self, option: str, message: str, fix: str = "") -> None:
        """Keep a problem for the error that tells all of them."""
        self.problems.append(Problem(option, "docker", message, fix))

    def warn(self, text: str) -> None:
        """Keep a warning."""
        self.warnings.append(text)


def _refuse(message: str, fix: str = "") -> SpecError:
    return SpecError(message, rule="docker", fix=fix)


def size(text: str) -> str:
    """Make Kubernetes' amount of docker's: binary units, bytes without one.

    >>> size("512m"), size("1.5g"), size("1048576")
    ('512Mi', '1.5Gi', '1048576')
    """
    found = _SIZE.fullmatch(text)
    if found is None:
        raise _refuse(f"{text!r} is no size", "write 512m or 2g")
    return found[1] + UNITS[found[2].lower()]


def _whole(text: str, what: str) -> int:
    if not text.isdecimal():
        raise _refuse(f"{text!r} is no {what}", "write a number")
    return int(text)


def _env(wanted: Wanted, value: str) -> None:
    key, has_value, text = value.partition("=")
    if not has_value:
        raise _refuse(f"the value of {key} would come from this shell's environment, which is not read", f"write -e {key}=VALUE")
    wanted.envs[key] = text


def _env_file(wanted: Wanted, value: str) -> None:
    wanted.envs |= read_env_file(value)


def _volume(wanted: Wanted, value: str) -> None:
    *where, last = value.split(":")
    words = last.split(",")
    has_words = len(where) >= 1 and not last.startswith("/")
    parts = where if has_words else [*where, last]
    read_only = has_words and "ro" in words
    if len(parts) == 1:
        _mounted(wanted, parts[0], Volume.empty_dir())
    elif len(parts) == 2:
        _bound(wanted, parts[0], parts[1], read_only)
    else:
        raise _refuse(f"{value!r} is no volume", "write /on/the/node:/in/the/container:ro or CLAIM:/in/the/container")


def _bound(wanted: Wanted, source: str, target: str, read_only: bool) -> None:
    if source.startswith("/"):
        wanted.warn(f"{source} is a path of whichever node runs the Pod, not of this machine")
        _mounted(wanted, target, Volume.host_path(source, read_only=read_only))
    elif source.startswith((".", "~")):
        raise _refuse(f"{source} is a path of this machine, which a node does not have", "put it into a volume, a ConfigMap or the image")
    else:
        _mounted(wanted, target, Volume.claim(source, read_only=read_only))


def _mounted(wanted: Wanted, target: str, volume: Volume) -> None:
    if not target.startswith("/"):
        raise _refuse(f"{target!r} is no absolute path in the container")
    wanted.volumes[target] = volume


def _mount(wanted: Wanted, value: str) -> None:
    given = {key: text if has else "true" for key, has, text in (word.partition("=") for word in value.split(","))}
    target = given.get("target") or given.get("destination") or given.get("dst") or ""
    source = given.get("source") or given.get("src") or ""
    read_only = given.get("readonly", given.get("ro")) == "true"
    kind = given.get("type", "volume")
    if kind == "tmpfs":
        in_memory = Volume.empty_dir(memory=True, size=size(given["tmpfs-size"]) if "tmpfs-size" in given else None)
        _mounted(wanted, target, in_memory)
    elif kind == "bind":
        _bound(wanted, source if source.startswith(("/", ".", "~")) else f"./{source}", target, read_only)
    elif kind == "volume":
        _mounted(wanted, target, Volume.claim(source, read_only=read_only) if source else Volume.empty_dir())
    else:
        raise _refuse(f"a Pod has no mount of the type {kind}", "types are bind, volume and tmpfs")


def _tmpfs(wanted: Wanted, value: str) -> None:
    path, _, words = value.partition(":")
    given = {key: text for key, _, text in (word.partition("=") for word in words.split(","))}
    _mounted(wanted, path, Volume.empty_dir(memory=True, size=size(given["size"]) if "size" in given else None))


def _shm(wanted: Wanted, value: str) -> None:
    _mounted(wanted, "/dev/shm", Volume.empty_dir(memory=True, size=size(value)))


def _publish(wanted: Wanted, value: str) -> None:
    found = _PORT.fullmatch(value)
    if found is None:
        raise _refuse(f"{value!r} is no port", "ranges are not taken: write each port, as -p 8080:80")
    wanted.ports.append(_port(int(found[2]), found[3]))
    wanted.warn(f"-p {value}: the port is named, and opened on no node; a Service or kubectl port-forward leads to it")


def _expose(wanted: Wanted, value: str) -> None:
    number, _, protocol = value.partition("/")
    wanted.ports.append(_port(_whole(number, "port"), protocol))


def _user(wanted: Wanted, value: str) -> None:
    user, _, group = value.partition(":")
    if not user.isdecimal() or (group and not group.isdecimal()):
        raise _refuse(f"{value!r} is a name, and Kubernetes knows users by numbers", "write the number, as --user 1000:1000")
    wanted.security |= {"user": int(user)} | ({"group": int(group)} if group else {})


def _name(wanted: Wanted, value: str) -> None:
    wanted.name = value
    if names.wrong_name(value, "Pod"):
        wanted.name = names.slug(value)
        wanted.warn(f"--name {value}: a Pod cannot be called so; it is called {wanted.name}")


def _label(wanted: Wanted, value: str) -> None:
    key, _, text = value.partition("=")
    fits = names.wrong_label_value(text) is None
    (wanted.labels if fits else wanted.annotations)[key] = text
    if not fits:
        wanted.warn(f"--label {key}: no label holds this value; it is an annotation")


def _annotation(wanted: Wanted, value: str) -> None:
    key, _, text = value.partition("=")
    wanted.annotations[key] = text


def _capability(field: str) -> Callable[[Wanted, str], None]:
    def take(wanted: Wanted, value: str) -> None:
        wanted.security.setdefault(field, []).append(value.upper().removeprefix("CAP_"))

    return take


def _gpus(wanted: Wanted, value: str) -> None:
    if not value.removeprefix("count=").isdecimal():
        raise _refuse(f"{value!r} is no number of GPUs, and a Pod asks for a number", "write --gpus 1")
    wanted.resources["gpu"] = int(value.removeprefix("count="))


def _port(number: int, protocol: str | None) -> int | str:
    return number if (protocol or "tcp").lower() == "tcp" else f"{number}/{str(protocol).upper()}"


def _restart(wanted: Wanted, value: str) -> None:
    policy, _, times = value.partition(":")
    policies = {"no": None, "on-failure": "OnFailure", "always": "Always", "unless-stopped": "Always"}
    if policy not in policies:
        raise _refuse(f"{value!r} is no restart policy", f"write one of {', '.join(policies)}")
    if policies[policy]:
        wanted.restart = policies[policy]
    if times:
        wanted.warn(f"--restart {value}: a Pod restarts without a bound; kpod.Job(pod, retries={times}) has one")


def _net(wanted: Wanted, value: str) -> None:
    if value == "host":
        wanted.network["host_network"] = True
    elif value == "none" or value.startswith("container:"):
        raise _refuse(f"a Pod cannot have the network {value}", "a NetworkPolicy cuts a Pod off")
    elif value not in ("bridge", "default"):
        wanted.warn(f"--network {value}: ignored, as all Pods of a cluster are in one network")


def _add_host(wanted: Wanted, value: str) -> None:
    name, _, address = value.replace("=", ":", 1).partition(":")
    wanted.network.setdefault("hosts", {}).setdefault(address, []).append(name)


def _append(field: str) -> Callable[[Wanted, str], None]:
    def take(wanted: Wanted, value: str) -> None:
        wanted.network.setdefault(field, []).append(value)

    return take


def _hostname(wanted: Wanted, value: str) -> None:
    wanted.network["hostname"] = value


def _host(field: str, word: str) -> Callable[[Wanted, str], None]:
    def take(wanted: Wanted, value: str) -> None:
        if value == "host":
            wanted.patch[field] = True
        elif value not in ("private", "shareable"):
            raise _refuse(f"a Pod has no {word}={value}", f"a Pod takes {word}=host")

    return take


def _security(wanted: Wanted, value: str) -> None:
    known: dict[str, dict[str, Any]] = {
        "no-new-privileges": {"privilege_escalation": False},
        "no-new-privileges:true": {"privilege_escalation": False},
        "no-new-privileges=true": {"privilege_escalation": False},
        "seccomp=unconfined": {"seccomp": "Unconfined"},
    }
    if value not in known:
        raise _refuse(f"{value!r} has no equivalent that kpod knows", "say it by patch= on the Pod")
    wanted.security |= known[value]


def _pull(wanted: Wanted, value: str) -> None:
    policies = {"always": "Always", "missing": "IfNotPresent", "never": "Never"}
    if value not in policies:
        raise _refuse(f"{value!r} is no pull policy", f"write one of {', '.join(policies)}")
    wanted.main["pull_policy"] = policies[value]


def _platform(wanted: Wanted, value: str) -> None:
    system, _, machine = value.partition("/")
    wanted.patch["nodeSelector"] = {"kubernetes.io/os": system} | ({"kubernetes.io/arch": machine.partition("/")[0]} if machine else {})


def _set(field: str, key: str, make: Callable[[str], Any] = str) -> Callable[[Wanted, str], None]:
    def take(wanted: Wanted, value: str) -> None:
        getattr(wanted, field)[key] = make(value)

    return take


def _entrypoint(wanted: Wanted, value: str) -> None:
    wanted.cmds = [value] if value else []
    if len(shlex.split(value)) > 1:
        wanted.warn(f"--entrypoint {value!r} is one word to docker, and to the Pod")


def _grace(wanted: Wanted, value: str) -> None:
    wanted.grace = _whole(value, "number of seconds")


def _flag(key: str) -> Callable[[Wanted, bool], None]:
    def take(wanted: Wanted, value: bool) -> None:
        wanted.security[key] = value

    return take


def amounts(given: dict[str, Any]) -> dict[str, Any]:
    """Return the arguments of `Resources`: a reservation is the request, and the memory then the limit alone."""
    found = dict(given)
    reserved = found.pop("reserved", None)
    if reserved is not None:
        found |= {"memory": reserved} | ({"memory_limit": found["memory"]} if "memory" in found else {})
    return found


VALUES: dict[str, Callable[[Wanted, str], None]] = {
    "--add-host": _add_host,
    "--annotation": _annotation,
    "--cap-add": _capability("add"),
    "--cap-drop": _capability("drop"),
    "--cpus": _set("resources", "cpu_limit"),
    "--dns": _append("nameservers"),
    "--dns-search": _append("searches"),
    "--entrypoint": _entrypoint,
    "--env": _env,
    "--env-file": _env_file,
    "--expose": _expose,
    "--gpus": _gpus,
    "--hostname": _hostname,
    "--ipc": _host("hostIPC", "--ipc"),
    "--label": _label,
    "--memory": _set("resources", "memory", size),
    "--memory-reservation": _set("resources", "reserved", size),
    "--mount": _mount,
    "--name": _name,
    "--net": _net,
    "--network": _net,
    "--pid": _host("hostPID", "--pid"),
    "--platform": _platform,
    "--publish": _publish,
    "--pull": _pull,
    "--restart": _restart,
    "--security-opt": _security,
    "--shm-size": _shm,
    "--stop-timeout": _grace,
    "--tmpfs": _tmpfs,
    "--user": _user,
    "--volume": _volume,
    "--workdir": _set("main", "working_dir"),
}
"""Options that take a value, and what they do."""

FLAGS: dict[str, Callable[[Wanted, bool], None]] = {
    "--privileged": _flag("privileged"),
    "--read-only": _flag("read_only_root"),
}
"""Options that take none."""

IGNORED = frozenset({"--detach", "--interactive", "--rm", "--tty", "--init", "--quiet", "--sig-proxy"})
"""Options that mean nothing to a Pod; the warning names them."""

NO_EQUIVALENT = {
    "--blkio-weight": "",
    "--cgroup-parent": "",
    "--cidfile": "",
    "--cpu-shares": "a Pod asks for CPUs: write --cpus, or Resources(cpu=…)",
    "--cpuset-cpus": "the node's CPU manager pins CPUs",
    "--device": "a device plug-in offers devices: Resources(extended=…)",
    "--health-cmd": "write Container(liveness=Probe.exec([…]))",
    "--ip": "the network gives each Pod its address",
    "--label-file": "write each label with --label",
    "--link": "a Service gives a Pod a name",
    "--log-driver": "logs go where the cluster sends them",
    "--log-opt": "logs go where the cluster sends them",
    "--mac-address": "",
    "--memory-swap": "the node decides about swap",
    "--network-alias": "a Service gives a Pod a name",
    "--oom-score-adj": "the Pod's requests and limits decide",
    "--pids-limit": "the node decides: podPidsLimit",
    "--runtime": "write Scheduling(runtime=…)",
    "--stop-signal": "write Container(lifecycle=Lifecycle(stop_signal=…)), which needs Kubernetes 1.33",
    "--storage-opt": "write Resources(disk=…)",
    "--sysctl": "say it by patch=: spec.securityContext.sysctls",
    "--ulimit": "set it in the image's entrypoint",
    "--userns": "say it by patch=: spec.hostUsers",
    "--volumes-from": "name a volume in both Pods",
}
"""Options that take a value and are refused, and what to do instead."""

SHORT = {
    "d": "--detach",
    "e": "--env",
    "h": "--hostname",
    "i": "--interactive",
    "l": "--label",
    "m": "--memory",
    "p": "--publish",
    "q": "--quiet",
    "t": "--tty",
    "u": "--user",
    "v": "--volume",
    "w": "--workdir",
    "c": "--cpu-shares",
}
