"""What the verbs do: create, get, list, update, patch, delete, deletecollection, on the store, one request at a time.

Every function takes the call and answers or raises a `StatusError`; all are synchronous, so what one reads it may write without losing
somebody else's change. Watches are in `watches`, what only Pods have in `pods`.
"""

from __future__ import annotations

import base64
import json
import secrets as _secrets
from collections.abc import Callable
from functools import partial
from typing import Any

from kpod.cluster import Body
from kpod.local import admission, bodies, patches, policies, statuses, validation, views
from kpod.local.calls import Answer, Call
from kpod.local.kinds import Resource
from kpod.local.store import Store, copy, suffix

_PATCHES = ("json-patch+json", "merge-patch+json", "strategic-merge-patch+json", "apply-patch+yaml")
_KEPT = (
    "name",
    "namespace",
    "uid",
    "creationTimestamp",
    "resourceVersion",
    "generation",
    "deletionTimestamp",
    "deletionGracePeriodSeconds",
)
_RETURNED = ("pods", "persistentvolumes", "persistentvolumeclaims", "services", "serviceaccounts")
ORPHANS = (
    "child pods are preserved by default when jobs are deleted; set propagationPolicy=Background to remove them or set "
    "propagationPolicy=Orphan to suppress this warning"
)


def read(store: Store, call: Call) -> Body:
    """Return the stored object of a call.

    Raises:
        StatusError: 404.
    """
    body = store.get(call.resource.stored, call.namespace, call.name)
    if body is None:
        raise statuses.not_found(call.resource.plural, call.name, call.resource.group)
    return body


def get(store: Store, call: Call) -> Answer:
    """Answer one object."""
    body = views.shown(call.resource, read(store, call))
    return Answer(views.one(call.resource, body, call.form, store.moment(), include=call.query.get("includeObject", "Metadata")))


def list_(store: Store, call: Call) -> Answer:
    """Answer the objects that namespace and selectors choose, in pages where a limit is given."""
    check_version(store, call)
    question = call.question()
    limit = call.integer("limit") or 0
    after, version = _token(call.query.get("continue", ""))
    chosen = [views.shown(call.resource, body) for body in store.list(call.resource.stored, call.namespace)]
    chosen = [body for body in chosen if question(body) and (after is None or _place(body) > after)]
    metadata: Body = {"resourceVersion": version or str(store.version)}
    if 0 < limit < len(chosen):
        metadata["continue"] = _make_token(chosen[limit - 1], metadata["resourceVersion"])
        if not call.query.get("labelSelector") and not call.query.get("fieldSelector"):
            metadata["remainingItemCount"] = len(chosen) - limit
        chosen = chosen[:limit]
    include = call.query.get("includeObject", "Metadata")
    return Answer(views.many(call.resource, chosen, metadata, call.form, store.moment(), include))


def check_version(store: Store, call: Call) -> None:
    """Refuse a list of a version that is to come, or of one exact version that is past.

    Raises:
        StatusError: 504, 410, 400.
    """
    text = call.query.get("resourceVersion", "")
    if not text or text == "0":
        return
    if not text.isdigit():
        raise statuses.StatusError(500, f'resourceVersion: Invalid value: "{text}": strconv.ParseUint: parsing "{text}": invalid syntax')
    if int(text) > store.version:
        causes = [{"reason": "ResourceVersionTooLarge", "message": "Too large resource version"}]
        message = f"Too large resource version: {text}, current: {store.version}"
        raise statuses.StatusError(504, message, details={"causes": causes, "retryAfterSeconds": 1})
    if call.query.get("resourceVersionMatch") == "Exact" and int(text) != store.version:
        raise statuses.expired("The resourceVersion for the provided list is too old.")


def _place(body: Body) -> tuple[str, str]:
    return body["metadata"].get("namespace") or "", body["metadata"]["name"]


def _make_token(body: Body, version: str) -> str:
    return base64.urlsafe_b64encode(json.dumps([version, *_place(body)]).encode()).decode()


def _token(text: str) -> tuple[tuple[str, str] | None, str]:
    if not text:
        return None, ""
    try:
        version, namespace, name = json.loads(base64.urlsafe_b64decode(text))
    except (ValueError, TypeError):
        raise statuses.bad_request("continue key is not valid") from None
    return (str(namespace), str(name)), str(version)


# create


