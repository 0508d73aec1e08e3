"""Rules about a Pod's volumes, one source after the other, and about claims."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from kpod.api.legacy import VOLUMES, Legacy
from kpod.api.schema import OLDEST
from kpod.rules.amounts import parsed
from kpod.rules.scope import Found, Path, Scope, Value, entries, is_template, mapping, text, whole
from kpod.rules.scope import names as named

# The parts of a volume's source that must be written and not empty, and what to write.
_DEMANDED: dict[str, tuple[tuple[str, str], ...]] = {
    "persistentVolumeClaim": (("claimName", "write the claim's name"),),
    "secret": (("secretName", "write the Secret's name"),),
    "configMap": (("name", "write the ConfigMap's name"),),
    "hostPath": (("path", "write the folder's path"),),
    "nfs": (("server", "write the server's name"), ("path", "write the folder's path")),
    "csi": (("driver", "write the driver's name"),),
    "image": (("reference", "write the image's name"),),
    "ephemeral": (("volumeClaimTemplate", "write what claim it makes"),),
    "azureFile": (("secretName", "write the Secret's name"), ("shareName", "write the share's name")),
    "iscsi": (("targetPortal", "write its address"), ("iqn", "write its name")),
    "flexVolume": (("driver", "write the driver's name"),),
}
_SHORTEST, _LONGEST = 600, 2**32


def volume(scope: Scope) -> Iterator[Found]:
    """What a volume's source needs; paths of files that stay inside the volume."""
    for index, entry in entries(scope.value, "volumes"):
        for source, demanded in _DEMANDED.items():
            value = entry.get(source)
            if isinstance(value, dict):
                for field, fix in demanded:
                    if value.get(field) in (None, "") and (value.get(field) == "" or not _in_schema(source, field)):
                        yield scope.found("volumes", index, source, field, message=f"it has no {field}", fix=fix)
        folder = text(mapping(entry, "hostPath"), "path")
        if folder and ".." in folder.split("/"):
            yield scope.found("volumes", index, "hostPath", "path", message=f'"{folder}" has .. in it', fix="write the path out")
        export = text(mapping(entry, "nfs"), "path")
        if export and not export.startswith("/"):
            yield scope.found("volumes", index, "nfs", "path", message=f'"{export}" is no absolute path', fix=f"write /{export}")
        for place, value in _keyed(entry):
            for number, item in entries(value, "items"):
                yield from _item(scope, item, ("volumes", index, *place, "items", number), is_keyed="downwardAPI" not in place)


def _in_schema(source: str, field: str) -> bool:
    """Whether the schema calls it required, so that another rule tells that it is missing."""
    from kpod.api.schema import TYPES

    table = TYPES[TYPES["core_v1.Volume"][source].type]
    return table[field].required


def _keyed(entry: Value) -> Iterator[tuple[Path, Value]]:
    """The parts of a volume that make files of keys."""
    for source in ("secret", "configMap", "downwardAPI"):
        if entry.get(source):
            yield (source,), mapping(entry, source)
    for index, each in entries(mapping(entry, "projected"), "sources"):
        for source in ("secret", "configMap", "downwardAPI"):
            if each.get(source):
                yield ("projected", "sources", index, source), mapping(each, source)


def _item(scope: Scope, item: Value, place: Path, *, is_keyed: bool) -> Iterator[Found]:
    if is_keyed and item.get("key") == "":
        yield scope.found(*place, "key", message="it names no key", fix="write the key")
    path = text(item, "path")
    wrong = wrong_file(path) if path is not None else ""
    if wrong:
        yield scope.found(*place, "path", message=wrong, fix="write a path below the volume's root")


def wrong_file(path: str) -> str:
    """Say what is wrong with the path of a file that a volume makes; empty where nothing is."""
    if not path:
        return "the file has no path"
    if path.startswith("/"):
        return f'"{path}" is an absolute path'
    if ".." in path.split("/"):
        return f'"{path}" has .. in it'
    return f'"{path}" begins with two dots' if path.startswith("..") else ""


