"""A manifest is read as Kubernetes reads it, and what cannot be read says where and why."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kpod.errors import SpecError
from kpod.wire import read_yaml, yaml_reader

PARSERS = [yaml_reader.NodeParser, yaml_reader.PureParser]


def value(text: str) -> Any:
    (document,) = read_yaml(f"a: {text}\n")
    return document.body["a"]


def rules(text: str) -> list[tuple[str, str, int | None, int | None]]:
    (document,) = read_yaml(text)
    return [(problem.rule, problem.path, problem.line, problem.column) for problem in document.problems]


# What kubectl 1.32 made of each, by `kubectl label --local -f - x=y -o json`.
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("yes", True), ("Off", False), ("y", True), ("N", False), ("yEs", "yEs"), ("TRUE", True), ("~", None), ("", None), ("NULL", None),
        ("0400", 256), ("0o400", 256), ("-0400", -256), ("089", 89), ("0x1F", 31), ("-0b11", -3), ("1_000", 1000), ("0_7", 7), ("_1",
        "_1"),
        ("1e3", 1000), ("1.5e3", 1500), ("1e999", "1e999"), (".5", 0.5), ("1.", 1), ("1.10", 1.1), ("1.5.2", "1.5.2"), ("12:30:45",
        "12:30:45"),
        ("2026-01-01", "2026-01-01"), ("2026-01-01T00:00:00Z", "2026-01-01T00:00:00Z"), ("18446744073709551615", 18446744073709551615),
        ("1Gi", "1Gi"), ("500m", "500m"), ('"yes"', "yes"), ("'0400'", "0400"), ("!!str 3", "3"), ("!!int '3'", 3), ("!!float '1e3'",
        1000),
        ("-", None), ("..", ".."), ("0e1", 0), ("00", 0), ("- 1", None),
        ("9" * 5000, "9" * 5000), ("1" + "0" * 30, 1e30), ("0" * 5000 + "7", 7), ("1e999999999", "1e999999999"),
    ],
)  # fmt: skip
def test_a_scalar_means_what_it_means_to_kubernetes(text: str, expected: Any) -> None:
    if text.startswith("-") and expected is None:
        with pytest.raises(SpecError):
            value(text)
    else:
        read = value(text)
        assert read == expected
        assert type(read) is type(expected)


def test_keys_become_texts_as_kubernetes_makes_them() -> None:
    (document,) = read_yaml("on: 1\n8080: 2\n1.5: 3\n0400: 4\n'5': 5\n")
    assert document.body == {"true": 1, "8080": 2, "1.5": 3, "256": 4, "5": 5}
    assert [problem.rule for problem in document.problems] == ["yaml-boolean", "yaml-octal"]


def test_traps_are_told_with_path_line_and_column() -> None:
    text = """\
spec:
  containers:
  - name: main
    env:
    - name: DEBUG
      value: yes
    - name: SINCE
      value: 2026-01-01
    - name: AT
      value: 12:30:45
    - name: COMMIT
      value: 12e5
    - {name: SIZE, value: 1_000}
  volumes:
  - name: v
    secret: {defaultMode: 0400}
