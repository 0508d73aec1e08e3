"""The request factories: what makes the API object of a spec. `compile()` calls them, so YAML, diff and launch agree.

A site subclasses one to add its own sidecar, label or policy everywhere:

    class SitePods(PodRequest):
        def build(self, spec):
            return super().build(spec.but(labels={**spec.labels, "team": "data"}))

    Pod("etl:1", kube_req_factory=SitePods())

Three layers, each over the one before: `base`, what the spec says, `patch`. What kpod sends by itself gives way to all three.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from kpod import merge, names
from kpod.api.late import Late
from kpod.specs import fields
from kpod.specs.declared import Declared
from kpod.specs.frozen import thaw
from kpod.specs.result import ANNOTATION
from kpod.specs.unasked import Unasked

if TYPE_CHECKING:
    from kpod.api import batch_v1, core_v1
    from kpod.specs import container as containers
    from kpod.specs import job as jobs
    from kpod.specs import pod as pods
else:
    core_v1, batch_v1 = Late("kpod.api.core_v1"), Late("kpod.api.batch_v1")
    containers, jobs, pods = Late("kpod.specs.container"), Late("kpod.specs.job"), Late("kpod.specs.pod")

MAIN = "main"
Body = dict[str, Any]
Layers = list[tuple[str, Body]]
T = TypeVar("T")
S = TypeVar("S", contravariant=True)
O = TypeVar("O", covariant=True)  # noqa: E741


class Request(Protocol[S, O]):
    """A request factory: anything with `build`."""

    def build(self, spec: S, /) -> O:
        """Make the API object of a spec."""
        ...


def request(value: T | None, default: T) -> T:
    """Take a request factory, or the default for None."""
    if value is None:
        return default
    if isinstance(value, type):
        fields.refuse("kube_req_factory", f"the class {value.__name__} stands here", f"write {value.__name__}()")
    if not callable(getattr(value, "build", None)):
        fields.refuse("kube_req_factory", f"{fields.shown(value)} has no build(spec)", "subclass kpod.PodRequest or kpod.JobRequest")
    return value


class PodRequest:
    """Makes the API object of a `Pod`. Holds nothing; two are equal."""

    def build(self, spec: pods.Pod, /) -> core_v1.Pod:
        """Make the API object."""
        made: core_v1.Pod = core_v1.Pod.from_body(self.body(spec))
        return made

    def body(self, spec: pods.Pod) -> Body:
        """Make the body that `build` loads: the layers, merged."""
        return _merged("core_v1.Pod", self.layers(spec))

    def layers(self, spec: pods.Pod) -> Layers:
        """Return what is merged, lowest first: `base`, what the spec says, `patch`; without those that are empty."""
        base = _with_main(thaw(spec.base)) if spec.base is not None else {}
        own: Body = {"apiVersion": "v1", "kind": "Pod", "metadata": _metadata(spec, _pod_annotations(spec)), "spec": self._spec(spec)}
        own["metadata"].update(_naming(spec.name, spec.image, base))
        if spec.restart is not None and not (isinstance(spec.restart, Unasked) and (base.get("spec") or {}).get("restartPolicy")):
            own["spec"]["restartPolicy"] = str(spec.restart)
        _same_volumes(base, own)
        return _named(base, own, spec.patch)

    def _spec(self, spec: pods.Pod) -> Body:
        declared, container = Declared(), spec.main_container()
        main = container.to_body(declared, name=MAIN, around=spec.security)
        if spec.result is not None:
            spec.result.declare(main, declared)
        body = {
            **_placement(spec),
            **(spec.network.to_body() if spec.network else {}),
            "initContainers": self._before(spec, declared),
            "containers": [main],
            "volumes": declared.to_body(),
            "securityContext": spec.security.pod_body() if spec.security else {},
            "serviceAccountName": spec.service_account,
            "imagePullSecrets": [{"name": secret.name} for secret in spec.image_pull_secrets],
            "terminationGracePeriodSeconds": spec.grace,
            "resourceClaims": _claims((container, *spec.init, *spec.sidecars)),
        }
        return {key: value for key, value in body.items() if value not in (None, [], {})}

    def _before(self, spec: pods.Pod, declared: Declared) -> list[Body]:
        bodies = spec.result.sidecar(declared, spec.security) if spec.result is not None else []
        for number, container in enumerate(spec.sidecars, 1):
            bodies.append({**container.to_body(declared, name=f"sidecar-{number}", around=spec.security), "restartPolicy": "Always"})
        for number, container in enumerate(spec.init, 1):
            bodies.append(container.to_body(declared, name=f"init-{number}", around=spec.security))
        return bodies

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and vars(self) == vars(other)

    def __hash__(self) -> int:
        return hash(type(self))


class JobRequest:
    """Makes the API object of a `Job`; the Pod in it is made by the Pod's own factory. Holds nothing; two are equal."""

    def build(self, spec: jobs.Job, /) -> batch_v1.Job:
        """Make the API object."""
        made: batch_v1.Job = batch_v1.Job.from_body(self.body(spec))
        return made

    def body(self, spec: jobs.Job) -> Body:
        """Make the body that `build` loads: the layers, merged."""
        body = _merged("batch_v1.Job", self.layers(spec))
        if body["spec"]["template"]["spec"].get("restartPolicy") == "Always":
            fields.refuse("pod.restartPolicy", "a Job's Pod cannot restart Always", "write Never or OnFailure", "restart-policy")
        return body

    def layers(self, spec: jobs.Job) -> Layers:
        """Return what is merged, lowest first: `base`, what the spec and its Pod say, `patch`; without those that are empty."""
        pod = spec.pod.to_body()
        base = thaw(spec.base) if spec.base is not None else {}
        annotations = {key: value for key, value in pod["metadata"].get("annotations", {}).items() if key == ANNOTATION}
        own: Body = {"apiVersion": "batch/v1", "kind": "Job", "metadata": _metadata(spec, annotations), "spec": self._spec(spec, pod)}
        image = next((container.get("image") for container in pod["spec"]["containers"] if container["name"] == MAIN), None)
        own["metadata"].update(_naming(spec.name or pod["metadata"].get("name"), image, base))
        namespace = spec.namespace or pod["metadata"].get("namespace")
        if namespace:
            own["metadata"]["namespace"] = namespace
        return _named(base, own, spec.patch)

    def _spec(self, spec: jobs.Job, pod: Body) -> Body:
        metadata = {key: value for key, value in pod["metadata"].items() if key in ("labels", "annotations")}
        action = {"fail": "FailJob", "retry": "Ignore"}.get(spec.on_disruption or "")
        rule = {"action": action, "onPodConditions": [{"type": "DisruptionTarget", "status": "True"}]}
        body = {
            "backoffLimit": spec.retries,
            "activeDeadlineSeconds": spec.deadline,
            "ttlSecondsAfterFinished": spec.keep,
            "parallelism": spec.parallelism,
            "completions": spec.completions,
            "completionMode": "Indexed" if spec.indexed else None,
            "suspend": spec.suspend,
            "podFailurePolicy": {"rules": [rule]} if action else None,
            "template": {**({"metadata": metadata} if metadata else {}), "spec": pod["spec"]},
        }
        return {key: value for key, value in body.items() if value is not None}

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and vars(self) == vars(other)

    def __hash__(self) -> int:
        return hash(type(self))


