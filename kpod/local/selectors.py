"""Label and field selectors: text in, a question about a body out.

Field selectors take any dotted path, where the real server takes a short list for each kind: more than Kubernetes offers, and what client
code for it asks is answered the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from kpod.cluster import Body
from kpod.local import statuses

Question = Callable[[Body], bool]

_SET = re.compile(r"^(?P<key>[^\s!=,()]+)\s+(?P<word>in|notin)\s*\((?P<values>[^()]*)\)$")
_EQUAL = re.compile(r"^(?P<key>[^\s!=,()]+)\s*(?P<word>==|=|!=)\s*(?P<value>[^\s!=,()]*)$")
_THERE = re.compile(r"^(?P<not>!?)\s*(?P<key>[^\s!=,()]+)$")


def labels(text: str) -> Question:
    """Return the question whether a body's labels match.

    Raises:
        StatusError: 400 for a selector that cannot be read.
    """
    terms = [_label_term(term.strip()) for term in _split(text) if term.strip()]
    if not terms:
        return lambda body: True

    def matches(body: Body) -> bool:
        have: dict[str, str] = body["metadata"].get("labels") or {}
        return all(term(have) for term in terms)

    return matches


def fields(text: str) -> Question:
    """Return the question whether a body's fields match.

    Raises:
        StatusError: 400 for a selector that cannot be read.
    """
    terms: list[tuple[tuple[str, ...], str, bool]] = []
    for term in text.split(","):
        if not term.strip():
            continue
        found = re.match(r"^\s*([A-Za-z0-9_./-]+)\s*(==|=|!=)\s*(.*?)\s*$", term)
        if found is None:
            raise statuses.bad_request(f"invalid selector: '{text}'; can't understand '{term}'")
        terms.append((tuple(found[1].split(".")), found[3], found[2] != "!="))
    if not terms:
        return lambda body: True
    return lambda body: all((_field(body, path) == value) is wanted for path, value, wanted in terms)


def _field(body: Body, path: tuple[str, ...]) -> str:
    value: Any = body
    for part in path:
        value = value.get(part) if isinstance(value, dict) else None
    if value is None or isinstance(value, (dict, list)):
        return "0" if path[0] == "status" and path[-1] == "successful" else ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _split(text: str) -> list[str]:
    return re.split(r",(?![^()]*\))", text)


def _label_term(term: str) -> Callable[[dict[str, str]], bool]:
    found = _SET.match(term)
    if found is not None:
        key, values = found["key"], {value.strip() for value in found["values"].split(",")}
        if found["word"] == "in":
            return lambda have: key in have and have[key] in values
        return lambda have: have.get(key) not in values
    found = _EQUAL.match(term)
    if found is not None:
        key, value = found["key"], found["value"]
        if found["word"] == "!=":
            return lambda have: have.get(key) != value
        return lambda have: have.get(key) == value
    found = _THERE.match(term)
    if found is not None:
        key, there = found["key"], not found["not"]
        return lambda have: (key in have) is there
    raise statuses.bad_request(f"unable to parse requirement: found '{term}', expected: label selector")


def of_selector(selector: dict[str, Any]) -> Question:
    """Return the question of a `LabelSelector` object. An empty one matches everything."""
    wanted: dict[str, str] = selector.get("matchLabels") or {}
    terms: list[Callable[[dict[str, str]], bool]] = []
    for each in selector.get("matchExpressions") or []:
        values = ",".join(each.get("values") or [])
        words = {"In": "in", "NotIn": "notin"}
        if each["operator"] in words:
            terms.append(_label_term(f"{each['key']} {words[each['operator']]} ({values})"))
        else:
            terms.append(_label_term(("" if each["operator"] == "Exists" else "!") + each["key"]))

    def matches(body: Body) -> bool:
        have: dict[str, str] = body["metadata"].get("labels") or {}
        return wanted.items() <= have.items() and all(term(have) for term in terms)

    return matches
