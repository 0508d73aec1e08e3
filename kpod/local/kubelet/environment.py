"""A container's environment and command, as Kubernetes computes them: sources in order, and `$(NAME)` replaced.

Values are computed here and given to execve; nothing in this module writes one anywhere.
"""

from __future__ import annotations

import base64
import math
import os
import re
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

import attrs

from kpod.cluster import Body
from kpod.local.store import Store
from kpod.quantity import Quantity

ADDRESS = "127.0.0.1"
"""Where every Pod and the node are: all of them share the machine's network."""

_REFERENCE = re.compile(r"\$(\$|\(([^)]*)\))")
_SUBSCRIPT = re.compile(r"metadata\.(labels|annotations)\['(.*)'\]")
_NAME = re.compile(r"[^=\0]+")


class ConfigMissing(Exception):
    """A Secret, a ConfigMap or a key of one is not there (yet); the text is what a node says."""


@attrs.frozen
class Sources:
    """Where values come from.

    Attributes:
        store: the Secrets and ConfigMaps.
        pod: the Pod, as it is stored.
        node: the node's name.
    """

    store: Store
    pod: Body
    node: str

    @property
    def namespace(self) -> str:
        """The Pod's namespace."""
        return str(self.pod["metadata"]["namespace"])

    def data(self, plural: str, name: str) -> dict[str, bytes] | None:
        """Return what a Secret or a ConfigMap holds, None where there is none of that name."""
        body = self.store.get(plural, self.namespace, name)
        if body is None:
            return None
        if plural == "secrets":
            return {key: base64.b64decode(value) for key, value in (body.get("data") or {}).items()}
        texts = {key: value.encode() for key, value in (body.get("data") or {}).items()}
        return {**texts, **{key: base64.b64decode(value) for key, value in (body.get("binaryData") or {}).items()}}


def build(sources: Sources, container: Body, base: Mapping[str, str]) -> dict[str, str]:
    """Return the whole environment of one container.

    Args:
        sources: where values come from.
        container: the container in the Pod's spec.
        base: what the image and the runtime set; everything of the spec wins over it.

    Raises:
        ConfigMissing: a source that is not optional is missing.
    """
    found: dict[str, str] = {}
    for source in container.get("envFrom") or []:
        found.update(_from(sources, source))
    for variable in container.get("env") or []:
        if variable.get("valueFrom"):
            value = _value_from(sources, container, variable["valueFrom"])
            if value is None:
                continue
        else:
            value = expand(variable.get("value") or "", found)
        found[variable["name"]] = value
    return {**base, **found}


def command(container: Body, environment: Mapping[str, str]) -> list[str]:
    """Return the program and its arguments, with `$(NAME)` replaced."""
    words = [*(container.get("command") or []), *(container.get("args") or [])]
    return [expand(word, environment) for word in words]


def expand(text: str, values: Mapping[str, str]) -> str:
    """Replace `$(NAME)` where the name is known; `$$` is a dollar sign that begins no reference.

    >>> expand("$(A)-$(B)-$$(A)", {"A": "1"})
    '1-$(B)-$(A)'
    """

    def replace(match: re.Match[str]) -> str:
        return "$" if match[1] == "$" else values.get(match[2], match[0])

    return _REFERENCE.sub(replace, text)


def _from(sources: Sources, source: Body) -> dict[str, str]:
    prefix = source.get("prefix") or ""
    for field, plural, kind in (("secretRef", "secrets", "secret"), ("configMapRef", "configmaps", "configmap")):
        ref = source.get(field)
        if ref is None:
            continue
        data = sources.data(plural, ref.get("name", ""))
        if data is None:
            if ref.get("optional"):
                return {}
            raise ConfigMissing(f'{kind} "{ref.get("name", "")}" not found')
        texts = {prefix + key: os.fsdecode(value) for key, value in sorted(data.items())}
        return {key: value for key, value in texts.items() if _NAME.fullmatch(key)}
    return {}


