"""The table of rules: what each is called, what it looks at, how bad it is, and which function it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal

import attrs

from kpod.rules import amounts, containers, naming, objects, schema
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


OBJECT, METADATA, POD, CONTAINER = ("object",), ("metadata",), ("pod",), ("container",)

TABLE: tuple[Rule, ...] = (
    Rule("kind", OBJECT, schema.kind),
    Rule("unknown-field", OBJECT, schema.rule("unknown-field")),
    Rule("missing-field", OBJECT, schema.rule("missing-field")),
    Rule("type", OBJECT, schema.rule("type")),
    Rule("enum", OBJECT, schema.rule("enum")),
    Rule("base64", OBJECT, schema.rule("base64")),
    Rule("time", OBJECT, schema.rule("time")),
    Rule("null-entry", OBJECT, schema.rule("null-entry"), "warning"),
    Rule("name", OBJECT, naming.object_name),
    Rule("name", (*METADATA, *POD, *CONTAINER), naming.name),
    Rule("image-pull-secret", POD, objects.image_pull_secret, "warning"),
    Rule("label", (*METADATA, *POD), naming.label),
    Rule("env-name", CONTAINER, naming.env_name),
    Rule("env-name-portable", CONTAINER, naming.env_name_portable, "warning"),
    Rule("duplicate-name", (*POD, *CONTAINER), naming.duplicate_name),
    Rule("duplicate-env", CONTAINER, naming.duplicate_env, "warning"),
    Rule("image", CONTAINER, containers.image),
    Rule("empty-containers", POD, containers.empty_containers),
    Rule("port", CONTAINER, containers.port),
    Rule("range", ("pod", "container", "job"), containers.in_range),
    Rule("env-source", CONTAINER, containers.env_source),
    Rule("env-source", CONTAINER, objects.env_from),
    Rule("duplicate-mount", CONTAINER, containers.duplicate_mount),
    Rule("undeclared-volume", CONTAINER, containers.undeclared_volume),
    Rule("undeclared-claim", CONTAINER, containers.undeclared_claim),
    Rule("sub-path", CONTAINER, containers.sub_path),
    Rule("volume-source", POD, containers.volume_source),
    Rule("handler", CONTAINER, containers.handler),
    Rule("toleration", POD, containers.toleration),
    Rule("security", CONTAINER, containers.security),
    Rule("quantity", (*POD, *CONTAINER), amounts.quantity),
    Rule("milli-memory", (*POD, *CONTAINER), amounts.milli_memory, "warning"),
    Rule("resource-name", CONTAINER, amounts.resource_name),
    Rule("request-over-limit", CONTAINER, amounts.request_over_limit),
    Rule("extended-resource", CONTAINER, amounts.extended),
    Rule("restart-policy", POD, objects.restart_policy),
    Rule("job", ("job",), objects.job),
    Rule("schedule", ("cron_job",), objects.schedule),
    Rule("key", OBJECT, objects.key),
    Rule("secret", OBJECT, objects.secret),
)

IDS: frozenset[str] = frozenset(row.id for row in TABLE)
