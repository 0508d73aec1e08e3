"""What becomes of rendered bodies: texts take the types that the schema wants, and a Secret's values are rendered inside their base64."""

from __future__ import annotations

import base64
from collections.abc import Callable

from kpod.cluster import Body
from kpod.specs.template import convert_rendered as typed

__all__ = ["render_secret", "typed"]


def render_secret(body: Body, render: Callable[[str], str]) -> Body:
    """Return a Secret's body with the templates in its values rendered; a value that is no text stays as it is."""
    return {**body, "data": {key: _render_value(value, render) for key, value in (body.get("data") or {}).items()}}


def _render_value(value: str, render: Callable[[str], str]) -> str:
    try:
        text = base64.b64decode(value).decode()
    except UnicodeDecodeError:
        return value
    return base64.b64encode(render(text).encode()).decode()
