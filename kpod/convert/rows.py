"""Which part of a body is which shorthand: tables, and what reads them.

A new shorthand is one row. A row may be careless: what it makes is called, and where that does not give exactly the part, or is refused,
the part is left to the next row, to a typed part, or in the end to a patch.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import attrs

from kpod.api.schema import TYPES
from kpod.convert import source
from kpod.convert.patches import same
from kpod.convert.source import Call, Key, Octal
from kpod.errors import SpecError
from kpod.specs.frozen import thaw

Body = dict[str, Any]
Part = Callable[[Any], Any]


@attrs.frozen
class Row:
    """One shorthand for one branch of a part.

    Attributes:
        branch: the key that tells the branch: `emptyDir`. Empty: the part has no branches.
        name: what is called: `Volume.empty_dir`.
        takes: where the part has a value, as a path with dots, to the parameter that says it; an empty parameter is the next by position.
        nodes: paths to functions that make the argument of the value; None is left out, by default the value is the argument.
    """

    branch: str
    name: str
    takes: Mapping[str, str]
    nodes: Mapping[str, Part] = attrs.field(factory=dict)


def _files(items: Any) -> Any:
    """Make `items={"key": "path"}` of a list of keys and paths."""
    return {item["key"]: item["path"] for item in items}


def _fields(items: Any) -> Any:
    """Make `{"labels": "metadata.labels"}` of a list of files and fields."""
    return {item["path"]: item["fieldRef"]["fieldPath"] for item in items}


def _pairs(items: Any) -> Any:
    """Make a dict of a list of names and values; a name alone has None."""
    return {item["name"]: item.get("value") for item in items}


def _hosts(items: Any) -> Any:
    return {item["ip"]: item["hostnames"] for item in items}


def _when(wanted: Any) -> Part:
    """Return what makes True of one value, and of any other itself, which the shorthand then refuses or the comparison finds."""
    return lambda value: True if value == wanted else value


def _unless(default: Any) -> Part:
    """Return what leaves out a default."""
    return lambda value: None if same(value, default) else value


def _strict(value: Any) -> Any:
    return True if value == "DoNotSchedule" else None


def _of(branch: str, takes: Mapping[str, str]) -> dict[str, str]:
    """Return paths below a branch."""
    return {f"{branch}.{path}": parameter for path, parameter in takes.items()}


FILES = {"items": "items", "defaultMode": "mode", "optional": "optional"}
CLAIM = "ephemeral.volumeClaimTemplate.spec"

VOLUMES = (
    Row("persistentVolumeClaim", "Volume.claim", {"persistentVolumeClaim.claimName": ""}),
    Row(
        "ephemeral",
        "Volume.new_claim",
        {f"{CLAIM}.resources.requests.storage": "", f"{CLAIM}.storageClassName": "storage_class", f"{CLAIM}.accessModes": "access"},
        {f"{CLAIM}.accessModes": _unless(["ReadWriteOnce"])},
    ),
    Row(
        "emptyDir",
        "Volume.empty_dir",
        {"emptyDir.sizeLimit": "size", "emptyDir.medium": "memory"},
        {"emptyDir.medium": _when("Memory")},
    ),
    Row("hostPath", "Volume.host_path", _of("hostPath", {"path": "", "type": "type"})),
    Row("nfs", "Volume.nfs", _of("nfs", {"server": "", "path": ""})),
    Row("secret", "Volume.secret", _of("secret", {"secretName": "", **FILES}), {"secret.items": _files, "secret.defaultMode": Octal}),
    Row(
        "configMap",
        "Volume.config_map",
        _of("configMap", {"name": "", **FILES}),
        {"configMap.items": _files, "configMap.defaultMode": Octal},
    ),
    Row(
        "downwardAPI",
        "Volume.fields",
        _of("downwardAPI", {"items": "", "defaultMode": "mode"}),
        {"downwardAPI.items": _fields, "downwardAPI.defaultMode": Octal},
    ),
    Row(
        "csi",
        "Volume.csi",
        _of("csi", {"driver": "", "volumeAttributes": "", "nodePublishSecretRef.name": "secret", "readOnly": "read_only"}),
    ),
    Row("image", "Volume.image", _of("image", {"reference": "", "pullPolicy": "pull_policy"})),
    Row("cinder", "Volume.cinder", _of("cinder", {"volumeID": "", "fsType": "fs_type"})),
    Row("awsElasticBlockStore", "Volume.aws_ebs", _of("awsElasticBlockStore", {"volumeID": "", "fsType": "fs_type"})),
    Row("glusterfs", "Volume.glusterfs", _of("glusterfs", {"endpoints": "", "path": ""})),
)
"""What a volume is, by its source; a projected one is made of several."""

PROJECTED = (
    Row("secret", "Volume.secret", _of("secret", {"name": "", **FILES}), {"secret.items": _files}),
    Row("configMap", "Volume.config_map", _of("configMap", {"name": "", **FILES}), {"configMap.items": _files}),
    Row("downwardAPI", "Volume.fields", {"downwardAPI.items": ""}, {"downwardAPI.items": _fields}),
    Row(
        "serviceAccountToken",
        "Volume.token",
        _of("serviceAccountToken", {"path": "", "audience": "audience", "expirationSeconds": "seconds"}),
        {"serviceAccountToken.path": _unless("token")},
    ),
)
"""The parts of a projected volume."""

VARIABLES = (
    Row("fieldRef", "Env.field", {"fieldRef.fieldPath": ""}),
    Row(
        "resourceFieldRef",
        "Env.resource",
        _of("resourceFieldRef", {"resource": "", "containerName": "container", "divisor": "divisor"}),
    ),
    Row("configMapKeyRef", "Env.config_map", _of("configMapKeyRef", {"name": "", "key": "", "optional": "optional"})),
)
"""Where a variable's value comes from, by its source; keys of Secrets are `secret_key`."""

