"""Turn what a YAML parser complains about into a sentence that says what to change.

The parsers (libyaml, and PyYAML's own) say where they noticed something and in which state they were; here the line itself is looked at
too.
"""

from __future__ import annotations

import re
from typing import Any

from kpod.errors import Problem

_UNREADABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

# (what the parser says, what is wrong, what to do); the first that fits.
_SAYINGS: tuple[tuple[str, str, str], ...] = (
    (
        "mapping values are not allowed",
        "a colon stands here where no key can end",
        "quote the value, or line the key up with its neighbours",
    ),
    ("unexpected end of stream", "a quote is opened and never closed", 'close it; inside double quotes write \\" for a quote'),
    (
        "undefined alias",
        "this alias names an anchor that is not above it",
        "put &name at what it means, or quote a text that begins with *",
    ),
    ("duplicate anchor", "this anchor's name is taken", "give it another name"),
    ("expected ',' or ']'", "a list in brackets is not closed", "close it with ], and put commas between its items"),
    ("expected ',' or '}'", "a mapping in braces is not closed", "close it with }, and put commas between its keys"),
    ("expected key", "this line does not belong to the mapping above it", "line it up with the keys it belongs to"),
    ("expected <block end>", "this line does not belong to what stands above it", "line it up with the keys or dashes it belongs to"),
    (
        "expected '-' indicator",
        "this line stands beside a list but is no item of it",
        "begin it with a dash, or line it up with the keys above",
    ),
    ("block sequence entries are not allowed", "a dash stands here where no list can begin", "begin the list on a line of its own"),
    ("could not find expected ':'", "this line is no key: there is no colon after it", "write key: value, with a space after the colon"),
    ("unknown escape character", "a backslash in double quotes stands before a letter it cannot escape", "double it, or use single quotes"),
    ("tag handle", "this tag is not known", "quote a text that begins with !"),
    ("tag", "this tag cannot be read", "quote a text that begins with !"),
    ("cannot start any token", "no text can begin with this character", "put the text in quotes"),
)


def explain(error: Any, text: str) -> Problem:
    """Make a problem of a parser's error: line, column, what is wrong and what to do."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is None:
        return _unreadable(error, text)
    lines = text.splitlines()
    line = lines[mark.line] if mark.line < len(lines) else ""
    rule, message, fix = _sentence(str(error.problem or error.context or error), line, mark.column)
    context = getattr(error, "context_mark", None)
    if context is not None and context.line != mark.line:
        message += f" (it began in line {context.line + 1})"
    return Problem("", rule, message, fix, line=mark.line + 1, column=mark.column + 1)


def _sentence(said: str, line: str, column: int) -> tuple[str, str, str]:
    rule = "yaml-syntax"
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" in indent or line[column : column + 1] == "\t":
        return "yaml-tab", "a tab stands here; YAML is indented with spaces only", "replace the tab by spaces"
    if "{{" in line:
        return rule, "a template stands here without quotes", 'write the whole value in quotes: "{{ … }}"'
    for words, message, fix in _SAYINGS:
        if words in said:
            return rule, message, fix
    return rule, said, ""


def _unreadable(error: Any, text: str) -> Problem:
    """The parser did not even get as far as a position: a character that YAML does not allow."""
    found = _UNREADABLE.search(text)
    if found is None:
        return Problem("", "yaml-syntax", str(error), line=1, column=1)
    line = text.count("\n", 0, found.start()) + 1
    column = found.start() - text.rfind("\n", 0, found.start())
    code = ord(found.group())
    message = f"the character U+{code:04X} may not stand in YAML"
    fix = f'remove it, or write "\\u{code:04x}" in double quotes'
    return Problem("", "yaml-character", message, fix, line=line, column=column)
