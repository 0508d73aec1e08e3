"""Mistakes in Jobs and CronJobs."""

from __future__ import annotations

import copy
from typing import Any

from tests.unit.rules.cases import CRON_JOB, JOB
from tests.unit.rules.making import Table

JOBS = Table()
_job, _cron = JOBS.job, JOBS.cron_job
_EXIT = {"operator": "In", "values": [3]}
_TEMPLATE = JOB["spec"]["template"]
_ALWAYS = {**_TEMPLATE, "spec": {**_TEMPLATE["spec"], "restartPolicy": "Always"}}


def _rule(name: str, path: str, rule: dict[str, Any], found_by: str = "failure-policy") -> None:
    _job(name, found_by, f"podFailurePolicy.rules[0]{path}", podFailurePolicy={"rules": [rule]})


def _rule_enum(name: str, path: str, rule: dict[str, Any]) -> None:
    _rule(name, path, rule, "enum")


# counts
_job("fewer than no completions", "range", "completions", completions=-1)
_job("fewer than no Pods at a time", "range", "parallelism", parallelism=-1)
_job("a deadline of a Job below nothing", "range", "activeDeadlineSeconds", activeDeadlineSeconds=-1)
_job("a time to live below nothing", "range", "ttlSecondsAfterFinished", ttlSecondsAfterFinished=-1)
_job("too many Pods of an indexed Job", "indexed", "parallelism", completionMode="Indexed", completions=200000, parallelism=100001)
_job("retries for each index of a Job without indexes", "indexed", "backoffLimitPerIndex", backoffLimitPerIndex=1)
_job("failed indexes of a Job without indexes", "indexed", "maxFailedIndexes", maxFailedIndexes=1)
_job(
    "failed indexes without retries for each",
    "indexed",
    "maxFailedIndexes",
    completionMode="Indexed",
    completions=3,
    parallelism=1,
    maxFailedIndexes=1,
)
_job(
    "more failed indexes than indexes",
    "indexed",
    "maxFailedIndexes",
    completionMode="Indexed",
    completions=3,
    parallelism=1,
    backoffLimitPerIndex=1,
    maxFailedIndexes=4,
)
_job(
    "many indexes that may all fail",
    "indexed",
    "maxFailedIndexes",
    completionMode="Indexed",
    completions=100001,
    parallelism=1,
    backoffLimitPerIndex=1,
)
_job("success of a Job without indexes", "success-policy", "successPolicy", successPolicy={"rules": [{"succeededCount": 1}]})
_job(
    "success by no rule",
    "success-policy",
    "successPolicy.rules",
    completionMode="Indexed",
    completions=3,
    parallelism=1,
    successPolicy={"rules": []},
)
_job(
    "success of more indexes than there are",
    "success-policy",
    "successPolicy.rules[0].succeededCount",
    completionMode="Indexed",
    completions=3,
    parallelism=1,
    successPolicy={"rules": [{"succeededCount": 4}]},
)
_job(
    "success of indexes that are not there",
    "success-policy",
    "successPolicy.rules[0].succeededIndexes",
    completionMode="Indexed",
    completions=3,
    parallelism=1,
    successPolicy={"rules": [{"succeededIndexes": "0,5"}]},
)
_job(
    "success of nothing",
    "success-policy",
    "successPolicy.rules[0]",
    completionMode="Indexed",
    completions=3,
    parallelism=1,
    successPolicy={"rules": [{}]},
)
_job("a mode in lower case", "enum", "completionMode", completionMode="indexed", completions=1)
JOBS.add(
    JOB,
    "an indexed Job's name whose Pods' host names are too long",
    "name",
    "metadata.name",
    metadata={"name": "x" * 62},
    spec={"completionMode": "Indexed", "completions": 10, "parallelism": 1},
)
JOBS.add(JOB, "a Job's name with a dot", "job-name", "metadata.name", metadata={"name": "etl.daily"}, server="accepts")
JOBS.add(
    JOB,
    "a Job's prefix that is too long",
    "job-name",
    "metadata.generateName",
    metadata={"name": None, "generateName": "x" * 60 + "-"},
    server="accepts",
)

# selectors
_job("a selector of one's own", "selector", "selector", selector={"matchLabels": {"app": "etl"}})
_job("a selector that does not fit the template", "selector", "selector", manualSelector=True, selector={"matchLabels": {"app": "x"}})
_job("a selector that is missing", "selector", "selector", manualSelector=True)
_job("a manager without a domain", "managed-by", "managedBy", managedBy="me")
_job("when to replace Pods, with a word that is none", "enum", "podReplacementPolicy", podReplacementPolicy="Never")
_job(
    "Pods replaced early with failure rules",
    "failure-policy",
    "podReplacementPolicy",
    podReplacementPolicy="TerminatingOrFailed",
    podFailurePolicy={"rules": [{"action": "FailJob", "onExitCodes": _EXIT}]},
)