def create(store: Store, call: Call) -> Answer:
    """Store a new object."""
    decoded = bodies.decode(call.data, call.content_type)
    body, findings = bodies.typed(call.resource, decoded, validation=call.validation)
    made = create_body(store, call, views.stored(call.resource, body))
    shown = views.one(call.resource, views.shown(call.resource, made), call.form, store.moment())
    return Answer(shown, 201, (*findings, *policies.warnings(store, call.resource, made)))


def create_body(store: Store, call: Call, body: Body) -> Body:
    """Default, check and store a new object; with `dryRun` it is only returned."""
    resource, metadata = call.resource, body["metadata"]
    if metadata.get("resourceVersion"):
        raise statuses.bad_request("resourceVersion should not be set on objects to be created")
    for word in ("uid", "creationTimestamp", "generation", "deletionTimestamp", "deletionGracePeriodSeconds", "selfLink"):
        metadata.pop(word, None)
    _place_in_namespace(store, call, metadata)
    if not metadata.get("name"):
        prefix = metadata.get("generateName", "")[:58]
        metadata["name"] = prefix + suffix() if prefix else ""
    policies.before_defaults(store, resource, body)
    admission.default(resource.stored, body)
    policies.after_defaults(store, resource, body)
    validation.check(resource, body)
    if resource.plural == "pods":
        admission.check_pod(store, body)
    policies.check(store, resource, body)
    if store.get(resource.stored, metadata.get("namespace"), metadata["name"]) is not None:
        raise statuses.already_exists(resource.plural, metadata["name"], resource.group)
    if call.dry_run:
        metadata.setdefault("uid", _uid())
        metadata["creationTimestamp"] = store.now()
        return body
    return store.create(resource.stored, body)


def _uid() -> str:
    text = _secrets.token_hex(16)
    return f"{text[:8]}-{text[8:12]}-4{text[13:16]}-a{text[17:20]}-{text[20:]}"


def _place_in_namespace(store: Store, call: Call, metadata: Body) -> None:
    resource = call.resource
    if not resource.namespaced:
        if metadata.pop("namespace", None):
            raise statuses.bad_request("namespace may not be set on an object that has none")
        return
    if call.namespace is None:
        raise statuses.StatusError(405, "the server does not allow this method on the requested resource")
    if metadata.setdefault("namespace", call.namespace) != call.namespace:
        raise statuses.bad_request("the namespace of the provided object does not match the namespace sent on the request")
    space = store.get("namespaces", None, call.namespace)
    if space is None:
        raise statuses.not_found("namespaces", call.namespace)
    if "deletionTimestamp" in space["metadata"]:
        why = f"unable to create new content in namespace {call.namespace} because it is being terminated"
        cause = statuses.cause("metadata.namespace", "NamespaceTerminating", f"namespace {call.namespace} is being terminated")
        raise statuses.forbidden(resource.plural, metadata.get("name", ""), why, resource.group, [cause])


# update


def update(store: Store, call: Call) -> Answer:
    """Replace an object, or its status."""
    decoded = bodies.decode(call.data, call.content_type)
    body, findings = bodies.typed(call.resource, decoded, validation=call.validation)
    body = views.stored(call.resource, body)
    name = body["metadata"].setdefault("name", call.name)
    if name != call.name:
        raise statuses.bad_request(f"the name of the object ({name}) does not match the name on the URL ({call.name})")
    if call.resource.namespaced and body["metadata"].setdefault("namespace", call.namespace) != call.namespace:
        raise statuses.bad_request("the namespace of the provided object does not match the namespace sent on the request")
    return _answer_change(store, call, replace(store, call, read(store, call), body), findings)


def _answer_change(store: Store, call: Call, body: Body, findings: list[str], code: int = 200) -> Answer:
    shown = views.one(call.resource, views.shown(call.resource, body), call.form, store.moment())
    return Answer(shown, code, tuple(findings))


