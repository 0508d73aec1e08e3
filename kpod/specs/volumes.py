"""`Volume`: something to mount. `volumes={"/data": Volume.claim("warehouse")}` declares it in the Pod and mounts it in the container.

Two mounts of an equal volume (same name, same source) share one declaration, also between the containers of a Pod.

Source: https://kubernetes.io/docs/concepts/storage/volumes/
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

import attrs

from kpod import names
from kpod.api.late import Late
from kpod.specs import fields
from kpod.specs.config_map import ConfigMap
from kpod.specs.frozen import FrozenDict, freeze, thaw
from kpod.specs.part import Model
from kpod.specs.secret import Secret

if TYPE_CHECKING:
    from typing import TypeAlias

    from kpod.api import core_v1
    from kpod.specs import dicts
else:
    core_v1, dicts = Late("kpod.api.core_v1"), Late("kpod.specs.dicts")

_PROJECTED = ("secret", "configMap", "downwardAPI", "projected")


def _source(value: Mapping[str, Any]) -> FrozenDict[str, Any]:
    if not isinstance(value, Mapping) or len(value) != 1:
        fields.refuse("volume", f"{fields.shown(value)} is no source of a volume", "use Volume.claim, Volume.empty_dir, …")
    frozen: FrozenDict[str, Any] = freeze(dict(value))
    return frozen


def _name(value: str | None) -> str | None:
    return fields.optional_name(value, "volume.name", "volume")


@attrs.frozen(kw_only=True)
class Volume:
    """Something to mount, and how: made by `Volume.claim`, `Volume.empty_dir` and so on.

    All of them take `name` and `sub_path`, and `read_only`, which for `csi` is the volume's own and for the others the mount's.

    Sent besides what is written: the volume's name, taken from what it refers to or from the path where it is mounted.

    Attributes:
        source: what it is, as the body of a volume says it: `{"emptyDir": {}}`.
        name: what it is called in the Pod. None: after what it refers to, or after the path where it is mounted.
        read_only: mount it read-only.
        sub_path: mount only this path of it.
        shows: the Secrets and ConfigMaps that it shows as files.
    """

    type_key: ClassVar[str] = "core_v1.Volume"

    source: FrozenDict[str, Any] = attrs.field(converter=_source)
    name: str | None = attrs.field(default=None, converter=_name)
    read_only: bool = False
    sub_path: str | None = None
    shows: tuple[Secret | ConfigMap, ...] = ()

    def __attrs_post_init__(self) -> None:
        fields.flag(self.read_only, "volume.read_only")
        path = fields.optional_text(self.sub_path, "volume.sub_path")
        if path and not fields.is_template(path) and (path.startswith("/") or ".." in path.split("/")):
            fields.refuse("volume.sub_path", f'"{path}" leaves the volume', "write a path below its root")

    @classmethod
    def claim(cls, claim: str, *, name: str | None = None, read_only: bool = False, sub_path: str | None = None) -> Volume:
        """A PersistentVolumeClaim that is there."""
        source = {"persistentVolumeClaim": {"claimName": fields.name(claim, "claim", "PersistentVolumeClaim")}}
        return cls(source=source, name=name, read_only=read_only, sub_path=sub_path)

    @classmethod
    def new_claim(
        cls,
        size: str | int,
        *,
        storage_class: str | None = None,
        access: Sequence[str] = ("ReadWriteOnce",),
        name: str | None = None,
        read_only: bool = False,
        sub_path: str | None = None,
    ) -> Volume:
        """A claim that is made with the Pod and deleted with it: an ephemeral volume. Sends `accessModes: [ReadWriteOnce]` unless told.

        Args:
            size: the bytes asked for.
            storage_class: the StorageClass; None: the cluster's default.
            access: how it may be mounted.
            name: what it is called in the Pod; the claim is called after the Pod and this.
        """
        resources = {"requests": {"storage": fields.quantity(size, "volume.size")}}
        spec: dict[str, Any] = {"accessModes": list(fields.words(access, "volume.access")), "resources": resources}
        if storage_class is not None:
            spec["storageClassName"] = fields.name(storage_class, "volume.storage_class", "StorageClass")
        return cls(source={"ephemeral": {"volumeClaimTemplate": {"spec": spec}}}, name=name, read_only=read_only, sub_path=sub_path)

    @classmethod
    def empty_dir(
        cls,
        *,
        size: str | int | None = None,
        memory: bool = False,
        name: str | None = None,
        read_only: bool = False,
        sub_path: str | None = None,
    ) -> Volume:
        """A folder that lives as long as the Pod.

        Args:
            size: more bytes than this evict the Pod.
            memory: keep it in memory; what is in it counts against the containers' memory limits.
            name: mounted in several containers at different paths, a name makes it the same folder.
        """
        source: dict[str, Any] = {"medium": "Memory"} if memory else {}
        if size is not None:
            source["sizeLimit"] = fields.quantity(size, "volume.size")
        return cls(source={"emptyDir": source}, name=name, read_only=read_only, sub_path=sub_path)

    @classmethod
    def host_path(
        cls, path: str, *, type: str | None = None, name: str | None = None, read_only: bool = False, sub_path: str | None = None
    ) -> Volume:
        """A path of the node. Many clusters refuse it, with reason. `type` is Kubernetes' (`Directory`, `FileOrCreate`, …)."""
        source = {"path": _absolute(path, "host_path")} | ({"type": type} if type else {})
        return cls(source={"hostPath": source}, name=name, read_only=read_only, sub_path=sub_path)

    @classmethod
    def nfs(cls, server: str, path: str, *, name: str | None = None, read_only: bool = False, sub_path: str | None = None) -> Volume:
        """A folder of an NFS server; the node needs an NFS client."""
        source = {"server": fields.text(server, "nfs.server"), "path": _absolute(path, "nfs.path")}
        return cls(source={"nfs": source}, name=name, read_only=read_only, sub_path=sub_path)

    @classmethod
    def secret(
        cls,
        secret: Secret | str,
        *,
        items: Mapping[str, str] | None = None,
        mode: int | None = None,
        optional: bool = False,
        name: str | None = None,
        read_only: bool = False,
        sub_path: str | None = None,
    ) -> Volume:
        """A Secret's keys as files.

        Args:
            secret: the Secret, or the name of one that is there.
            items: only these keys, each as the given file.
            mode: the files' mode, as 0o400; the server's default is 0o644.
            optional: start without it when it is not there.
        """
        found = (
            Secret.existing(secret) if isinstance(secret, str) else fields.instance(secret, "secret", Secret, "write Secret.existing(…)")
        )
        source = {"secretName": found.name, **_files(items, mode, optional)}
        return cls(source={"secret": source}, shows=(found,), name=name, read_only=read_only, sub_path=sub_path)

    @classmethod
    def config_map(
        cls,
        config_map: ConfigMap | str,
        *,
        items: Mapping[str, str] | None = None,
        mode: int | None = None,
        optional: bool = False,
        name: str | None = None,
        read_only: bool = False,
        sub_path: str | None = None,
    ) -> Volume:
        """A ConfigMap's keys as files; arguments as for `secret`."""
        fix = "write ConfigMap.existing(…)"
        found = ConfigMap.existing(config_map) if isinstance(config_map, str) else fields.instance(config_map, "config_map", ConfigMap, fix)
        source = {"name": found.name, **_files(items, mode, optional)}
        return cls(source={"configMap": source}, shows=(found,), name=name, read_only=read_only, sub_path=sub_path)

    @classmethod
    def fields(
        cls,
        files: Mapping[str, str],
        *,
        mode: int | None = None,
        name: str | None = None,
        read_only: bool = False,
        sub_path: str | None = None,
    ) -> Volume:
        """Fields of the Pod as files: `{"labels": "metadata.labels"}`; labels and annotations follow later changes.

        `mode` is the files' mode, as 0o400; the server's default is 0o644.
        """
        items = [{"path": path, "fieldRef": {"fieldPath": field}} for path, field in fields.texts(files, "fields").items()]
        return cls(source={"downwardAPI": {"items": items} | _mode(mode)}, name=name, read_only=read_only, sub_path=sub_path)

    @classmethod
    def token(
        cls,
        path: str = "token",
        *,
        audience: str | None = None,
        seconds: int | None = None,
        name: str | None = None,
        read_only: bool = False,
        sub_path: str | None = None,
    ) -> Volume:
        """A token of the Pod's ServiceAccount as a file, kept fresh by the node.

        Args:
            path: the file.
            audience: for whom it is; None: for the API server.
            seconds: how long it holds, 600 or more; None sends none, and the server takes 3600.
        """
        token = {"audience": audience, "expirationSeconds": fields.whole(seconds, "token.seconds", 600), "path": path}
        given = {key: value for key, value in token.items() if value is not None}
        return cls(source={"projected": {"sources": [{"serviceAccountToken": given}]}}, name=name, read_only=read_only, sub_path=sub_path)

    @classmethod
    def projected(
        cls,
        *parts: Volume | Secret | ConfigMap,
        mode: int | None = None,
        name: str | None = None,
        read_only: bool = False,
        sub_path: str | None = None,
    ) -> Volume:
        """Several Secrets, ConfigMaps, fields and tokens as files of one folder: `Volume.projected(db, settings, Volume.token())`.

        `mode` is the files' mode, as 0o400; the server's default is 0o644.
        """
        sources: list[dict[str, Any]] = []
        shown: list[Secret | ConfigMap] = []
        for index, part in enumerate(parts):
            volume = _volume(part, f"projected[{index}]")
            sources += _projections(volume, f"projected[{index}]")
            shown += volume.shows
        return cls(
            source={"projected": {"sources": sources} | _mode(mode)}, shows=tuple(shown), name=name, read_only=read_only, sub_path=sub_path
        )

    @classmethod
    def csi(
        cls,
        driver: str,
        attributes: Mapping[str, str] | None = None,
        *,
        secret: Secret | str | None = None,
        name: str | None = None,
        read_only: bool | None = None,
        sub_path: str | None = None,
    ) -> Volume:
        """A volume that a CSI driver makes for the Pod: its `attributes`, and the `secret` that the driver reads."""
        source: dict[str, Any] = {"driver": fields.text(driver, "csi.driver")}
        if attributes:
            source["volumeAttributes"] = dict(fields.texts(attributes, "csi.attributes"))
        if secret is not None:
            source["nodePublishSecretRef"] = {"name": secret if isinstance(secret, str) else secret.name}
        if read_only is not None:
            source["readOnly"] = fields.flag(read_only, "csi.read_only")
        shows = (secret,) if isinstance(secret, Secret) else ()
        return cls(source={"csi": source}, name=name, sub_path=sub_path, shows=shows)

    @classmethod
    def image(
        cls,
        reference: str,
        *,
        pull_policy: str | None = None,
        name: str | None = None,
        read_only: bool = False,
        sub_path: str | None = None,
    ) -> Volume:
        """The files of an image, read-only (needs Kubernetes 1.31, where it is switched on); `pull_policy` as of a container."""
        source = {"reference": fields.text(reference, "image.reference")} | ({"pullPolicy": pull_policy} if pull_policy else {})
        return cls(source={"image": source}, name=name, read_only=read_only, sub_path=sub_path)

    @classmethod
    def cinder(
        cls, volume_id: str, *, fs_type: str | None = None, name: str | None = None, read_only: bool = False, sub_path: str | None = None
    ) -> Volume:
        """An OpenStack disk, with a file system as `ext4` where `fs_type` names one.

        Legacy: mounted by nodes up to Kubernetes 1.25; later ones need the driver `cinder.csi.openstack.org`.
        """
        return cls(source={"cinder": _disk(volume_id, fs_type)}, name=name, read_only=read_only, sub_path=sub_path)

    @classmethod
    def aws_ebs(
        cls, volume_id: str, *, fs_type: str | None = None, name: str | None = None, read_only: bool = False, sub_path: str | None = None
    ) -> Volume:
        """An AWS disk, with a file system as `ext4` where `fs_type` names one.

        Legacy: mounted by nodes up to Kubernetes 1.26; later ones need the driver `ebs.csi.aws.com`.
        """
        return cls(source={"awsElasticBlockStore": _disk(volume_id, fs_type)}, name=name, read_only=read_only, sub_path=sub_path)

    @classmethod
    def glusterfs(
        cls, endpoints: str, path: str, *, name: str | None = None, read_only: bool = False, sub_path: str | None = None
    ) -> Volume:
        """A GlusterFS volume. Legacy: mounted by nodes up to Kubernetes 1.25; later ones take the field and never start the Pod."""
        source = {"endpoints": fields.name(endpoints, "glusterfs.endpoints", "Endpoints"), "path": fields.text(path, "glusterfs.path")}
        return cls(source={"glusterfs": source}, name=name, read_only=read_only, sub_path=sub_path)

    def name_at(self, path: str) -> str:
        """Return what it is called in the Pod when it is mounted at a path."""
        if self.name is not None:
            return self.name
        kind, source = next(iter(self.source.items()))
        known = {"persistentVolumeClaim": "claimName", "secret": "secretName", "configMap": "name"}.get(kind, "")
        return names.slug(str(source.get(known) or path) if known else path)

    def mount_body(self, path: str, name: str) -> dict[str, Any]:
        """Return the body of its mount."""
        body: dict[str, Any] = {"name": name, "mountPath": path}
        if self.read_only:
            body["readOnly"] = self.read_only
        if self.sub_path is not None:
            body["subPath"] = self.sub_path
        return body


