"""What one Pod's or one Job's body says, under names that a verdict can be read in.

Readers only: nothing here concludes. Absent and empty are the same, and every condition is asked for its status, because its presence says
nothing (`Suspended` stays, with `False`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

import attrs

from kpod.cluster import Body

DEFAULT_BACKOFF_LIMIT = 6
INDEX = "batch.kubernetes.io/job-completion-index"
EPOCH_YEAR = 1970


def body_of(thing: Any) -> Body:
    """Take a body as it is, and a view as its body."""
    body: Body = thing if isinstance(thing, dict) else thing.to_body()
    return body


def parse_time(text: str | None) -> datetime | None:
    """Read Kubernetes' time; the epoch, which the kubelet writes for "never", is None."""
    if not text:
        return None
    time = datetime.fromisoformat(text.replace("Z", "+00:00"))
    return None if time.year == EPOCH_YEAR else time


def condition(body: Body | None, *types: str) -> Mapping[str, Any] | None:
    """The first condition of one of these types whose status is True, in the order of the types."""
    conditions = ((body or {}).get("status") or {}).get("conditions") or ()
    for type_ in types:
        for entry in conditions:
            if entry.get("type") == type_ and entry.get("status") == "True":
                found: Mapping[str, Any] = entry
                return found
    return None


@attrs.frozen
class Ended:
    """The end of one container, as the kubelet tells it."""

    name: str
    exit_code: int
    reason: str
    message: str
    started: datetime | None
    ended: datetime | None

    @classmethod
    def of(cls, status: Mapping[str, Any]) -> Ended | None:
        """Read a container's status; None while it has not ended."""
        state = (status.get("state") or {}).get("terminated")
        if not state:
            return None
        times = parse_time(state.get("startedAt")), parse_time(state.get("finishedAt"))
        return cls(status["name"], int(state.get("exitCode", 0)), state.get("reason") or "", state.get("message") or "", *times)


