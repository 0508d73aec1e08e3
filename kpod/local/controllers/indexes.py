"""What is peculiar to Indexed Jobs: which indexes are done, failed or free, and what a Pod of an index looks like. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from kpod.cluster import Body
from kpod.local.controllers.counting import Counts

INDEX = "batch.kubernetes.io/job-completion-index"
FAILURES = "batch.kubernetes.io/job-index-failure-count"
_TOO_MANY = ("MaxFailedIndexesExceeded", "Job has exceeded the specified maximal number of failed indexes")
_SOME = ("FailedIndexes", "Job has failed indexes")


def is_indexed(job: Body) -> bool:
    """Whether the Pods of a Job have indexes."""
    return bool(job["spec"].get("completionMode") == "Indexed")


def index_of(pod: Body) -> int:
    """Return a Pod's index; -1 for one that has none."""
    text = (pod["metadata"].get("annotations") or {}).get(INDEX, "")
    return int(text) if text.isdigit() else -1


def parse(text: str | None) -> set[int]:
    """Return the numbers of a list with ranges.

    >>> sorted(parse("0,2-4"))
    [0, 2, 3, 4]
    """
    found: set[int] = set()
    for part in (text or "").split(","):
        first, _, last = part.partition("-")
        if first:
            found.update(range(int(first), int(last or first) + 1))
    return found


def show(numbers: Iterable[int]) -> str:
    """Return numbers as a list with ranges; two that follow each other are no range.

    >>> show({0, 2, 3, 4, 7, 8})
    '0,2-4,7,8'
    """
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ",".join(f"{run[0]}-{run[-1]}" if len(run) > 2 else ",".join(map(str, run)) for run in runs)


def completed(job: Body, counts: Counts) -> set[int]:
    """Return the indexes that have succeeded, those that are not in the status yet included."""
    new = {index_of(pod) for pod in counts.succeeded}
    most = job["spec"]["completions"]
    return {each for each in parse((job.get("status") or {}).get("completedIndexes")) | new if 0 <= each < most}


def failed(job: Body, counts: Counts) -> set[int]:
    """Return the indexes that are given up; none where failures are not counted by index."""
    limit = job["spec"].get("backoffLimitPerIndex")
    if limit is None:
        return set()
    ended = [pod for pod in counts.failed if (pod.get("status") or {}).get("phase") == "Failed"]  # not those that are only stopped
    new = {index_of(pod) for pod in ended if failures(pod) + 1 > limit} | {index_of(pod) for pod in counts.given_up}
    return parse((job.get("status") or {}).get("failedIndexes")) | {each for each in new if each >= 0}


def failures(pod: Body) -> int:
    """Return how often a Pod's index had failed when the Pod was made."""
    return int((pod["metadata"].get("annotations") or {}).get(FAILURES, "0"))


def failure(job: Body, counts: Counts) -> tuple[str, str] | None:
    """Return why the Job has failed by its indexes: reason and message; None where it has not."""
    given_up, most = failed(job, counts), job["spec"].get("maxFailedIndexes")
    if most is not None and len(given_up) > most:
        return _TOO_MANY
    if given_up and len(given_up | completed(job, counts)) >= job["spec"]["completions"]:
        return _SOME
    return None


def success(job: Body, counts: Counts) -> tuple[str, str] | None:
    """Return reason and message of the success policy's first rule that is met; None where none is."""
    done = completed(job, counts)
    for place, rule in enumerate((job["spec"].get("successPolicy") or {}).get("rules") or []):
        wanted = parse(rule["succeededIndexes"]) if rule.get("succeededIndexes") is not None else None
        among = done if wanted is None else done & wanted
        enough = rule.get("succeededCount") or (len(wanted) if wanted is not None else 0)
        if len(among) >= enough:
            return "SuccessPolicy", f"Matched rules at index {place}"
    return None


def free(job: Body, counts: Counts) -> list[int]:
    """Return the indexes that have neither ended nor a Pod, the smallest first."""
    busy = {index_of(pod) for pod in counts.active} | completed(job, counts) | failed(job, counts)
    if job["spec"].get("podReplacementPolicy") == "Failed":
        busy |= {index_of(pod) for pod in counts.terminating}
    return [each for each in range(job["spec"]["completions"]) if each not in busy]


def dress(job: Body, pod: Body, index: int, times: int) -> None:
    """Write an index into a Pod: label, annotation, name, hostname and the variable `JOB_COMPLETION_INDEX`."""
    metadata, spec = pod["metadata"], pod["spec"]
    metadata["labels"] = {**(metadata.get("labels") or {}), INDEX: str(index)}
    metadata["annotations"] = {**(metadata.get("annotations") or {}), INDEX: str(index)}
    if job["spec"].get("backoffLimitPerIndex") is not None:
        metadata["annotations"][FAILURES] = str(times)
    name = f"{job['metadata']['name']}-{index}"
    metadata["generateName"], spec["hostname"] = f"{name}-", name
    source = {"fieldRef": {"apiVersion": "v1", "fieldPath": f"metadata.labels['{INDEX}']"}}
    for container in (*(spec.get("initContainers") or []), *spec["containers"]):
        given = container.get("env") or []
        if not any(each["name"] == "JOB_COMPLETION_INDEX" for each in given):
            container["env"] = [*given, {"name": "JOB_COMPLETION_INDEX", "valueFrom": source}]
