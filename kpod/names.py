"""What Kubernetes accepts as a name, a label or a key, and how to make names that it accepts and that never clash.

The checks return what is wrong instead of raising, so that `rules` can gather them; `check` raises. Names that kpod makes are DNS-1123
labels (no dots), because Pods' names become host names.

Source: https://kubernetes.io/docs/concepts/overview/working-with-objects/names/ and …/labels/
"""

from __future__ import annotations

import hashlib
import re
import secrets

from kpod.errors import SpecError

MANAGED_BY = "app.kubernetes.io/managed-by"
"""The label by which kpod finds what it has made: there it says `kpod`."""

_LABEL = re.compile(r"[a-z0-9]([-a-z0-9]*[a-z0-9])?", re.ASCII)
_SUBDOMAIN = re.compile(r"[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*", re.ASCII)
_QUALIFIED = re.compile(r"([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]", re.ASCII)
_PORT = re.compile(r"[a-z0-9]([a-z0-9-]*[a-z0-9])?", re.ASCII)
_KEY = re.compile(r"[-._a-zA-Z0-9]+", re.ASCII)
_ENV = re.compile(r"[ -<>-~]+", re.ASCII)
_OLD_ENV = re.compile(r"[-._a-zA-Z][-._a-zA-Z0-9]*", re.ASCII)

_LABEL_KINDS = {"Namespace", "label", "container", "volume"}
_LIMITS = {"CronJob": 52, "Job": 63, "Namespace": 63, "label": 63, "container": 63, "volume": 63}
_ALPHABET = "bcdfghjklmnpqrstvwxz2456789"
HASH_LENGTH = 12
FRESH_LENGTH = 8

Wrong = tuple[str, str]
"""What is wrong, and what to write instead (may be empty)."""


def check(name: str, kind: str = "Pod", *, path: str = "metadata.name") -> str:
    """Return the name, or raise.

    Args:
        name: the name.
        kind: what it names: a Kubernetes kind (`Pod`, `Job`, `Namespace`, …), `container`, `volume`, or `label` for any DNS-1123 label.
        path: where it stands, for the error.

    Raises:
        SpecError: with what is wrong and a name that would do.
    """
    wrong = wrong_name(name, kind)
    if wrong:
        raise SpecError(wrong[0], path=path, rule="name", fix=wrong[1])
    return name


def wrong_name(name: str, kind: str = "Pod") -> Wrong | None:
    """Say what is wrong with the name of an object of a kind, of a `container` or a `volume`."""
    limit = _LIMITS.get(kind, 253)
    what = f"a name of a {kind}" if kind != "label" else "a DNS label"
    if not name:
        return "the name is empty", ""
    if len(name) > limit:
        return f'"{_cut(name)}" has {len(name)} characters, {what} at most {limit}', "kpod.names.unique() makes a short one"
    pattern, letters = (_LABEL, "a-z, 0-9 and -") if kind in _LABEL_KINDS else (_SUBDOMAIN, "a-z, 0-9, - and .")
    if pattern.fullmatch(name):
        return None
    rest = "begins and ends with a letter or digit"
    return f'"{_cut(name)}" is not {what}: it has only {letters}, and {rest}', f"did you mean {slug(name)}?"


def wrong_prefix(prefix: str, kind: str = "Pod") -> Wrong | None:
    """Say what is wrong with a `generateName`: the server adds five characters to it."""
    return wrong_name(f"{prefix}x", kind)


def wrong_label_value(value: str) -> Wrong | None:
    """Say what is wrong with a label's value: at most 63 of A-Z a-z 0-9 - _ ., a letter or digit at both ends; or empty."""
    if len(value) > 63:
        return f'"{_cut(value)}" has {len(value)} characters, a label value at most 63', "an annotation may be longer"
    if not value or _QUALIFIED.fullmatch(value):
        return None
    better = re.sub(r"[^A-Za-z0-9_.-]+", "-", value).strip("-_.")
    return (
        f'"{value}" is no label value: it has only letters, digits, -, _ and ., with a letter or digit at both ends',
        f"did you mean {better}? An annotation may hold any text" if better else "an annotation may hold any text",
    )


