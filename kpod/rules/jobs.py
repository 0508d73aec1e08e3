"""Rules about Jobs: indexes, selectors, failure and success policies."""

from __future__ import annotations

from collections.abc import Iterator

from kpod import names
from kpod.rules.scope import Found, Path, Scope, Value, at, entries, is_template, mapping, text, whole

_MOST_PODS = 100_000
_MOST_RULES = 20
_CONTROLLER = "batch.kubernetes.io/controller-uid"


def indexed(scope: Scope) -> Iterator[Found]:
    """What only a Job with indexes has: retries for each, failed indexes; and how many there may be."""
    job = scope.value
    completions, failed = whole(job, "completions"), whole(job, "maxFailedIndexes")
    pods = whole(job, "parallelism")
    if job.get("completionMode") in (None, "NonIndexed"):
        for field in ("backoffLimitPerIndex", "maxFailedIndexes"):
            if job.get(field) is not None:
                yield scope.found(
                    field, message=f"a Job without indexes has no {field}", fix="write completionMode: Indexed, or leave it out"
                )
    elif job.get("completionMode") == "Indexed":
        if pods is not None and pods > _MOST_PODS:
            yield scope.found("parallelism", message=f"an Indexed Job runs at most {_MOST_PODS} Pods at a time", fix=f"write {_MOST_PODS}")
        if failed is not None and job.get("backoffLimitPerIndex") is None:
            yield scope.found("maxFailedIndexes", message="it counts only beside backoffLimitPerIndex", fix="write backoffLimitPerIndex: 0")
        elif failed is not None and completions is not None and failed > completions:
            yield scope.found("maxFailedIndexes", message=f"there are only {completions} indexes", fix=f"write {completions} or less")
        if (
            failed is None
            and job.get("maxFailedIndexes") is None
            and (completions or 0) > _MOST_PODS
            and job.get("backoffLimitPerIndex") is not None
        ):
            message = f"with more than {_MOST_PODS} indexes it must be said how many may fail"
            yield scope.found("maxFailedIndexes", message=message, fix="write maxFailedIndexes: 10000")


def selector(scope: Scope) -> Iterator[Found]:
    """The server makes a Job's selector; `manualSelector: true` says that you have one, and the template must have its labels."""
    given, manual = scope.value.get("selector"), scope.value.get("manualSelector")
    if is_template(manual):
        return
    if scope.kind == "CronJob" and (manual is True or given is not None):
        yield scope.found("selector", message="a CronJob's Jobs get a selector each", fix="leave selector and manualSelector out")
    elif manual is not True and isinstance(given, dict) and any(given.values()) and _CONTROLLER not in mapping(given, "matchLabels"):
        yield scope.found("selector", message="the server makes the selector", fix="leave it out")
    elif manual is True and given is None:
        yield scope.found("selector", message="manualSelector needs a selector", fix="leave manualSelector out")
    elif manual is True and isinstance(given, dict):
        labels = mapping(mapping(mapping(scope.value, "template"), "metadata"), "labels")
        wanted = mapping(given, "matchLabels")
        if any(not is_template(value) and not is_template(labels.get(key)) and labels.get(key) != value for key, value in wanted.items()):
            yield scope.found("selector", message="the template's labels do not fit it", fix="leave selector and manualSelector out")


def managed_by(scope: Scope) -> Iterator[Found]:
    """The Job's manager is a path with a domain."""
    manager = text(scope.value, "managedBy")
    if manager is not None and ("/" not in manager or names.wrong_qualified(manager.lower())):
        yield scope.found("managedBy", message=f'"{manager}" is no manager', fix="as example.com/queue")


def failure_policy(scope: Scope) -> Iterator[Found]:
    """A failure rule is about exit codes or about conditions; codes in order, each once, none 0; an index fails only where indexes do."""
    policy = mapping(scope.value, "podFailurePolicy")
    rules = policy.get("rules")
    if isinstance(rules, list) and len(rules) > _MOST_RULES:
        message = f"there are {len(rules)} rules, at most {_MOST_RULES}"
        yield scope.found("podFailurePolicy", "rules", message=message, fix="one rule takes up to 255 exit codes")
        return
    if scope.value.get("podFailurePolicy") and scope.value.get("podReplacementPolicy") == "TerminatingOrFailed":
        fix = "write podReplacementPolicy: Failed"
        yield scope.found("podReplacementPolicy", message="with a podFailurePolicy a Pod is replaced when it has failed", fix=fix)
    for index, rule in entries(policy, "rules"):
        yield from _failure_rule(scope, rule, ("podFailurePolicy", "rules", index))


def _failure_rule(scope: Scope, rule: Value, place: Path) -> Iterator[Found]:
    given = [field for field in ("onExitCodes", "onPodConditions") if rule.get(field)]
    if len(given) != 1 and not any(is_template(rule.get(field)) for field in given):
        message = "it is about both exit codes and conditions" if given else "it is about nothing"
        yield scope.found(*place, message=message, fix="write onExitCodes or onPodConditions")
    action = text(rule, "action")
    if action == "FailIndex" and scope.value.get("backoffLimitPerIndex") is None:
        yield scope.found(*place, "action", message="FailIndex needs backoffLimitPerIndex", fix="write FailJob, or backoffLimitPerIndex")
    if isinstance(rule.get("onExitCodes"), dict):
        yield from _exit_codes(scope, rule["onExitCodes"], (*place, "onExitCodes"))
    for index, entry in entries(rule, "onPodConditions"):
        kind, status = text(entry, "type"), text(entry, "status")
        path = (*place, "onPodConditions", index)
        if kind is not None:
            yield from scope.wrong(names.wrong_qualified(kind, "type of a condition"), *path, "type")
        if status and status not in ("True", "False", "Unknown"):
            yield scope.found(*path, "status", message=f'a condition is never "{status}"', fix='write "True", "False" or "Unknown"')