def replace(store: Store, call: Call, old: Body, new: Body, *, managed: bool = False) -> Body:
    """Put a changed object in the place of the stored one: what a client may not change is kept, the rest is defaulted and checked.

    Args:
        store: the store.
        call: the request.
        old: the stored object.
        new: the changed one.
        managed: whether `managedFields` come from `new`.

    Raises:
        StatusError: 409 for a stale version or another uid, 422.
    """
    resource, was, now = call.resource, old["metadata"], new["metadata"]
    if now.get("resourceVersion") and now["resourceVersion"] != was["resourceVersion"]:
        raise statuses.stale(resource.plural, was["name"], resource.group)
    if now.get("uid") and now["uid"] != was["uid"]:
        why = f"Precondition failed: UID in precondition: {now['uid']}, UID in object meta: {was['uid']}"
        raise statuses.conflict(resource.plural, was["name"], why, resource.group)
    if call.subresource == "status":
        new = {**old, "status": new.get("status", {})}
    else:
        new["metadata"] = _metadata(was, now, managed=managed)
        _redefault(resource, old, new)
        validation.check_change(resource, new, old)
        policies.check_change(resource, new)
        if new.get("spec") != old.get("spec") and "generation" in was:
            new["metadata"]["generation"] = was["generation"] + 1
    if call.dry_run:
        return new

    def put(body: Body) -> None:
        body.clear()
        body.update(copy(new))

    return store.change(resource.stored, was.get("namespace"), was["name"], put) or new


def _metadata(was: Body, now: Body, *, managed: bool) -> Body:
    kept = {word: was[word] for word in _KEPT if word in was}
    rest = {word: value for word, value in now.items() if word not in _KEPT}
    if not managed:
        rest.pop("managedFields", None)
        if "managedFields" in was:
            rest["managedFields"] = was["managedFields"]
    return {**kept, **rest}


def _redefault(resource: Resource, old: Body, new: Body) -> None:
    if resource.plural == "namespaces" and "spec" in old:
        new["spec"] = old["spec"]
    if resource.stored != "events":
        admission.default(resource.stored, new)
    if resource.has_status:
        new.pop("status", None)
        if "status" in old:
            new["status"] = old["status"]


# patch


def patch(store: Store, call: Call) -> Answer:
    """Change an object by a patch of one of the four kinds."""
    kind = call.content_type.partition(";")[0].strip()
    if kind == "application/apply-patch+yaml":
        return apply(store, call)
    if kind == "application/json-patch+json":
        make: Callable[[Body, Any], Body] = patches.json_patch
    elif kind == "application/merge-patch+json":
        make = patches.merge_patch
    elif kind == "application/strategic-merge-patch+json":
        make = partial(patches.strategic, call.resource)
    else:
        accepted = ", ".join(f"application/{word}" for word in _PATCHES)
        message = f"the body of the request was in an unknown format - accepted media types include: {accepted}"
        raise statuses.StatusError(415, message)
    change = bodies.from_json(call.data)
    old = read(store, call)
    changed = make(views.shown(call.resource, old), change)
    body, findings = bodies.typed(call.resource, changed, validation=call.validation)
    body = views.stored(call.resource, body)
    if body["metadata"].get("name") != call.name:
        raise statuses.bad_request("the name of the object may not be changed by a patch")
    return _answer_change(store, call, replace(store, call, old, body), findings)


def apply(store: Store, call: Call) -> Answer:
    """Server-side apply: create the object, or set what the configuration says."""
    manager = call.query.get("fieldManager", "")
    if not manager:
        causes = [statuses.cause("fieldManager", "FieldValueRequired", "Required value: is required for apply patch")]
        raise statuses.invalid("PatchOptions", "meta.k8s.io", "", causes)
    decoded = bodies.from_yaml(call.data)
    config, findings = bodies.typed(call.resource, decoded, validation=call.validation)
    if config["metadata"].setdefault("name", call.name) != call.name:
        raise statuses.bad_request(
            f"the name of the object ({config['metadata']['name']}) does not match the name on the URL ({call.name})"
        )
    old = store.get(call.resource.stored, call.namespace, call.name)
    force = call.flag("force")
    if old is None or call.subresource:
        if call.subresource:
            read(store, call)
        made = patches.apply(call.resource, None, views.stored(call.resource, config), manager, force=force, now=store.now())
        return _answer_change(store, call, create_body(store, call, made), findings, 201)
    config = views.stored(call.resource, config)
    changed = patches.apply(call.resource, old, config, manager, force=force, now=store.now())
    body, _ = bodies.typed(call.resource, changed, validation="Ignore")
    return _answer_change(store, call, replace(store, call, old, body, managed=True), findings)


# delete


