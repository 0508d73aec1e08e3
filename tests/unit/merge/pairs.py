"""Random objects and patches for them, drawn from the schema table with a fixed seed: the questions for a real API server.

What an object holds is drawn field by field; the texts are from `TEXTS`, since a server wants more of a text than that it is one. A field
whose text is not there is never drawn. A patch is drawn against its object: it changes, adds, deletes and replaces, with every directive.
"""

from __future__ import annotations

import copy
import random
from collections.abc import Callable, Iterator
from typing import Any

from kpod.api.schema import TYPES, Field
from tests.unit.merge.pair_tables import NEVER, NUMBERS, ONE_OF, TEXTS, WANTED

Body = dict[str, Any]


class Draw:
    """Draws values and patches."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def object(self, owner: str, *, density: float = 0.35, without: frozenset[str] = frozenset()) -> Body:
        """Draw an object of a type, its required fields and some of the others."""
        short, body = owner.rpartition(".")[2], {}
        chosen = self.random.choice(ONE_OF[short]) if short in ONE_OF else None
        for wire, field in TYPES[owner].items():
            if wire in without or not self.can(owner, field):
                continue
            needed = field.required or f"{short}.{wire}" in WANTED
            if wire == chosen if wire in ONE_OF.get(short, ()) else needed or self.random.random() < density:
                body[wire] = self.value(owner, field)
        return body

    def can(self, owner: str, field: Field) -> bool:
        """Whether a field can be drawn."""
        name = f"{owner.rpartition('.')[2]}.{field.wire}"
        if name in NEVER or (owner.endswith(".Volume") and field.wire not in (*ONE_OF["Volume"], "name")):
            return False
        return name in TEXTS or field.type != "string" or bool(field.enum) or field.shape == "map"

    def value(self, owner: str, field: Field) -> Any:
        """Draw the value of a field."""
        if field.shape == "list":
            return self.list(owner, field)
        if field.shape == "map":
            keys = ("cpu", "memory") if field.type == "quantity" else ("a", "b", "c")
            return {key: self.scalar(owner, field) for key in self.random.sample(keys, self.random.randint(1, len(keys)))}
        return self.object(field.type) if "." in field.type else self.scalar(owner, field)

    def list(self, owner: str, field: Field) -> list[Any]:
        """Draw a list, its items with different merge keys."""
        if "." not in field.type:
            return self.random.sample(range(5), 2) if field.type == "integer" else self.texts(owner, field)
        items = [self.object(field.type) for _ in range(self.random.randint(1, 3))]
        if field.wire == "initContainers":
            items = [{**self.bare(item), "name": f"init-{item['name']}"} for item in items]
        if field.merge_key is not None:
            key = TYPES[field.type][field.merge_key]
            items = [item if key.wire in item else {**item, key.wire: self.scalar(field.type, key)} for item in items]
        return list({item.get(field.merge_key, place): item for place, item in enumerate(items)}.values())

    @staticmethod
    def bare(item: Body) -> Body:
        """Leave out what an init container cannot have."""
        return {key: value for key, value in item.items() if not key.endswith("Probe") and key != "lifecycle"}

    def texts(self, owner: str, field: Field) -> list[str]:
        """Draw a list of texts."""
        known = TEXTS.get(f"{owner.rpartition('.')[2]}.{field.wire}") or field.enum
        return self.random.sample(known, self.random.randint(1, min(2, len(known))))

    def scalar(self, owner: str, field: Field) -> Any:
        """Draw a scalar."""
        name = f"{owner.rpartition('.')[2]}.{field.wire}"
        if name in TEXTS or name in NUMBERS:
            return self.random.choice(TEXTS.get(name) or NUMBERS[name])
        if field.enum:
            return self.random.choice([word for word in field.enum if word])
        choices: dict[str, tuple[Any, ...]] = {
            "boolean": (True, False), "integer": (0, 1, 2, 3), "quantity": ("1", "500m", "1.5", "2Gi"), "int_or_string": (80, "http"),
            "string": ("", "1", "2"), "bytes": ("", "YQ==", "Yg=="),
        }  # fmt: skip
        return self.random.choice(choices[field.type])

    # patches

    def patch(self, owner: str, body: Body, *, json: bool, most: int = 3, without: frozenset[str] = frozenset()) -> Body:
        """Draw a patch for an object of a type."""
        fields = [field for field in TYPES[owner].values() if self.can(owner, field) and field.wire not in without]
        there = [field for field in fields if field.wire in body]
        result: Body = {}
        said: set[str] = set()
        short = owner.rpartition(".")[2]
        for _ in range(self.random.randint(1, most) if fields else 0):
            field = self.random.choice(there if there and self.random.random() < 0.75 else fields)
            if field.wire in said:
                continue
            said.add(field.wire)
            if field.wire in ONE_OF.get(short, ()) and field.wire not in body:
                if short == "Volume" and not json:
                    return {"$retainKeys": ["name", field.wire], field.wire: self.value(owner, field)}
                continue
            result.update(self.change(owner, field, body.get(field.wire), json=json))
        return result

    def change(self, owner: str, field: Field, old: Any, *, json: bool) -> Body:
        """Draw what a patch says about one field."""
        wire = field.wire
        needed = field.required or f"{owner.rpartition('.')[2]}.{wire}" in WANTED
        if old is not None and not needed and self.random.random() < 0.15:
            return {wire: None}
        if isinstance(old, dict) and old:
            return {wire: self.change_map(owner, field, old, json=json)}
        if isinstance(old, list) and field.merge_strategy and "merge" in field.merge_strategy and not json:
            return self.change_list(owner, field, old) if field.merge_key else self.change_set(owner, field, old)
        return {wire: self.value(owner, field)}

    def change_map(self, owner: str, field: Field, old: Body, *, json: bool) -> Body:
        """Draw a patch of a map or of an object."""
        if not json and self.random.random() < 0.15:
            return {"$patch": "replace", **self.value(owner, field)}
        if field.shape == "map":
            key = self.random.choice(list(old))
            return {key: self.random.choice([None, self.scalar(owner, field)]), **self.value(owner, field)}
        return self.patch(field.type, old, json=json)

    def change_set(self, owner: str, field: Field, old: list[Any]) -> Body:
        """Draw a patch of a list of texts that is merged."""
        new = self.list(owner, field)
        gone = self.random.sample(old, 1)
        return {f"$deleteFromPrimitiveList/{field.wire}": gone, field.wire: [text for text in new if text not in gone] or None} if (
            self.random.random() < 0.5 and set(new) - set(gone)
        ) else {field.wire: new}  # fmt: skip

    def change_list(self, owner: str, field: Field, old: list[Body]) -> Body:
        """Draw a patch of a list with a merge key."""
        key = str(field.merge_key)
        patch: list[Body] = []
        for item in old:
            throw = self.random.random()
            if throw < 0.4:
                change = self.patch(field.type, item, json=False, without=frozenset({key}))
                if field.wire == "initContainers":
                    change = self.bare(change)
                if "$retainKeys" in change or throw < 0.35:
                    patch.append({key: item[key], **change})
                else:
                    whole = self.object(field.type)
                    patch.append({**(self.bare(whole) if field.wire == "initContainers" else whole), key: item[key], "$patch": "replace"})
            elif throw < 0.55 and len(old) > 1:
                patch.append({key: item[key], "$patch": "delete"})
        known = {item[key] for item in [*old, *patch]}
        patch += [item for item in self.list(owner, field) if item[key] not in known]
        self.random.shuffle(patch)
        if self.random.random() < 0.3:
            patch = [item for item in patch if item.get("$patch") != "replace"]
            return {field.wire: patch, **self.order(field, old, patch)}
        if self.random.random() < 0.1:
            return {field.wire: [{"$patch": "replace"}, *self.list(owner, field)]}
        return {field.wire: patch or self.list(owner, field)}

    def order(self, field: Field, old: list[Body], patch: list[Body]) -> Body:
        """Draw an order of the items; the patch's own have to stand in it as they stand in the patch."""
        key = str(field.merge_key)
        deleted = {item[key] for item in patch if item.get("$patch") == "delete"}
        order = [item[key] for item in patch if item[key] not in deleted]
        for item in old:
            if item[key] not in order and item[key] not in deleted and self.random.random() < 0.7:
                order.insert(self.random.randint(0, len(order)), item[key])
        return {f"$setElementOrder/{field.wire}": [{key: name} for name in order]} if order else {}