def _same_volumes(base: Body, own: Body) -> None:
    """Refuse a volume of the spec that has the name of another one of the base: merged they would be both at once."""
    there = {volume.get("name"): volume for volume in (base.get("spec") or {}).get("volumes") or []}
    for volume in own["spec"].get("volumes", []):
        if there.get(volume["name"], volume) != volume:
            message = f'the base has another volume called "{volume["name"]}"'
            fields.refuse(f"volumes[{volume['name']}]", message, "give one of them another name, or change the base's by patch=")


def _named(base: Body, own: Body, patch: Any) -> Layers:
    return [(name, body) for name, body in (("base", base), ("spec", own), ("patch", thaw(patch) if patch else {})) if body]


def _merged(type_key: str, layers: Layers) -> Body:
    """Merge layers; one alone is itself, and the schema is not loaded."""
    body = layers[0][1]
    for _, layer in layers[1:]:
        body = merge.strategic(body, layer, type=type_key)
    return body


def _metadata(spec: pods.Pod | jobs.Job, annotations: Body) -> Body:
    metadata: Body = {"namespace": spec.namespace, "labels": dict(spec.labels), "annotations": {**spec.annotations, **annotations}}
    return {key: value for key, value in metadata.items() if value}


def _pod_annotations(spec: pods.Pod) -> Body:
    return {ANNOTATION: spec.result.to_text()} if spec.result is not None else {}


def _naming(name: str | None, image: str | None, base: Body) -> Body:
    found = base.get("metadata") or {}
    if name is not None:
        return {"name": name, **({"generateName": None} if found.get("generateName") else {})}
    if found.get("name") or found.get("generateName"):
        return {}
    return {"generateName": f"{names.image_name(image or 'pod')}-"}


def _placement(spec: pods.Pod) -> Body:
    body = spec.scheduling.to_body() if spec.scheduling else {}
    selectors = {**body.get("nodeSelector", {}), **spec.node_selectors}
    return {**body, "nodeSelector": selectors, "tolerations": [*body.get("tolerations", []), *thaw(spec.tolerations)]}


def _claims(containers: Iterable[containers.Container]) -> list[Body]:
    claims = {name: template for container in containers if container.resources for name, template in container.resources.claims.items()}
    return [{"name": name, "resourceClaimTemplateName": template} for name, template in claims.items()]


def _with_main(base: Body) -> Body:
    containers = (base.get("spec") or {}).get("containers") or []
    if not containers or any(container.get("name") == MAIN for container in containers):
        return base
    if len(containers) > 1:
        found = ", ".join(str(container.get("name")) for container in containers)
        fields.refuse("base.spec.containers", f"none of {found} is called {MAIN}", f"call the main one {MAIN}")
    return {**base, "spec": {**base["spec"], "containers": [{**containers[0], "name": MAIN}]}}
