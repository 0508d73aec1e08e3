"""The table of rules: what each is called, what it looks at, how bad it is, and which function it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal

import attrs

from kpod.rules import (
    amounts,
    containers,
    cron,
    jobs,
    mounts,
    naming,
    network,
    objects,
    ports,
    probes,
    records,
    scheduling,
    schema,
    security,
    shares,
    variables,
    volumes,
)
from kpod.rules.scope import Found, Scope

Level = Literal["error", "warning", "off"]


@attrs.frozen
class Rule:
    """One row of the table.

    Attributes:
        id: what a problem names, and what `levels` turns up or down. Rows may share it.
        looks_at: the parts that it is shown: `object`, `metadata`, `pod`, `container`, `job`, `cron_job`.
        find: the function. Its first docstring line says the rule.
        level: `error`: a server refuses the body, or no container can start. `warning`: it works, but hardly as meant.
    """

    id: str
    looks_at: tuple[str, ...]
    find: Callable[[Scope], Iterator[Found]]
    level: Level = "error"


OBJECT, METADATA, POD, CONTAINER, JOB, CRON_JOB = ("object",), ("metadata",), ("pod",), ("container",), ("job",), ("cron_job",)

TABLE: tuple[Rule, ...] = (
    # what it is, and its shape
    Rule("kind", OBJECT, schema.kind),
    Rule("unknown-field", OBJECT, schema.rule("unknown-field")),
    Rule("missing-field", OBJECT, schema.rule("missing-field")),
    Rule("type", OBJECT, schema.rule("type")),
    Rule("enum", OBJECT, schema.rule("enum")),
    Rule("base64", OBJECT, schema.rule("base64")),
    Rule("time", OBJECT, schema.rule("time")),
    Rule("null-entry", OBJECT, schema.rule("null-entry"), "warning"),
    # names and labels
    Rule("name", OBJECT, naming.object_name),
    Rule("name", OBJECT, jobs.indexed_name),
    Rule("name", (*METADATA, *POD, *CONTAINER), naming.name),
    Rule("job-name", METADATA, jobs.job_name, "warning"),
    Rule("image-pull-secret", POD, objects.image_pull_secret, "warning"),
    Rule("label", (*OBJECT, *METADATA, *POD), naming.label),
    Rule("annotation-size", METADATA, records.annotation_size),
    Rule("owner", METADATA, records.owner),
    Rule("finalizer", METADATA, records.finalizer),
    Rule("duplicate-name", (*POD, *CONTAINER), naming.duplicate_name),
    Rule("duplicate-name", (*OBJECT, *POD, *CONTAINER), volumes.shared_names),
    # variables
    Rule("env-name", CONTAINER, naming.env_name),
    Rule("env-name-portable", CONTAINER, naming.env_name_portable, "warning"),
    Rule("duplicate-env", CONTAINER, naming.duplicate_env, "warning"),
    Rule("reserved-env", CONTAINER, variables.reserved_env, "warning"),
    Rule("env-order", CONTAINER, variables.env_order, "warning"),
    Rule("env-source", CONTAINER, containers.env_source),
    Rule("env-source", CONTAINER, objects.env_from),
    Rule("env-source", CONTAINER, variables.env_reference),
    Rule("field-ref", (*POD, *CONTAINER), variables.field_ref),
    # containers
    Rule("image", CONTAINER, containers.image),
    Rule("empty-containers", POD, containers.empty_containers),
    Rule("init-container", CONTAINER, probes.init_container),
    Rule("ephemeral-container", POD, probes.ephemeral_container),
    Rule("restart-rules", CONTAINER, probes.restart_rules),
    Rule("handler", CONTAINER, probes.handler),
    Rule("probe", CONTAINER, probes.probe),
    Rule("probe-port", CONTAINER, ports.probe_port),
    Rule("probe-name", CONTAINER, ports.probe_name, "warning"),
    Rule("port", CONTAINER, containers.port),
    Rule("port", OBJECT, ports.service_number),
    Rule("duplicate-port", CONTAINER, ports.duplicate_port, "warning"),
    Rule("duplicate-port-name", POD, ports.duplicate_port_name, "warning"),
    Rule("host-port", POD, ports.host_port),
    Rule("ip", (*OBJECT, *POD), ports.port_address),
    Rule("host-ip", CONTAINER, ports.host_address, "warning"),
    Rule("working-dir", CONTAINER, mounts.working_dir, "warning"),
    Rule("range", (*POD, *CONTAINER, *JOB, *CRON_JOB), containers.in_range),
    # mounts and volumes
    Rule("duplicate-mount", CONTAINER, containers.duplicate_mount),
    Rule("undeclared-volume", CONTAINER, containers.undeclared_volume),
    Rule("undeclared-claim", CONTAINER, containers.undeclared_claim),
    Rule("sub-path", CONTAINER, containers.sub_path),
    Rule("mount", CONTAINER, mounts.mount),
    Rule("mount-path", CONTAINER, mounts.mount_path, "warning"),
    Rule("volume-source", POD, containers.volume_source),
    Rule("volume", POD, volumes.volume),
    Rule("mode", POD, volumes.mode),
    Rule("projected", POD, volumes.projected),
    Rule("empty-projection", POD, volumes.empty_projection, "warning"),
    Rule("legacy-volume", POD, volumes.legacy_volume),
    Rule("legacy-volume", POD, volumes.lately_gone_volume, "warning"),
    Rule("same-claim", POD, volumes.same_claim, "warning"),
    Rule("resource-claim", POD, volumes.resource_claim),
    Rule("claim", (*OBJECT, *POD), volumes.claim),
    # where and as whom it runs
    Rule("toleration", POD, scheduling.toleration),
    Rule("affinity", POD, scheduling.affinity),
    Rule("spread", POD, scheduling.spread),
    Rule("scheduling-gate", POD, scheduling.scheduling_gate),
    Rule("security", (*POD, *CONTAINER), security.security),
    Rule("capability", CONTAINER, security.capability, "warning"),
    Rule("os", (*POD, *CONTAINER), security.system),
    Rule("dns", POD, network.dns),
    Rule("hostname-override", POD, network.hostname_override),
    Rule("readiness-gate", POD, network.readiness_gate),
    Rule("grace-period", POD, network.grace_period, "warning"),
    Rule("service-account", POD, network.service_account, "warning"),
    # resources
    Rule("quantity", (*OBJECT, *POD, *CONTAINER), amounts.quantity),
    Rule("milli-memory", (*POD, *CONTAINER), amounts.milli_memory, "warning"),
    Rule("resource-name", CONTAINER, amounts.resource_name),
    Rule("request-over-limit", CONTAINER, amounts.request_over_limit),
    Rule("extended-resource", CONTAINER, amounts.extended),
    Rule("huge-pages", CONTAINER, shares.huge_pages),
    Rule("fine-cpu", CONTAINER, shares.fine_cpu, "warning"),
    Rule("resize-policy", CONTAINER, shares.resize_policy),
    Rule("pod-resources", POD, shares.pod_resources),
    Rule("overhead", POD, network.overhead),
    # Jobs and CronJobs
    Rule("restart-policy", POD, objects.restart_policy),
    Rule("job", JOB, objects.job),
    Rule("indexed", JOB, jobs.indexed),
    Rule("selector", JOB, jobs.selector),
    Rule("managed-by", JOB, jobs.managed_by),
    Rule("failure-policy", JOB, jobs.failure_policy),
    Rule("success-policy", JOB, jobs.success_policy),
    Rule("schedule", CRON_JOB, cron.schedule),
    Rule("time-zone", CRON_JOB, cron.time_zone),
    Rule("starting-deadline", CRON_JOB, cron.starting_deadline, "warning"),
    # other kinds
    Rule("key", OBJECT, objects.key),
    Rule("key", OBJECT, objects.twice),
    Rule("secret", OBJECT, objects.secret),
    Rule("size", OBJECT, objects.size),
    Rule("service", OBJECT, ports.service),
    Rule("role", OBJECT, records.role),
    Rule("role-binding", OBJECT, records.role_binding),
)

IDS: frozenset[str] = frozenset(row.id for row in TABLE)
