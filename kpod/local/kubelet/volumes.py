"""A Pod's volumes: folders of the kubelet's root, and small files that only ever lie in the containers' memory.

Secrets, ConfigMaps and the downward API become files of a read-only tmpfs in each container, made when it starts; no value is written to a
disk, and a value that changes later is seen by the next start. A hostPath is refused unless it lies below a folder that was named.
"""

from __future__ import annotations

import posixpath
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import attrs

from kpod.cluster import Body
from kpod.local.kubelet import environment
from kpod.local.kubelet.environment import ConfigMissing, Sources
from kpod.local.kubelet.sandbox import Bind, File, Files, Mount, Single

Content = Path | Mapping[str, File]
"""What a volume is made of: a folder or file of the machine, or files by path."""

_SHARED = 0o777


class MountError(Exception):
    """A volume cannot be set up (yet); the text is for an event."""


class SubPathError(Exception):
    """A `subPath` cannot be had; the container cannot be created."""


@attrs.define
class Volumes:
    """The volumes of one Pod.

    Attributes:
        sources: where Secrets, ConfigMaps and fields come from.
        folder: what belongs to this Pod; made here and removed with `remove`.
        claims: the folder of persistent volume claims, which outlive the Pod.
        host_paths: the folders below which a hostPath may lie.
    """

    sources: Sources
    folder: Path
    claims: Path
    host_paths: Sequence[Path]

    def prepare(self) -> dict[str, Content]:
        """Set up every volume and return what each is made of, by name.

        Raises:
            MountError: one cannot be set up.
        """
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        return {volume["name"]: self._content(volume) for volume in self.sources.pod["spec"].get("volumes") or []}

    def remove(self) -> None:
        """Remove what belongs to this Pod."""
        if sys.version_info >= (3, 12):
            shutil.rmtree(self.folder, onexc=_make_writable)
        else:
            shutil.rmtree(self.folder, onerror=_make_writable)

    def _content(self, volume: Body) -> Content:
        kinds: dict[str, Callable[[Body, str], Content]] = {
            "emptyDir": self._empty_dir,
            "secret": self._secret,
            "configMap": self._config_map,
            "hostPath": self._host_path,
            "downwardAPI": self._downward,
            "projected": self._projected,
            "persistentVolumeClaim": self._claim,
        }
        kind = next((key for key in volume if key != "name"), "emptyDir")
        if kind not in kinds:
            raise MountError(f'MountVolume.SetUp failed for volume "{volume["name"]}" : the embedded cluster has no volumes of type {kind}')
        try:
            return kinds[kind](volume.get(kind) or {}, volume["name"])
        except (ConfigMissing, OSError) as error:
            raise MountError(f'MountVolume.SetUp failed for volume "{volume["name"]}" : {error}') from None

    def _empty_dir(self, source: Body, name: str) -> Path:
        return _shared(self.folder / "volumes" / name)

    def _claim(self, source: Body, name: str) -> Path:
        return _shared(self.claims / self.sources.namespace / source.get("claimName", ""))

    def _host_path(self, source: Body, name: str) -> Path:
        path = Path(source.get("path", ""))
        true = path.resolve()
        if not any(true == allowed or allowed in true.parents for allowed in (each.resolve() for each in self.host_paths)):
            raise ConfigMissing(
                f"hostPath {path} is not below a folder that was given to the embedded cluster: `kpod local up --host-path {path}`, "
                f'in Python host_paths=["{path}"]'
            )
        kind = source.get("type") or ""
        if kind == "DirectoryOrCreate":
            true.mkdir(parents=True, exist_ok=True)
        elif kind == "FileOrCreate":
            true.touch(exist_ok=True)
        elif not true.exists() and not kind:
            true.mkdir(parents=True, exist_ok=True)  # as a container runtime does where nothing is demanded
        wrong = (kind.startswith("Directory") and not true.is_dir()) or (kind.startswith("File") and not true.is_file())
        if wrong or not true.exists():
            raise ConfigMissing(f"hostPath type check failed: {path} is not a {'directory' if kind.startswith('Directory') else 'file'}")
        return true

    def _secret(self, source: Body, name: str) -> Mapping[str, File]:
        return self._data("secrets", "secret", source.get("secretName", ""), source)

    def _config_map(self, source: Body, name: str) -> Mapping[str, File]:
        return self._data("configmaps", "configmap", source.get("name", ""), source)

    def _data(self, plural: str, kind: str, name: str, source: Body) -> dict[str, File]:
        data = self.sources.data(plural, name)
        optional = bool(source.get("optional"))
        if data is None:
            if optional:
                return {}
            raise ConfigMissing(f'{kind} "{name}" not found')
        mode = source.get("defaultMode", 0o644)
        if source.get("items") is None:
            return {key: File(value, mode) for key, value in data.items()}
        files = {}
        for item in source["items"]:
            if item["key"] in data:
                files[_inside(item["path"])] = File(data[item["key"]], item.get("mode", mode))
            elif not optional:
                raise ConfigMissing(f"references non-existent {kind} key: {item['key']}")
        return files

    def _downward(self, source: Body, name: str) -> Mapping[str, File]:
        files = {}
        for item in source.get("items") or []:
            if "fieldRef" in item:
                text = environment.field(self.sources, item["fieldRef"].get("fieldPath", ""))
            else:
                text = environment.resource(self.sources, item.get("resourceFieldRef") or {})
            files[_inside(item["path"])] = File(text.encode(), item.get("mode", source.get("defaultMode", 0o644)))
        return files

    def _projected(self, source: Body, name: str) -> Mapping[str, File]:
        mode = source.get("defaultMode", 0o644)
        files: dict[str, File] = {}
        for part in source.get("sources") or []:
            for kind, given in part.items():
                if kind == "secret":
                    files.update(self._data("secrets", "secret", given.get("name", ""), {"defaultMode": mode, **given}))
                elif kind == "configMap":
                    files.update(self._data("configmaps", "configmap", given.get("name", ""), {"defaultMode": mode, **given}))
                elif kind == "downwardAPI":
                    files.update(self._downward({"defaultMode": mode, **given}, name))
                else:
                    raise ConfigMissing(f"the embedded cluster cannot project {kind}")
        return files


