"""Read manifests as Kubernetes reads them, and say where and why one cannot be read.

libyaml parses (PyYAML's own parser where there is no libyaml); the values are made here, because PyYAML's constructor reads other values
than Kubernetes does (`yaml_scalars`) and forgets positions. Anchors, aliases and merge keys are read; an alias that explodes is refused. It
makes no objects and checks no schema. Empty documents are skipped, and a document that is no mapping is refused. One habit of Kubernetes'
reader is not kept: a merge key (`<<`) never overrides a key that stands beside it, wherever it stands, as YAML says.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs
import yaml
from yaml.composer import Composer
from yaml.nodes import MappingNode, ScalarNode
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner

from kpod.errors import Problem, SpecError
from kpod.wire import yaml_errors, yaml_scalars
from kpod.wire.documents import PLAIN, Document, Positions, name_of, pairs_of, step_text
from kpod.wire.yaml_scalars import NUMBER_STARTS, WORDS

QUOTED = "quoted"
COLLECTION = "collection"
DEEPEST = 250
"""Levels of nesting; libyaml's composer overflows the C stack at some ten thousand."""
SPARE_NODES = 100_000
"""Nodes that aliases may add to a manifest of any number of documents, besides one for each character of it."""

_SCALAR_TAGS: dict[str, tuple[Callable[[str], Any], type[Any] | tuple[type[Any], ...]]] = {
    "tag:yaml.org,2002:str": (str, str),
    "tag:yaml.org,2002:timestamp": (str, str),
    "tag:yaml.org,2002:null": (yaml_scalars.resolve, type(None)),
    "tag:yaml.org,2002:bool": (yaml_scalars.resolve, bool),
    "tag:yaml.org,2002:int": (yaml_scalars.resolve, int),
    "tag:yaml.org,2002:float": (yaml_scalars.resolve, (int, float)),
}
_COLLECTION_TAGS = frozenset((COLLECTION, "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq"))


class _Tagging:
    """The resolver that the parsers ask for a tag: it only notes whether a scalar stood without quotes, and how deep it stands."""

    depth = 0

    def resolve(self, kind: type[Any], value: Any, implicit: Any) -> str:
        if kind is ScalarNode:
            return PLAIN if implicit[0] else QUOTED
        return COLLECTION

    def descend_resolver(self, parent: Any, index: Any) -> None:
        self.depth += 1
        if self.depth > DEEPEST:
            raise _refusal(parent, "yaml-depth", f"this is nested more than {DEEPEST} levels deep", "no Kubernetes object is")

    def ascend_resolver(self) -> None:
        self.depth -= 1


class PureParser(_Tagging, Reader, Scanner, Parser, Composer):
    """PyYAML's parser in Python, for machines without libyaml."""

    def __init__(self, stream: str) -> None:
        Reader.__init__(self, stream)
        Scanner.__init__(self)
        Parser.__init__(self)
        Composer.__init__(self)


try:
    from yaml._yaml import CParser as _LibYaml
except ImportError:
    NodeParser: type[Any] = PureParser
else:

    class _CParser(_Tagging, _LibYaml):
        """libyaml's parser."""

    NodeParser = _CParser


def read(
    text: str | bytes, source: str | None = None, *, parser: type[Any] = NodeParser, refused: list[Problem] | None = None
) -> list[Document]:
    """Read the documents of a manifest.

    Args:
        text: YAML, and JSON with it; bytes are UTF-8.
        source: what problems call the file.
        parser: libyaml's, where there is one.
        refused: where the problems of what cannot be read are put, so that the rest is returned; None raises.

    Returns:
        One `Document` for each that is not empty.

    Raises:
        SpecError: with source, line, column and what to do, where something is no YAML, no JSON data, no mapping, or an alias explodes.
    """
    documents: list[Document] = []
    found: list[Problem] = []
    try:
        text = _decoded(text)
        nodes, builder = parser(text), _Builder(2 * len(text) + SPARE_NODES)
        while nodes.check_node():
            root = nodes.get_node()
            if root.tag is PLAIN and root.value in WORDS and WORDS[root.value] is None:
                continue
            try:
                documents.append(_document(root, builder, source))
            except SpecError as error:
                found += error.problems
                if builder.left < 0:
                    break
    except (yaml.YAMLError, UnicodeEncodeError) as error:
        found.append(yaml_errors.explain(error, str(text)))
    except SpecError as error:
        found += error.problems
    found = [attrs.evolve(problem, source=source) for problem in found]
    if found and refused is None:
        raise SpecError(found)
    if refused is not None:
        refused += found
    return documents


