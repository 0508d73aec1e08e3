"""What one container sees, and the options of bubblewrap that show it exactly that.

The root is an empty tmpfs. The folders of the environment lie on it read-only, one bind each, so that a volume can appear at any path
without touching the machine. Where a volume lies below a read-only folder in which its path does not exist, that folder is opened: it
becomes a folder of the tmpfs with one bind for each of its entries. Everything here is computed; nothing is mounted in this process, and no
value of a Secret is written to a disk: such files travel through memory.
"""

from __future__ import annotations

import os
import posixpath
from collections.abc import Mapping, Sequence
from pathlib import Path

import attrs

CAPABILITIES = (
    "AUDIT_WRITE",
    "CHOWN",
    "DAC_OVERRIDE",
    "FOWNER",
    "FSETID",
    "KILL",
    "MKNOD",
    "NET_BIND_SERVICE",
    "NET_RAW",
    "SETFCAP",
    "SETGID",
    "SETPCAP",
    "SETUID",
    "SYS_CHROOT",
)
"""What root may do in a container where nothing else is said: the list that container runtimes share."""

_OWN = frozenset({"/proc", "/dev", "/tmp"})
_LINKS = 40
_ARGUMENTS = 8_900  # bubblewrap takes 9,000


class SandboxError(Exception):
    """The container cannot be shown what it asks for; the text says what."""


@attrs.frozen
class Bind:
    """A folder or file of the machine at a path of the container."""

    source: Path
    target: str
    read_only: bool = True


@attrs.frozen
class File:
    """One file that is made in the container, with its permissions."""

    data: bytes = attrs.field(repr=lambda data: f"<{len(data)} bytes>")
    mode: int = 0o644


@attrs.frozen
class Files:
    """A read-only folder of small files, by their path in it."""

    target: str
    files: Mapping[str, File]


@attrs.frozen
class Single:
    """One read-only file at a path of the container (a `subPath` of a Secret)."""

    target: str
    file: File


Mount = Bind | Files | Single


@attrs.frozen
class Sandbox:
    """What one container sees.

    Attributes:
        hostname: the Pod's name.
        tree: the environment: sources by the path at which they lie read-only.
        mounts: the volumes.
        environment: the whole environment of the process.
        working_dir: where it starts; made where it does not exist.
        folders: further folders that are made, writable and empty.
        read_only_root: whether the tmpfs of the root is sealed.
        user: the user id to run as, None for the kubelet's own.
        group: the group id, None for the user's or the kubelet's own.
        capabilities: what root keeps; empty for none.
        terminal: whether its first program has a terminal, and keeps the session that this belongs to.
    """

    hostname: str
    tree: Mapping[str, Path]
    environment: Mapping[str, str] = attrs.field(repr=False)
    mounts: Sequence[Mount] = ()
    working_dir: str = "/"
    folders: Sequence[str] = ()
    read_only_root: bool = False
    user: int | None = None
    group: int | None = None
    capabilities: Sequence[str] = CAPABILITIES
    terminal: bool = False

    @property
    def kept(self) -> Sequence[str]:
        """The capabilities that its programs have indeed: none, but for the machine's root who stays root."""
        return self.capabilities if os.getuid() == 0 and not self.user else ()


@attrs.define
class Tree:
    """The environment's files as the container will see them: binds, links and folders of the tmpfs, by path."""

    binds: dict[str, Path] = attrs.Factory(dict)
    links: dict[str, str] = attrs.Factory(dict)
    folders: list[str] = attrs.Factory(list)

    @classmethod
    def of(cls, entries: Mapping[str, Path]) -> Tree:
        """Make the tree of some sources by target; a source that is a symbolic link stays one."""
        tree = cls()
        for target, source in sorted(entries.items()):
            tree._add(posixpath.normpath(target), source)
        return tree

    def _add(self, target: str, source: Path) -> None:
        if source.is_symlink():
            self.links[target] = os.readlink(source)
        else:
            self.binds[target] = source

    def make_room(self, target: str) -> str:
        """Open read-only folders until something can be mounted at `target`, and return the path without links.

        Raises:
            SandboxError: a part of the path is a file.
        """
        true = self._follow(posixpath.normpath("/" + target))
        while (root := self._bind_over(true)) is not None:
            if os.path.lexists(self._source(root, true)):
                return true
            self._open(root)
        return true

    def exists(self, path: str) -> bool:
        """Tell whether the environment has something at a path without links."""
        root = self._bind_over(path)
        return path in self.folders or (root is not None and os.path.lexists(self._source(root, path)))

    def _bind_over(self, path: str) -> str | None:
        while path != "/":
            if path in self.binds:
                return path
            path = posixpath.dirname(path)
        return None

    def _source(self, root: str, path: str) -> Path:
        return self.binds[root] / posixpath.relpath(path, root)

    def _follow(self, path: str) -> str:
        for _ in range(_LINKS):
            followed = self._follow_once(path)
            if followed == path:
                return path
            path = followed
        raise SandboxError(f"too many levels of symbolic links: {path}")

    def _follow_once(self, path: str) -> str:
        done = "/"
        parts = [part for part in path.split("/") if part]
        for index, part in enumerate(parts):
            here = posixpath.join(done, part)
            link = self.links.get(here)
            root = self._bind_over(here)
            if link is None and root is not None and (source := self._source(root, here)).is_symlink():
                link = os.readlink(source)
            if link is not None:
                return posixpath.normpath(posixpath.join(done, link, *parts[index + 1 :]))
            done = here
        return done

    def _open(self, root: str) -> None:
        source = self.binds.pop(root)
        try:
            entries = list(os.scandir(source))
        except NotADirectoryError:
            raise SandboxError(f"mkdir {root}: not a directory") from None
        except PermissionError:
            raise SandboxError(f"mkdir below {root}: permission denied") from None
        self.folders.append(root)
        for entry in entries:
            self._add(posixpath.join(root, entry.name), Path(entry.path))