def mounts(container: Body, contents: Mapping[str, Content], values: Mapping[str, str]) -> list[Mount]:
    """Return where a container sees the volumes.

    Raises:
        SubPathError: a `subPath` leads out of its volume, or is not in it.
    """
    return [_mount(mount, contents[mount["name"]], values) for mount in container.get("volumeMounts") or []]


def _mount(mount: Body, content: Content, values: Mapping[str, str]) -> Mount:
    target = mount["mountPath"]
    part = mount.get("subPath") or environment.expand(mount.get("subPathExpr") or "", values)
    if isinstance(content, Path):
        return Bind(_part(content, part) if part else content, target, bool(mount.get("readOnly")))
    if not part:
        return Files(target, content)
    part = posixpath.normpath(part)
    if part in content:
        return Single(target, content[part])
    below = {path[len(part) + 1 :]: file for path, file in content.items() if path.startswith(f"{part}/")}
    if not below:
        raise SubPathError(f'failed to prepare subPath for volumeMount "{mount["name"]}": no {part} in it')
    return Files(target, below)


def _part(folder: Path, part: str) -> Path:
    true = (folder / part).resolve()
    if folder.resolve() not in true.parents or posixpath.isabs(part):
        raise SubPathError(f"failed to prepare subPath: {part} leads out of its volume")
    if not true.exists():
        _shared(true)
    return true


def _inside(path: str) -> str:
    normal = posixpath.normpath(path)
    if posixpath.isabs(normal) or normal.split("/")[0] == "..":
        raise ConfigMissing(f"path {path} leads out of its volume")
    return normal


def _shared(folder: Path) -> Path:
    if not folder.is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(_SHARED)
    return folder


def _make_writable(function: Callable[[str], object], path: str, error: object) -> None:
    """Let `rmtree` go on where a container took the write permission from one of its own folders."""
    try:
        Path(path).parent.chmod(0o700)
        Path(path).chmod(0o700)
        function(path)
    except FileNotFoundError:
        return
