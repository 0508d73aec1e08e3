"""`Timeline`: the stages of a run as a picture: a bar for each, as text, SVG, HTML or JSON.

Pure: the stages come from `kpod.status.stages`, with the cluster's own times, most of them in whole seconds. A picture loads nothing: an
SVG or a page is one file that reads offline.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from html import escape
from typing import Any

import attrs

from kpod.errors import SpecError
from kpod.status import Stage

WIDTH = 100
EIGHTHS = " ▏▎▍▌▋▊▉█"
COLORS = {
    "queued": "#9e9e9e",
    "pending": "#bdbdbd",
    "pulling": "#64b5f6",
    "init": "#4db6ac",
    "starting": "#ffb74d",
    "running": "#66bb6a",
    "ending": "#8d6e63",
}
FAILED = "#ef5350"
ROW, LEFT, RIGHT, BAR = 22, 170, 70, 560
FONT = 'font-family="ui-monospace, monospace" font-size="12"'


def _stages(stages: Iterable[Stage]) -> tuple[Stage, ...]:
    return tuple(stages)


@attrs.frozen
class Timeline(Sequence[Stage]):
    """The stages of one run, in order; what `Run.timeline()` returns. A sequence of `kpod.status.Stage`.

    Attributes:
        name: the run's name.
        stages: the stages.
        now: where a stage that lasts ends in a picture; None: where the last known moment is.
    """

    name: str
    stages: tuple[Stage, ...] = attrs.field(converter=_stages)
    now: datetime | None = None

    def __len__(self) -> int:
        return len(self.stages)

    def __getitem__(self, index: Any) -> Any:
        return self.stages[index]

    def __iter__(self) -> Iterator[Stage]:
        return iter(self.stages)

    @property
    def start(self) -> datetime | None:
        """When the first stage began."""
        return min((stage.start for stage in self.stages), default=None)

    @property
    def end(self) -> datetime | None:
        """When the last stage ended, or now."""
        moments = [moment for stage in self.stages for moment in (stage.start, stage.end) if moment]
        if self.now and any(stage.end is None for stage in self.stages):
            moments.append(self.now)
        return max(moments, default=None)

    def to_data(self) -> dict[str, Any]:
        """Return JSON-able data: the name, and of each stage its name, Pod, start, end, seconds and reason."""
        stages = [
            {
                "name": stage.name,
                "pod": stage.pod,
                "start": stage.start.isoformat(),
                "end": stage.end.isoformat() if stage.end else None,
                "seconds": stage.seconds,
                "reason": stage.reason,
            }
            for stage in self.stages
        ]
        return {"run": self.name, "stages": stages}

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Timeline:
        """Return the timeline that `to_data` wrote: a picture may be drawn later, and elsewhere.

        Raises:
            SpecError: it is no such data.
        """
        try:
            stages = [
                Stage(
                    name=one["name"],
                    start=datetime.fromisoformat(one["start"]),
                    end=datetime.fromisoformat(one["end"]) if one["end"] else None,
                    pod=one["pod"],
                    reason=one["reason"],
                )
                for one in data["stages"]
            ]
            return cls(data["run"], stages)
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise SpecError(f"this is no timeline: {type(error).__name__}: {error}", path="timeline", rule="timeline") from error

    def to_json(self) -> str:
        """Return `to_data` as text."""
        return json.dumps(self.to_data(), indent=2)

    def to_text(self, *, width: int = WIDTH) -> str:
        """Return a line for each stage, with its seconds and a bar.

        Args:
            width: the columns of the terminal.
        """
        lines = [self._title()]
        room = max(10, width - 24)
        pod = ""
        for stage, offset, length in self._placed():
            if stage.pod != pod and len(self._pods()) > 1:
                lines.append(f"  {stage.pod}")
            pod = stage.pod
            lines.append(f"  {stage.name:<9}{self._seconds(stage):>9}  {_bar(offset, length, room)}{_reason(stage)}".rstrip())
        return "\n".join(lines)

    def to_svg(self) -> str:
        """Return an SVG picture, which needs nothing but itself."""
        rows, pod = [], ""
        y = 30
        for stage, offset, length in self._placed():
            if stage.pod != pod and len(self._pods()) > 1:
                rows.append(f'<text x="10" y="{y + 15}" class="pod">{escape(stage.pod)}</text>')
                y += ROW
            pod = stage.pod
            color = FAILED if stage.reason not in ("", "Completed") else COLORS.get(stage.name, "#9e9e9e")
            x, wide = LEFT + offset * BAR, max(1.5, length * BAR)
            tip = escape(f"{stage.name}: {stage.start:%H:%M:%S} to {f'{stage.end:%H:%M:%S}' if stage.end else 'now'}{_reason(stage)}")
            rows.append(f'<text x="20" y="{y + 15}">{escape(stage.name)}</text>')
            rows.append(f'<text x="{LEFT - 10}" y="{y + 15}" text-anchor="end">{escape(self._seconds(stage))}</text>')
            rows.append(
                f'<rect x="{x:.1f}" y="{y + 4}" width="{wide:.1f}" height="{ROW - 8}" rx="2" fill="{color}"><title>{tip}</title></rect>'
            )
            if _reason(stage):
                rows.append(f'<text x="{min(x + wide + 6, LEFT + BAR - 60):.1f}" y="{y + 15}">{escape(stage.reason)}</text>')
            y += ROW
        total = LEFT + BAR + RIGHT
        head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {total} {y + 10}" width="{total}" height="{y + 10}" {FONT} role="img">'
        )
        style = "text{fill:#333}.pod{font-weight:bold}@media(prefers-color-scheme:dark){text{fill:#ddd}}"
        title = (
            f'<title>{escape(self._title())}</title><style>{style}</style><text x="10" y="20" class="pod">{escape(self._title())}</text>'
        )
        return "\n".join([head, title, *rows, "</svg>"]) + "\n"

    def to_html(self) -> str:
        """Return a page with the picture and a table of the times."""
        heads = "".join(f"<th>{word}</th>" for word in ("stage", "Pod", "from", "to", "lasted", "reason"))
        rows = "\n".join(f"<tr>{''.join(f'<td>{escape(word)}</td>' for word in self._words(stage))}</tr>" for stage in self.stages)
        style = "body{font-family:sans-serif;margin:2em;color-scheme:light dark}td,th{padding:2px 12px 2px 0;text-align:left}"
        head = f'<head><meta charset="utf-8"><title>{escape(self.name)}</title><style>{style}</style></head>'
        table = f"<table><thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}\n</tbody></table>"
        return f'<!doctype html>\n<html lang="en">{head}\n<body>\n{self.to_svg()}{table}\n</body></html>\n'

    def _words(self, stage: Stage) -> list[str]:
        end = stage.end.isoformat() if stage.end else ""
        return [stage.name, stage.pod, stage.start.isoformat(), end, self._seconds(stage), stage.reason]

    def _pods(self) -> set[str]:
        return {stage.pod for stage in self.stages if stage.pod}

    def _title(self) -> str:
        start, end = self.start, self.end
        if start is None or end is None:
            return f"{self.name}  nothing has happened yet"
        return f"{self.name}  {(end - start).total_seconds():g} s, from {start:%Y-%m-%d %H:%M:%S} UTC"

    def _seconds(self, stage: Stage) -> str:
        if stage.seconds is not None:
            return f"{stage.seconds:g} s"
        return f"{max(0.0, round((self.now - stage.start).total_seconds(), 1)):g} s ..." if self.now else "..."

    def _placed(self) -> Iterator[tuple[Stage, float, float]]:
        """The stages, with their begins and lengths as parts of the whole."""
        start, end = self.start, self.end
        if start is None or end is None:
            return
        whole = (end - start).total_seconds() or 1.0
        for stage in self.stages:
            length = ((stage.end or end) - stage.start).total_seconds()
            yield stage, (stage.start - start).total_seconds() / whole, max(0.0, length) / whole


def _reason(stage: Stage) -> str:
    return f"  {stage.reason}" if stage.reason not in ("", "Completed") else ""


def _bar(offset: float, length: float, room: int) -> str:
    """A bar in eighths of a column; a stage of no length is a thin line."""
    first, last = round(offset * room * 8), max(round((offset + length) * room * 8), round(offset * room * 8) + 1)
    columns, rest = divmod(first, 8)
    if rest:  # a block fills from the left, so a bar begins at a whole column
        first, last = columns * 8, max(last, columns * 8 + 1)
    whole, part = divmod(last - first, 8)
    return " " * columns + "█" * whole + EIGHTHS[part].strip()