def delete(store: Store, call: Call) -> Answer:
    """Begin to delete an object; answer it where it stays for a while, else a `Status`."""
    options = delete_options(call)
    resource = call.resource
    warnings = (ORPHANS,) if resource.plural == "jobs" and not options.get("propagationPolicy") else ()
    try:
        body = delete_body(store, call, read(store, call), options)
    except statuses.StatusError as error:
        return Answer(error.to_body(), error.code, warnings, plain=True)
    still = store.get(resource.stored, call.namespace, call.name)
    stays = still is not None and still["metadata"]["uid"] == body["metadata"]["uid"]
    if stays or resource.plural in _RETURNED:
        return Answer(views.one(resource, views.shown(resource, body), call.form, store.moment()), 200, warnings)
    details = {"name": call.name, "group": resource.group, "kind": resource.plural, "uid": body["metadata"]["uid"]}
    details = {word: value for word, value in details.items() if value}
    status = {"kind": "Status", "apiVersion": "v1", "metadata": {}, "status": "Success", "details": details}
    return Answer(status, 200, warnings, plain=True)


def delete_body(store: Store, call: Call, old: Body, options: Body) -> Body:
    """Delete one object as the options say.

    Raises:
        StatusError: 409 where a precondition does not hold, 403 for what may not be deleted.
    """
    resource, metadata = call.resource, old["metadata"]
    for word, key in (("uid", "UID"), ("resourceVersion", "ResourceVersion")):
        wanted = (options.get("preconditions") or {}).get(word)
        if wanted and wanted != metadata[word]:
            why = (
                f"the {key} in the precondition ({wanted}) does not match the {key} in record ({metadata[word]}). "
                "The object might have been deleted and then recreated"
            )
            raise _conflict_by_kind(resource, metadata["name"], why)
    if resource.plural == "namespaces" and metadata["name"] in ("default", "kube-system", "kube-public"):
        raise statuses.forbidden("namespaces", metadata["name"], "this namespace may not be deleted")
    if call.dry_run:
        return old
    policy = options.get("propagationPolicy") or ("Orphan" if resource.plural == "jobs" else "Background")
    grace = options.get("gracePeriodSeconds")
    return store.delete(resource.stored, metadata.get("namespace"), metadata["name"], grace=grace, propagation=policy) or old


def _conflict_by_kind(resource: Resource, name: str, why: str) -> statuses.StatusError:
    error = statuses.conflict(resource.plural, name, why, resource.group)
    what = f"{resource.kind}.{resource.group}" if resource.group else resource.kind
    error.message = f'Operation cannot be fulfilled on {what} "{name}": {why}'
    return error


def delete_options(call: Call) -> Body:
    """Return the options of a delete, from its body and its query.

    Raises:
        StatusError: 400, 422.
    """
    decoded: Any = bodies.decode(call.data, call.content_type) if call.data.strip() else {}
    if not isinstance(decoded, dict):
        raise statuses.bad_request("the options of a delete are no object")
    options: Body = {word: value for word, value in decoded.items() if value is not None}
    if call.query.get("propagationPolicy"):
        options["propagationPolicy"] = call.query["propagationPolicy"]
    grace = call.integer("gracePeriodSeconds")
    if grace is not None:
        options["gracePeriodSeconds"] = grace
    policy = options.get("propagationPolicy", "Background")
    if policy not in ("Background", "Foreground", "Orphan"):
        cause = validation.unsupported("propagationPolicy", policy, ("Background", "Foreground", "Orphan"))
        raise statuses.invalid("DeleteOptions", "meta.k8s.io", "", [cause])
    if not isinstance(options.get("gracePeriodSeconds", 0), int) or not isinstance(options.get("preconditions", {}), dict):
        raise statuses.bad_request("the options of a delete have a field of the wrong type")
    if options.get("dryRun") == ["All"] and not call.dry_run:
        raise statuses.bad_request("dryRun is taken from the query here")
    return options


def delete_collection(store: Store, call: Call) -> Answer:
    """Delete the objects that namespace and selectors choose; answer the list of them."""
    options = delete_options(call)
    question = call.question()
    chosen = [body for body in store.list(call.resource.stored, call.namespace) if question(views.shown(call.resource, body))]
    gone = [views.shown(call.resource, delete_body(store, call, body, options)) for body in chosen]
    return Answer(views.many(call.resource, gone, {"resourceVersion": str(store.version)}, call.form, store.moment()))
