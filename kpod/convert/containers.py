"""Containers: the body of one, as the arguments of `Container` or of the `Pod` whose main one it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

import attrs

from kpod.convert import rows, security, source
from kpod.convert.patches import same
from kpod.convert.rows import Body
from kpod.convert.source import Call
from kpod.errors import SpecError
from kpod.quantity import Quantity
from kpod.specs.result import VARIABLE

GPU = "nvidia.com/gpu"


@attrs.frozen
class Around:
    """What a container's Pod says that its container needs.

    Attributes:
        volumes: sources of the Pod's volumes by name.
        claims: claim templates by the names of the Pod's resource claims.
        secured: whether the Pod's own `security` says what the container's security context does.
        result: the path of the result's file, where the main container hands one back.
    """

    volumes: dict[str, Body] = attrs.field(factory=dict)
    claims: dict[str, str] = attrs.field(factory=dict)
    secured: bool = False
    result: str | None = None


def arguments(body: Body, around: Around) -> dict[str, Any]:
    """Return the nodes of a container's arguments, by parameter, in the order in which they are written."""
    found: dict[str, Any] = {}
    for key, parameter, node in ROWS:
        if body.get(key) not in (None, [], {}):
            made = node(body[key], around)
            if made not in (None, [], {}):
                found[parameter] = made
    return found


def refined(name: str, kwargs: dict[str, Any], *, first: str = "image") -> Call | None:
    """Return the call without the arguments that its constructor refuses, or None where it refuses all. A patch says them then."""
    left = dict(kwargs)
    while left:
        args = (left[first],) if first in left else ()
        made = Call(name, args, tuple((key, node) for key, node in left.items() if key != first))
        try:
            source.value(made)
        except SpecError as error:
            words = re.split(r"[.\[\]]+", error.problems[0].path)
            wrong = next((word for word in words if word in left), None)
            if wrong is None:
                return None
            del left[wrong]
            continue
        return made
    return None


def container(body: Body, around: Around, *, default: str) -> Call | None:
    """Return the `Container` of an init container or a sidecar, or None where it cannot be one."""
    found = arguments(body, around)
    if found.get("name") == default:
        del found["name"]
    return refined("Container", found) if "image" in found else None


def _text(value: Any, around: Around) -> Any:
    return source.text(value) if isinstance(value, str) else None


def _words(value: Any, around: Around) -> Any:
    return [source.text(word) for word in value] if all(isinstance(word, str) for word in value) else None


def _variables(value: list[Any], around: Around) -> Any:
    found: dict[str, Any] = {}
    for item in value:
        name = item.get("name")
        if not isinstance(name, str) or not name or name in found:
            return None
        if name == VARIABLE and around.result is not None:
            continue
        node = _variable(item)
        if node is None:
            return None
        found[name] = node
    return found


def _variable(item: Body) -> Any:
    if isinstance(item.get("value"), str):
        return source.text(item["value"])
    part = item.get("valueFrom")
    if not isinstance(part, dict):
        return ""  # a variable without a value; the patch takes the value away again
    found = rows.secret_key(part) or rows.shorthand(rows.VARIABLES, part)
    return found or (source.call("Env", part) if len(part) == 1 else None)


def _secrets(value: list[Any], around: Around) -> Any:
    """Return the Secrets all of whose keys become variables, where nothing else does."""
    made = [_source_of(item) for item in value]
    return made if all(isinstance(each, Call) and each.name == "Secret.existing" for each in made) else None


def _env_from(value: list[Any], around: Around) -> Any:
    return [_source_of(item) for item in value] if _secrets(value, around) is None else None


def _source_of(item: Body) -> Any:
    """Return a Secret or a ConfigMap, an `EnvFrom` of it, or the body where neither says it."""
    kinds = {"secretRef": "Secret", "configMapRef": "ConfigMap"}
    kind = next((key for key in kinds if isinstance(item.get(key), dict)), None)
    if kind is None:
        return item
    of = source.call(f"{kinds[kind]}.existing", item[kind].get("name"))
    if item == {kind: {"name": item[kind].get("name")}} and _is_good(of):
        return of
    found = source.call("EnvFrom", of, prefix=item.get("prefix"), optional=True if item[kind].get("optional") is True else None)
    return found if _is_good(found) and same(source.value(found).to_body(), item) else item


def _is_good(node: Any) -> bool:
    try:
        source.value(node)
    except (SpecError, TypeError):
        return False
    return True


def _ports(value: list[Any], around: Around) -> Any:
    keys = [set(item) - {"protocol"} for item in value]
    if all(key == {"containerPort"} for key in keys):
        return [_port(item) for item in value]
    if all(key == {"containerPort", "name"} for key in keys):
        named = {item["name"]: _port(item) for item in value}
        return named if len(named) == len(value) else None
    return None


def _port(item: Body) -> Any:
    return f"{item['containerPort']}/{item['protocol']}" if "protocol" in item else item["containerPort"]


def _mounts(value: list[Any], around: Around) -> Any:
    found: dict[str, Any] = {}
    for item in value:
        path, name = item.get("mountPath"), item.get("name")
        if isinstance(path, str) and name in around.volumes and path not in found:
            node = mounted(path, name, around.volumes[name], item)
            if node is not None:
                found[path] = node
    return found


