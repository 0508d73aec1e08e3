"""Values of a `Secret` or a `ConfigMap` out of files.

They are read once, when the spec is made, so it does not change behind anybody's back. Nothing of what they hold is in an error.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from kpod.specs import fields

Files = Sequence[str | os.PathLike[str]] | Mapping[str, str | os.PathLike[str]]
"""Paths, whose last parts become the keys, or keys to paths."""


def read_files(files: Files) -> dict[str, bytes]:
    """Return the contents of files by their keys.

    Raises:
        SpecError: a file cannot be read, or two have the same key.
    """
    if isinstance(files, str | os.PathLike):
        fields.refuse("files", "one path stands here instead of a list", f'write ["{files}"]')
    named = list(files.items()) if isinstance(files, Mapping) else [(Path(path).name, path) for path in files]
    found: dict[str, bytes] = {}
    for key, path in named:
        if key in found:
            fields.refuse(f"files[{key}]", f'two files have the key "{key}"', 'name them: {"key": "path"}')
        found[key] = _read(path, f"files[{key}]")
    return found


def read_env_file(path: str | os.PathLike[str]) -> dict[str, str]:
    """Return the variables of an env file, as kubectl reads one: `NAME=value` by line, taken literally, quotes and blanks after `=` too.

    Empty lines and lines that begin with `#` are passed over.

    Raises:
        SpecError: the file cannot be read, is no UTF-8, or a line has no `=`. No line is shown: it may be what nobody should see.
    """
    try:
        lines = _read(path, str(path)).decode("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        fields.refuse(str(path), "the file is no text in UTF-8")
    found: dict[str, str] = {}
    for number, line in enumerate(lines, 1):
        text = line.lstrip()
        if not text or text.startswith("#"):
            continue
        name, equals, value = text.partition("=")
        if not equals or not name.strip():
            fields.refuse(f"{path}:{number}", "the line is no NAME=value", "write NAME=value, or # before a remark")
        if name.strip() in found:
            fields.refuse(f"{path}:{number}", f'the variable "{name.strip()}" stands in the file twice', "keep one of them")
        found[name.strip()] = value
    return found


def _read(path: str | os.PathLike[str], place: str) -> bytes:
    try:
        return Path(path).read_bytes()
    except OSError as error:
        fields.refuse(place, f"{path} cannot be read: {error.strerror}")
