"""One container's log as lines, whatever the connection does: what is new in a stream that was taken up again, and what is missing.

Every line is asked for with its time. A stream is taken up from the last line's whole second (the API knows no finer one), and lines that
were seen are dropped by their time, and by their count where several have the same. A stream that was taken up and lacks the last line
that was seen begins behind a gap: the node has rotated its log, and gives only the newest file, which may be empty. It holds one line at
a time in memory, of a very long one a part.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

STAMP = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d")
_HALF_STAMP = re.compile(rb"[\d:T.-]+Z?")
LONGEST_LINE = 1 << 20
"""Bytes; a longer line comes as several."""


class Line(str):
    """One line of a log, without its newline: a text that knows where it comes from.

    Attributes:
        pod: the name of the Pod.
        container: the name of the container.
        time: when the node read it, RFC 3339 in UTC with nanoseconds, as the node wrote it.
        is_gap: it is no line of the log: it stands for lines that are missing.
    """

    __slots__ = ("container", "is_gap", "pod", "time")

    pod: str
    container: str
    time: str
    is_gap: bool

    def __new__(cls, text: str, *, pod: str = "", container: str = "", time: str = "", is_gap: bool = False) -> Line:
        """Make a line."""
        line = super().__new__(cls, text)
        line.pod, line.container, line.time, line.is_gap = pod, container, time, is_gap
        return line

    def __getnewargs_ex__(self) -> tuple[tuple[str], dict[str, object]]:
        return (str(self),), {"pod": self.pod, "container": self.container, "time": self.time, "is_gap": self.is_gap}


class Position:
    """How far the log of one container was read.

    Args:
        pod: the Pod's name.
        container: the container's.
        aside: is told what stands in a stream and is no line of the log.
    """

    def __init__(self, pod: str, container: str, aside: Callable[[str], object]) -> None:
        self.stamp: str | None = None
        self.count = 0
        self._pod = pod
        self._container = container
        self._aside = aside
        self._said = ""
        self._same = 0
        self._skip = 0
        self._resuming = False
        self._told = 0  # bytes of an unfinished line that were handed out
        self._rest = b""

    def take(self, pieces: Iterable[bytes]) -> Iterator[Line]:
        """Read a stream that begins at the second of `stamp`, or at the log's start, and yield what is new."""
        self._skip = self._same
        self._resuming = self.stamp is not None
        self._rest = b""
        parts: list[bytes] = []
        size = 0
        reading = _Unfinished(self)
        for piece in pieces:
            start = 0
            while (end := piece.find(b"\n", start)) >= 0:
                parts.append(piece[start:end])
                yield from reading.part(b"".join(parts), whole=True)
                parts, size, start = [], 0, end + 1
            if start < len(piece):
                parts.append(piece[start:])
                size += len(piece) - start
            if size > LONGEST_LINE:
                text = b"".join(parts)
                cut = _boundary(text, LONGEST_LINE)
                yield from reading.part(text[:cut], whole=False)
                parts, size = [text[cut:]], len(text) - cut
        yield from reading.part(b"".join(parts), whole=False, over=True)

    def finish(self) -> Iterator[Line]:
        """Yield the last line, where it has no end."""
        rest, self._rest = self._rest, b""
        if STAMP.match(rest):
            yield from _Unfinished(self).part(rest, whole=True)

    def missing_end(self) -> Line | None:
        """Return a mark where the last stream that was taken up had not even the last line that was seen, and nothing after it."""
        if self.stamp is None or not self._resuming or self._skip < self._same:
            return None
        text = f"[kpod: lines after {self.stamp} may be missing: the node has rotated the log]"
        return self.line(text, time=self.stamp, is_gap=True)

    def keep(self, rest: bytes) -> None:
        """Remember half a line, or a last one without an end: which of the two, the next stream tells."""
        self._rest = rest

    def begin(self, line: bytes) -> tuple[bool, str | None]:
        """Say of a line's begin whether the line is new, and, where lines are missing before it, the last time that was seen."""
        if not STAMP.match(line):
            self._hear(line)
            return False, None
        stamp = line.partition(b" ")[0].decode("ascii", "replace")
        gap = None
        if self._resuming and self.stamp is not None:
            if _key(stamp) < _key(self.stamp):
                return False, None
            if stamp == self.stamp and self._skip:
                self._skip -= 1
                return False, None
            # two streams of one container may be a little out of order: what is new is taken as it comes
            gap = self.stamp if self._skip == self._same else None
            self._resuming = False
        return True, gap

    def text(self, line: bytes, sent: int) -> Line | None:
        """Make a line of a part; None where it was handed out before.

        Args:
            line: the bytes of the part, behind the time.
            sent: the bytes of the same line that came before it in this stream.
        """
        fresh = line[max(0, self._told - sent) :]
        if self._told and not fresh:
            return None
        return self.line(fresh.decode("utf-8", "replace"))

    def line(self, text: str, *, time: str = "", is_gap: bool = False) -> Line:
        """Make a line of this container."""
        return Line(text, pod=self._pod, container=self._container, time=time, is_gap=is_gap)

    def told(self, size: int) -> None:
        """Remember that so many bytes of the line that is being read were handed out."""
        self._told = max(self._told, size)

    def done(self, stamp: str) -> None:
        """Remember that a line was handed out to its end."""
        self._same = self._same + 1 if stamp == self.stamp else 1
        self.stamp = stamp
        self._told = 0
        self._rest = b""
        self.count += 1

    def is_half_a_stamp(self, rest: bytes) -> bool:
        """Whether it may be the begin of a line."""
        return bool(STAMP.match(rest) or _HALF_STAMP.fullmatch(rest))

    def _hear(self, line: bytes) -> None:
        """What has no time is a word of the node about the log, as that it can watch no more files."""
        said = line.decode("utf-8", "replace").strip()
        if said and said != self._said:
            self._said = said
            self._aside(said)


class _Unfinished:
    """The line that one stream is in the middle of."""

    def __init__(self, position: Position) -> None:
        self._position = position
        self._stamp = ""
        self._sent = 0
        self._open = False
        self._new = False

    def part(self, part: bytes, *, whole: bool, over: bool = False) -> Iterator[Line]:
        """Take a part of a line, the last one where `whole`; `over` where the stream ended behind it."""
        position = self._position
        if not self._open:
            if over:
                if position.is_half_a_stamp(part):
                    position.keep(part)
                elif part:
                    position.begin(part)
                return
            self._new, gap = position.begin(part)
            stamp, _, part = part.partition(b" ")
            self._stamp, self._sent, self._open = stamp.decode("ascii", "replace"), 0, True
            if gap is not None:
                yield position.line(_gap(gap, self._stamp), time=self._stamp, is_gap=True)
        if over:
            return  # a very long line that broke: its begin was handed out, the next stream brings the rest
        if self._new:
            line = position.text(part, self._sent)
            self._sent += len(part)
            position.told(self._sent)
            if line is not None:
                line.time = self._stamp
                yield line
            if whole:
                position.done(self._stamp)
        if whole:
            self._open = False


def _gap(last: str, first: str) -> str:
    return f"[kpod: lines between {last} and {first} may be missing: the node has rotated the log]"


def _boundary(text: bytes, cut: int) -> int:
    """Where to cut a text, at or a little before `cut`, so that no character is cut in two."""
    for back in range(4):
        if text[cut - back] & 0xC0 != 0x80:
            return cut - back
    return cut


def _key(stamp: str) -> str:
    """Times of one clock in UTC compare as text, once the fraction has its nine digits."""
    whole, _, fraction = stamp.rstrip("Z").partition(".")
    return f"{whole}.{fraction:0<9}"