if TYPE_CHECKING:
    VolumeLike: TypeAlias = Volume | Secret | ConfigMap | core_v1.Volume | dicts.Volume | Model
else:
    VolumeLike = Any


def _absolute(path: str, place: str) -> str:
    if not fields.text(path, place).startswith("/") and not fields.is_template(path):
        fields.refuse(place, f'"{path}" is no absolute path', f"write /{path}")
    return path


def _disk(volume_id: str, fs_type: str | None) -> dict[str, str]:
    return {"volumeID": fields.text(volume_id, "volume_id")} | ({"fsType": fs_type} if fs_type else {})


def _files(items: Mapping[str, str] | None, mode: int | None, optional: bool) -> dict[str, Any]:
    body: dict[str, Any] = {}
    if items:
        body["items"] = [{"key": key, "path": path} for key, path in fields.texts(items, "items").items()]
    body |= _mode(mode)
    if optional:
        body["optional"] = fields.flag(optional, "optional")
    return body


def _mode(mode: int | None) -> dict[str, int]:
    if mode is None:
        return {}
    if not fields.is_template(mode) and (not isinstance(mode, int) or not 0 <= mode <= 0o777):
        fields.refuse("mode", f"{fields.shown(mode)} is no mode of a file", "write 0o400")
    return {"defaultMode": mode}