META = frozenset(
    ("name", "generateName", "namespace", "ownerReferences", "selfLink", "uid", "resourceVersion", "generation", "managedFields",
     "creationTimestamp", "deletionTimestamp", "deletionGracePeriodSeconds")
)  # fmt: skip


def pod_spec(draw: Draw) -> Body:
    """Draw what a Job's Pod can be."""
    spec = draw.object("core_v1.PodSpec")
    spec["volumes"] = [{**draw.object("core_v1.Volume"), "name": name} for name in ("v1", "v2")]
    return {**spec, "restartPolicy": "Never"}


def cron_job(draw: Draw) -> Body:
    template = {"metadata": draw.object("meta_v1.ObjectMeta", without=META | {"finalizers"}), "spec": pod_spec(draw)}
    job = {**draw.object("batch_v1.JobSpec"), "template": template}
    return {**draw.object("batch_v1.CronJobSpec"), "suspend": True, "jobTemplate": {"spec": job}}


def cron_job_patch(draw: Draw, body: Body, json: bool) -> Body:
    job = body["spec"]["jobTemplate"]["spec"]
    spec = draw.patch("core_v1.PodSpec", job["template"]["spec"], json=json, most=5)
    patch: Body = {"jobTemplate": {"spec": {"template": {"spec": spec}}}}
    if draw.random.random() < 0.3:
        patch["jobTemplate"]["spec"].update(draw.patch("batch_v1.JobSpec", job, json=json))
    if draw.random.random() < 0.2:
        patch.update(draw.patch("batch_v1.CronJobSpec", body["spec"], json=json))
    return {"spec": patch}


