"""Templates in the leaves of a spec: `Template`, and what becomes of a leaf when somebody has rendered it.

kpod renders nothing: Airflow does, or whoever else knows what `{{ ds }}` means. A text with `{{` or `{%` may stand in any leaf; the checks
of the constructors and the rules pass over it, `compile()` carries it through unchanged, and after rendering `convert_rendered` gives the
text the type that the schema wants there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from kpod.specs import fields

if TYPE_CHECKING:
    from kpod.api.schema import Field

_INTEGER = re.compile(r"[+-]?[0-9]+", re.ASCII)
_NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]*)?([eE][+-]?[0-9]+)?", re.ASCII)


def Template(text: str) -> Any:  # noqa: N802 (it reads as what it makes, and a class could not stand where a number is wanted)
    """Return a text that is still to be rendered, for a place whose type is not text: `Job(pod, retries=Template("{{ params.retries }}"))`.

    At run time it is the text itself; its type is `Any`, so that mypy and pyright take it where a number, a truth value or a duration
    belongs. Where text belongs, a plain `str` does the same.

    Raises:
        SpecError: there is no template in the text.

    >>> Template("{{ params.retries }}")
    '{{ params.retries }}'
    """
    if not fields.is_template(text):
        fields.refuse("", f"{fields.shown(text)} holds no template", 'write Template("{{ … }}"), or the value itself')
    return text


def convert_rendered(body: Mapping[str, Any]) -> dict[str, Any]:
    """Return a body in which rendered texts have the types that the schema wants: numbers and truth values where those belong.

    >>> convert_rendered({"kind": "Pod", "spec": {"terminationGracePeriodSeconds": "5", "hostNetwork": "true"}})["spec"]
    {'terminationGracePeriodSeconds': 5, 'hostNetwork': True}

    A text that is neither stays what it is, and the rules name it. Quantities and times stay texts, which is what they are on the wire; of
    a port that may be a name, digits become a number.

    Args:
        body: a Pod, a Job or any other kind that kpod has a class for; other kinds come back as they are.
    """
    from kpod.api.kinds import KINDS

    known = KINDS.get(str(body.get("kind")))
    found: dict[str, Any] = _object(dict(body), known.type if known else "")
    return found


def _object(value: Any, type_key: str) -> Any:
    from kpod.api.schema import TYPES

    known = TYPES.get(type_key)
    if known is None or not isinstance(value, Mapping):
        return value
    return {name: _field(item, known[name]) if name in known else item for name, item in value.items()}


def _field(value: Any, field: Field) -> Any:
    if field.shape == "list" and isinstance(value, list):
        return [_one(item, field.type) for item in value]
    if field.shape == "map" and isinstance(value, Mapping):
        return {name: _one(item, field.type) for name, item in value.items()}
    return _one(value, field.type)


def _one(value: Any, type_key: str) -> Any:
    if not isinstance(value, str):
        return _object(value, type_key)
    text = value.strip()
    if type_key == "boolean" and text.lower() in ("true", "false"):
        return text.lower() == "true"
    if type_key in ("integer", "number", "int_or_string") and _INTEGER.fullmatch(text):
        return int(text)
    if type_key == "number" and _NUMBER.fullmatch(text):
        return float(text)
    return value