HTTP = {"port": "", "path": "", "scheme": "https", "httpHeaders": "headers"}
AS_HTTP: dict[str, Part] = {"httpGet.scheme": _when("HTTPS"), "httpGet.httpHeaders": _pairs}
TIMES = {
    "initialDelaySeconds": "delay",
    "periodSeconds": "every",
    "timeoutSeconds": "timeout",
    "failureThreshold": "failures",
    "successThreshold": "successes",
}

PROBES = (
    Row("httpGet", "Probe.http", _of("httpGet", HTTP) | TIMES, AS_HTTP),
    Row("tcpSocket", "Probe.tcp", {"tcpSocket.port": "", **TIMES}),
    Row("exec", "Probe.exec", {"exec.command": "", **TIMES}),
    Row("grpc", "Probe.grpc", {"grpc.port": "", "grpc.service": "", **TIMES}),
)

HOOKS = (
    Row("exec", "Hook.exec", {"exec.command": ""}),
    Row("httpGet", "Hook.http", _of("httpGet", HTTP), AS_HTTP),
    Row("sleep", "Hook.sleep", {"sleep.seconds": ""}),
)

TOLERATIONS = (Row("", "Toleration", {"key": "", "value": "", "effect": "effect", "tolerationSeconds": "seconds"}),)

SPREADS = (
    Row(
        "",
        "Spread",
        {"topologyKey": "", "labelSelector.matchLabels": "", "maxSkew": "skew", "whenUnsatisfiable": "strict"},
        {"maxSkew": _unless(1), "whenUnsatisfiable": _strict},
    ),
)

NETWORK = Row(
    "",
    "Network",
    {
        "hostAliases": "hosts",
        "dnsConfig.nameservers": "nameservers",
        "dnsConfig.searches": "searches",
        "dnsConfig.options": "options",
        "dnsPolicy": "dns_policy",
        "hostNetwork": "host_network",
        "hostname": "hostname",
        "subdomain": "subdomain",
    },
    {"hostAliases": _hosts, "dnsConfig.options": _pairs},
)
"""Of a PodSpec: what `Network` says of it; the rest is said elsewhere."""


def shorthand(rows: tuple[Row, ...], part: Body, **more: Any) -> Call | None:
    """Return the call that makes an object whose body is the part, or None.

    Args:
        rows: the table.
        part: the part of the body.
        more: further arguments of the call, as a volume's name.
    """
    for row in rows:
        if row.branch in part or not row.branch:
            made = fill(row, part, more)
            if made is not None and same(body_of(source.value(made)), part):
                return made
    return None


