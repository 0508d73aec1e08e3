"""Write the tables of `docs/outcomes.md`: the verdict on each recorded case, and the cases that were made live.

    KPOD_OUTCOMES_TABLE=/tmp/run.jsonl pytest tests/conformance/test_recorded_cases_made_live.py      # once per cluster
    python tools/outcome_table.py /tmp/run.jsonl

Without a file only the table of the recorded cases is written anew.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "outcomes.md"


def between(text: str, name: str, table: str) -> str:
    """Put a table between its marks."""
    begin, end = f"<!-- {name}: made by tools/outcome_table.py -->", f"<!-- end of {name} -->"
    before, rest = text.split(begin)
    _, after = rest.split(end)
    return f"{before}{begin}\n\n{table}\n{end}{after}"


def cell(text: Any) -> str:
    """Text that stands in a cell of a table."""
    return str(text).replace("|", "\\|").replace("<", "&lt;")


def recorded() -> str:
    """The verdict on each recorded case, beside what the Job says, from the golden file."""
    blocks = (ROOT / "tests" / "data" / "outcomes.txt").read_text().strip().split("\n\n")
    lines = ["| case | the Job's own condition | ours | exit code | first line of the text |", "| --- | --- | --- | --- | --- |"]
    for block in blocks:
        name, job, *rest = block.splitlines()
        own = job.removeprefix("the Job: ").replace("no condition", "none, for ever")
        if rest[0].startswith("no verdict"):
            lines.append(f"| `{name[3:]}` | {cell(own)} | goes on | | |")
            continue
        at = f" at {rest[0].split()[2]} s" if rest[0].startswith("verdict") else ""
        known = next(index for index, line in enumerate(rest) if line.startswith("category="))
        facts = dict(word.partition("=")[::2] for word in rest[known].split())
        code = "" if facts["exit_code"] == "-" else facts["exit_code"]
        lines.append(f"| `{name[3:]}` | {cell(own)} | `{facts['category']}`{at} | {code} | {cell(rest[known + 1])} |")
    return "\n".join(lines) + "\n"


def live(path: Path) -> str:
    """The cases that were made live: both clusters side by side, of several runs the one whose verdict came latest."""
    found: dict[str, dict[str, dict[str, Any]]] = {}
    for line in path.read_text().splitlines():
        one = json.loads(line)
        of_case = found.setdefault(one["case"], {})
        known = of_case.get(one["cluster"])
        if known is None or (one["late"] or 0.0) >= (known["late"] or 0.0):
            of_case[one["cluster"]] = one
    lines = ["| case | category | reason | exit code | real: s to the verdict, at the latest | embedded | first line of the text |"]
    lines.append("| --- | --- | --- | --- | --- | --- | --- |")
    for name in sorted(found):
        real, embedded = found[name].get("real"), found[name].get("embedded")
        one = real or embedded or {}
        late = [seconds(each) for each in (real, embedded)]
        code = "" if one["exit_code"] is None else one["exit_code"]
        lines.append(f"| {cell(name)} | `{one['category']}` | {one['reason']} | {code} | {late[0]} | {late[1]} | {cell(one['text'])} |")
    return "\n".join(lines) + "\n"


def seconds(one: dict[str, Any] | None) -> str:
    """What a cell says of the time of a verdict."""
    if one is None:
        return "-"
    return "seen" if one["late"] is None else f"{one['late']:g}"


def main(arguments: list[str]) -> None:
    """Write the tables."""
    text = between(PAGE.read_text(), "recorded cases", recorded())
    if arguments:
        text = between(text, "live cases", live(Path(arguments[0])))
    PAGE.write_text(text)


if __name__ == "__main__":
    main(sys.argv[1:])
