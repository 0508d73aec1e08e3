"""Files, to what they describe: a Python file's specs, a YAML file's documents, a folder's YAML files.

A Python file is run, as `python FILE` would run it but for its `if __name__ == "__main__"`; what its top-level names hold is taken.
Nothing is judged here: the rules do that. Whatever a user's file raises becomes a problem with its line, never a traceback.
"""

from __future__ import annotations

import ast
import contextlib
import re
import sys
import traceback
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, NoReturn

import attrs
import click

import kpod
from kpod.errors import Problem, SpecError

if TYPE_CHECKING:
    from kpod.cluster import Body
    from kpod.rules import Level

STDIN = "-"
YAML = (".yaml", ".yml", ".json")
RUNNABLE = ("Pod", "Job")
_QUOTED = re.compile(r'write (".*") with its quotes')  # how a trap of YAML says it


@attrs.frozen
class Item:
    """One thing that a file describes.

    Attributes:
        label: the variable's name in a Python file, else the object's name; what `--name` asks for.
        source: the file's name.
        value: a spec, an API object or a body.
        positions: where the parts of the body are in a YAML file (`kpod.wire.Positions`), or None.
        line: the line of the assignment in a Python file, or None.
        problems: what reading has found already.
    """

    label: str
    source: str
    value: Any
    positions: Any = None
    line: int | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def body(self) -> Body:
        """The body, compiled now."""
        body: Body = kpod.to_body(self.value)
        return body

    @property
    def kind(self) -> str:
        """The kind of object, or an empty text where a document has none."""
        return str(self.body.get("kind", ""))

    @property
    def names(self) -> set[str]:
        """What `--name` may call it."""
        return {self.label, str(metadata_of(self.body).get("name", ""))} - {""}

    def check(self, levels: Mapping[str, Level] | None = None) -> list[Problem]:
        """Return every problem of the item, errors first, with the file and the line."""
        found = _each_once(self.problems, kpod.rules.check(self.body, positions=self.positions, source=self.source, levels=levels or {}))
        if self.line is not None:
            found = [attrs.evolve(problem, line=self.line) if problem.line is None else problem for problem in found]
        return sorted(found, key=lambda problem: (problem.level != "error", problem.line or 0, problem.column or 0))


def _each_once(traps: tuple[Problem, ...], problems: list[Problem]) -> list[Problem]:
    """Tell of a scalar that is read as another type than its field takes once: what it is taken for, and how to write what was meant."""
    there = {(trap.line, trap.column): trap for trap in traps if trap.level == "warning"}
    found: list[Problem] = []
    for problem in problems:
        trap = there.pop((problem.line, problem.column), None) if problem.rule == "type" else None
        if trap is not None:
            quoted = _QUOTED.search(trap.fix) if problem.fix.startswith('write "') else None
            fix = f"write {quoted[1]}" if quoted else problem.fix
            problem = attrs.evolve(problem, message=f"{problem.message} ({trap.message})", fix=fix)
        found.append(problem)
    return [*(trap for trap in traps if trap.level == "error" or (trap.line, trap.column) in there), *found]


def read(file: str, *, language: str | None = None, refused: list[Problem] | None = None) -> list[Item]:
    """Read one file, or stdin where it is `-`, or the YAML and JSON files in and below a folder, in the order of their names.

    The Python files of a folder are not run: only who names one wants that.

    Args:
        file: a name that ends in `.py` is Python, anything else is YAML (or JSON).
        language: `python` or `yaml`, where the name does not say it.
        refused: where the problems of YAML that cannot be read are put, so that the rest is returned; None raises.

    Raises:
        SpecError: broken YAML, a tab, or what the Python file raised; with file and line.
        click.BadParameter: the file is not there, or the folder has no YAML and no JSON.
    """
    found = files(file)
    if found != [file]:
        return [item for each in found for item in read(each, refused=refused)]
    source = "stdin" if file == STDIN else file
    text = _text(file)
    if (language or ("python" if file.endswith(".py") else "yaml")) == "python":
        return _python(text, file, source)
    documents = kpod.wire.read_yaml(text, source=source, refused=refused)
    return [
        Item(name_of(document.body), source, document.body, positions=document.positions, problems=tuple(document.problems))
        for document in documents
    ]


def files(name: str) -> list[str]:
    """Return a file itself, or the YAML and JSON files in and below a folder, in the order of their names.

    Raises:
        click.BadParameter: the folder has none.
    """
    if name == STDIN or not Path(name).is_dir():
        return [name]
    found = sorted(str(path) for path in Path(name).rglob("*") if path.suffix in YAML and path.is_file())
    if not found:
        raise click.BadParameter(f"{name}: there is no .yaml, .yml or .json file in this folder", param_hint="FILE")
    return found


def standing_alone(items: list[Item]) -> list[Item]:
    """Leave out the Pods that a Job of the same file wraps: they are parts of it."""
    wrapped = {id(item.value.pod) for item in items if isinstance(item.value, kpod.Job)}
    return [item for item in items if id(item.value) not in wrapped]