class Options:
    """The options of bubblewrap for one sandbox, and the descriptors that they name.

    The descriptors hold the contents of files and are to be closed once bubblewrap runs; `with` does it.
    """

    def __init__(self, sandbox: Sandbox) -> None:
        self.words: list[str] = []
        self.descriptors: list[int] = []
        self._sealed: list[str] = []
        try:
            self._write(sandbox)
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Options:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the descriptors."""
        while self.descriptors:
            os.close(self.descriptors.pop())

    def memory(self, data: bytes) -> int:
        """Return a descriptor to read `data` from, which lies in memory only."""
        descriptor = os.memfd_create("kpod")
        self.descriptors.append(descriptor)
        view = memoryview(data)
        while view:
            view = view[os.write(descriptor, view) :]
        os.lseek(descriptor, 0, os.SEEK_SET)
        return descriptor

    def packed(self, *more: str) -> int:
        """Return the descriptor of all options as `--args` reads them, so that none is seen in a process list."""
        words = [*self.words, *more]
        if len(words) > _ARGUMENTS:
            raise SandboxError(f"too much to set up for one container: {len(words)} options of at most {_ARGUMENTS}")
        if any("\0" in word for word in words):
            raise SandboxError("a NUL character in the environment or in a path")
        return self.memory(b"".join(os.fsencode(word) + b"\0" for word in words))

    def _write(self, sandbox: Sandbox) -> None:
        tree = Tree.of(sandbox.tree)
        mounts = sorted(((tree.make_room(mount.target), mount) for mount in sandbox.mounts), key=lambda pair: pair[0].count("/"))
        folders = [tree.make_room(folder) for folder in sandbox.folders]
        start = tree.make_room(sandbox.working_dir)
        self.words += ["--unshare-pid", "--unshare-ipc", "--unshare-uts", "--hostname", sandbox.hostname[:63]]
        self.words += ["--die-with-parent", *([] if sandbox.terminal else ["--new-session"])]
        self._identity(sandbox)
        self.words += ["--proc", "/proc", "--dev", "/dev", "--perms", "1777", "--tmpfs", "/tmp"]
        self._tree(tree)
        for folder in folders:
            if not tree.exists(folder):
                self.words += ["--dir", folder]
        for target, mount in mounts:
            self._mount(target, mount)
        if start != "/" and not tree.exists(start) and not any(start == target for target, _ in mounts):
            self.words += ["--dir", start]
        for target in self._sealed:
            self.words += ["--remount-ro", target]
        if sandbox.read_only_root:
            self.words += ["--remount-ro", "/"]
        self.words += ["--chdir", sandbox.working_dir, "--clearenv"]
        for name, value in sandbox.environment.items():
            self.words += ["--setenv", name, value]

    def _identity(self, sandbox: Sandbox) -> None:
        other = sandbox.user is not None and sandbox.user != os.getuid()
        other = other or (sandbox.group is not None and sandbox.group != os.getgid())
        if other:
            user = os.getuid() if sandbox.user is None else sandbox.user
            group = user if sandbox.group is None else sandbox.group
            self.words += ["--unshare-user", "--uid", str(user), "--gid", str(group)]
        if os.getuid() == 0:
            self.words += ["--cap-drop", "ALL"]
            for capability in sandbox.kept:
                self.words += ["--cap-add", f"CAP_{capability}"]

    def _tree(self, tree: Tree) -> None:
        shown = [("--dir", folder, "") for folder in tree.folders]
        shown += [("--ro-bind", target, str(source)) for target, source in tree.binds.items()]
        shown += [("--symlink", target, link) for target, link in tree.links.items()]
        for option, target, source in sorted(shown, key=lambda each: (each[1].count("/"), each[1])):
            if target in _OWN:
                continue  # the container has its own; what lies deeper (an environment below /tmp) is shown in it
            self.words += ["--perms", "0755", option, target] if option == "--dir" else [option, source, target]

    def _mount(self, target: str, mount: Mount) -> None:
        if isinstance(mount, Bind):
            self.words += ["--ro-bind" if mount.read_only else "--bind", str(mount.source), target]
        elif isinstance(mount, Single):
            self._file("--ro-bind-data", mount.file, target)
        else:
            self.words += ["--perms", "0755", "--tmpfs", target]
            for path, file in sorted(mount.files.items()):
                self._file("--file", file, posixpath.join(target, path))
            self._sealed.append(target)

    def _file(self, option: str, file: File, target: str) -> None:
        self.words += ["--perms", f"{file.mode:04o}", option, str(self.memory(file.data)), target]
