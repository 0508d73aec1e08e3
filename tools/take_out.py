"""Take the handling of one fault after the other out of kpod, and see its test fail: a test that passes without it tests nothing.

    python tools/take_out.py              # all; some minutes
    python tools/take_out.py F3 F12       # only those
    python tools/take_out.py --page       # write the table of docs/rooms/testing.md anew

Each is done in a copy of the tree, so nothing is left behind. Exits with 1 where a test passes although what it tests is out.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "rooms" / "testing.md"
COPIED = ("kpod", "airflow_integration", "tests", "examples", "tools", "docs", "pyproject.toml")
OF_REQUESTS = "tests/conformance/test_faults.py"
OF_RUNS = "tests/conformance/test_faults_of_runs.py"
TOGETHER = "test_an_end_is_told_rightly_whatever_happens_to_the_requests_that_wait_for_it"


class Handling(NamedTuple):
    """One handling: `old` stands once in `file`, and with `new` in its place it is out; `test` then fails."""

    fault: str
    what: str
    file: str
    old: str
    new: str
    test: str


# fmt: off
HANDLINGS = [
    Handling("F1", "a watcher lists again after 410", "kpod/watch.py",
             "            except ExpiredError:\n                pass", "            except ExpiredError:\n                raise",
             f"{OF_REQUESTS}::test_one_list_is_made_for_each_410_and_tells_only_differences"),
    Handling("F1", "a wait looks again after 410", "kpod/run/waiting.py",
             "            except ExpiredError:\n                self._version = \"\"",
             "            except ExpiredError:\n                raise",
             f"{OF_REQUESTS}::{TOGETHER}[wait-WatchError-after=1]"),
    Handling("F2", "a page that expired is made good by one whole list", "kpod/kube/client.py",
             "        except ExpiredError:  # the server has forgotten", "        except KeyError:  # the server has forgotten",
             f"{OF_REQUESTS}::test_many_objects_come_in_pages_and_a_page_that_expired_is_made_good_by_one_whole_list"),
    Handling("F3", "a watch has a time by which it has to be over, and a silence that is too long", "kpod/kube/client.py",
             "read_timeout=WATCH_SILENCE)\n        with within(seconds + OVERTIME):", "read_timeout=None)\n        with within(None):",
             f"{OF_REQUESTS}::test_whatever_happens_to_the_watch_its_listener_believes_what_is[Silence-verb=('watch',)-times=1-after=700]"),
    Handling("F4", "a watch that ends at once is asked for more and more seldom", "kpod/watch.py",
             "            if failures and not self._closed.is_set():", "            if False:",
             f"{OF_REQUESTS}::test_a_watch_that_is_closed_at_once_every_time_is_not_asked_for_in_a_hot_loop"),
    Handling("F5", "a line that ended with the connection is no event", "kpod/kube/client.py",
             "            if self._lines.is_over:", "            if False:",
             f"{OF_REQUESTS}::test_a_line_that_was_cut_is_no_event_and_no_trouble"),
    Handling("F5", "a piece of a line is kept until the rest comes", "kpod/kube/streams.py",
             "(self._rest + piece).split", "piece.split",
             f"{OF_REQUESTS}::test_a_stream_in_small_pieces_is_whole_and_asked_for_once"),
    Handling("F6", "an event that is not newer than the last one is not told", "kpod/watch.py",
             "                if 0 < number <= newest:", "                if False:",
             f"{OF_REQUESTS}::test_repeated_and_older_events_are_told_once"),
    Handling("F7", "what a list lacks is told as deleted", "kpod/watch.py",
             "for uid in [uid for uid in self._known if uid not in found]:", "for uid in list[str]():",
             f"{OF_REQUESTS}::test_what_was_lost_in_a_gap_is_told_by_the_next_list_deletions_too"),
    Handling("F8", "429 is sent again, after the time that the server says", "kpod/kube/door.py",
             "    return wait if asked is None else min(LONGEST_RETRY_AFTER, asked) + wait / 4", "    return wait",
             f"{OF_REQUESTS}::test_a_launch_bears_refusals_that_pass_and_makes_one_run[429-1]"),
    Handling("F9", "after 500, 502, 503 and 504 a launch looks, and tries again", "kpod/run/launching.py",
             "            except (OverloadedError, UnreachableError) as error:\n                # it may have",
             "            except UnreachableError as error:\n                # it may have",
             f"{OF_REQUESTS}::test_a_launch_bears_refusals_that_pass_and_makes_one_run[503-1]"),
    Handling("F9", "5xx is trouble that passes, whoever says it, a proxy with its page too", "kpod/kube/answers.py",
             "OverloadedError if status >= 500 else ApiError)", "ApiError)",
             f"{OF_REQUESTS}::{TOGETHER}[wait-Refuse-verb=('get',)-times=6-502-page=<html>bad gateway</html>]"),
    Handling("F10", "a conflict of the quota's book-keeping is tried again", "kpod/run/launching.py",
             "            except ConflictError as error:  # two", "            except KeyError as error:  # two",
             f"{OF_RUNS}::test_a_conflict_of_the_quotas_book_keeping_is_tried_again[Job]"),
    Handling("F10", "AlreadyExists under the same key is the same run", "kpod/run/launching.py",
             "        if key is None or key != self._identity.key:", "        if True:",
             f"{OF_RUNS}::test_a_name_that_is_taken_by_the_same_key_is_that_run"),
    Handling("F11", "who is refused for good asks once", "kpod/kube/answers.py",
             "    422: InvalidError,", "    422: OverloadedError,",
             f"{OF_RUNS}::test_who_is_refused_is_told_why_and_asked_once[invalid]"),
    Handling("F11", "the server's causes are in the error", "kpod/kube/answers.py",
             "for cause in details.get(\"causes\") or ()", "for cause in ()",
             f"{OF_RUNS}::test_who_is_refused_is_told_why_and_asked_once[invalid]"),
    Handling("F12", "what this launch has made is known by its mark", "kpod/run/launching.py",
             "        return marks.annotation(there, marks.LAUNCH) == marks.annotation(self._body, marks.LAUNCH)", "        return False",
             f"{OF_RUNS}::test_a_launch_whose_reply_was_lost_finds_what_it_made[without a key]"),
    Handling("F12", "what may have been made is taken back when the time is over", "kpod/run/launching.py",
             "            if there is not None and self._is_ours(there):", "            if False:",
             f"{OF_RUNS}::test_a_launch_whose_reply_does_not_come_in_its_time_is_taken_back"),
    Handling("F12", "404 after a deletion whose answer was lost is its answer", "kpod/kube/door.py",
             "                if lost and request.method == \"DELETE\":", "                if False:",
             f"{OF_REQUESTS}::test_a_write_whose_answer_is_lost_is_done_once[delete]"),
    Handling("F13", "a launch without a key looks for nothing before it creates", "kpod/run/launching.py",
             "self._there() if self._identity.key is not None else None", "self._there()",
             f"{OF_RUNS}::test_a_launch_costs_one_write_and_nothing_else_however_slow_the_server"),
    Handling("F13", "a request, and its answer, have no more time than their caller has left", "kpod/cluster.py",
             "    return _ends_at.get()", "    return None",
             f"{OF_RUNS}::test_a_launch_keeps_its_time_on_a_server_that_is_too_slow"),
    Handling("F14", "exit code 0 after the Pod was told to go is no success", "kpod/status/verdict.py",
             "        told_to_go = self._told_to_go_before(pod, end)", "        told_to_go = False",
             f"{OF_RUNS}::test_each_end_of_a_pod_has_its_class_and_its_text"),
    Handling("F14", "DisruptionTarget is a disruption", "kpod/status/verdict.py",
             "        if pod.disruption and not cleared_away and", "        if False and",
             f"{OF_RUNS}::test_each_end_of_a_pod_has_its_class_and_its_text"),
    Handling("F14", "OOMKilled is out of memory", "kpod/status/verdict.py",
             "        if end.reason == \"OOMKilled\":", "        if False:",
             f"{OF_RUNS}::test_each_end_of_a_pod_has_its_class_and_its_text"),
    Handling("F14", "what waits for an image, a Secret or a node is given up in the end", "kpod/status/verdict.py",
             "        if found is not None and waited >= found.limit(grace=grace, lost=lost):", "        if False:",
             f"{OF_RUNS}::test_a_start_that_hangs_is_given_up_when_its_grace_is_over"),
    Handling("F14", "a Pod that somebody deleted is disrupted, whatever its exit code", "kpod/status/verdict.py",
             "        if pod.deleted is None:\n            return None\n        ran",
             "        if True:\n            return None\n        ran",
             f"{OF_RUNS}::test_a_deleted_pod_that_ignores_sigterm_in_a_quiet_namespace_is_told_when_it_ends"),
    Handling("F14", "a deleted Pod is watched until it has ended", "kpod/kube/client.py",
             "        if type_ == \"ERROR\":",
             "        type_ = \"BOOKMARK\" if type_ in (\"MODIFIED\", \"DELETED\") else type_\n        if type_ == \"ERROR\":",
             f"{OF_RUNS}::test_a_deleted_pod_that_ignores_sigterm_in_a_quiet_namespace_is_told_when_it_ends"),
    Handling("F15", "a Job whose Pods are refused never started, with the words of its event", "kpod/status/stall.py",
             "    last = _last(events, {\"FailedCreate\"}, \"Job\")", "    last = None",
             f"{OF_RUNS}::test_a_job_that_gets_no_pod_never_started_and_the_event_says_why"),
    Handling("F15", "a Job without a Pod is waited for", "kpod/status/verdict.py",
             "        if not self.gone:\n            return None\n        return self.deleted(pod)",
             "        return self.deleted(pod)",
             f"{OF_RUNS}::test_a_job_whose_pod_comes_late_has_one_job_and_one_pod[5]"),
    Handling("F15", "what is gone before anybody looked is read from what the server remembers", "kpod/run/looking.py",
             "    if not evidence.since:", "    if True:",
             f"{OF_RUNS}::test_a_job_that_is_cleared_away_the_moment_it_ends_has_its_verdict[0-looked at afterwards]"),
    Handling("F16", "lines of the second at which a stream is taken up are not told twice", "kpod/run/lines.py",
             "            if stamp == self.stamp and self._skip:", "            if False:",
             f"{OF_RUNS}::test_a_log_with_bursts_in_one_second_comes_whole_and_once_however_it_travels"),
    Handling("F16", "what a rotation took is marked", "kpod/run/lines.py",
             "            if gap is not None:", "            if False:",
             f"{OF_RUNS}::test_what_a_rotation_took_while_nobody_followed_is_one_mark"),
    Handling("F16", "the rest of a log is asked for again where the connection breaks", "kpod/run/logs.py",
             "                if failures == PATIENCE:", "                if True:",
             f"{OF_RUNS}::test_what_is_left_of_a_log_is_read_though_the_connection_breaks_after_the_end"),
    Handling("F17", "after 401 the credentials are read anew, once", "kpod/kube/door.py",
             "                refreshed = True\n                self._refresh(dynamic)", "                refreshed = True",
             f"{OF_REQUESTS}::test_a_token_that_was_replaced_is_refused_once_and_then_read_anew"),
    Handling("F18", "what hangs is timed by our own clock, not by the server's stamps", "kpod/run/evidence.py",
             "        return self._patience.waited(self.stalled(), self._clock())",
             "        made = min(parse_time(pod[\"metadata\"][\"creationTimestamp\"]) for pod in self.pods) if self.pods else None\n"
             "        return time.time() - made.timestamp() if made else 0.0",
             f"{OF_RUNS}::test_a_clock_that_is_an_hour_off_makes_no_start_too_late[-3600]"),
    Handling("F19", "a line of a log is put together from its pieces before it is decoded", "kpod/run/lines.py",
             "            if start < len(piece):\n                parts.append(piece[start:])",
             "            if False:\n                parts.append(piece[start:])",
             f"{OF_RUNS}::test_a_log_with_bursts_in_one_second_comes_whole_and_once_however_it_travels[Split-verb=('log',)-bytes=7]"),
    Handling("F19", "no byte of an exec is lost between its frames (the fault's own: kpod reads no exec)", "kpod/testing/injection.py",
             "            yield piece[at : at + size]", "            yield piece[at : at + size - 1]",
             "tests/conformance/test_faults_of_exec.py::test_what_an_exec_writes_is_the_same_in_whatever_frames_it_travels[3]"),
]
# fmt: on


def take_out(handling: Handling, folder: Path) -> list[str]:
    """Run the test without the handling; return the names of the tests that failed."""
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__", "*.pyc"))
        else:
            shutil.copy(source, folder / name)
    file = folder / handling.file
    text = file.read_text(encoding="utf-8")
    if text.count(handling.old) != 1:
        raise SystemExit(f"{handling.fault}, {handling.what}: its text stands {text.count(handling.old)} times in {handling.file}")
    file.write_text(text.replace(handling.old, handling.new), encoding="utf-8")
    words = [sys.executable, "-m", "pytest", "-q", "--no-header", "-p", "no:cacheprovider", "-p", "no:randomly", "-x", "-rf", "--tb=no"]
    environment = {**os.environ, "PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}
    environment.pop("KPOD_TEST_KUBECONFIG", None)
    done = subprocess.run([*words, handling.test], cwd=folder, env=environment, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        raise SystemExit(
            f"{handling.fault}, {handling.what}: pytest cannot run {handling.test}:\n{done.stdout[-2000:]}{done.stderr[-2000:]}"
        )
    return [
        line.removeprefix("FAILED ").partition("::")[2].partition(" - ")[0]
        for line in done.stdout.splitlines()
        if line.startswith("FAILED ")
    ]


def table() -> str:
    """The table of the page."""
    lines = ["| fault | what is taken out | of | the test that fails then |", "| --- | --- | --- | --- |"]
    for one in HANDLINGS:
        name = one.test.rpartition("::")[2].partition("[")[0]
        lines.append(f"| {one.fault} | {one.what} | `{one.file}` | `{name}` |")
    return "\n".join(lines)


def page(text: str) -> str:
    """The page with the table as it is now."""
    begin, end = "<!-- handlings: made by tools/take_out.py -->", "<!-- end of handlings -->"
    before, rest = text.split(begin)
    return f"{before}{begin}\n\n{table()}\n\n{end}{rest.split(end)[1]}"


def main(arguments: list[str]) -> int:
    """Take out what is named, or all."""
    if arguments == ["--page"]:
        PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
        return 0
    useless = 0
    for one in HANDLINGS:
        if arguments and one.fault not in arguments:
            continue
        with tempfile.TemporaryDirectory(prefix="kpod-take-out-") as folder:
            failed = take_out(one, Path(folder))
        useless += not failed
        print(f"{one.fault:4} without: {one.what}\n     {'failed: ' + failed[0] if failed else 'NOTHING FAILED: ' + one.test}", flush=True)
    return 1 if useless else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
