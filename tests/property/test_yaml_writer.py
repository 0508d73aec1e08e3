"""Whatever JSON can say, every YAML parser reads back as the same data."""

from __future__ import annotations

import json
from typing import Any

import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from kpod.wire import read_yaml, yaml_writer

SAFE_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

TRAPS = [
    "", " ", "~", "null", "Null", "yes", "No", "ON", "y", "n", "true", "False", "tRUE", "0400", "0o400", "0x1F", "0b11", "1_000", "1e3",
    "1E3",
    "-1", "+1", ".5", "1.", "1.5", ".inf", "-.INF", ".nan", "inf", "nan", "Infinity", "12:30", "12:30:45", "190:20:30.15", "2026-01-01",
    "2026-01-01T00:00:00Z", "2026-1-1 1:1:1", "<<", "=", "-", "--", "---", "...", "--- a", "- a", "? a", ": a", "a:", "a: b", "a :b",
    "a #b", "#a",
    "a#b", "&a", "*a", "!a", "!!str a", "%a", "@a", "`a", "|", ">", "[", "]", "{", "}", "[a]", "{a: b}", "{{ ds }}", "a, b", "'a'",
    '"a"', "'", '"',
    "\\", "a\\nb", " a", "a ", "\ta", "a\t", "\n", "\n\n", "a\n", "a\n\n", "\na", " a\nb", "a\n b\n", "a\n \nb", "a\n\tb", "\ta\nb",
    "a\nb ", "a\n#b\n",
    "a\n---\nb\n", "a\r\nb", "\r", "a\x85b", "a\u2028b", "a\u2029b\n", "\ufeff", "\ufeffa", "a\x00b", "\x07", "\x7f", "\x9f", "\xa0",
    "\ufffe", "\uffff",
    "é", "日本", "😀", "😀\nb", "/data", "--to", "-m", "-inf", "-1Gi", "1Gi", "500m", "0m", "1k", "1E", "1Ei", "a" * 200, "a b " * 50,
    "é" * 130,
    "#!/bin/sh\nset -e\n\n\techo 'x: y' # z\n", "key\nkey", "0", "00", "08", "089", "0.0", "1e", "e1", "0e0", "1:2", "1:99", "!", "a!",
    "<", "a\n\n\nb\n\n\n",
]  # fmt: skip
texts = st.one_of(
    st.sampled_from(TRAPS),
    st.text(),
    st.text(alphabet=" \t\n#:-?a'\"\\0é\x85\u2028", max_size=12),
    st.from_regex(r"[-+.0-9eExob_:TZ]{1,12}", fullmatch=True),
)
leaves = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False, allow_infinity=False), texts)
json_data = st.recursive(
    leaves, lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(texts, inner, max_size=4)), max_leaves=25
)


def with_kubernetes_numbers(data: Any) -> Any:
    """Whole numbers beyond 64 bits become floats, as they do in the server."""
    if isinstance(data, dict):
        return {key: with_kubernetes_numbers(value) for key, value in data.items()}
    if isinstance(data, list):
        return [with_kubernetes_numbers(value) for value in data]
    return float(data) if type(data) is int and not -(2**63) <= data < 2**64 else data


def by_ruamel(text: str) -> Any:
    return YAML(typ="safe", pure=True).load(text)


def same(one: Any, other: Any) -> bool:
    """Equal, and of the same types: 1 is not True, 1 is not 1.0."""
    return json.dumps(one, ensure_ascii=True) == json.dumps(other, ensure_ascii=True)


@given(json_data)
@settings(max_examples=400, deadline=None)
def test_yaml_1_1_reads_back_what_was_written(data: Any) -> None:
    text = yaml_writer.dump(data)
    assert same(yaml.load(text, SAFE_LOADER), data), text


@given(json_data)
@settings(max_examples=200, deadline=None)
def test_yaml_1_2_reads_back_what_was_written(data: Any) -> None:
    text = yaml_writer.dump(data)
    assert same(by_ruamel(text), data), text


def test_every_trap_survives_as_value_as_key_as_item_and_below_others() -> None:
    for trap in TRAPS:
        for data in (
            {"a": trap},
            {trap: "a"},
            [trap],
            [[trap, "b"]],
            {"a": {"b": [trap, {"c": trap, "d": [trap]}]}},
            {trap: {trap: [trap]}},
            trap,
        ):
            text = yaml_writer.dump(data)
            assert same(yaml.load(text, SAFE_LOADER), data), text
            assert same(yaml.load(text, yaml.SafeLoader), data), text
            assert same(by_ruamel(text), data), text


@given(st.lists(st.dictionaries(texts, json_data, min_size=1, max_size=3), max_size=4))
@settings(max_examples=100, deadline=None)
def test_several_documents_are_read_back_by_everyone_and_by_us(documents: list[dict[str, Any]]) -> None:
    text = yaml_writer.dump_all(documents)
    assert same(list(yaml.load_all(text, SAFE_LOADER)), documents), text
    read = read_yaml(text)
    assert [document.problems for document in read] == [[]] * len(documents), text


@given(st.dictionaries(texts, json_data, min_size=1, max_size=4))
@example({"a": 1e16, "b": 1e-7, "c": 2**64, "d": -(2**63) - 1, "e": 2**64 - 1})
@settings(max_examples=300, deadline=None)
def test_our_reader_reads_back_what_was_written_but_for_the_point_of_whole_floats(data: dict[str, Any]) -> None:
    text = yaml_writer.dump(data)
    (document,) = read_yaml(text)
    assert document.body == with_kubernetes_numbers(data), text  # 1.0 == 1: Kubernetes' JSON has one kind of number
    assert not document.problems, text