class PodFacts:
    """One Pod's body, read."""

    def __init__(self, body: Body, main: str = "main") -> None:
        self.body = body
        self.metadata: Mapping[str, Any] = body.get("metadata") or {}
        self.spec: Mapping[str, Any] = body.get("spec") or {}
        self.status: Mapping[str, Any] = body.get("status") or {}
        self.name: str = self.metadata.get("name") or ""
        self.phase: str = self.status.get("phase") or ""
        self.reason: str = self.status.get("reason") or ""
        self.message: str = self.status.get("message") or ""
        self.node: str | None = self.spec.get("nodeName") or None
        self.disruption = condition(body, "DisruptionTarget")
        self.deleted = parse_time(self.metadata.get("deletionTimestamp"))
        self.terminal = self.phase in ("Succeeded", "Failed")
        self.vanished = False  # gone without its last body having been seen; whoever asked for it says so
        self.main = self._main_name(main)
        self.main_end = self._final_end()

    @property
    def age_key(self) -> tuple[str, int, str]:
        """Orders the Pods of a run: the newest is the greatest."""
        version = str(self.metadata.get("resourceVersion") or "0")
        return (self.metadata.get("creationTimestamp") or "", int(version) if version.isdigit() else 0, self.metadata.get("uid") or "")

    def container_statuses(self) -> list[Mapping[str, Any]]:
        """The statuses of the containers, the main one first."""
        statuses = self.status.get("containerStatuses") or []
        return sorted(statuses, key=lambda status: status.get("name") != self.main)

    def init_statuses(self) -> list[Mapping[str, Any]]:
        """The statuses of the init containers, sidecars among them, in their order."""
        return list(self.status.get("initContainerStatuses") or ())

    def sidecars(self) -> set[str]:
        """The names of the native sidecars: init containers that are restarted always."""
        return {entry["name"] for entry in self.spec.get("initContainers") or () if entry.get("restartPolicy") == "Always"}

    def failed_init(self) -> Ended | None:
        """The end of the init container that failed the Pod, if one did."""
        sidecars = self.sidecars()
        ends = (Ended.of(status) for status in self.init_statuses() if status["name"] not in sidecars)
        return next((end for end in ends if end and end.exit_code != 0), None)

    def failed_others(self) -> list[Ended]:
        """The ends of ordinary second containers that failed."""
        ends = (Ended.of(status) for status in self.container_statuses() if status["name"] != self.main)
        return [end for end in ends if end and end.exit_code != 0]

    def memory(self, container: str, which: str = "limits") -> str | None:
        """The memory limit (or, of `requests`, the request) of a container, or of the Pod, as it is written in the body."""
        for entry in [*self._specs(), {"name": container, **self.spec}]:
            amount = ((entry.get("resources") or {}).get(which) or {}).get("memory")
            if entry.get("name") == container and amount:
                return str(amount)
        return None

    def _specs(self) -> list[Mapping[str, Any]]:
        return [*(self.spec.get("containers") or ()), *(self.spec.get("initContainers") or ())]

    @property
    def index(self) -> str | None:
        """Its number in an Indexed Job."""
        for marks in (self.metadata.get("labels"), self.metadata.get("annotations")):
            if INDEX in (marks or {}):
                return str((marks or {})[INDEX])
        return None

    def result_text(self) -> str | None:
        """The main container's termination message; None where it has not ended or wrote nothing."""
        return (self.main_end.message or None) if self.main_end else None

    def ended(self) -> bool:
        """Whether it will not go on: the main container has ended for good, or the Pod has."""
        return self.terminal or self.main_end is not None

    def started(self) -> bool:
        """Whether its main container was seen to run, or to have run."""
        states = [status.get("state") or {} for status in self.container_statuses()[:1]]
        return self.phase in ("Running", "Succeeded") or any("running" in state or "terminated" in state for state in states)

    def restarts(self) -> int:
        """How often its containers were started again, as the Job controller counts."""
        return sum(status.get("restartCount") or 0 for status in [*self.init_statuses(), *self.container_statuses()])

    def last_failure(self) -> Ended | None:
        """The end of the last container that was started again after it had failed, the main one's before others'."""
        statuses = [*self.container_statuses(), *self.init_statuses()]
        ends = (Ended.of({"name": status["name"], "state": status.get("lastState")}) for status in statuses)
        return next((end for end in ends if end and end.exit_code != 0), None)

    def _main_name(self, main: str) -> str:
        names = [entry["name"] for entry in self.spec.get("containers") or ()]
        if main in names or not names:
            return main
        annotations = self.metadata.get("annotations") or {}
        default = annotations.get("kubectl.kubernetes.io/default-container")
        return str(default) if default in names else str(names[0])

    def _final_end(self) -> Ended | None:
        """The main container's end, unless the kubelet will start it again."""
        status = next((entry for entry in self.container_statuses() if entry.get("name") == self.main), None)
        end = Ended.of(status) if status else None
        if end is None or self.terminal:
            return end
        return None if self._is_started_again(end) else end

    def _is_started_again(self, end: Ended) -> bool:
        """Whether the kubelet starts a container anew: its own rules come before its own policy, and that before the Pod's."""
        own: Mapping[str, Any] = next((entry for entry in self._specs() if entry.get("name") == end.name), {})
        for rule in own.get("restartPolicyRules") or ():
            codes = rule.get("exitCodes") or {}
            if (end.exit_code in (codes.get("values") or ())) is (codes.get("operator") == "In"):
                return str(rule.get("action")).startswith("Restart")
        policy = own.get("restartPolicy") or self.spec.get("restartPolicy") or "Always"
        return policy == "Always" or (policy == "OnFailure" and end.exit_code != 0)


