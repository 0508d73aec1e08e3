"""`Pod`: one thing to run once, as a value.

The constructor keeps the words and the order of the founding document for its first ten parameters; most Pods need no more than a few of
the others, and the rest is said by typed parts (`scheduling=`, `main=`), by `base=` and by `patch=`, so no list of parameters need ever
be complete.

Source: https://kubernetes.io/docs/concepts/workloads/pods/
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Literal

import attrs

from kpod.api.late import Late
from kpod.errors import SpecError
from kpod.specs import env, fields
from kpod.specs.config_map import ConfigMap
from kpod.specs.container import Container, ContainerLike, container, containers
from kpod.specs.env import EnvFrom, EnvFromLike, EnvsLike, EnvValue
from kpod.specs.frozen import FrozenDict
from kpod.specs.network import Network
from kpod.specs.requests import PodRequest, Request, request
from kpod.specs.resources import Resources, ResourcesLike, resources
from kpod.specs.result import Result
from kpod.specs.scheduling import Scheduling, TolerationLike, node_selectors, tolerations
from kpod.specs.secret import Secret
from kpod.specs.security import PodSecurityLike, Security, pod_security
from kpod.specs.spec import Spec, layer
from kpod.specs.unasked import Unasked
from kpod.specs.volumes import Volume, VolumeLike
from kpod.specs.volumes import volumes as mounts

if TYPE_CHECKING:
    from kpod import cluster as clusters
    from kpod import run
    from kpod.api import core_v1
    from kpod.specs import pod as pods
else:
    core_v1, run, clusters = Late("kpod.api.core_v1"), Late("kpod.run"), Late("kpod.cluster")
    pods = Late("kpod.specs.pod")  # this module: attrs gives `__init__` the names that are there before the class is

Restart = Literal["Never", "OnFailure", "Always"]
NEVER: Any = Unasked("Never")


def _restart(value: Restart | None) -> Restart | None:
    if value is not None and value not in ("Never", "OnFailure", "Always") and not fields.is_template(value):
        fields.refuse("restart", f"{fields.shown(value)} is unknown", 'write "Never", "OnFailure" or "Always"', "enum")
    return value


def _image(value: str | None) -> str | None:
    return fields.optional_text(value, "image")


def _env_from(value: Sequence[EnvFromLike] | None) -> tuple[EnvFrom | FrozenDict[str, Any], ...]:
    return env.env_from(value, "env_from")


def _envs(value: EnvsLike | None) -> FrozenDict[str, EnvValue]:
    return env.envs(value, "envs")


def _cmds(value: Sequence[str] | None) -> tuple[str, ...]:
    return fields.words(value, "cmds")


def _args(value: Sequence[str] | None) -> tuple[str, ...]:
    return fields.words(value, "args")


def _secrets(value: Sequence[Secret] | None) -> tuple[Secret, ...]:
    return fields.instances(value or (), "secrets", Secret, 'write Secret.existing("name")')


def _labels(value: Mapping[str, str] | None) -> FrozenDict[str, str]:
    return fields.label_map(value, "labels")


def _annotations(value: Mapping[str, str] | None) -> FrozenDict[str, str]:
    return fields.annotation_map(value, "annotations")


def _factory(value: Request[pods.Pod, core_v1.Pod] | None) -> Request[Pod, core_v1.Pod]:
    return request(value, PodRequest())


def _name(value: str | None) -> str | None:
    return fields.optional_name(value, "name", "Pod")


def _namespace(value: str | None) -> str | None:
    return fields.optional_name(value, "namespace", "Namespace")


def _volumes(value: Mapping[str, VolumeLike] | None) -> FrozenDict[str, Volume]:
    return mounts(value, "volumes")


def _resources(value: ResourcesLike | None) -> Resources | None:
    return resources(value)


def _security(value: PodSecurityLike | None) -> Security | None:
    return pod_security(value)


def _tolerations(value: Sequence[TolerationLike] | None) -> tuple[Any, ...]:
    return tolerations(value)


def _service_account(value: str | None) -> str | None:
    return fields.optional_name(value, "service_account", "ServiceAccount")


def _pull_secrets(value: Sequence[Secret | str] | None) -> tuple[Secret, ...]:
    given = fields.sequence(value or (), "image_pull_secrets")
    return fields.instances([Secret.existing(item) if isinstance(item, str) else item for item in given], "image_pull_secrets", Secret, "")


def _init(value: Sequence[ContainerLike] | None) -> tuple[Container, ...]:
    return containers(value, "init")


def _sidecars(value: Sequence[ContainerLike] | None) -> tuple[Container, ...]:
    return containers(value, "sidecars")


def _main(value: ContainerLike | None) -> Container | None:
    return None if value is None else container(value, "main", "write Container(pull_policy=…)")


def _has_image(main: Container | None) -> bool:
    return main is not None and bool(main.image or (main.base and main.base.get("image")))


def _grace(value: timedelta | float | None) -> int | None:
    return fields.seconds(value, "grace")


def _base(value: Any) -> FrozenDict[str, Any] | None:
    return layer(value, "base", "Pod")


def _patch(value: Any) -> FrozenDict[str, Any] | None:
    return layer(value, "patch", "Pod")


@attrs.frozen(repr=False)
class Pod(Spec):
    """One Pod: a main container, and what belongs to it.

    >>> Pod("busybox", cmds=["echo", "hi"], name="hello").to_body()["spec"]
    {'containers': [{'name': 'main', 'image': 'busybox', 'command': ['echo', 'hi']}], 'restartPolicy': 'Never'}

    What is sent that was not written, all of it: `restartPolicy: Never` (unless `base` says otherwise) and the container's name `main`;
    without a name `generateName`, from the image's name, and so `kubectl create` makes another one each time (`kubectl apply` needs a
    `name`); with a `result` the annotation `kpod/result`, `terminationMessagePath` and the variable `KPOD_RESULT`. A launch adds its
    marks: see `kpod.launch`.

    Attributes:
        image: the main container's image; left out only where `base` names it.
        envs: variables: text, a key of a Secret (`db["PASSWORD"]`), or an `Env`.
        cmds: the command, in place of the image's entrypoint: Kubernetes' `command`. The image's own where it is empty.
        secrets: Secrets all of whose keys become variables.
        labels: labels of the Pod.
        node_selectors: labels that the node must have.
        kube_req_factory: what makes the API object: an object with `build(spec)`; a `PodRequest` by default.
        name: the Pod's name, which is a run's key too.
        namespace: where it runs. None: left out of the YAML, and chosen by `launch`.
        result: a `Result` when the main container hands something back.
        args: arguments, in place of the image's.
        annotations: annotations of the Pod.
        volumes: absolute paths to volumes, or to Secrets and ConfigMaps, whose keys become files.
        resources: what the main container asks for and may use.
        security: as whom all containers run.
        service_account: the ServiceAccount's name.
        image_pull_secrets: Secrets to pull images with, or names of them.
        tolerations: taints that it puts up with: `Toleration("spot")`, API objects or dicts.
        init: containers that run before the main one, one after the other: `init-1`, `init-2`, …
        sidecars: containers that run beside all others, started first and ended last, and never hold the Pod open (needs Kubernetes 1.29).
        grace: the time between SIGTERM and SIGKILL: a timedelta, or seconds. The server's default is 30 s.
        base: a manifest, dict, API object or `V1Pod`, merged under all this by Kubernetes' strategic merge; its only container, or the one
            called `main`, is the main one.
        patch: the same, merged over all this.
        scheduling: the rest of where it may run.
        main: the rest of the main container: probes, lifecycle, ports, pull policy.
        env_from: what else gives all its keys as variables: ConfigMaps, Secrets, or `EnvFrom(db, prefix="DB_")`.
        network: host aliases, DNS, host name.
        restart: when the node starts an ended container again: `restartPolicy`. `Never` gives way to what `base` says, unless it is written
            here; None sends none, and the server takes `Always`. In a Job `Never` or `OnFailure`.

    Wherever a part of a Pod belongs, its API object, a dict as in YAML, or the official client's model is taken too.

    Raises:
        SpecError: a value of the wrong type, or one that cannot work; with its place, and what to write instead.
    """

    image: str | None = attrs.field(default=None, converter=_image)
    envs: FrozenDict[str, EnvValue] = attrs.field(default=None, converter=_envs)
    cmds: tuple[str, ...] = attrs.field(default=(), converter=_cmds)
    secrets: tuple[Secret, ...] = attrs.field(default=(), converter=_secrets)
    labels: FrozenDict[str, str] = attrs.field(default=None, converter=_labels)
    node_selectors: FrozenDict[str, str] = attrs.field(default=None, converter=node_selectors)
    kube_req_factory: Request[Pod, core_v1.Pod] = attrs.field(default=None, converter=_factory, repr=False)
    name: str | None = attrs.field(default=None, converter=_name)
    namespace: str | None = attrs.field(default=None, converter=_namespace)
    result: Result | None = None
    args: tuple[str, ...] = attrs.field(default=(), converter=_args, kw_only=True)
    annotations: FrozenDict[str, str] = attrs.field(default=None, converter=_annotations, kw_only=True)
    volumes: FrozenDict[str, Volume] = attrs.field(default=None, converter=_volumes, kw_only=True)
    resources: Resources | None = attrs.field(default=None, converter=_resources, kw_only=True)
    security: Security | None = attrs.field(default=None, converter=_security, kw_only=True)
    service_account: str | None = attrs.field(default=None, converter=_service_account, kw_only=True)
    image_pull_secrets: tuple[Secret, ...] = attrs.field(default=(), converter=_pull_secrets, kw_only=True)
    tolerations: tuple[Any, ...] = attrs.field(default=None, converter=_tolerations, kw_only=True)
    init: tuple[Container, ...] = attrs.field(default=(), converter=_init, kw_only=True)
    sidecars: tuple[Container, ...] = attrs.field(default=(), converter=_sidecars, kw_only=True)
    grace: int | None = attrs.field(default=None, converter=_grace, kw_only=True)
    base: FrozenDict[str, Any] | None = attrs.field(default=None, converter=_base, kw_only=True)
    patch: FrozenDict[str, Any] | None = attrs.field(default=None, converter=_patch, kw_only=True)
    scheduling: Scheduling | None = attrs.field(default=None, kw_only=True)
    main: Container | None = attrs.field(default=None, converter=_main, kw_only=True)
    env_from: tuple[EnvFrom | FrozenDict[str, Any], ...] = attrs.field(default=(), converter=_env_from, kw_only=True)
    network: Network | None = attrs.field(default=None, kw_only=True)
    restart: Restart | None = attrs.field(default=NEVER, converter=_restart, kw_only=True)
    _run: run.Run | None = attrs.field(default=None, init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        if self.result is not None:
            fields.instance(self.result, "result", Result, "write Result()")
        if self.scheduling is not None:
            fields.instance(self.scheduling, "scheduling", Scheduling, "write Scheduling(…)")
        if self.network is not None:
            fields.instance(self.network, "network", Network, "write Network(…)")
        if self.image is None and self.base is None and not _has_image(self.main):
            fields.refuse("image", "the Pod has no image", 'write Pod("name:tag")')
        if self.main is not None:
            self.main_container()

    def main_container(self) -> Container:
        """Return the main container: what `main` says and what the Pod says itself.

        Raises:
            SpecError: both say the same.
        """
        main = self.main or Container()
        own = {name: getattr(self, name) for name in ("image", "cmds", "args", "envs", "secrets", "volumes", "resources", "env_from")}
        given = {name: value for name, value in own.items() if value}
        for name in given:
            fields.only_one([(name, given[name]), (f"main.{name}", getattr(main, name))], "{} say the same", name)
        return main.but(**given)

    def used(self) -> Iterator[Secret | ConfigMap]:
        """Yield every Secret and ConfigMap that it reads."""
        for each in (self.main_container(), *self.init, *self.sidecars):
            yield from each.used()
        yield from self.image_pull_secrets

    def compile(self) -> core_v1.Pod:
        """Return the API object that the request factory makes."""
        return self.kube_req_factory.build(self)

    def launch_pod(self, *, namespace: str | None = None, cluster: clusters.Cluster | None = None) -> run.Run:
        """Launch the Pod and remember the run, as the founding document has it; `launch` is the same with more to say.

        Args:
            namespace: this and `cluster` as of `launch`.
        """
        launched = self.launch(namespace=namespace, cluster=cluster)
        object.__setattr__(self, "_run", launched)
        return launched

    def _execution_finished(self) -> bool:
        """Whether the Pod that `launch_pod` launched has ended, well or not; looks once and does not wait.

        Raises:
            SpecError: `launch_pod` was not called on this very object.
        """
        if self._run is None:
            raise SpecError("the Pod was not launched", rule="spec", fix="call launch_pod() first, on the same object")
        return self._run.outcome() is not None

    def __getstate__(self) -> dict[str, Any]:
        """Leave the run out of copies and pickles: it belongs to this process."""
        return {field.name: getattr(self, field.name) for field in attrs.fields(type(self)) if field.name != "_run"}

    def __setstate__(self, state: dict[str, Any]) -> None:
        for name, value in {**state, "_run": None}.items():
            object.__setattr__(self, name, value)