def _value_from(sources: Sources, container: Body, source: Body) -> str | None:
    if "secretKeyRef" in source:
        return _key(sources, source["secretKeyRef"], "secrets", "secret", "Secret")
    if "configMapKeyRef" in source:
        return _key(sources, source["configMapKeyRef"], "configmaps", "configmap", "ConfigMap")
    if "fieldRef" in source:
        return field(sources, source["fieldRef"].get("fieldPath", ""))
    if "resourceFieldRef" in source:
        return resource(sources, source["resourceFieldRef"], container)
    raise ConfigMissing(f"the embedded cluster does not know valueFrom {', '.join(source)}")


def _key(sources: Sources, ref: Body, plural: str, kind: str, title: str) -> str | None:
    name, key = ref.get("name", ""), ref.get("key", "")
    data = sources.data(plural, name)
    if data is not None and key in data:
        return os.fsdecode(data[key])
    if ref.get("optional"):
        return None
    if data is None:
        raise ConfigMissing(f'{kind} "{name}" not found')
    raise ConfigMissing(f"couldn't find key {key} in {title} {sources.namespace}/{name}")


def field(sources: Sources, path: str) -> str:
    """Return a field of the Pod as the downward API gives it.

    Raises:
        ConfigMissing: there is no such field.
    """
    metadata: dict[str, Any] = sources.pod["metadata"]
    match = _SUBSCRIPT.fullmatch(path)
    if match:
        return str((metadata.get(match[1]) or {}).get(match[2], ""))
    known: dict[str, Callable[[], str]] = {
        "metadata.name": lambda: str(metadata["name"]),
        "metadata.namespace": lambda: str(metadata["namespace"]),
        "metadata.uid": lambda: str(metadata["uid"]),
        "metadata.labels": lambda: _pairs(metadata.get("labels")),
        "metadata.annotations": lambda: _pairs(metadata.get("annotations")),
        "spec.nodeName": lambda: sources.node,
        "spec.serviceAccountName": lambda: str(sources.pod["spec"].get("serviceAccountName", "default")),
        "status.hostIP": lambda: ADDRESS,
        "status.hostIPs": lambda: ADDRESS,
        "status.podIP": lambda: ADDRESS,
        "status.podIPs": lambda: ADDRESS,
    }
    if path not in known:
        raise ConfigMissing(f"unsupported fieldPath: {path}")
    return known[path]()


def _pairs(values: Mapping[str, str] | None) -> str:
    quoted = {key: value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") for key, value in (values or {}).items()}
    return "\n".join(f'{key}="{value}"' for key, value in sorted(quoted.items()))


def resource(sources: Sources, ref: Body, container: Body | None = None) -> str:
    """Return an amount of a container's resources, in units of the divisor, rounded up; the node's where none is set.

    Raises:
        ConfigMissing: there is no such container.
    """
    if ref.get("containerName"):
        spec = sources.pod["spec"]
        named = [each for each in [*spec["containers"], *(spec.get("initContainers") or [])] if each["name"] == ref["containerName"]]
        if not named:
            raise ConfigMissing(f"container {ref['containerName']} not found")
        container = named[0]
    which, _, name = ref.get("resource", "").partition(".")
    amounts = (container or {}).get("resources") or {}
    text = (amounts.get(which) or {}).get(name)
    unset = node_amount(name) if which == "limits" else Fraction(0)
    value = Quantity(text).value if text is not None else unset
    return str(math.ceil(value / (Quantity(ref.get("divisor") or "1").value or 1)))


def node_amount(name: str) -> Fraction:
    """Return what the machine has of `cpu` (in CPUs) or `memory` (in bytes); 0 of anything else."""
    if name == "cpu":
        return Fraction(os.cpu_count() or 1)
    if name == "memory":
        return Fraction(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES"))
    return Fraction(0)