"""
    assert rules(text) == [
        ("yaml-boolean", "spec.containers[main].env[DEBUG].value", 6, 14),
        ("yaml-date", "spec.containers[main].env[SINCE].value", 8, 14),
        ("yaml-sexagesimal", "spec.containers[main].env[AT].value", 10, 14),
        ("yaml-exponent", "spec.containers[main].env[COMMIT].value", 12, 14),
        ("yaml-underscore", "spec.containers[main].env[SIZE].value", 13, 27),
        ("yaml-octal", "spec.volumes[v].secret.defaultMode", 16, 27),
    ]


def test_plain_booleans_numbers_and_the_times_of_a_server_are_no_traps() -> None:
    assert rules("a: true\nb: 8080\nc: 1.5\nd: -1\ne: 0\ncreationTimestamp: 2026-01-01T00:00:00Z\nstartTime: 2026-01-01T00:00:00Z\n") == []


def test_a_key_that_stands_twice_is_an_error_at_its_second_place_and_the_last_one_wins() -> None:
    (document,) = read_yaml("metadata:\n  name: a\n  labels: {x: z}\n  name: b\n", "f.yaml")
    assert document.body["metadata"]["name"] == "b"
    (problem,) = document.problems
    assert (problem.level, problem.rule, problem.path, problem.source) == ("error", "yaml-duplicate-key", "metadata.name", "f.yaml")
    assert (problem.line, problem.column) == (4, 3)


@pytest.mark.parametrize("parser", PARSERS)
def test_documents_come_in_order_and_empty_ones_are_skipped(parser: type[Any]) -> None:
    text = "---\n# nothing\n---\na: 1\n---\n---\nb: 2\n...\n---\n~\n"
    assert [document.body for document in yaml_reader.read(text, parser=parser)] == [{"a": 1}, {"b": 2}]
    assert yaml_reader.read("", parser=parser) == []


def test_json_is_read_too() -> None:
    (document,) = read_yaml('{"a": {"b": [1, "yes", true, null, "2026-01-01"]}}')
    assert document.body == {"a": {"b": [1, "yes", True, None, "2026-01-01"]}}
    assert not document.problems


def test_bytes_are_utf_8_with_or_without_a_mark() -> None:
    assert read_yaml("a: é".encode())[0].body == {"a": "é"}
    assert read_yaml("\ufeffa: é".encode())[0].body == {"a": "é"}


@pytest.mark.parametrize("parser", PARSERS)
def test_anchors_and_merge_keys_are_read_without_sharing_anything(parser: type[Any]) -> None:
    text = "base: &base {a: 1, list: [1]}\none: {<<: *base, a: 2}\ntwo: {<<: [{b: 1}, {b: 2, c: 3}]}\nsame: *base\n"
    body = yaml_reader.read(text, parser=parser)[0].body
    assert body["one"] == {"a": 2, "list": [1]}
    assert body["two"] == {"b": 1, "c": 3}
    body["base"]["list"].append(2)
    assert body["same"] == {"a": 1, "list": [1]}
    assert body["one"]["list"] == [1]


BOMB = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "\n".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join(['*' + chr(97 + n)] * 10)}]" for n in range(9)
)


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize(
    ("text", "rule", "line", "column", "words"),
    [
        ("a:\n\tb: 1", "yaml-tab", 2, 1, "spaces"),
        ("a:\n  - b\n\t- c", "yaml-tab", 3, 1, "spaces"),
        ("a: b: c", "yaml-syntax", 1, 5, "quote"),
        ("a: [1", "yaml-syntax", None, None, "]"),
        ("a: {b: 1", "yaml-syntax", None, None, "}"),
        ("a: @x", "yaml-syntax", 1, 4, "quotes"),
        ("a: *b", "yaml-syntax", 1, 4, "anchor"),
        ("a: {{ ds }}-x", "yaml-syntax", 1, 12, "template"),
        ("a: {{ ds }}", "yaml-key", 1, 5, "template"),
        ("a:\n  b: 1\n c: 2", "yaml-syntax", 3, 2, "line it up"),
        ("- a\nb: 1", "yaml-syntax", 2, 1, "dash"),
        ('a: "\\q"', "yaml-syntax", 1, None, "backslash"),
        ("a: x\x01", "yaml-character", 1, 5, "U+0001"),
        ("a: 1\nb: \ud800", "yaml-character", 2, 4, "U+D800"),
        ("- a", "yaml-document", 1, 1, "apiVersion"),
        ("hello", "yaml-document", 1, 1, "mapping"),
        ("a: !Ref x", "yaml-tag", 1, 4, "begins with !"),
        ("a: !!int x", "yaml-tag", 1, 4, "tag"),
        ("a: .inf", "yaml-number", 1, 4, "quotes"),
        ("~: 1", "yaml-key", 1, 1, "quotes"),
        ("[a]: 1", "yaml-key", 1, 1, "texts"),
        ("<<: 1", "yaml-merge", 1, 5, "anchor"),
        (BOMB, "yaml-alias", None, None, "alias"),
        ("a: &a\n  b: *a", "yaml-alias", 1, 1, "itself"),
        ("[" * 100_000, "yaml-depth", 1, None, "levels"),
        ("- " * 100_000 + "a", "yaml-depth", 1, None, "levels"),
    ],
)
def test_what_cannot_be_read_says_where_and_what_to_do(
    parser: type[Any], text: str, rule: str, line: int | None, column: int | None, words: str
) -> None:
    with pytest.raises(SpecError) as caught:
        yaml_reader.read(text, "f.yaml", parser=parser)
    (problem,) = caught.value.problems
    assert problem.rule == rule
    assert problem.source == "f.yaml"
    assert problem.line is not None
    assert problem.column is not None
    assert words in str(problem)
    if parser is yaml_reader.NodeParser:
        assert (line or problem.line, column or problem.column) == (problem.line, problem.column)


def test_many_small_bombs_are_refused_like_a_large_one() -> None:
    small = "a: &a [x, x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b, *b]\n"
    assert len(read_yaml(small)) == 1
    with pytest.raises(SpecError) as caught:
        read_yaml("---\n".join([small] * 1000))
    assert [problem.rule for problem in caught.value.problems] == ["yaml-alias"]


def test_bytes_that_are_no_utf_8_are_refused_with_their_place() -> None:
    with pytest.raises(SpecError, match=r"f.yaml:2:4 .*0xff.*UTF-8"):
        read_yaml(b"a: 1\nb: \xff", "f.yaml")


@pytest.mark.parametrize(("given", "fix"), [(Path("etl.yaml"), r"load_yaml\(path.read_text\(\)\)"), (None, "give the text of a manifest")])
def test_what_is_no_text_is_refused_with_what_to_give_instead(given: Any, fix: str) -> None:
    with pytest.raises(SpecError, match=rf"is no text; .*{fix}"):
        read_yaml(given)


def test_every_document_that_is_no_mapping_is_told_at_once() -> None:
    with pytest.raises(SpecError) as caught:
        read_yaml("a: 1\n---\n- b\n---\nc\n")
    assert [(problem.rule, problem.line) for problem in caught.value.problems] == [("yaml-document", 3), ("yaml-document", 5)]


def test_a_warning_about_a_value_of_a_secret_does_not_show_it() -> None:
    (document,) = read_yaml("apiVersion: v1\nkind: Secret\nmetadata: {name: a}\nstringData:\n  pin: 0417\n  on: 'x'\n")
    (problem,) = [problem for problem in document.problems if problem.rule == "yaml-octal"]
    assert (problem.path, problem.line) == ("stringData.pin", 5)
    assert "417" not in str(problem).replace("stringData.pin", "")


@pytest.mark.parametrize(
    "value", ["!CANARY", "!CANARY word", "!<CANARY> word", "!!int CANARY", "!!float CANARY", "*CANARY", "%CANARY", '"\\CANARY"']
)
@pytest.mark.parametrize("parser", PARSERS)
def test_a_value_that_cannot_be_read_is_not_shown_for_it_may_be_a_secret(value: str, parser: type[Any]) -> None:
    with pytest.raises(SpecError) as caught:
        yaml_reader.read(f"apiVersion: v1\nkind: Secret\nstringData:\n  pin: {value}\n", parser=parser)
    assert "CANARY" not in str(caught.value)
    assert caught.value.problems[0].line == 4


def test_the_traps_in_a_secret_of_a_list_show_no_value() -> None:
    (document,) = read_yaml(
        "kind: List\nitems:\n- kind: Secret\n  stringData: {pin: 0417, deep: [0415]}\n- kind: Pod\n  spec: {priority: 010}\n"
    )
    said = [str(problem) for problem in document.problems]
    assert len(said) == 3
    assert not any(word in text for text in said[:2] for word in ("0417", "271", "0415", "269"))
    assert "010 is read as the number 8" in said[2]
