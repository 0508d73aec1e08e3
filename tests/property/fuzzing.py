"""Inputs made to break what reads other people's text, and what they may do there: raise `SpecError`, nothing else, and soon.

Used by the short tests beside it and, for as long as one likes, by `make fuzz`. The inputs are real manifests and bodies with a few things
done to them that no person would do, since noise alone gets no further than a parser's first error.
"""

from __future__ import annotations

import copy
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import hypothesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import kpod
from kpod import rules
from kpod.errors import Problem, SpecError
from kpod.quantity import Quantity
from tests.unit.rules.every import EVERY

ROOT = Path(__file__).parents[2]
HANG = 20.0
"""Seconds of the processor, not of the clock, after which an input counts as hanging; the slowest ones take about one."""

TOKENS = (
    "&a ", "*a", "<<: *a\n", "<<: [*a, *a]\n", "{", "}", "[", "]", ", ", ": ", "? ", "- ", "|\n", ">-\n", "|9\n", "#", '"', "'", "\\",
    "%YAML 1.2\n",     "---\n", "...\n", "\n", "\n\n", "  ", "\t", "\r", "\x00", "\x85", "\u2028", "\ufeff", "\ud800", "😀",
    "!!binary ", "!!int ",
    "!!float x", "!!python/object:os.system ", "!<tag:yaml.org,2002:map> ", "~", "null", "yes", "0400", "0x", "0o8", "1_0",
    "1e999999999", "-.inf",
    ".nan", "9" * 5000, "2026-01-01", "12:30:45", "{{ ds }}", "{% if x %}", "=", "<<", "kind: List\nitems:\n", "kind: Secret\n",
    "apiVersion: v1\n",
)  # fmt: skip
TEXTS = (
    "", "a", "A_b", "/", "..", "$(", "${A}", "{{", "1Gb", "512m", "2 cores", "1e999999999", "-1e-999999999", "0" * 5000, "9" * 5000,
    "a" * 5000 + "!",    "a-" * 5000, "a." * 5000 + "!", "a__" * 3000, "/a" * 5000, ":" * 5000, "1," * 5000 + "x",
    "*/" * 3000, "@hourly", "60 * * * *", "::1",
    "Ä", "\x00",    "\ud800", "a\nb", "sha256:" + "0" * 64, "registry:5000/" * 500,
)  # fmt: skip
NUMBERS = (
    0,
    -1,
    1,
    65536,
    2**31,
    -(2**31) - 1,
    2**63,
    2**64,
    10**400,
    10**5000,
    -(10**5000),
    0.1,
    1e308,
    5e-324,
    float("inf"),
    float("nan"),
)
UNITS = ("", "m", "k", "Ki", "Mi", "Gi", "Ei", "E", "e", "e3", "E-3", "Gb", "GB", "cores", "i", "n", "u", "e999999999", "e-999999999")


@cache
def manifests() -> tuple[str, ...]:
    """Real manifests: those of the examples and of the tests."""
    paths = [*ROOT.glob("examples/**/*.yaml"), *ROOT.glob("tests/data/**/*.yaml")]
    return tuple(path.read_text() for path in sorted(paths))


@st.composite
def texts(draw: st.DrawFn) -> str | bytes:
    """A manifest to which a few things were done: cut, doubled, moved, mixed with another, with tokens of YAML strewn in."""
    text = draw(st.sampled_from(manifests()) | st.just(""))
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 60)))
        deed = draw(st.sampled_from(("insert", "insert", "replace", "delete", "double", "repeat", "mix")))
        if deed == "mix":
            other = draw(st.sampled_from(manifests()))
            text = text[:start] + other[draw(st.integers(0, len(other))) :]
        elif deed == "double":
            text = text[:end] + text[start:]
        elif deed == "delete":
            text = text[:start] + text[end:]
        else:
            token = draw(st.sampled_from(TOKENS) | st.text(max_size=5))
            times = draw(st.sampled_from((2, 300, 20_000))) if deed == "repeat" and len(token) < 20 else 1
            text = text[:start] + token * times + text[end if deed == "replace" else start :]
    return text if draw(st.integers(0, 9)) else text.encode("utf-8", "surrogatepass")


@st.composite
def bombs(draw: st.DrawFn) -> str:
    """Little text that stands for much: aliases of aliases, merges of merges, deep nesting, many documents, again and again."""
    width, depth = draw(st.integers(1, 30)), draw(st.integers(1, 40))
    form = draw(st.sampled_from(("list", "merge", "deep")))
    if form == "deep":
        opening = draw(st.sampled_from(("[", "{a: ", "- ", "? ", "&a [", "!!seq [", "a:\n ")))
        return "a: " * draw(st.integers(0, 1)) + opening * draw(st.sampled_from((10, 249, 250, 251, 5000, 100_000)))
    lines = ["k0: &k0 {a: [x, x]}"]
    for level in range(1, depth):
        aliases = ", ".join([f"*k{level - 1}"] * width)
        lines.append(f"k{level}: &k{level} " + (f"[{aliases}]" if form == "list" else f"{{<<: [{aliases}], own{level}: *k{level - 1}}}"))
    return "\n---\n".join(["\n".join(lines)] * draw(st.sampled_from((1, 1, 30, 1000))))