class JobFacts:
    """One Job's body, read."""

    def __init__(self, body: Body) -> None:
        self.body = body
        self.metadata: Mapping[str, Any] = body.get("metadata") or {}
        self.spec: Mapping[str, Any] = body.get("spec") or {}
        self.status: Mapping[str, Any] = body.get("status") or {}
        self.complete = condition(body, "Complete", "SuccessCriteriaMet")
        # FailureTarget is the early, final verdict: Failed waits until no Pod is left
        self.failed = condition(body, "FailureTarget", "Failed")
        self.suspended = bool(self.spec.get("suspend")) and not (self.complete or self.failed)
        self.deleted = parse_time(self.metadata.get("deletionTimestamp"))

    @property
    def one_pod(self) -> bool:
        """Whether the end of one Pod is the end of the Job's work."""
        return (self.spec.get("completions") or 1) == 1 and (self.spec.get("parallelism") or 1) == 1

    @property
    def was_suspended(self) -> bool:
        """Whether it is suspended, or once was: the condition stays, with another status."""
        return any(entry.get("type") == "Suspended" for entry in self.status.get("conditions") or ())

    def is_former(self, pod: PodFacts) -> bool:
        """Whether this Pod was sent away when the Job was suspended, before its present life: it does not count."""
        resumed = next(
            (one.get("lastTransitionTime") for one in self.status.get("conditions") or () if one.get("type") == "Suspended"), None
        )
        made = pod.metadata.get("creationTimestamp")
        sent_away = pod.deleted is not None or pod.disruption is not None
        return not self.suspended and bool(resumed and made and made < resumed) and sent_away

    def rules(self) -> Sequence[Mapping[str, Any]]:
        """The rules of its podFailurePolicy."""
        rules: Sequence[Mapping[str, Any]] = (self.spec.get("podFailurePolicy") or {}).get("rules") or ()
        return rules

    def goes_on_after(self, failed: Iterable[PodFacts]) -> bool:
        """Whether it will make another Pod after these Pods have failed."""
        if self.complete or self.failed:
            return False
        if self.spec.get("backoffLimitPerIndex") is not None:
            return True  # the other indexes go on
        pods = list(failed)
        counted = [pod for pod in pods if self.action_on(pod) != "Ignore"]
        if any(self.action_on(pod) == "FailJob" for pod in counted):
            return False
        limit = self.spec.get("backoffLimit")
        limit = DEFAULT_BACKOFF_LIMIT if limit is None else limit
        return max(len(counted), self.status.get("failed") or 0) <= limit

    def gave_up_on(self, pod: PodFacts) -> bool:
        """Whether it failed because this Pod's containers were started again too often; it then deletes the Pod itself."""
        if (self.failed or {}).get("reason") != "BackoffLimitExceeded" or pod.spec.get("restartPolicy") != "OnFailure":
            return False
        limit = self.spec.get("backoffLimit")
        return pod.restarts() >= max(1, DEFAULT_BACKOFF_LIMIT if limit is None else limit)

    def action_on(self, pod: PodFacts) -> str:
        """What its podFailurePolicy does about a failed Pod: the action of the first rule that matches, else `Count`."""
        return next((str(rule.get("action")) for rule in self.rules() if _matches(rule, pod)), "Count")


def _matches(rule: Mapping[str, Any], pod: PodFacts) -> bool:
    for wanted in rule.get("onPodConditions") or ():
        statuses = {entry.get("status") for entry in pod.status.get("conditions") or () if entry.get("type") == wanted.get("type")}
        if (wanted.get("status") or "True") in statuses:
            return True
    codes = rule.get("onExitCodes")
    if not codes or pod.phase != "Failed":
        return False
    only = codes.get("containerName")
    ends = [Ended.of(status) for status in [*pod.init_statuses(), *pod.container_statuses()]]
    found = {end.exit_code for end in ends if end and end.exit_code != 0 and only in (None, end.name)}
    values = set(codes.get("values") or ())
    return bool(found & values) if codes.get("operator") == "In" else bool(found - values)
