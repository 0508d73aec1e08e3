"""Security contexts: one `Security` for the Pod where it says all of them, else one for each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kpod.convert import rows, source
from kpod.convert.patches import same
from kpod.convert.rows import Body
from kpod.convert.source import Call
from kpod.errors import SpecError

ROWS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("user", ("runAsUser",)),
    ("group", ("runAsGroup",)),
    ("fs_group", ("fsGroup",)),
    ("non_root", ("runAsNonRoot",)),
    ("read_only_root", ("readOnlyRootFilesystem",)),
    ("privilege_escalation", ("allowPrivilegeEscalation",)),
    ("privileged", ("privileged",)),
    ("drop", ("capabilities", "drop")),
    ("add", ("capabilities", "add")),
    ("seccomp", ("seccompProfile", "type")),
)
"""Parameters of `Security`, and where the body has them."""

PATHS: dict[str, tuple[str, ...]] = dict(ROWS)
OF_CONTAINERS = frozenset({"privileged", "allowPrivilegeEscalation", "readOnlyRootFilesystem", "capabilities"})
"""Fields that only a container's security context has: a Pod's `security` says them for all its containers."""
RESTRICTED = {"non_root": True, "privilege_escalation": False, "drop": ["ALL"], "seccomp": "RuntimeDefault"}
BESIDE_IT = {"user", "group", "fs_group", "read_only_root"}


def of_container(body: Body) -> Call | None:
    """Return the `Security` of a container's own context, or None where there is nothing that it can say."""
    return _whole(body, {key: node for key, node in _arguments(body).items() if key != "fs_group"}, "core_v1.SecurityContext")


def of_pod(pod: Body, containers: Iterable[Body]) -> tuple[Call | None, bool]:
    """Return the `Security` of a Pod, and whether it says what its containers' contexts do, so that they need none.

    Args:
        pod: the Pod's security context; empty where it has none.
        containers: those of its containers.
    """
    contexts = list(containers)
    first = contexts[0] if contexts else {}
    shared = bool(first) and set(first) <= OF_CONTAINERS and all(same(first, other) for other in contexts)
    arguments = {key: node for key, node in _arguments(pod).items() if key not in ("drop", "add", "privileged")}
    if shared:
        made = _whole(pod, arguments, "core_v1.PodSecurityContext", more=_arguments(first))
        if made is not None and same(source.value(made).container_body(), first):
            return made, True
    return _whole(pod, arguments, "core_v1.PodSecurityContext"), False


def _whole(body: Body, arguments: dict[str, Any], type_key: str, more: dict[str, Any] | None = None) -> Call | None:
    """Return the `Security` that says a whole context: what has no parameter by `base=`."""
    made = _call(arguments)
    said = _body(made, type_key)
    rest = {key: item for key, item in body.items() if item not in (None, [], {}) and not same(said.get(key), item)}
    left = {key: node for key, node in arguments.items() if PATHS[key][0] not in rest}
    plain = _call({**left, **(more or {})})
    if not rest:
        return plain
    base = rows.typed(type_key, rest)
    whole = Call("Security", (), (*(plain.kwargs if plain is not None and plain.name == "Security" else ()), ("base", base)))
    try:
        return whole if same(_body(whole, type_key), body) else plain
    except SpecError:
        return plain


def _body(made: Call | None, type_key: str) -> Body:
    if made is None:
        return {}
    found = source.value(made)
    body: Body = found.pod_body() if type_key == "core_v1.PodSecurityContext" else found.whole_body()
    return body


def _arguments(body: Body) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for parameter, path in ROWS:
        part: Any = body
        for step in path:
            part = part.get(step) if isinstance(part, dict) else None
        if part is not None and part != []:
            found[parameter] = part
    return found


def _call(arguments: dict[str, Any]) -> Call | None:
    if not arguments:
        return None
    plain = Call("Security", (), tuple(arguments.items()))
    rest = {key: node for key, node in arguments.items() if key in BESIDE_IT}
    restricted = Call("Security.restricted", (), tuple(rest.items()))
    try:
        fits = set(arguments) == set(RESTRICTED) | set(rest) and source.value(restricted) == source.value(plain)
        source.value(plain)
    except SpecError:
        return None
    return restricted if fits else plain