def _decoded(text: object) -> str:
    if isinstance(text, str):
        return text
    if not isinstance(text, bytes):
        fix = "read the file first: load_yaml(path.read_text())" if hasattr(text, "read_text") else "give the text of a manifest"
        raise SpecError([Problem("", "yaml-document", f"{type(text).__name__} is no text", fix)])
    try:
        return text.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = text.count(b"\n", 0, error.start) + 1
        column = error.start - text.rfind(b"\n", 0, error.start)
        message = f"the byte {text[error.start]:#04x} is no UTF-8"
        problem = Problem("", "yaml-encoding", message, "save the file as UTF-8", line=line, column=column)
        raise SpecError([problem]) from None


def _document(root: Any, builder: _Builder, source: str | None) -> Document:
    if not isinstance(root, MappingNode):
        what = "a text" if isinstance(root, ScalarNode) else "a list"
        fix = "begin with apiVersion: and kind:, and divide objects by a line of ---"
        raise _refusal(root, "yaml-document", f"this document is {what}; a manifest is a mapping", fix)
    builder.traps = {}
    try:
        body = builder.mapping(root)
    except RecursionError:
        message = "an alias in this document contains itself, or a thousand others one in the other"
        raise _refusal(root, "yaml-alias", message, "write out what the alias stands for") from None
    problems = _problems(root, builder.traps, source) if builder.traps else []
    return Document(body, Positions(root), problems, source)


def _refusal(node: Any, rule: str, message: str, fix: str = "") -> SpecError:
    line, column = (node.start_mark.line + 1, node.start_mark.column + 1) if node is not None else (1, 1)
    return SpecError([Problem("", rule, message, fix, line=line, column=column)])


def _unknown_tag(node: Any) -> SpecError:
    """Refuse a tag without showing it: in a Secret it may be the value, if that begins with `!`."""
    fix = "remove it, or write the whole text in quotes if it begins with !"
    return _refusal(node, "yaml-tag", "the tag that stands here means nothing to Kubernetes", fix)