def amounts() -> st.SearchStrategy[Any]:
    """What somebody might take for a quantity, and what nobody would."""
    digits = st.from_regex(r"[-+ ]?[0-9,._]{0,6}", fullmatch=True) | st.sampled_from(TEXTS)
    written = st.builds("{}{}{}".format, digits, st.sampled_from(("", " ", "\n")), st.sampled_from(UNITS) | st.text(max_size=4))
    return written | st.text() | st.sampled_from(NUMBERS) | st.floats() | st.integers() | st.none() | st.booleans()


def places(body: Any, depth: int = 12) -> list[tuple[Any, ...]]:
    """Every place of a body down to a depth, but for the whole."""
    found: list[tuple[Any, ...]] = []
    waiting: list[tuple[tuple[Any, ...], Any]] = [((), body)]
    for path, value in waiting:
        steps = value.items() if isinstance(value, dict) else enumerate(value[:20]) if isinstance(value, list) else ()
        waiting += [((*path, step), entry) for step, entry in steps if len(path) < depth]
        found += [path] if path else []
    return found


def nested(levels: int, *, lists: bool) -> Any:
    """Something in something in something."""
    value: Any = 1
    for _ in range(levels):
        value = [value] if lists else {"a": value}
    return value


TIMES = st.sampled_from((1, 2, 500))
ITEMS: tuple[Callable[[], Any], ...] = (type(None), str, int, list, dict, lambda: {"name": "a"}, lambda: {"name": []}, lambda: [[]])
JUNK = st.one_of(
    st.sampled_from(TEXTS),
    st.sampled_from(NUMBERS),
    st.none() | st.booleans() | st.builds(list) | st.builds(dict) | st.text(max_size=5),
    st.builds(nested, st.sampled_from((1, 3, 300, 20_000)), lists=st.booleans()),
    st.builds(lambda make, times: [make() for _ in range(times)], st.sampled_from(ITEMS), TIMES),
    st.builds(lambda times: {f"key-{number}": str(number) for number in range(times)}, TIMES),
)
"""What may stand in any place of a body: made anew each time, since the bodies are changed."""


@st.composite
def bodies(draw: st.DrawFn) -> Any:
    """A body with one known mistake, in which one to three places hold something else."""
    body: Any = copy.deepcopy(draw(st.sampled_from(EVERY)).body)
    for _ in range(draw(st.integers(1, 3))):
        *way, last = draw(st.sampled_from(places(body)))
        part = body
        for step in way:
            part = part[step]
        if draw(st.integers(0, 4)) or not isinstance(part, dict):
            part[last] = draw(JUNK)
        else:
            part[draw(st.text(max_size=4))] = part.pop(last)
    return body


@contextmanager
def soon() -> Iterator[None]:
    """Raise `TimeoutError` where the block uses more of the processor than `HANG`, however busy the machine is."""

    def late(*_: Any) -> None:
        raise TimeoutError(f"not done after {HANG} seconds of the processor")

    before = signal.signal(signal.SIGVTALRM, late)
    signal.setitimer(signal.ITIMER_VIRTUAL, HANG)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def read_manifest(text: str | bytes) -> None:
    """Read a manifest, check and write again what is in it."""
    with soon():
        try:
            objects = kpod.load_yaml(text, "fuzz.yaml")
        except SpecError as error:
            str(error)
            return
        for each in objects:
            body = each if isinstance(each, dict) else each.to_body()
            check(body)
            assert kpod.load_yaml(kpod.to_yaml(body)) == [each]


def read_quantity(value: Any) -> None:
    """Read a quantity, and reckon with it."""
    with soon():
        try:
            amount = Quantity(value)
        except SpecError as error:
            str(error)
            return
        assert Quantity(amount.canonical).canonical == amount.canonical
        assert amount + amount == amount * 2
        assert Quantity(str(amount)) == amount
        hash(amount), repr(amount), amount < Quantity("1")


def check_body(body: Any) -> None:
    """Check a body in every way, and make an object of it."""
    with soon():
        check(body)
        try:
            kpod.to_yaml(body)
        except SpecError:
            return


def check(body: Any) -> None:
    """Call all that the rules offer."""
    for problem in rules.check(body):
        assert isinstance(problem, Problem)
        assert problem.rule in rules.IDS
        str(problem)
    for look in (rules.needs, rules.effective_resources, rules.qos, lambda each: rules.pod_security(each, "restricted")):
        look(body)


class Given:
    """One input, which can be shown however deep or long it is."""

    def __init__(self, value: Any) -> None:
        self.value = value

    def __repr__(self) -> str:
        try:
            text = repr(self.value)
        except (RecursionError, ValueError):
            text = f"a {type(self.value).__name__} that Python does not write: too deep, or with too long a number"
        return text if len(text) < 20_000 else f"{text[:10_000]} … {text[-10_000:]}"


class Target(NamedTuple):
    """What is tried: a function, what it is given, and how many inputs make one round of a few seconds."""

    inputs: Callable[[], st.SearchStrategy[Any]]
    look: Callable[[Any], None]
    round: int

    def play(self, seed: int) -> None:
        """One round: the same inputs for the same seed."""

        @hypothesis.seed(seed)
        @settings(max_examples=self.round, deadline=None, database=None, print_blob=False, suppress_health_check=list(HealthCheck))
        @given(self.inputs().map(Given))
        def look(given: Given) -> None:
            self.look(given.value)

        look()


TARGETS = {
    "load_yaml": Target(texts, read_manifest, 200),
    "load_yaml of bombs": Target(bombs, read_manifest, 6),
    "Quantity": Target(amounts, read_quantity, 500),
    "rules.check": Target(bodies, check_body, 200),
}