def _exit_codes(scope: Scope, given: Value, place: Path) -> Iterator[Found]:
    codes, operator = given.get("values"), text(given, "operator")
    if codes == []:
        yield scope.found(*place, "values", message="there is no exit code", fix="write values: [1]")
    if not isinstance(codes, list) or not all(isinstance(code, int) and not isinstance(code, bool) for code in codes):
        return
    for index, code in enumerate(codes):
        if code == 0 and operator == "In":
            yield scope.found(*place, "values", index, message="exit code 0 is no failure", fix="leave it out")
        if code in codes[:index]:
            yield scope.found(*place, "values", index, message=f"{code} stands twice", fix="remove one")
    if len(codes) > 255:
        yield scope.found(*place, "values", message=f"there are {len(codes)} exit codes, at most 255", fix="write operator: NotIn")
    if codes != sorted(codes):
        yield scope.found(*place, "values", message="the exit codes are not in order", fix=f"write {sorted(set(codes))}"[:120])


def success_policy(scope: Scope) -> Iterator[Found]:
    """A success policy is an Indexed Job's; each rule counts or names indexes that are there."""
    policy = scope.value.get("successPolicy")
    if not isinstance(policy, dict):
        return
    if scope.value.get("completionMode") in (None, "NonIndexed"):
        yield scope.found("successPolicy", message="only an Indexed Job has a successPolicy", fix="write completionMode: Indexed")
        return
    if not policy.get("rules"):
        yield scope.found("successPolicy", "rules", message="there is no rule", fix="write one, or leave the policy out")
    completions = whole(scope.value, "completions")
    for index, rule in entries(policy, "rules"):
        place = ("successPolicy", "rules", index)
        count, indexes = whole(rule, "succeededCount"), text(rule, "succeededIndexes")
        if rule.get("succeededCount") is None and rule.get("succeededIndexes") is None:
            yield scope.found(*place, message="it asks for nothing", fix="write succeededCount or succeededIndexes")
        if count is not None and completions is not None and not 0 < count <= completions:
            message = f"there are only {completions} indexes" if count > completions else f"{count} is too little"
            yield scope.found(*place, "succeededCount", message=message, fix="write 1 or more, and not more than completions")
        if indexes and completions is not None:
            yield from _indexes(scope, indexes, completions, (*place, "succeededIndexes"))


def _indexes(scope: Scope, written: str, completions: int, place: Path) -> Iterator[Found]:
    last = -1
    for part in written.split(","):
        first, _, end = part.partition("-")
        if not first.isdecimal() or (end and not end.isdecimal()) or (part.endswith("-")):
            yield scope.found(*place, message=f'"{written}" is no list of indexes', fix="as 0,2-4")
            return
        low, high = int(first[:12]), int((end or first)[:12])
        if high >= completions:
            yield scope.found(*place, message=f"the last index is {completions - 1}, not {high}", fix="name indexes that are there")
            return
        if low <= last or high < low:
            yield scope.found(*place, message=f'the indexes "{written}" are not in order', fix="as 0,2-4")
            return
        last = high


def job_name(scope: Scope) -> Iterator[Found]:
    """A Job's name becomes part of its Pods' host names, where a dot surprises; a long prefix leaves no room in the Pods' label."""
    if scope.kind != "Job" or scope.path != ("metadata",):
        return
    name, prefix = text(scope.value, "name"), text(scope.value, "generateName")
    if name and "." in name and len(name) <= 63 and at(scope.body, ("spec",)).get("completionMode") != "Indexed":
        message = "a dot in a Job's name makes surprising host names of its Pods"
        yield scope.found("name", message=message, fix=f"did you mean {name.replace('.', '-')}?")
    if prefix and not name and len(prefix) > 58:
        message = f"the prefix has {len(prefix)} characters, and the server cuts it to 58 for a Job"
        yield scope.found("generateName", message=message, fix="write a shorter one")


def indexed_name(scope: Scope) -> Iterator[Found]:
    """The name of an Indexed Job leaves room for its last index in its Pods' host names."""
    spec, name = mapping(scope.value, "spec"), text(mapping(scope.value, "metadata"), "name")
    completions = whole(spec, "completions")
    if scope.kind != "Job" or spec.get("completionMode") != "Indexed" or not name or not completions or len(name) > 63:
        return
    room = 63 - len(str(completions - 1)) - 1
    if "." in name:
        message = "a dot in the name of an Indexed Job makes host names that are none"
        yield scope.found("metadata", "name", message=message, fix=f"did you mean {name.replace('.', '-')}?")
    elif len(name) > room:
        message = f"the name has {len(name)} characters; with {completions} indexes its Pods' host names leave room for {room}"
        yield scope.found("metadata", "name", message=message, fix=f"write at most {room} characters")
