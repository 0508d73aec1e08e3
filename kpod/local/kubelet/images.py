"""What an image's name means on this machine: its own files, a virtual environment, or a folder with a root file system.

Nothing is pulled. A name that nobody mapped cannot be had, and the message names the command that maps it.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Mapping
from pathlib import Path

import attrs

Images = str | Mapping[str, str | Path] | None
"""`"host"`: every name means this machine's files. A mapping: name to `"host"` or to a folder. None: no image is there."""

PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
HOST = "host"

_SYSTEM = ("usr", "bin", "sbin", "lib", "lib32", "lib64", "libx32", "etc", "opt", "nix", "sys")
_LOOKED_UP = ("etc/resolv.conf", "etc/hosts", "etc/localtime")
_NOT_OF_AN_IMAGE = ("dev", "proc", "tmp", "run", "sys")
_COMPONENT = re.compile(r"[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*")
_TAG = re.compile(r"[\w][\w.-]{0,127}", re.ASCII)
_DIGEST = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}")


class ImageError(Exception):
    """The image cannot be had.

    Attributes:
        reason: the word for the container's status: `ErrImagePull`, `ErrImageNeverPull`, `InvalidImageName`.
    """

    def __init__(self, reason: str, message: str) -> None:
        self.reason = reason
        super().__init__(message)


@attrs.frozen
class Image:
    """One environment.

    Attributes:
        id: what the container's status shows as `imageID`.
        tree: its files, read-only, by the path at which they lie.
        environment: the variables that it brings.
    """

    id: str
    tree: Mapping[str, Path]
    environment: Mapping[str, str]


def find(images: Images, name: str, policy: str = "IfNotPresent") -> Image:
    """Return the environment that an image's name means.

    Raises:
        ImageError: it is no name, or means nothing here.
    """
    _check(name)
    if images == HOST:
        return load(HOST)
    known = {normal(each): source for each, source in images.items()} if isinstance(images, Mapping) else {}
    if normal(name) in known:
        return load(known[normal(name)])
    if policy == "Never":
        raise ImageError("ErrImageNeverPull", f'Container image "{name}" is not present with pull policy of Never')
    raise ImageError(
        "ErrImagePull",
        f'no image "{name}" on this machine, and the embedded cluster pulls none: map it with '
        f"`kpod local up --image {name}=host` (or =FOLDER, a virtual environment or a root file system), "
        f'in Python with images={{"{name}": "host"}}',
    )


def normal(name: str) -> str:
    """Return a name without what may be left out: `docker.io/library/busybox:latest` is `busybox`."""
    for prefix in ("index.docker.io/", "docker.io/", "library/"):
        name = name.removeprefix(prefix)
    return name.removesuffix(":latest")


def load(source: str | Path) -> Image:
    """Return the environment of `"host"`, a virtual environment, or a folder with a root file system.

    Raises:
        ImageError: there is no such folder.
    """
    folder = Path(source)
    if source == HOST:
        return Image(_id(HOST), _host(), {"PATH": PATH})
    if not folder.is_dir():
        raise ImageError("ErrImagePull", f"the image is mapped to {folder}, which is no folder")
    folder = folder.absolute()
    if (folder / "pyvenv.cfg").is_file():
        tree = _host()
        for each in (folder, *_beside(folder)):
            _add(tree, each)
        return Image(_id(str(folder)), tree, {"PATH": f"{folder}/bin:{PATH}", "VIRTUAL_ENV": str(folder)})
    entries = {f"/{entry.name}": Path(entry.path) for entry in os.scandir(folder) if entry.name not in _NOT_OF_AN_IMAGE}
    return Image(_id(str(folder)), entries, {"PATH": PATH})


def _id(text: str) -> str:
    return "sha256:" + hashlib.sha256(text.encode()).hexdigest()


def _host() -> dict[str, Path]:
    tree = {f"/{name}": Path("/", name) for name in _SYSTEM if Path("/", name).exists()}
    for name in _LOOKED_UP:
        # Often a link to /run, which stays hidden but for this one file.
        target = Path("/", name).resolve()
        if target.is_file():
            _add(tree, target)
    return tree


def _add(tree: dict[str, Path], source: Path) -> None:
    """Show a path of the machine at the same path, unless it is to be seen already."""
    if not any(Path(shown) == source or Path(shown) in source.parents for shown in tree):
        tree[str(source)] = source


def _beside(venv: Path) -> list[Path]:
    """Return the folders that a virtual environment needs beside itself: its interpreter's, and what its `.pth` files name."""
    settings = dict(re.findall(r"^(\S+)\s*=\s*(.*?)\s*$", (venv / "pyvenv.cfg").read_text(), re.MULTILINE))
    homes = [Path(settings["home"])] if "home" in settings else []
    homes += [Path(os.path.realpath(python)).parent for python in (venv / "bin").glob("python*")]
    folders = [home.parent for home in homes if home.is_dir()]
    folders += [folder.resolve() for folder in folders]
    for names in venv.glob("lib/python*/site-packages/*.pth"):
        lines = names.read_text(errors="replace").splitlines()
        folders += [Path(line) for line in lines if line.startswith("/") and Path(line).is_dir()]
    return sorted({folder for folder in folders if folder not in (Path("/"), venv)}, key=lambda folder: len(folder.parts))


def _check(name: str) -> None:
    """Raise ImageError where a name is none, in the words of a node."""
    problem = _problem(name)
    if problem is not None:
        text = f'Failed to apply default image tag "{name}": couldn\'t parse image name "{name}": invalid reference format'
        raise ImageError("InvalidImageName", f"{text}{problem}")


def _problem(name: str) -> str | None:
    rest, _, digest = name.partition("@")
    if digest and not _DIGEST.fullmatch(digest):
        return ""
    path, colon, tag = rest.rpartition(":")
    if not colon or "/" in tag:
        path, tag = rest, ""
    if (colon and path != rest and not tag) or (tag and not _TAG.fullmatch(tag)):
        return ""
    parts = path.split("/")
    if len(parts) > 1 and ("." in parts[0] or ":" in parts[0] or parts[0] == "localhost" or parts[0].lower() != parts[0]):
        parts = parts[1:]
    for part in parts:
        if not _COMPONENT.fullmatch(part):
            return f": repository name ({part}) must be lowercase" if part.lower() != part else ""
    return None