# failure rules
_rule("a failure rule about nothing", "", {"action": "FailJob"})
_rule(
    "a failure rule about two things",
    "",
    {"action": "FailJob", "onExitCodes": _EXIT, "onPodConditions": [{"type": "DisruptionTarget", "status": "True"}]},
)
_rule("a failure rule about no exit code", ".onExitCodes.values", {"action": "FailJob", "onExitCodes": {"operator": "In", "values": []}})
_rule("a failure rule about exit code 0", ".onExitCodes.values[0]", {"action": "FailJob", "onExitCodes": {"operator": "In", "values": [0]}})
_rule("exit codes out of order", ".onExitCodes.values", {"action": "FailJob", "onExitCodes": {"operator": "In", "values": [4, 3]}})
_rule("an exit code twice", ".onExitCodes.values[1]", {"action": "FailJob", "onExitCodes": {"operator": "In", "values": [3, 3]}})
_rule("an index that fails in a Job without retries for each", ".action", {"action": "FailIndex", "onExitCodes": _EXIT})
_rule(
    "a condition that may be maybe",
    ".onPodConditions[0].status",
    {"action": "FailJob", "onPodConditions": [{"type": "DisruptionTarget", "status": "Maybe"}]},
)
_rule("a condition with a space", ".onPodConditions[0].type", {"action": "FailJob", "onPodConditions": [{"type": "a b", "status": "True"}]})
_rule_enum("an action that is none", ".action", {"action": "Fail", "onExitCodes": _EXIT})
_rule_enum("an operator that is none", ".onExitCodes.operator", {"action": "FailJob", "onExitCodes": {"operator": "Is", "values": [3]}})
_job(
    "21 failure rules",
    "failure-policy",
    "podFailurePolicy.rules",
    podFailurePolicy={"rules": [{"action": "Ignore", "onExitCodes": _EXIT}] * 21},
)

# schedules
for _name, _schedule in {
    "a minute of 60": "60 5 * * *",
    "an hour of 24": "0 24 * * *",
    "a day of 32": "0 5 32 * *",
    "a day of 0": "0 5 0 * *",
    "a month of 13": "0 5 1 13 *",
    "a weekday of 8": "0 5 * * 8",
    "a range that ends before it begins": "0 5-3 * * *",
    "a step of 0": "*/0 * * * *",
    "a word in a schedule": "0 noon * * *",
    "six fields": "0 0 5 * * *",
    "a word that is no schedule": "@often",
    "a schedule of nothing": "",
    "every without how long": "@every x",
    "a list that ends with a comma, twice": "1,-2 * * * *",
}.items():
    _cron(_name, "schedule", "schedule", schedule=_schedule)
_cron("a time zone of no place", "time-zone", "timeZone", timeZone="Europe/Berln")
_cron("a time zone of the machine", "time-zone", "timeZone", timeZone="Local")
_cron("a time zone in lower case", "time-zone", "timeZone", timeZone="europe/berlin")
_cron("a time zone of nothing", "time-zone", "timeZone", timeZone="")
_cron("a deadline of a start below nothing", "range", "startingDeadlineSeconds", startingDeadlineSeconds=-1)
_cron("a history below nothing", "range", "successfulJobsHistoryLimit", successfulJobsHistoryLimit=-1)
_cron("failures to keep below nothing", "range", "failedJobsHistoryLimit", failedJobsHistoryLimit=-1)
_cron("a policy of concurrency in lower case", "enum", "concurrencyPolicy", concurrencyPolicy="forbid")
_cron("a deadline too short to be seen", "starting-deadline", "startingDeadlineSeconds", startingDeadlineSeconds=5, server="accepts")
_bad = copy.deepcopy(CRON_JOB["spec"]["jobTemplate"])
_bad["spec"]["selector"] = {"matchLabels": {"app": "etl"}}
_cron("a selector in a CronJob", "selector", "jobTemplate.spec.selector", jobTemplate=_bad)
_always = copy.deepcopy(CRON_JOB["spec"]["jobTemplate"])
_always["spec"]["template"]["spec"]["restartPolicy"] = "Always"
_cron("a CronJob that restarts always", "restart-policy", "jobTemplate.spec.template.spec.restartPolicy", jobTemplate=_always)
