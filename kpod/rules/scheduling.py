"""Rules about where a Pod may run: affinity, spread, tolerations, gates."""

from __future__ import annotations

from collections.abc import Iterator

from kpod import names
from kpod.rules.scope import Found, Path, Scope, Value, at, entries, is_template, mapping, text, whole, words

_REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution"
_PREFERRED = "preferredDuringSchedulingIgnoredDuringExecution"


def toleration(scope: Scope) -> Iterator[Found]:
    """Tolerations that say two things at once, or whose key or value is no label."""
    for index, entry in entries(scope.value, "tolerations"):
        operator, key, value = entry.get("operator") or "Equal", entry.get("key"), text(entry, "value")
        place = ("tolerations", index)
        if operator == "Exists" and entry.get("value"):
            fix = "leave the value out, or write operator: Equal"
            yield scope.found(*place, message="operator Exists takes no value", fix=fix)
        elif value and operator == "Equal":
            yield from scope.wrong(names.wrong_label_value(value), *place, "value")
        if operator != "Exists" and not is_template(operator) and not key:
            yield scope.found(*place, message="it has no key", fix="operator: Exists without a key tolerates everything")
        name = text(entry, "key")
        if name:
            yield from scope.wrong(names.wrong_qualified(name), *place, "key")
        effect = entry.get("effect")
        if entry.get("tolerationSeconds") is not None and effect != "NoExecute" and (not effect or text(entry, "effect")):
            fix = "write effect: NoExecute"
            yield scope.found(*place, message="tolerationSeconds counts only for the effect NoExecute", fix=fix)


def affinity(scope: Scope) -> Iterator[Found]:
    """Affinity: operators with the values that they take, keys and values that are labels, weights from 1 to 100, a topology."""
    given = mapping(scope.value, "affinity")
    if not given:
        return
    place: Path = ("affinity", "nodeAffinity")
    node = mapping(given, "nodeAffinity")
    required = node.get(_REQUIRED)
    if isinstance(required, dict):
        path = (*place, _REQUIRED, "nodeSelectorTerms")
        if required.get("nodeSelectorTerms") == []:
            yield scope.found(*path, message="there is no term", fix="write one, or leave the affinity out")
        for index, term in entries(required, "nodeSelectorTerms"):
            yield from _term(scope, term, (*path, index))
    for index, entry in entries(node, _PREFERRED):
        path = (*place, _PREFERRED, index)
        yield from _weight(scope, entry, path)
        yield from _term(scope, mapping(entry, "preference"), (*path, "preference"))
    for field in ("podAffinity", "podAntiAffinity"):
        pods = mapping(given, field)
        for index, term in entries(pods, _REQUIRED):
            yield from _near(scope, term, ("affinity", field, _REQUIRED, index))
        for index, entry in entries(pods, _PREFERRED):
            path = ("affinity", field, _PREFERRED, index)
            yield from _weight(scope, entry, path)
            yield from _near(scope, mapping(entry, "podAffinityTerm"), (*path, "podAffinityTerm"))


def _weight(scope: Scope, entry: Value, place: Path) -> Iterator[Found]:
    weight = whole(entry, "weight")
    if weight is not None and not 1 <= weight <= 100:
        yield scope.found(*place, "weight", message=f"a weight lies between 1 and 100, not at {weight}", fix="write 1 to 100")


def _term(scope: Scope, term: Value, place: Path) -> Iterator[Found]:
    yield from _expressions(scope, term, place, is_node=True)
    for index, entry in entries(term, "matchFields"):
        key = text(entry, "key")
        if key is not None and key != "metadata.name":
            path = (*place, "matchFields", index, "key")
            yield scope.found(*path, message=f'no node is chosen by the field "{key}"', fix="write metadata.name, or use matchExpressions")