def mode(scope: Scope) -> Iterator[Found]:
    """Modes of files lie between 0 and 0777; YAML and JSON write them in decimal, so 0644 is 420."""
    for index, entry in entries(scope.value, "volumes"):
        places: list[tuple[Path, Value, str]] = [
            ((source,), mapping(entry, source), "defaultMode") for source in ("secret", "configMap", "downwardAPI", "projected")
        ]
        for place, value in _keyed(entry):
            places += [((*place, "items", number), item, "mode") for number, item in entries(value, "items")]
        for place, value, field in places:
            number = whole(value, field)
            if number is not None and not 0 <= number <= 0o777:
                octal = str(number).isdigit() and set(str(number)) <= set("01234567") and len(str(number)) <= 3
                fix = f"did you mean 0{number}, which is {int(str(number), 8)}?" if octal else "write a number from 0 to 511 (0777)"
                yield scope.found("volumes", index, *place, field, message=f"{number} is no mode of a file", fix=fix)


def projected(scope: Scope) -> Iterator[Found]:
    """An entry of a projected volume has one source; tokens live ten minutes or more; two files never share a path."""
    for index, entry in entries(scope.value, "volumes"):
        seen: set[str] = set()
        for number, source in entries(mapping(entry, "projected"), "sources"):
            place = ("volumes", index, "projected", "sources", number)
            given = [key for key, value in source.items() if value is not None]
            if len(given) > 1:
                yield scope.found(*place, message=f"it has {len(given)} sources ({', '.join(sorted(given))})", fix="make an entry of each")
            for kind in given:
                yield from _source(scope, kind, mapping(source, kind), (*place, kind), seen)


def _source(scope: Scope, kind: str, value: Value, place: Path, seen: set[str]) -> Iterator[Found]:
    if kind in ("secret", "configMap") and not value.get("name"):
        yield scope.found(*place, "name", message="it names nothing", fix="write its name")
    files: list[tuple[Path, str | None]] = [
        ((*place, "items", number, "path"), text(item, "path")) for number, item in entries(value, "items")
    ]
    if kind == "serviceAccountToken":
        path, seconds = text(value, "path"), whole(value, "expirationSeconds")
        if path is not None and wrong_file(path):
            yield scope.found(*place, "path", message=wrong_file(path), fix="write path: token")
        if seconds is not None and not _SHORTEST <= seconds <= _LONGEST:
            message = (
                f"a token lives at least {_SHORTEST} seconds, not {seconds}" if seconds < _SHORTEST else f"{seconds} seconds are too long"
            )
            yield scope.found(*place, "expirationSeconds", message=message, fix="write 3600")
        files.append(((*place, "path"), path))
    for where, file in files:
        if file and file in seen:
            yield scope.found(*where, message=f'two sources write the file "{file}"', fix="give each its own path")
        if file:
            seen.add(file)


def empty_projection(scope: Scope) -> Iterator[Found]:
    """An entry of a projected volume that projects nothing."""
    for index, entry in entries(scope.value, "volumes"):
        for number, source in entries(mapping(entry, "projected"), "sources"):
            if not any(value is not None for value in source.values()):
                path = ("volumes", index, "projected", "sources", number)
                yield scope.found(*path, message="it projects nothing", fix="write secret, configMap, downwardAPI or serviceAccountToken")


def legacy_volume(scope: Scope) -> Iterator[Found]:
    """Volumes that servers still take and that no kubelet mounts any more."""
    for index, source, legacy in unmounted(scope.value):
        if legacy.until <= OLDEST:
            yield scope.found("volumes", index, source, message=f"no kubelet mounts a {source} volume any more", fix=legacy.instead)


def lately_gone_volume(scope: Scope) -> Iterator[Found]:
    """Volumes that only older kubelets mount."""
    for index, source, legacy in unmounted(scope.value):
        if legacy.until > OLDEST:
            message = f"no kubelet of {legacy.gone_since} or newer mounts a {source} volume"
            yield scope.found("volumes", index, source, message=message, fix=legacy.instead)