def wrong_qualified(key: str, what: str = "label key") -> Wrong | None:
    """Say what is wrong with the key of a label or an annotation, or the name of a resource: `name` or `prefix.example.com/name`."""
    prefix, slash, name = key.rpartition("/")
    if slash and (len(prefix) > 253 or not _SUBDOMAIN.fullmatch(prefix)):
        return f'"{_cut(key)}" is no {what}: before the / stands a domain, as example.com', ""
    if len(name) > 63:
        return f'"{_cut(key)}" is no {what}: its name has {len(name)} characters, at most 63', ""
    if _QUALIFIED.fullmatch(name):
        return None
    better = re.sub(r"[^A-Za-z0-9_.-]+", "-", name).strip("-_.")
    return (
        f'"{_cut(key)}" is no {what}: it has only letters, digits, -, _ and ., with a letter or digit at both ends',
        f"did you mean {prefix}{slash}{better}?" if better else "",
    )


def wrong_port_name(name: str) -> Wrong | None:
    """Say what is wrong with a port's name: at most 15 of a-z 0-9 -, with a letter, no double -."""
    if len(name) <= 15 and _PORT.fullmatch(name) and re.search("[a-z]", name) and "--" not in name:
        return None
    return f'"{_cut(name)}" is no port name: at most 15 of a-z, 0-9 and -, with at least one letter', "as http or metrics"


def wrong_key(key: str) -> Wrong | None:
    """Say what is wrong with a key of a Secret or a ConfigMap: it becomes a file's name."""
    if 0 < len(key) <= 253 and _KEY.fullmatch(key) and key not in (".", "..") and not key.startswith(".."):
        return None
    return f'"{_cut(key)}" is no key: only letters, digits, -, _ and . stand in it, at most 253', ""


def wrong_env_name(name: str) -> Wrong | None:
    """Say what is wrong with an environment variable's name: printable ASCII without `=`."""
    if _ENV.fullmatch(name):
        return None
    better = name.partition("=")[0]
    fix = f"did you mean {better}?" if better != name and _ENV.fullmatch(better) else ""
    return f'"{_cut(name)}" is no name of an environment variable: printable ASCII characters without =', fix


def is_portable_env_name(name: str) -> bool:
    """Whether a server before 1.34, and every shell's neighbour, takes the name too: letters, digits, -, _ and ., no digit first."""
    return bool(_OLD_ENV.fullmatch(name))


def slug(text: str, limit: int = 63) -> str:
    """Turn any text into a DNS-1123 label that a person recognises; `run` where nothing is left.

    >>> slug("registry.example.com/Team A/etl_2")
    'registry-example-com-team-a-etl-2'
    """
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:limit].rstrip("-") or "run"[:limit]


def image_name(image: str) -> str:
    """The readable part of an image's name: `registry.example.com:5000/team/etl:1.2@sha256:…` -> `etl`."""
    return slug(image.partition("@")[0].rpartition("/")[2].partition(":")[0], 40)


def unique(prefix: str, identity: str, limit: int = 63) -> str:
    """Make the name that always and only belongs to an identity: a readable prefix, and a hash of the whole identity.

    >>> unique("Load orders", "dag=etl task=load day=2026-11-22")
    'load-orders-ngc5hpp9qwvp'

    Args:
        prefix: what a person should recognise; cut and cleaned as need be.
        identity: whatever makes the thing that thing, of any length. Different identities get different names: the hash has 57 bits.
        limit: the longest name, at least 16.

    Returns:
        a DNS-1123 label of at most `limit` characters.
    """
    if limit < HASH_LENGTH + 4:
        raise ValueError(f"a name of {limit} characters has no room for a hash of {HASH_LENGTH}")
    number = int.from_bytes(hashlib.sha256(identity.encode("utf-8", "surrogatepass")).digest(), "big")
    return f"{slug(prefix, limit - HASH_LENGTH - 1)}-{_digits(number, HASH_LENGTH)}"


def fresh(prefix: str, limit: int = 63) -> str:
    """Make a name that nobody has yet: a readable prefix, and 8 random characters (38 bits). `limit` is at least 12."""
    if limit < FRESH_LENGTH + 4:
        raise ValueError(f"a name of {limit} characters has no room for {FRESH_LENGTH} random ones")
    return f"{slug(prefix, limit - FRESH_LENGTH - 1)}-{_digits(secrets.randbits(64), FRESH_LENGTH)}"


def _digits(number: int, length: int) -> str:
    found = []
    for _ in range(length):
        number, digit = divmod(number, len(_ALPHABET))
        found.append(_ALPHABET[digit])
    return "".join(found)


def _cut(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:77]}…"
