"""What every spec that a cluster can run has in common: compile, write, check, copy, launch."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import attrs

from kpod import merge, wire
from kpod.api.late import Late
from kpod.errors import Problem, SpecError
from kpod.specs import fields
from kpod.specs.config_map import ConfigMap
from kpod.specs.frozen import FrozenDict, freeze
from kpod.specs.secret import Secret
from kpod.specs.unasked import Unasked

if TYPE_CHECKING:
    from typing_extensions import Self

    from kpod import cluster as clusters
    from kpod import rules, run
    from kpod.api.object import ApiObject
else:
    rules, run, clusters = Late("kpod.rules"), Late("kpod.run"), Late("kpod.cluster")


class Spec:
    """The face of a spec. `Pod` and `Job` say what they compile to, and which Secrets and ConfigMaps they read."""

    __slots__ = ()

    def compile(self) -> ApiObject:
        """Return the API object, made by the spec's request factory."""
        raise NotImplementedError(type(self).__name__)

    def used(self) -> Iterator[Secret | ConfigMap]:
        """Yield every Secret and ConfigMap that it reads."""
        raise NotImplementedError(type(self).__name__)

    def to_body(self) -> dict[str, Any]:
        """Return the JSON-able dict that goes over the wire; a fresh one each time."""
        return self.compile().to_body()

    def layers(self) -> list[tuple[str, dict[str, Any]]]:
        """Return what the body is merged from, lowest first, for `kpod.merge.explain`: `base`, `spec`, `patch`, and what the factory adds.

        What a site's own factory does to the spec before it builds, or to the object after, is the layer with the factory's name.
        """
        factory: Any = self.kube_req_factory  # type: ignore[attr-defined]
        body = self.to_body()
        found: list[tuple[str, dict[str, Any]]] = factory.layers(self) if hasattr(factory, "layers") else []
        merged: dict[str, Any] = {}
        for _, each in found:
            merged = merge.strategic(merged, each)
        if merged != body:
            kind = {"apiVersion": body["apiVersion"], "kind": body["kind"]}
            found = [*found, (type(factory).__name__, {**kind, **merge.patch_between({**kind, **merged}, body)})]
        return found

    def to_yaml(self) -> str:
        """Return YAML text of the object alone, without its Secrets: `kpod.to_yaml(*spec.objects())` writes those too, in clear."""
        return wire.to_yaml(self)

    def check(self, *, levels: Mapping[str, rules.Level] | None = None) -> list[Problem]:
        """Check the body by all rules at once and return the warnings.

        Args:
            levels: rule ids to `error`, `warning` or `off`.

        Raises:
            SpecError: with every problem, if one of them is an error.
        """
        return rules.demand(self.to_body(), levels=levels)

    def objects(self) -> list[ApiObject]:
        """Return the object, and after it the literal Secrets and ConfigMaps that it needs, each once.

        Raises:
            SpecError: two different literal Secrets, or ConfigMaps, have the same name.
        """
        found: dict[tuple[type, str], Secret | ConfigMap] = {}
        for each in self.used():
            if each.is_literal and found.setdefault((type(each), each.name), each) != each:
                kind = type(each).__name__
                fields.refuse(f"{kind.lower()}s", f'two different {kind}s are called "{each.name}"', "give each its own name")
        return [self.compile(), *(each.compile() for each in found.values())]

    def __repr__(self) -> str:
        """Write what was given; what was not is left out."""
        return written(self)

    def but(self, **changes: Any) -> Self:
        """Return a copy with other values: `pod.but(image="etl:2")`. A value replaces the old one whole."""
        copy: Self = attrs.evolve(self, **changes)  # type: ignore[misc]
        return copy

    def launch(
        self,
        *,
        key: str | None = None,
        name: str | None = None,
        namespace: str | None = None,
        cluster: clusters.Cluster | None = None,
        again: bool = False,
        keep: timedelta | float | None = None,
        trust_exit_0: bool = False,
        levels: Mapping[str, rules.Level] | None = None,
        timeout: timedelta | float | None = None,
    ) -> run.Run:
        """Launch it, and return the run; see `kpod.launch` for what each argument means.

        Literal Secrets and ConfigMaps are made with the run, and go with it. A `timeout` of None is `kpod.launch`'s own.
        """
        return run.launch(
            self,
            key=key,
            name=name,
            namespace=namespace,
            cluster=cluster,
            again=again,
            keep=keep,
            trust_exit_0=trust_exit_0,
            levels=levels,
            **({} if timeout is None else {"timeout": timeout}),
        )


def written(spec: Any) -> str:
    """Write a spec as the call that makes it, without what has its default."""
    given = [(field, getattr(spec, field.name)) for field in attrs.fields(type(spec)) if field.repr]
    return f"{type(spec).__name__}({', '.join(f'{field.name}={value!r}' for field, value in given if _is_given(field, value))})"


def _is_given(field: attrs.Attribute[Any], value: Any) -> bool:
    return field.default is not None if value is None else value not in ((), {}) and not isinstance(value, Unasked)


def layer(value: Any, path: str, kind: str) -> FrozenDict[str, Any] | None:
    """Take a manifest's text, a dict, an API object or a model of the official client, as `base` and `patch` are; return its frozen body.

    A `base` must be of the kind; a `patch` may leave out `apiVersion` and `kind`.

    Raises:
        SpecError: the text is no YAML of one object, or the object is of another kind.
    """
    if value is None:
        return None
    if isinstance(value, str):
        documents = wire.read_yaml(value, source=path)
        if len(documents) != 1:
            fields.refuse(path, f"the text holds {len(documents)} objects, and one belongs here")
        if any(problem.level == "error" for problem in documents[0].problems):
            raise SpecError(documents[0].problems)
        body: Any = documents[0].body
    else:
        body = wire.to_body(value)
    found = body.get("kind", kind)
    if found != kind:
        fields.refuse(f"{path}.kind", f"a {found} stands here instead of a {kind}")
    frozen: FrozenDict[str, Any] = freeze(body)
    return frozen