def service(draw: Draw) -> Body:
    ports = [{**port, "name": f"p-{port['port']}"} for port in draw.list("core_v1.ServiceSpec", TYPES["core_v1.ServiceSpec"]["ports"])]
    return {"ports": ports, "selector": {"a": "1"}}


def service_patch(draw: Draw, body: Body, json: bool) -> Body:
    field = TYPES["core_v1.ServiceSpec"]["ports"]
    new = {"port": 9000, "name": "new", "protocol": draw.random.choice(["TCP", "UDP"])}
    if json:
        return {"spec": {"ports": [*body["spec"]["ports"], new], "selector": {"a": None, "b": "2"}}}
    old = [{"port": port["port"], "targetPort": draw.scalar("core_v1.ServicePort", TYPES["core_v1.ServicePort"]["targetPort"])}
           for port in body["spec"]["ports"] if draw.random.random() < 0.6]  # fmt: skip
    ports = [*old, new]
    draw.random.shuffle(ports)
    order = draw.order(field, body["spec"]["ports"], ports) if draw.random.random() < 0.5 else {}
    return {"spec": {"ports": ports, "selector": {"$patch": "replace", "b": "2"}, **order}}


def top(type_key: str, *names: str) -> Callable[[Draw], Body]:
    """Draw the named fields of a kind that has no spec."""
    return lambda draw: {name: draw.value(type_key, TYPES[type_key][name]) for name in names}


KINDS: dict[str, tuple[str, str, Callable[[Draw], Body], Callable[[Draw, Body, bool], Body] | None]] = {
    "CronJob": ("batch/v1", "batch_v1.CronJob", lambda draw: {"spec": cron_job(draw)}, cron_job_patch),
    "Service": ("v1", "core_v1.Service", lambda draw: {"spec": service(draw)}, service_patch),
    "ConfigMap": ("v1", "core_v1.ConfigMap", top("core_v1.ConfigMap", "data"), None),
    "Secret": ("v1", "core_v1.Secret", top("core_v1.Secret", "data"), None),
    "ServiceAccount": ("v1", "core_v1.ServiceAccount", top("core_v1.ServiceAccount", "secrets", "imagePullSecrets"), None),
    "Role": ("rbac.authorization.k8s.io/v1", "rbac_v1.Role", lambda draw: {"rules": [role(draw), role(draw)]}, None),
}


def role(draw: Draw) -> Body:
    return draw.object("rbac_v1.PolicyRule", without=frozenset({"nonResourceURLs", "resourceNames"}), density=1)


def pairs(count: int, *, json: bool, seed: int) -> Iterator[tuple[Body, Body, str]]:
    """Draw objects, patches for them, and their types; three of four are CronJobs, which hold a whole Pod that may be changed."""
    for number in range(count):
        draw = Draw(seed * 100_000 + number)
        kind = "CronJob" if number % 4 else draw.random.choice([*KINDS][1:])
        api_version, type_key, make, change = KINDS[kind]
        body = {"apiVersion": api_version, "kind": kind, "metadata": draw.object("meta_v1.ObjectMeta", without=META), **make(draw)}
        body["metadata"]["name"] = f"pair-{number}"
        before = copy.deepcopy(body)
        if change is None:
            fields = frozenset({"apiVersion", "kind", "metadata", "immutable", "type", "stringData", "binaryData"})
            patch = draw.patch(type_key, body, json=json, without=fields)
        else:
            patch = change(draw, body, json)
        if draw.random.random() < 0.6:
            patch["metadata"] = draw.patch("meta_v1.ObjectMeta", body["metadata"], json=json, without=META)
        assert body == before
        yield body, patch, type_key