def body_of(made: Any) -> Any:
    """Return the part that an object of a shorthand stands for."""
    return thaw(made.source) if hasattr(made, "source") else made.to_body()


def fill(row: Row, part: Body, more: Mapping[str, Any]) -> Call | None:
    """Return the call of a row for a part, whether or not it says all of it; None where it is refused."""
    args: list[Any] = []
    kwargs = {key: node for key, node in more.items() if node is not None}
    try:
        for path, parameter in row.takes.items():
            found = _at(part, path)
            node = None if found is None else scalars(row.nodes.get(path, _itself)(found))
            if node is None:
                continue
            if not parameter:
                args.append(node)
            elif parameter in kwargs:
                return None
            else:
                kwargs[parameter] = node
        made = Call(row.name, tuple(args), tuple(kwargs.items()))
        source.value(made)
    except (SpecError, TypeError, ValueError, KeyError, AttributeError):  # a part of another shape, or a parameter that is not there
        return None
    return made


def _at(part: Any, path: str) -> Any:
    for step in path.split("."):
        part = part.get(step) if isinstance(part, dict) else None
    return part


def _itself(value: Any) -> Any:
    return value


def projected(part: Body, **more: Any) -> Call | None:
    """Return `Volume.projected(db, settings, Volume.token())` of a projected volume, or None."""
    of = part.get("projected")
    if not isinstance(of, dict) or not isinstance(of.get("sources"), list):
        return None
    parts = []
    for each in of["sources"]:
        made = next((made for row in PROJECTED if isinstance(each, dict) and row.branch in each and (made := fill(row, each, {}))), None)
        if made is None:
            return None
        whole = made.name == "Volume.secret" and not made.kwargs
        parts.append(source.call("Secret.existing", *made.args) if whole else made)
    mode = Octal(of["defaultMode"]) if isinstance(of.get("defaultMode"), int) else None
    single = len(parts) == 1 and mode is None and parts[0].name == "Volume.token"
    found = parts[0] if single else source.call("Volume.projected", *parts, mode=mode)
    found = Call(found.name, found.args, (*found.kwargs, *((key, node) for key, node in more.items() if node is not None)))
    try:
        return found if same(body_of(source.value(found)), part) else None
    except (SpecError, TypeError):
        return None


def secret_key(part: Body) -> Key | None:
    """Return `Secret.existing("db")["PASSWORD"]` for a variable that is a key of a Secret, or None."""
    of = part.get("secretKeyRef")
    if list(part) != ["secretKeyRef"] or not isinstance(of, dict):
        return None
    try:
        secret = source.call("Secret.existing", of.get("name"))
        made = Key(secret, of.get("key", ""), optional=of.get("optional") is True)
        if same(thaw(source.value(made).source), part):
            return made
    except (SpecError, TypeError):
        pass
    return None


def typed(type_key: str, body: Any) -> Any:
    """Return the expression of an API object: `core_v1.Probe(http_get=core_v1.HTTPGetAction(path="/", port=80))`.

    What the class does not know, and explicit nulls, go to `extra`, so nothing is lost.
    """
    fields = TYPES[type_key]
    kwargs: list[tuple[str, Any]] = []
    extra: Body = {}
    for key, item in body.items():
        field = fields.get(key)
        if field is not None and field.enum == (item,) and key in ("apiVersion", "kind"):
            continue
        if field is None or item is None:
            extra[key] = item
        elif field.type not in TYPES:
            kwargs.append((field.name, scalars(item)))
        elif field.shape == "one":
            kwargs.append((field.name, typed(field.type, item)))
        elif field.shape == "list":
            kwargs.append((field.name, [typed(field.type, each) for each in item]))
        else:
            kwargs.append((field.name, {name: typed(field.type, each) for name, each in item.items()}))
    if extra:
        kwargs.append(("extra", extra))
    return Call(type_key, (), tuple(kwargs))


def scalars(item: Any) -> Any:
    """Make the nodes of plain data: texts of several lines become blocks."""
    if isinstance(item, dict):
        return {key: scalars(each) for key, each in item.items()}
    return [scalars(each) for each in item] if isinstance(item, list) else source.text(item)
