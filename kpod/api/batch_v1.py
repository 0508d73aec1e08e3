"""The API classes of batch/v1.

Written by tools/generate_api.py from the schemas of Kubernetes 1.25 to 1.37; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

import attrs

from kpod.api.late import Late
from kpod.api.object import NESTED, ApiObject, Misshapen, absent, copy_plain, leftovers, new
from kpod.api.core_v1 import PodTemplateSpec
from kpod.api.meta_v1 import LabelSelector, ObjectMeta

if TYPE_CHECKING:
    from kpod.api import core_rare_v1, scheduling_v1alpha3
else:
    core_rare_v1 = Late("kpod.api.core_rare_v1")
    scheduling_v1alpha3 = Late("kpod.api.scheduling_v1alpha3")

__all__ = [
    "CronJob",
    "CronJobSpec",
    "CronJobStatus",
    "Job",
    "JobCondition",
    "JobSchedulingConfiguration",
    "JobSpec",
    "JobStatus",
    "JobTemplateSpec",
    "PodFailurePolicy",
    "PodFailurePolicyOnExitCodesRequirement",
    "PodFailurePolicyOnPodConditionsPattern",
    "PodFailurePolicyRule",
    "SuccessPolicy",
    "SuccessPolicyRule",
    "UncountedTerminatedPods",
]


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class CronJob(ApiObject):
    """Kubernetes' `CronJob` (batch/v1).

    Required: spec.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#cronjob-v1-batch
    """

    type_key: ClassVar[str] = "batch_v1.CronJob"
    api_version: ClassVar[str] = "batch/v1"
    kind: ClassVar[str] = "CronJob"

    metadata: ObjectMeta
    spec: CronJobSpec
    status: CronJobStatus
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        metadata: ObjectMeta = absent,
        spec: CronJobSpec = absent,
        status: CronJobStatus = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.metadata = metadata
        self.spec = spec
        self.status = status
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {"apiVersion": "batch/v1", "kind": "CronJob"}
        if self.metadata is not None:
            body["metadata"] = self.metadata._dump()
        if self.spec is not None:
            body["spec"] = self.spec._dump()
        if self.status is not None:
            body["status"] = self.status._dump()
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> CronJob:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "apiVersion" in body and (value := body["apiVersion"]) is not None:
            if value != "batch/v1":
                raise Misshapen
            known += 1
        if "kind" in body and (value := body["kind"]) is not None:
            if value != "CronJob":
                raise Misshapen
            known += 1
        if "metadata" in body and (value := body["metadata"]) is not None:
            self.metadata = ObjectMeta._load(value)
            known += 1
        else:
            self.metadata = absent
        if "spec" in body and (value := body["spec"]) is not None:
            self.spec = CronJobSpec._load(value)
            known += 1
        else:
            self.spec = absent
        if "status" in body and (value := body["status"]) is not None:
            self.status = CronJobStatus._load(value)
            known += 1
        else:
            self.status = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class CronJobSpec(ApiObject):
    """Kubernetes' `CronJobSpec` (batch/v1).

    Required: job_template, schedule.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#cronjobspec-v1-batch
    """

    type_key: ClassVar[str] = "batch_v1.CronJobSpec"

    concurrency_policy: str
    failed_jobs_history_limit: int
    job_template: JobTemplateSpec
    schedule: str
    starting_deadline_seconds: int
    successful_jobs_history_limit: int
    suspend: bool
    time_zone: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        concurrency_policy: str = absent,
        failed_jobs_history_limit: int = absent,
        job_template: JobTemplateSpec = absent,
        schedule: str = absent,
        starting_deadline_seconds: int = absent,
        successful_jobs_history_limit: int = absent,
        suspend: bool = absent,
        time_zone: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.concurrency_policy = concurrency_policy
        self.failed_jobs_history_limit = failed_jobs_history_limit
        self.job_template = job_template
        self.schedule = schedule
        self.starting_deadline_seconds = starting_deadline_seconds
        self.successful_jobs_history_limit = successful_jobs_history_limit
        self.suspend = suspend
        self.time_zone = time_zone
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.concurrency_policy is not None:
            body["concurrencyPolicy"] = self.concurrency_policy
        if self.failed_jobs_history_limit is not None:
            body["failedJobsHistoryLimit"] = self.failed_jobs_history_limit
        if self.job_template is not None:
            body["jobTemplate"] = self.job_template._dump()
        if self.schedule is not None:
            body["schedule"] = self.schedule
        if self.starting_deadline_seconds is not None:
            body["startingDeadlineSeconds"] = self.starting_deadline_seconds
        if self.successful_jobs_history_limit is not None:
            body["successfulJobsHistoryLimit"] = self.successful_jobs_history_limit
        if self.suspend is not None:
            body["suspend"] = self.suspend
        if self.time_zone is not None:
            body["timeZone"] = self.time_zone
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> CronJobSpec:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "concurrencyPolicy" in body and (value := body["concurrencyPolicy"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.concurrency_policy = value
            known += 1
        else:
            self.concurrency_policy = absent
        if "failedJobsHistoryLimit" in body and (value := body["failedJobsHistoryLimit"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.failed_jobs_history_limit = value
            known += 1
        else:
            self.failed_jobs_history_limit = absent
        if "jobTemplate" in body and (value := body["jobTemplate"]) is not None:
            self.job_template = JobTemplateSpec._load(value)
            known += 1
        else:
            self.job_template = absent
        if "schedule" in body and (value := body["schedule"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.schedule = value
            known += 1
        else:
            self.schedule = absent
        if "startingDeadlineSeconds" in body and (value := body["startingDeadlineSeconds"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.starting_deadline_seconds = value
            known += 1
        else:
            self.starting_deadline_seconds = absent
        if "successfulJobsHistoryLimit" in body and (value := body["successfulJobsHistoryLimit"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.successful_jobs_history_limit = value
            known += 1
        else:
            self.successful_jobs_history_limit = absent
        if "suspend" in body and (value := body["suspend"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.suspend = value
            known += 1
        else:
            self.suspend = absent
        if "timeZone" in body and (value := body["timeZone"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.time_zone = value
            known += 1
        else:
            self.time_zone = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class CronJobStatus(ApiObject):
    """Kubernetes' `CronJobStatus` (batch/v1).

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#cronjobstatus-v1-batch
    """

    type_key: ClassVar[str] = "batch_v1.CronJobStatus"

    active: list[core_rare_v1.ObjectReference]
    last_schedule_time: str
    last_successful_time: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        active: list[core_rare_v1.ObjectReference] = absent,
        last_schedule_time: str = absent,
        last_successful_time: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.active = active
        self.last_schedule_time = last_schedule_time
        self.last_successful_time = last_successful_time
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.active is not None:
            body["active"] = [item._dump() for item in self.active]
        if self.last_schedule_time is not None:
            body["lastScheduleTime"] = self.last_schedule_time
        if self.last_successful_time is not None:
            body["lastSuccessfulTime"] = self.last_successful_time
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> CronJobStatus:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "active" in body and (value := body["active"]) is not None:
            from kpod.api.core_rare_v1 import ObjectReference
            
            if not isinstance(value, list):
                raise Misshapen
            self.active = [ObjectReference._load(item) for item in value]
            known += 1
        else:
            self.active = absent
        if "lastScheduleTime" in body and (value := body["lastScheduleTime"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.last_schedule_time = value
            known += 1
        else:
            self.last_schedule_time = absent
        if "lastSuccessfulTime" in body and (value := body["lastSuccessfulTime"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.last_successful_time = value
            known += 1
        else:
            self.last_successful_time = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class Job(ApiObject):
    """Kubernetes' `Job` (batch/v1).

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#job-v1-batch
    """

    type_key: ClassVar[str] = "batch_v1.Job"
    api_version: ClassVar[str] = "batch/v1"
    kind: ClassVar[str] = "Job"

    metadata: ObjectMeta
    spec: JobSpec
    status: JobStatus
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        metadata: ObjectMeta = absent,
        spec: JobSpec = absent,
        status: JobStatus = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.metadata = metadata
        self.spec = spec
        self.status = status
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {"apiVersion": "batch/v1", "kind": "Job"}
        if self.metadata is not None:
            body["metadata"] = self.metadata._dump()
        if self.spec is not None:
            body["spec"] = self.spec._dump()
        if self.status is not None:
            body["status"] = self.status._dump()
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> Job:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "apiVersion" in body and (value := body["apiVersion"]) is not None:
            if value != "batch/v1":
                raise Misshapen
            known += 1
        if "kind" in body and (value := body["kind"]) is not None:
            if value != "Job":
                raise Misshapen
            known += 1
        if "metadata" in body and (value := body["metadata"]) is not None:
            self.metadata = ObjectMeta._load(value)
            known += 1
        else:
            self.metadata = absent
        if "spec" in body and (value := body["spec"]) is not None:
            self.spec = JobSpec._load(value)
            known += 1
        else:
            self.spec = absent
        if "status" in body and (value := body["status"]) is not None:
            self.status = JobStatus._load(value)
            known += 1
        else:
            self.status = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class JobCondition(ApiObject):
    """Kubernetes' `JobCondition` (batch/v1).

    Required: type, status.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#jobcondition-v1-batch
    """

    type_key: ClassVar[str] = "batch_v1.JobCondition"

    last_probe_time: str
    last_transition_time: str
    message: str
    reason: str
    type: str
    status: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        last_probe_time: str = absent,
        last_transition_time: str = absent,
        message: str = absent,
        reason: str = absent,
        type: str = absent,
        status: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.last_probe_time = last_probe_time
        self.last_transition_time = last_transition_time
        self.message = message
        self.reason = reason
        self.type = type
        self.status = status
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.last_probe_time is not None:
            body["lastProbeTime"] = self.last_probe_time
        if self.last_transition_time is not None:
            body["lastTransitionTime"] = self.last_transition_time
        if self.message is not None:
            body["message"] = self.message
        if self.reason is not None:
            body["reason"] = self.reason
        if self.type is not None:
            body["type"] = self.type
        if self.status is not None:
            body["status"] = self.status
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> JobCondition:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "lastProbeTime" in body and (value := body["lastProbeTime"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.last_probe_time = value
            known += 1
        else:
            self.last_probe_time = absent
        if "lastTransitionTime" in body and (value := body["lastTransitionTime"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.last_transition_time = value
            known += 1
        else:
            self.last_transition_time = absent
        if "message" in body and (value := body["message"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.message = value
            known += 1
        else:
            self.message = absent
        if "reason" in body and (value := body["reason"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.reason = value
            known += 1
        else:
            self.reason = absent
        if "type" in body and (value := body["type"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.type = value
            known += 1
        else:
            self.type = absent
        if "status" in body and (value := body["status"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.status = value
            known += 1
        else:
            self.status = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class JobSchedulingConfiguration(ApiObject):
    """Kubernetes' `JobSchedulingConfiguration` (batch/v1).

    Since: disruption_mode 1.37, resource_claims 1.37, scheduling_constraints 1.37, scheduling_policy 1.37.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#jobschedulingconfiguration-v1-batch
    """

    type_key: ClassVar[str] = "batch_v1.JobSchedulingConfiguration"

    disruption_mode: scheduling_v1alpha3.WorkloadPodGroupDisruptionMode
    resource_claims: list[scheduling_v1alpha3.WorkloadPodGroupResourceClaim]
    scheduling_constraints: scheduling_v1alpha3.WorkloadPodGroupSchedulingConstraints
    scheduling_policy: scheduling_v1alpha3.WorkloadPodGroupSchedulingPolicy
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        disruption_mode: scheduling_v1alpha3.WorkloadPodGroupDisruptionMode = absent,
        resource_claims: list[scheduling_v1alpha3.WorkloadPodGroupResourceClaim] = absent,
        scheduling_constraints: scheduling_v1alpha3.WorkloadPodGroupSchedulingConstraints = absent,
        scheduling_policy: scheduling_v1alpha3.WorkloadPodGroupSchedulingPolicy = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.disruption_mode = disruption_mode
        self.resource_claims = resource_claims
        self.scheduling_constraints = scheduling_constraints
        self.scheduling_policy = scheduling_policy
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.disruption_mode is not None:
            body["disruptionMode"] = self.disruption_mode._dump()
        if self.resource_claims is not None:
            body["resourceClaims"] = [item._dump() for item in self.resource_claims]
        if self.scheduling_constraints is not None:
            body["schedulingConstraints"] = self.scheduling_constraints._dump()
        if self.scheduling_policy is not None:
            body["schedulingPolicy"] = self.scheduling_policy._dump()
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> JobSchedulingConfiguration:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "disruptionMode" in body and (value := body["disruptionMode"]) is not None:
            from kpod.api.scheduling_v1alpha3 import WorkloadPodGroupDisruptionMode
            
            self.disruption_mode = WorkloadPodGroupDisruptionMode._load(value)
            known += 1
        else:
            self.disruption_mode = absent
        if "resourceClaims" in body and (value := body["resourceClaims"]) is not None:
            from kpod.api.scheduling_v1alpha3 import WorkloadPodGroupResourceClaim
            
            if not isinstance(value, list):
                raise Misshapen
            self.resource_claims = [WorkloadPodGroupResourceClaim._load(item) for item in value]
            known += 1
        else:
            self.resource_claims = absent
        if "schedulingConstraints" in body and (value := body["schedulingConstraints"]) is not None:
            from kpod.api.scheduling_v1alpha3 import WorkloadPodGroupSchedulingConstraints
            
            self.scheduling_constraints = WorkloadPodGroupSchedulingConstraints._load(value)
            known += 1
        else:
            self.scheduling_constraints = absent
        if "schedulingPolicy" in body and (value := body["schedulingPolicy"]) is not None:
            from kpod.api.scheduling_v1alpha3 import WorkloadPodGroupSchedulingPolicy
            
            self.scheduling_policy = WorkloadPodGroupSchedulingPolicy._load(value)
            known += 1
        else:
            self.scheduling_policy = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class JobSpec(ApiObject):
    """Kubernetes' `JobSpec` (batch/v1).

    Required: template.
    Since: backoff_limit_per_index 1.28, managed_by 1.30, max_failed_indexes 1.28, pod_replacement_policy 1.28, scheduling
    1.37, success_policy 1.30.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#jobspec-v1-batch
    """

    type_key: ClassVar[str] = "batch_v1.JobSpec"

    active_deadline_seconds: int
    backoff_limit: int
    backoff_limit_per_index: int
    completion_mode: str
    completions: int
    managed_by: str
    manual_selector: bool
    max_failed_indexes: int
    parallelism: int
    pod_failure_policy: PodFailurePolicy
    pod_replacement_policy: str
    scheduling: JobSchedulingConfiguration
    selector: LabelSelector
    success_policy: SuccessPolicy
    suspend: bool
    template: PodTemplateSpec
    ttl_seconds_after_finished: int
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        active_deadline_seconds: int = absent,
        backoff_limit: int = absent,
        backoff_limit_per_index: int = absent,
        completion_mode: str = absent,
        completions: int = absent,
        managed_by: str = absent,
        manual_selector: bool = absent,
        max_failed_indexes: int = absent,
        parallelism: int = absent,
        pod_failure_policy: PodFailurePolicy = absent,
        pod_replacement_policy: str = absent,
        scheduling: JobSchedulingConfiguration = absent,
        selector: LabelSelector = absent,
        success_policy: SuccessPolicy = absent,
        suspend: bool = absent,
        template: PodTemplateSpec = absent,
        ttl_seconds_after_finished: int = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.active_deadline_seconds = active_deadline_seconds
        self.backoff_limit = backoff_limit
        self.backoff_limit_per_index = backoff_limit_per_index
        self.completion_mode = completion_mode
        self.completions = completions
        self.managed_by = managed_by
        self.manual_selector = manual_selector
        self.max_failed_indexes = max_failed_indexes
        self.parallelism = parallelism
        self.pod_failure_policy = pod_failure_policy
        self.pod_replacement_policy = pod_replacement_policy
        self.scheduling = scheduling
        self.selector = selector
        self.success_policy = success_policy
        self.suspend = suspend
        self.template = template
        self.ttl_seconds_after_finished = ttl_seconds_after_finished
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.active_deadline_seconds is not None:
            body["activeDeadlineSeconds"] = self.active_deadline_seconds
        if self.backoff_limit is not None:
            body["backoffLimit"] = self.backoff_limit
        if self.backoff_limit_per_index is not None:
            body["backoffLimitPerIndex"] = self.backoff_limit_per_index
        if self.completion_mode is not None:
            body["completionMode"] = self.completion_mode
        if self.completions is not None:
            body["completions"] = self.completions
        if self.managed_by is not None:
            body["managedBy"] = self.managed_by
        if self.manual_selector is not None:
            body["manualSelector"] = self.manual_selector
        if self.max_failed_indexes is not None:
            body["maxFailedIndexes"] = self.max_failed_indexes
        if self.parallelism is not None:
            body["parallelism"] = self.parallelism
        if self.pod_failure_policy is not None:
            body["podFailurePolicy"] = self.pod_failure_policy._dump()
        if self.pod_replacement_policy is not None:
            body["podReplacementPolicy"] = self.pod_replacement_policy
        if self.scheduling is not None:
            body["scheduling"] = self.scheduling._dump()
        if self.selector is not None:
            body["selector"] = self.selector._dump()
        if self.success_policy is not None:
            body["successPolicy"] = self.success_policy._dump()
        if self.suspend is not None:
            body["suspend"] = self.suspend
        if self.template is not None:
            body["template"] = self.template._dump()
        if self.ttl_seconds_after_finished is not None:
            body["ttlSecondsAfterFinished"] = self.ttl_seconds_after_finished
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> JobSpec:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "activeDeadlineSeconds" in body and (value := body["activeDeadlineSeconds"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.active_deadline_seconds = value
            known += 1
        else:
            self.active_deadline_seconds = absent
        if "backoffLimit" in body and (value := body["backoffLimit"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.backoff_limit = value
            known += 1
        else:
            self.backoff_limit = absent
        if "backoffLimitPerIndex" in body and (value := body["backoffLimitPerIndex"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.backoff_limit_per_index = value
            known += 1
        else:
            self.backoff_limit_per_index = absent
        if "completionMode" in body and (value := body["completionMode"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.completion_mode = value
            known += 1
        else:
            self.completion_mode = absent
        if "completions" in body and (value := body["completions"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.completions = value
            known += 1
        else:
            self.completions = absent
        if "managedBy" in body and (value := body["managedBy"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.managed_by = value
            known += 1
        else:
            self.managed_by = absent
        if "manualSelector" in body and (value := body["manualSelector"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.manual_selector = value
            known += 1
        else:
            self.manual_selector = absent
        if "maxFailedIndexes" in body and (value := body["maxFailedIndexes"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.max_failed_indexes = value
            known += 1
        else:
            self.max_failed_indexes = absent
        if "parallelism" in body and (value := body["parallelism"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.parallelism = value
            known += 1
        else:
            self.parallelism = absent
        if "podFailurePolicy" in body and (value := body["podFailurePolicy"]) is not None:
            self.pod_failure_policy = PodFailurePolicy._load(value)
            known += 1
        else:
            self.pod_failure_policy = absent
        if "podReplacementPolicy" in body and (value := body["podReplacementPolicy"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.pod_replacement_policy = value
            known += 1
        else:
            self.pod_replacement_policy = absent
        if "scheduling" in body and (value := body["scheduling"]) is not None:
            self.scheduling = JobSchedulingConfiguration._load(value)
            known += 1
        else:
            self.scheduling = absent
        if "selector" in body and (value := body["selector"]) is not None:
            self.selector = LabelSelector._load(value)
            known += 1
        else:
            self.selector = absent
        if "successPolicy" in body and (value := body["successPolicy"]) is not None:
            self.success_policy = SuccessPolicy._load(value)
            known += 1
        else:
            self.success_policy = absent
        if "suspend" in body and (value := body["suspend"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.suspend = value
            known += 1
        else:
            self.suspend = absent
        if "template" in body and (value := body["template"]) is not None:
            self.template = PodTemplateSpec._load(value)
            known += 1
        else:
            self.template = absent
        if "ttlSecondsAfterFinished" in body and (value := body["ttlSecondsAfterFinished"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.ttl_seconds_after_finished = value
            known += 1
        else:
            self.ttl_seconds_after_finished = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class JobStatus(ApiObject):
    """Kubernetes' `JobStatus` (batch/v1).

    Since: failed_indexes 1.28, terminating 1.28.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#jobstatus-v1-batch
    """

    type_key: ClassVar[str] = "batch_v1.JobStatus"

    active: int
    completed_indexes: str
    completion_time: str
    conditions: list[JobCondition]
    failed: int
    failed_indexes: str
    ready: int
    start_time: str
    succeeded: int
    terminating: int
    uncounted_terminated_pods: UncountedTerminatedPods
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        active: int = absent,
        completed_indexes: str = absent,
        completion_time: str = absent,
        conditions: list[JobCondition] = absent,
        failed: int = absent,
        failed_indexes: str = absent,
        ready: int = absent,
        start_time: str = absent,
        succeeded: int = absent,
        terminating: int = absent,
        uncounted_terminated_pods: UncountedTerminatedPods = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.active = active
        self.completed_indexes = completed_indexes
        self.completion_time = completion_time
        self.conditions = conditions
        self.failed = failed
        self.failed_indexes = failed_indexes
        self.ready = ready
        self.start_time = start_time
        self.succeeded = succeeded
        self.terminating = terminating
        self.uncounted_terminated_pods = uncounted_terminated_pods
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.active is not None:
            body["active"] = self.active
        if self.completed_indexes is not None:
            body["completedIndexes"] = self.completed_indexes
        if self.completion_time is not None:
            body["completionTime"] = self.completion_time
        if self.conditions is not None:
            body["conditions"] = [item._dump() for item in self.conditions]
        if self.failed is not None:
            body["failed"] = self.failed
        if self.failed_indexes is not None:
            body["failedIndexes"] = self.failed_indexes
        if self.ready is not None:
            body["ready"] = self.ready
        if self.start_time is not None:
            body["startTime"] = self.start_time
        if self.succeeded is not None:
            body["succeeded"] = self.succeeded
        if self.terminating is not None:
            body["terminating"] = self.terminating
        if self.uncounted_terminated_pods is not None:
            body["uncountedTerminatedPods"] = self.uncounted_terminated_pods._dump()
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> JobStatus:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "active" in body and (value := body["active"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.active = value
            known += 1
        else:
            self.active = absent
        if "completedIndexes" in body and (value := body["completedIndexes"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.completed_indexes = value
            known += 1
        else:
            self.completed_indexes = absent
        if "completionTime" in body and (value := body["completionTime"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.completion_time = value
            known += 1
        else:
            self.completion_time = absent
        if "conditions" in body and (value := body["conditions"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.conditions = [JobCondition._load(item) for item in value]
            known += 1
        else:
            self.conditions = absent
        if "failed" in body and (value := body["failed"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.failed = value
            known += 1
        else:
            self.failed = absent
        if "failedIndexes" in body and (value := body["failedIndexes"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.failed_indexes = value
            known += 1
        else:
            self.failed_indexes = absent
        if "ready" in body and (value := body["ready"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.ready = value
            known += 1
        else:
            self.ready = absent
        if "startTime" in body and (value := body["startTime"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.start_time = value
            known += 1
        else:
            self.start_time = absent
        if "succeeded" in body and (value := body["succeeded"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.succeeded = value
            known += 1
        else:
            self.succeeded = absent
        if "terminating" in body and (value := body["terminating"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.terminating = value
            known += 1
        else:
            self.terminating = absent
        if "uncountedTerminatedPods" in body and (value := body["uncountedTerminatedPods"]) is not None:
            self.uncounted_terminated_pods = UncountedTerminatedPods._load(value)
            known += 1
        else:
            self.uncounted_terminated_pods = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class JobTemplateSpec(ApiObject):
    """Kubernetes' `JobTemplateSpec` (batch/v1).

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#jobtemplatespec-v1-batch
    """

    type_key: ClassVar[str] = "batch_v1.JobTemplateSpec"

    metadata: ObjectMeta
    spec: JobSpec
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        metadata: ObjectMeta = absent,
        spec: JobSpec = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.metadata = metadata
        self.spec = spec
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.metadata is not None:
            body["metadata"] = self.metadata._dump()
        if self.spec is not None:
            body["spec"] = self.spec._dump()
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> JobTemplateSpec:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "metadata" in body and (value := body["metadata"]) is not None:
            self.metadata = ObjectMeta._load(value)
            known += 1
        else:
            self.metadata = absent
        if "spec" in body and (value := body["spec"]) is not None:
            self.spec = JobSpec._load(value)
            known += 1
        else:
            self.spec = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class PodFailurePolicy(ApiObject):
    """Kubernetes' `PodFailurePolicy` (batch/v1).

    Required: rules.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#podfailurepolicy-v1-batch
    """

    type_key: ClassVar[str] = "batch_v1.PodFailurePolicy"

    rules: list[PodFailurePolicyRule]
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        rules: list[PodFailurePolicyRule] = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.rules = rules
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.rules is not None:
            body["rules"] = [item._dump() for item in self.rules]
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> PodFailurePolicy:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "rules" in body and (value := body["rules"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.rules = [PodFailurePolicyRule._load(item) for item in value]
            known += 1
        else:
            self.rules = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class PodFailurePolicyOnExitCodesRequirement(ApiObject):
    """Kubernetes' `PodFailurePolicyOnExitCodesRequirement` (batch/v1).

    Required: operator, values.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#podfailurepolicyonexitcodesrequirement-v1-batch
    """

    type_key: ClassVar[str] = "batch_v1.PodFailurePolicyOnExitCodesRequirement"

    container_name: str
    operator: str
    values: list[int]
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        container_name: str = absent,
        operator: str = absent,
        values: list[int] = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.container_name = container_name
        self.operator = operator
        self.values = values
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.container_name is not None:
            body["containerName"] = self.container_name
        if self.operator is not None:
            body["operator"] = self.operator
        if self.values is not None:
            body["values"] = self.values.copy()
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> PodFailurePolicyOnExitCodesRequirement:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "containerName" in body and (value := body["containerName"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.container_name = value
            known += 1
        else:
            self.container_name = absent
        if "operator" in body and (value := body["operator"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.operator = value
            known += 1
        else:
            self.operator = absent
        if "values" in body and (value := body["values"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.values = value.copy()
            known += 1
        else:
            self.values = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class PodFailurePolicyOnPodConditionsPattern(ApiObject):
    """Kubernetes' `PodFailurePolicyOnPodConditionsPattern` (batch/v1).

    Required: type.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#podfailurepolicyonpodconditionspattern-v1-batch
    """

    type_key: ClassVar[str] = "batch_v1.PodFailurePolicyOnPodConditionsPattern"

    type: str
    status: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        type: str = absent,
        status: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.type = type
        self.status = status
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.type is not None:
            body["type"] = self.type
        if self.status is not None:
            body["status"] = self.status
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> PodFailurePolicyOnPodConditionsPattern:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "type" in body and (value := body["type"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.type = value
            known += 1
        else:
            self.type = absent
        if "status" in body and (value := body["status"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.status = value
            known += 1
        else:
            self.status = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class PodFailurePolicyRule(ApiObject):
    """Kubernetes' `PodFailurePolicyRule` (batch/v1).

    Required: action.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#podfailurepolicyrule-v1-batch
    """

    type_key: ClassVar[str] = "batch_v1.PodFailurePolicyRule"

    action: str
    on_exit_codes: PodFailurePolicyOnExitCodesRequirement
    on_pod_conditions: list[PodFailurePolicyOnPodConditionsPattern]
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        action: str = absent,
        on_exit_codes: PodFailurePolicyOnExitCodesRequirement = absent,
        on_pod_conditions: list[PodFailurePolicyOnPodConditionsPattern] = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.action = action
        self.on_exit_codes = on_exit_codes
        self.on_pod_conditions = on_pod_conditions
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.action is not None:
            body["action"] = self.action
        if self.on_exit_codes is not None:
            body["onExitCodes"] = self.on_exit_codes._dump()
        if self.on_pod_conditions is not None:
            body["onPodConditions"] = [item._dump() for item in self.on_pod_conditions]
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> PodFailurePolicyRule:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "action" in body and (value := body["action"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.action = value
            known += 1
        else:
            self.action = absent
        if "onExitCodes" in body and (value := body["onExitCodes"]) is not None:
            self.on_exit_codes = PodFailurePolicyOnExitCodesRequirement._load(value)
            known += 1
        else:
            self.on_exit_codes = absent
        if "onPodConditions" in body and (value := body["onPodConditions"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.on_pod_conditions = [PodFailurePolicyOnPodConditionsPattern._load(item) for item in value]
            known += 1
        else:
            self.on_pod_conditions = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class SuccessPolicy(ApiObject):
    """Kubernetes' `SuccessPolicy` (batch/v1).

    Required: rules.
    Since: rules 1.30.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#successpolicy-v1-batch
    """

    type_key: ClassVar[str] = "batch_v1.SuccessPolicy"

    rules: list[SuccessPolicyRule]
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        rules: list[SuccessPolicyRule] = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.rules = rules
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.rules is not None:
            body["rules"] = [item._dump() for item in self.rules]
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> SuccessPolicy:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "rules" in body and (value := body["rules"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.rules = [SuccessPolicyRule._load(item) for item in value]
            known += 1
        else:
            self.rules = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class SuccessPolicyRule(ApiObject):
    """Kubernetes' `SuccessPolicyRule` (batch/v1).

    Since: succeeded_count 1.30, succeeded_indexes 1.30.

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#successpolicyrule-v1-batch
    """

    type_key: ClassVar[str] = "batch_v1.SuccessPolicyRule"

    succeeded_count: int
    succeeded_indexes: str
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        succeeded_count: int = absent,
        succeeded_indexes: str = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.succeeded_count = succeeded_count
        self.succeeded_indexes = succeeded_indexes
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.succeeded_count is not None:
            body["succeededCount"] = self.succeeded_count
        if self.succeeded_indexes is not None:
            body["succeededIndexes"] = self.succeeded_indexes
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> SuccessPolicyRule:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "succeededCount" in body and (value := body["succeededCount"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.succeeded_count = value
            known += 1
        else:
            self.succeeded_count = absent
        if "succeededIndexes" in body and (value := body["succeededIndexes"]) is not None:
            if value.__class__ in NESTED:
                raise Misshapen
            self.succeeded_indexes = value
            known += 1
        else:
            self.succeeded_indexes = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self


@attrs.define(init=False, eq=False, repr=False, match_args=False, getstate_setstate=False, weakref_slot=False)
class UncountedTerminatedPods(ApiObject):
    """Kubernetes' `UncountedTerminatedPods` (batch/v1).

    Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37/#uncountedterminatedpods-v1-batch
    """

    type_key: ClassVar[str] = "batch_v1.UncountedTerminatedPods"

    failed: list[str]
    succeeded: list[str]
    extra: dict[str, Any] | None

    def __init__(
        self,
        *,
        failed: list[str] = absent,
        succeeded: list[str] = absent,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.failed = failed
        self.succeeded = succeeded
        self.extra = extra

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if self.failed is not None:
            body["failed"] = self.failed.copy()
        if self.succeeded is not None:
            body["succeeded"] = self.succeeded.copy()
        if self.extra is not None:
            body.update(copy_plain(self.extra))
        return body

    @classmethod
    def _load(cls, body: dict[str, Any]) -> UncountedTerminatedPods:
        if not isinstance(body, dict):
            raise Misshapen
        self = new(cls)
        known = 0
        if "failed" in body and (value := body["failed"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.failed = value.copy()
            known += 1
        else:
            self.failed = absent
        if "succeeded" in body and (value := body["succeeded"]) is not None:
            if not isinstance(value, list):
                raise Misshapen
            self.succeeded = value.copy()
            known += 1
        else:
            self.succeeded = absent
        self.extra = leftovers(cls, body) if known != len(body) else None
        return self