def pick(items: list[Item], name: str | None, *, source: str) -> list[Item]:
    """Return the items of a name, or all that stand alone where no name is given.

    Raises:
        click.UsageError: there is none.
    """
    chosen = [item for item in items if name in item.names] if name else standing_alone(items)
    if not chosen:
        if not items:
            raise click.UsageError(f"{'stdin' if source == STDIN else source} describes no object")
        known = ", ".join(item.label for item in items)
        raise click.UsageError(f"{source} describes nothing named {name!r}; there is: {known}")
    return chosen


def warn(items: list[Item]) -> None:
    """Say on stderr what reading has found."""
    for problem in (problem for item in items for problem in item.problems):
        click.echo(str(problem), err=True)


def choose(items: list[Item], name: str | None, *, source: str) -> Item:
    """Return the one Pod or Job to run.

    Raises:
        click.UsageError: there is none, or several and no name.
    """
    candidates = items if name else standing_alone(items)
    runnable = [item for item in candidates if item.kind in RUNNABLE and (name is None or name in item.names)]
    if len(runnable) == 1:
        return runnable[0]
    known = ", ".join(f"{item.label} ({item.kind})" for item in candidates if item.kind in RUNNABLE)
    if not known:
        raise click.UsageError(f"{source} describes no Pod and no Job; kpod run runs nothing else")
    if not runnable:
        raise click.UsageError(f"{source} describes nothing named {name!r}; there are: {known}")
    raise click.UsageError(f"{source} describes {len(runnable)} runs; say which by --name: {known}")


def _text(file: str) -> str:
    try:
        data = sys.stdin.buffer.read() if file == STDIN else Path(file).read_bytes()
    except OSError as error:
        raise click.BadParameter(f"{file}: {error.strerror}", param_hint="FILE") from None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise SpecError([Problem("", "encoding", "the file is not UTF-8 text", source=file, line=line)]) from None


def name_of(body: Any) -> str:
    """Return the name of a body, or the beginning of one, or an empty text."""
    metadata = metadata_of(body)
    return str(metadata.get("name") or metadata.get("generateName") or "")


def metadata_of(body: Any) -> dict[str, Any]:
    """Return the metadata of a body, an empty dict where there is none or something else stands there: the rules tell that."""
    metadata = body.get("metadata") if isinstance(body, dict) else None
    return metadata if isinstance(metadata, dict) else {}


def _python(text: str, file: str, source: str) -> list[Item]:
    with _user_code(source):
        tree = ast.parse(text, source)
        names = _execute(tree, file, source)
    lines = {
        target.id: node.lineno
        for node in tree.body
        if isinstance(node, (ast.Assign, ast.AnnAssign))
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(target, ast.Name)
    }
    from kpod.api.object import ApiObject

    kinds = (kpod.Pod, kpod.Job, kpod.Secret, kpod.ConfigMap, ApiObject)
    found = [(name, value) for name, value in names.items() if isinstance(value, kinds)]
    found = [(name, value) for name, value in found if getattr(value, "is_literal", True)]  # the others only refer
    return [Item(name, source, value, line=lines.get(name)) for name, value in found]


def _execute(tree: ast.Module, file: str, source: str) -> dict[str, Any]:
    # The name under which the module stays known is a legal one, so that dataclasses and pickles in it work, and is not __main__.
    module = ModuleType("kpod_file")
    if file != STDIN:
        module.__file__ = str(Path(file).resolve())
        sys.path.insert(0, str(Path(file).resolve().parent))
    sys.modules[module.__name__] = module
    # What the file prints is no YAML.
    with contextlib.redirect_stdout(sys.stderr):
        exec(compile(tree, source, "exec"), module.__dict__)
    return module.__dict__


@contextlib.contextmanager
def _user_code(source: str) -> Iterator[None]:
    """Turn what a user's file raises, whatever it is, into problems with the file's own line."""
    try:
        yield
    except (Exception, SystemExit) as error:  # noqa: BLE001  a stranger's file may raise anything
        _explain(error, source)


def _explain(error: Exception | SystemExit, source: str) -> NoReturn:
    if isinstance(error, SyntaxError) and error.filename == source:
        problem = Problem("", "python", f"SyntaxError: {error.msg}", source=source, line=error.lineno, column=error.offset)
        raise SpecError([problem]) from None
    line = next((frame.lineno for frame in reversed(traceback.extract_tb(error.__traceback__)) if frame.filename == source), None)
    if isinstance(error, SpecError):
        raise SpecError(attrs.evolve(p, source=p.source or source, line=p.line or line) for p in error.problems) from None
    message = "the file ends the process" if isinstance(error, SystemExit) else f"{type(error).__name__}: {error}"
    fix = 'put it under: if __name__ == "__main__"' if isinstance(error, SystemExit) else ""
    raise SpecError([Problem("", "python", message, fix, source=source, line=line)]) from error