def _expressions(scope: Scope, term: Value, place: Path, *, is_node: bool) -> Iterator[Found]:
    for index, entry in entries(term, "matchExpressions"):
        path = (*place, "matchExpressions", index)
        key, operator, values = text(entry, "key"), text(entry, "operator"), entry.get("values")
        if key is not None:
            yield from scope.wrong(names.wrong_qualified(key), *path, "key")
        if operator in ("In", "NotIn") and not values:
            yield scope.found(*path, "values", message=f"operator {operator} needs values", fix="write values: [...], or operator: Exists")
        elif operator in ("Exists", "DoesNotExist") and values:
            yield scope.found(*path, "values", message=f"operator {operator} takes no values", fix="leave them out, or write operator: In")
        elif is_node and operator in ("Gt", "Lt") and isinstance(values, list | type(None)):
            if len(values or ()) != 1:
                yield scope.found(*path, "values", message=f"operator {operator} takes one value", fix="write one whole number in quotes")
            for number, value in words(entry, "values") if len(values or ()) == 1 else ():
                if not value.lstrip("-").isdigit():
                    message = f'"{value}" is no number, so no node ever fits'
                    yield scope.found(*path, "values", number, message=message, fix="write a whole number in quotes")
        if operator in ("In", "NotIn"):
            for number, value in words(entry, "values"):
                yield from scope.wrong(names.wrong_label_value(value), *path, "values", number)


def _near(scope: Scope, term: Value, place: Path) -> Iterator[Found]:
    topology = text(term, "topologyKey")
    if topology == "":
        yield scope.found(*place, "topologyKey", message="it has no topology", fix="write kubernetes.io/hostname")
    elif topology:
        yield from scope.wrong(names.wrong_qualified(topology), *place, "topologyKey")
    for index, name in words(term, "namespaces"):
        yield from scope.wrong(names.wrong_name(name, "Namespace"), *place, "namespaces", index)
    for field in ("labelSelector", "namespaceSelector"):
        yield from _selector(scope, mapping(term, field), (*place, field))


def _selector(scope: Scope, selector: Value, place: Path) -> Iterator[Found]:
    yield from _expressions(scope, selector, place, is_node=False)
    for key, value in mapping(selector, "matchLabels").items():
        if isinstance(key, str) and isinstance(value, str) and "{{" not in key + value:
            yield from scope.wrong(names.wrong_qualified(key) or names.wrong_label_value(value), *place, "matchLabels", key)


def spread(scope: Scope) -> Iterator[Found]:
    """Spread constraints: a skew and domains of 1 or more, a topology, each once; keys only beside a selector that has them not."""
    seen: set[tuple[str, str]] = set()
    for index, entry in entries(scope.value, "topologySpreadConstraints"):
        place = ("topologySpreadConstraints", index)
        topology, when = text(entry, "topologyKey"), text(entry, "whenUnsatisfiable")
        for field in ("maxSkew", "minDomains"):
            number = whole(entry, field)
            if number is not None and number < 1:
                yield scope.found(*place, field, message=f"{number} is too little", fix="write 1 or more")
        if topology == "":
            yield scope.found(*place, "topologyKey", message="it has no topology", fix="write kubernetes.io/hostname")
        if whole(entry, "minDomains") and when == "ScheduleAnyway":
            message = "minDomains counts only with DoNotSchedule"
            yield scope.found(*place, "minDomains", message=message, fix="leave it out, or write whenUnsatisfiable: DoNotSchedule")
        if topology and when:
            if (topology, when) in seen:
                yield scope.found(*place, message=f"{topology} with {when} stands twice", fix="remove one")
            seen.add((topology, when))
        yield from _match_keys(scope, entry, place)


def _match_keys(scope: Scope, entry: Value, place: Path) -> Iterator[Found]:
    keys = list(words(entry, "matchLabelKeys"))
    if keys and entry.get("labelSelector") is None:
        yield scope.found(*place, "matchLabelKeys", message="keys count only beside a labelSelector", fix="write a labelSelector")
        return
    selected = set(at(entry, ("labelSelector", "matchLabels")))
    for number, key in keys:
        if key in selected:
            path = (*place, "matchLabelKeys", number)
            yield scope.found(*path, message=f'the labelSelector has "{key}" already', fix="keep one of them")
    yield from _selector(scope, mapping(entry, "labelSelector"), (*place, "labelSelector"))


def scheduling_gate(scope: Scope) -> Iterator[Found]:
    """A Pod that waits at a gate is on no node yet."""
    if scope.value.get("schedulingGates") and text(scope.value, "nodeName"):
        yield scope.found("nodeName", message="a Pod with schedulingGates has no node yet", fix="leave one of them out")