def mounted(path: str, name: str, part: Body, mount: Body) -> Call | None:
    """Return the `Volume` of a mount, named where its name is not the one that it would get."""
    more = {"read_only": True if mount.get("readOnly") is True else None, "sub_path": mount.get("subPath")}
    for called in (None, name):
        for make in (_short_volume, rows.projected, _any_volume):
            made = make(part, name=called, **more)
            if made is not None and source.value(made).name_at(path) == name:
                return _whole_secret(made) or made
    return None


def _short_volume(part: Body, **more: Any) -> Call | None:
    return rows.shorthand(rows.VOLUMES, part, **more)


def _whole_secret(made: Call) -> Call | None:
    """Return the Secret itself where it is mounted whole: it stands for its volume."""
    return source.call("Secret.existing", *made.args) if made.name == "Volume.secret" and not made.kwargs else None


def _any_volume(part: Body, **more: Any) -> Call | None:
    made = source.call("Volume", source=part, **more)
    try:
        source.value(made)
    except SpecError:
        return None
    return made


def _resources(value: Body, around: Around) -> Any:
    requests, limits = dict(value.get("requests") or {}), dict(value.get("limits") or {})
    found: dict[str, Any] = {"cpu": requests.get("cpu")}
    found["memory"] = requests.get("memory")
    found["cpu_limit"] = limits.pop("cpu", None)
    memory = limits.pop("memory", False if "memory" in requests else None)
    found["memory_limit"] = memory if memory != found["memory"] else None
    disk = limits.pop("ephemeral-storage", None)
    found["disk"] = disk if disk == requests.get("ephemeral-storage") else None
    gpu = str(limits.pop(GPU, ""))
    found["gpu"] = int(gpu) if gpu.isdecimal() and str(int(gpu)) == gpu else None
    found["extended"] = limits or None
    names = [item.get("name") for item in value.get("claims") or []]
    found["claims"] = {name: around.claims[name] for name in names if name in around.claims} or None
    made = refined("Resources", {key: node for key, node in found.items() if node is not None})
    said = source.value(made).to_body() if made is not None else {}
    rest = {key: _unsaid(value.get(key) or {}, said.get(key) or {}) for key in ("requests", "limits")}
    rest = {key: amounts for key, amounts in rest.items() if amounts}
    if not rest:
        return made
    whole = Call("Resources", (), (*(made.kwargs if made is not None else ()), ("base", rest)))
    return whole if _is_good(whole) else made


def _unsaid(amounts: Body, said: Body) -> Body:
    return {name: amount for name, amount in amounts.items() if said.get(name) != amount}


def _security(value: Body, around: Around) -> Any:
    return None if around.secured else security.of_container(value)


def _probe(value: Body, around: Around) -> Any:
    return rows.shorthand(rows.PROBES, value) or rows.typed("core_v1.Probe", value)


def _lifecycle(value: Body, around: Around) -> Any:
    hooks = {"post_start": value.get("postStart"), "pre_stop": value.get("preStop")}
    made = {
        key: rows.shorthand(rows.HOOKS, hook) or rows.typed("core_v1.LifecycleHandler", hook)
        for key, hook in hooks.items()
        if isinstance(hook, dict)
    }
    found = source.call("Lifecycle", **made, stop_signal=value.get("stopSignal"))
    whole = _is_good(found) and same(source.value(found).to_body(), value)
    return found if whole else rows.typed("core_v1.Lifecycle", value)


ROWS: tuple[tuple[str, str, Callable[[Any, Around], Any]], ...] = (
    ("image", "image", _text),
    ("command", "cmds", _words),
    ("args", "args", _words),
    ("env", "envs", _variables),
    ("envFrom", "secrets", _secrets),
    ("envFrom", "env_from", _env_from),
    ("name", "name", _text),
    ("volumeMounts", "volumes", _mounts),
    ("resources", "resources", _resources),
    ("securityContext", "security", _security),
    ("ports", "ports", _ports),
    ("imagePullPolicy", "pull_policy", _text),
    ("workingDir", "working_dir", _text),
    ("livenessProbe", "liveness", _probe),
    ("readinessProbe", "readiness", _probe),
    ("startupProbe", "startup", _probe),
    ("lifecycle", "lifecycle", _lifecycle),
)
"""Fields of a container, the parameters of `Container` that say them, and how."""

OF_THE_POD = ("image", "cmds", "args", "envs", "secrets", "volumes", "resources", "env_from")
"""Parameters of the main container that are the Pod's own; the others go to `main=Container(…)`."""


def texts(bodies: Iterable[Body]) -> None:
    """Write the amounts of resources that are numbers as the texts that mean the same, in place: `cpu: 2` is `cpu: "2"`."""
    for body in bodies:
        for field in ("requests", "limits"):
            amounts: Body = (body.get("resources") or {}).get(field) or {}
            for name, amount in amounts.items():
                if isinstance(amount, (int, float)) and not isinstance(amount, bool):
                    amounts[name] = Quantity(amount).text