class _Builder:
    """Makes data of nodes. Aliases are copied, so that nothing in a body is shared, and what they add to a manifest is bounded."""

    def __init__(self, budget: int) -> None:
        self.left = budget
        """Nodes that may still be made, in all documents together."""
        self.traps: dict[int, tuple[str, str, str]] = {}

    def value(self, node: Any, below: str = "") -> Any:
        tag = node.tag
        if tag is PLAIN:
            return self.plain(node, below)
        if tag is QUOTED:
            return node.value
        if isinstance(node, MappingNode):
            return self.mapping(node)
        return self.sequence(node) if node.id == "sequence" else self.tagged(node)

    def mapping(self, node: Any) -> dict[str, Any]:
        self.spend(node)
        body: dict[str, Any] = {}
        merged: list[dict[str, Any]] = []
        for key_node, value_node in node.value:
            key, tag = key_node.value, value_node.tag
            if key_node.tag is PLAIN:
                if key == "<<":
                    merged += self.merged(value_node)
                    continue
                if key in WORDS or key[0] in NUMBER_STARTS:
                    key = self.key(key_node)
            elif key_node.tag is not QUOTED:
                key = self.key(key_node)
            if key in body:
                self.traps[id(key_node)] = (
                    "yaml-duplicate-key",
                    f"the key {key} stands here twice; the last one wins",
                    "remove one of them",
                )
            if tag is QUOTED:
                body[key] = value_node.value
            elif tag is PLAIN:
                text = value_node.value
                body[key] = self.plain(value_node, key) if text in WORDS or text[0] in NUMBER_STARTS else text
            else:
                body[key] = self.value(value_node)
        for each in merged:
            for key, value in each.items():
                body.setdefault(key, value)
        return body

    def sequence(self, node: Any) -> list[Any]:
        self.spend(node)
        return [self.value(item) for item in node.value]

    def spend(self, node: Any) -> None:
        if node.tag is not COLLECTION and node.tag not in _COLLECTION_TAGS:
            raise _unknown_tag(node)
        self.left -= len(node.value) + 1
        if self.left < 0:
            message = "the aliases of this document make far more of it than its text holds"
            raise _refusal(node, "yaml-alias", message, "write out what the aliases stand for")

    def plain(self, node: Any, below: str = "") -> Any:
        text = node.value
        if text in WORDS:
            value: Any = WORDS[text]
        elif text[0] in NUMBER_STARTS:
            if text.isdigit() and text[0] != "0" and len(text) < 19 and text.isascii():
                return int(text)
            value = yaml_scalars.number(text)
            if value in yaml_scalars.NOT_JSON:
                raise _refusal(node, "yaml-number", f"{text} is no number in JSON", f'write "{text}" in quotes if it is a text')
        else:
            return text
        trap = yaml_scalars.trap(text, value, below=below)
        if trap is not None:
            self.traps[id(node)] = trap
        return value

    def key(self, node: Any) -> str:
        if node.id != "scalar":
            template = node.id == "mapping" and node.flow_style
            fix = 'a template needs quotes: "{{ … }}"' if template else "keys are texts"
            raise _refusal(node, "yaml-key", f"a {node.id} stands here as a key", fix)
        if node.tag is not PLAIN:
            return str(self.tagged(node))
        key = yaml_scalars.key(node.value)
        if key is None:
            raise _refusal(node, "yaml-key", "null stands here as a key", "write it in quotes if it is a text")
        trap = yaml_scalars.trap(node.value, yaml_scalars.resolve(node.value), is_key=True)
        if trap is not None:
            self.traps[id(node)] = trap
        return key

    def tagged(self, node: Any) -> Any:
        if node.tag not in _SCALAR_TAGS:
            raise _unknown_tag(node)
        read, kind = _SCALAR_TAGS[node.tag]
        value = read(node.value)
        if not isinstance(value, kind):
            raise _refusal(node, "yaml-tag", "the value does not fit the tag before it", "remove the tag")
        return value

    def merged(self, node: Any) -> list[dict[str, Any]]:
        sources = [node] if node.id == "mapping" else node.value if node.id == "sequence" else []
        if not sources or any(source.id != "mapping" for source in sources):
            raise _refusal(node, "yaml-merge", "<< merges mappings, and this is none", "name an anchor of a mapping: <<: *defaults")
        return [self.mapping(source) for source in sources]


def _problems(root: Any, traps: dict[int, tuple[str, str, str]], source: str | None) -> list[Problem]:
    """Write the traps as problems, in the order of the text, with the path of each. A value of a Secret is not shown."""
    problems: list[Problem] = []
    seen: set[int] = set()

    def note(node: Any, path: str, is_hidden: bool) -> None:
        if id(node) in traps:
            rule, message, fix = traps[id(node)]
            if is_hidden and rule != "yaml-duplicate-key":
                message, fix = "a value without quotes is not read as the text that stands here", "write it in quotes"
            mark = node.start_mark
            level = "error" if rule == "yaml-duplicate-key" else "warning"
            problems.append(Problem(path, rule, message, fix, level, source, mark.line + 1, mark.column + 1))  # type: ignore[arg-type]

    def walk(node: Any, path: str, is_hidden: bool) -> None:
        if id(node) in seen:
            return
        seen.add(id(node))
        if node.id == "mapping":
            pairs = list(pairs_of(node))
            is_secret = any(key == "kind" and value.value == "Secret" for key, _, value in pairs)
            for key, key_node, value_node in pairs:
                below = step_text(path, key or "")
                note(key_node, below, is_hidden)
                walk(value_node, below, is_hidden or (is_secret and key in ("data", "stringData")))
        elif node.id == "sequence":
            for place, item in enumerate(node.value):
                walk(item, step_text(path, place, name_of(item)), is_hidden)
        else:
            note(node, path, is_hidden)

    walk(root, "", is_hidden=False)
    return sorted(problems, key=lambda problem: (problem.line or 0, problem.column or 0))