def unmounted(spec: Value) -> Iterator[tuple[int, str, Legacy]]:
    """Yield the place, the source and the history of each volume of a PodSpec that no driver has taken over."""
    for index, entry in entries(spec, "volumes"):
        for source, legacy in VOLUMES.items():
            if legacy.driver is None and entry.get(source) is not None:
                yield index, source, legacy


def same_claim(scope: Scope) -> Iterator[Found]:
    """One claim declared as two volumes: some nodes never finish mounting it."""
    seen: set[str] = set()
    for index, entry in entries(scope.value, "volumes"):
        claim = text(mapping(entry, "persistentVolumeClaim"), "claimName")
        if claim and claim in seen:
            path = ("volumes", index, "persistentVolumeClaim", "claimName")
            yield scope.found(*path, message=f'the claim "{claim}" is declared twice', fix="declare it once and mount it twice")
        if claim:
            seen.add(claim)


def resource_claim(scope: Scope) -> Iterator[Found]:
    """A device claim is a claim that is there, or one made from a template."""
    for index, entry in entries(scope.value, "resourceClaims"):
        given = [
            field for field in ("resourceClaimName", "resourceClaimTemplateName", "podGroupResourceClaim") if entry.get(field) is not None
        ]
        if len(given) != 1:
            message = "it names both a claim and a template" if given else "it names neither a claim nor a template"
            yield scope.found("resourceClaims", index, message=message, fix="write resourceClaimName or resourceClaimTemplateName")


def claim(scope: Scope) -> Iterator[Found]:
    """A claim asks for an amount of storage, and says how it is accessed."""
    places: list[tuple[Path, Value]] = []
    if scope.what == "object" and scope.kind == "PersistentVolumeClaim" and isinstance(scope.value.get("spec"), dict):
        places = [(("spec",), scope.value["spec"])]
    for index, entry in entries(scope.value, "volumes") if scope.what == "pod" else ():
        template = mapping(mapping(entry, "ephemeral"), "volumeClaimTemplate")
        if isinstance(template.get("spec"), dict):
            places.append((("volumes", index, "ephemeral", "volumeClaimTemplate", "spec"), template["spec"]))
    for place, spec in places:
        yield from _claim(spec, partial(scope.found, *place))


def _claim(spec: Value, found: Callable[..., Found]) -> Iterator[Found]:
    modes = spec.get("accessModes")
    if not modes:
        yield found("accessModes", message="the claim has no accessModes", fix="write accessModes: [ReadWriteOnce]")
    elif (
        isinstance(modes, list)
        and "ReadWriteOncePod" in modes
        and any(mode != "ReadWriteOncePod" and not is_template(mode) for mode in modes)
    ):
        yield found("accessModes", message="ReadWriteOncePod allows no other access", fix="keep one of them")
    amount = mapping(mapping(spec, "resources"), "requests").get("storage")
    value = parsed(amount)
    if amount is None or (value is not None and value.value == 0):
        yield found("resources", "requests", "storage", message="the claim asks for no storage", fix="write storage: 10Gi")


def shared_names(scope: Scope) -> Iterator[Found]:
    """Two device claims of a Pod, two gates, or two ports of a Service, with one name; one claim of a container twice."""
    if scope.what == "container":
        seen: set[str] = set()
        for index, entry in entries(mapping(scope.value, "resources"), "claims"):
            name = text(entry, "name")
            key = f"{name}/{entry.get('request') or ''}"
            if name and key in seen:
                yield scope.found("resources", "claims", index, message=f'"{name}" is claimed twice', fix="remove one")
            seen.add(key)
        return
    is_service = scope.what == "object" and scope.kind == "Service"
    value, prefix = (mapping(scope.value, "spec"), ("spec",)) if is_service else (scope.value, ())
    for field in ("ports",) if is_service else ("resourceClaims", "schedulingGates") if scope.what == "pod" else ():
        before: set[str] = set()
        for index, name in named(entries(value, field)):
            if name and name in before:
                yield scope.found(*prefix, field, index, "name", message=f'two entries are called "{name}"', fix="give each its own name")
            before.add(name)