def _projections(volume: Volume, place: str) -> list[dict[str, Any]]:
    """Return a volume's sources as parts of a projected one, where the name of a Secret has another field and no mode of its own."""
    kind, source = next(iter(volume.source.items()))
    if kind not in _PROJECTED:
        fields.refuse(place, f"a volume of the kind {kind} cannot be projected", "write a Secret, a ConfigMap, fields or a token")
    if "defaultMode" in source:
        fields.refuse(place, "a part of a projected volume has no mode of its own", "write Volume.projected(…, mode=…)")
    if kind == "projected":
        found: list[dict[str, Any]] = thaw(source["sources"])
        return found
    return [{kind: {"name" if key == "secretName" else key: thaw(value) for key, value in source.items()}}]


def _volume(item: Any, place: str) -> Volume:
    if isinstance(item, Volume):
        return item
    if isinstance(item, Secret | ConfigMap):
        return Volume.secret(item) if isinstance(item, Secret) else Volume.config_map(item)
    if isinstance(item, str):
        fields.refuse(place, f"{fields.shown(item)} is no Volume", f'write Volume.claim("{item}") or Volume.host_path("{item}")')
    if not fields.is_part(item):
        fields.refuse(place, f"{fields.shown(item)} is no Volume", "write Volume.claim(…), Volume.empty_dir() or a Secret")
    body = dict(fields.part(item, place, Volume.type_key))
    name = body.pop("name", None)
    return Volume(source=body, name=name)


def volumes(value: Any, path: str) -> FrozenDict[str, Volume]:
    """Take mounts: absolute paths to volumes, or to Secrets and ConfigMaps, whose keys become files."""
    found = {}
    for place, item in fields.mapping(value or {}, path, 'write {"/path": Volume.claim("name")}').items():
        where = f"{path}[{place}]"
        if not place.startswith("/") and not fields.is_template(place):
            fields.refuse(where, f'"{place}" is no absolute path', f"write /{place}")
        found[place] = _volume(item, where)
    return FrozenDict(found)
