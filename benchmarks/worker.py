"""One library in a process of its own, measured on demand: reads a name per line, answers a number per line.

Every library makes the same Pod: its constructor calls are written from one body by the schema table, so none gets a hand-tuned call. What
each operation does is the library's own documented way.
"""

from __future__ import annotations

import gc
import json
import sys
import time
import tracemalloc
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

from sample import POD, SITE, TASK, pod_list

Operations = dict[str, Callable[[], Any]]
MEGABYTE = 2**20
SLICE = 0.1  # seconds that one measurement of a rate takes


def constructor(value: Any, type_key: str, call: Callable[[str, str], str], snake_case: bool) -> str:
    """The source of the constructor calls that make a body; `call` names the class of a type."""
    from kpod.api.schema import TYPES

    if type_key not in TYPES:
        return repr(value)
    arguments = []
    for wire_name, item in value.items():
        field = TYPES[type_key][wire_name]
        if field.shape == "list":
            source = "[" + ", ".join(constructor(each, field.type, call, snake_case) for each in item) + "]"
        elif field.shape == "map":
            source = "{" + ", ".join(f"{key!r}: {constructor(each, field.type, call, snake_case)}" for key, each in item.items()) + "}"
        else:
            source = constructor(item, field.type, call, snake_case)
        arguments.append(f"{field.name if snake_case else wire_name}={source}")
    return f"{call(*type_key.split('.'))}({', '.join(arguments)})"


def builder(source: str, names: dict[str, Any]) -> Callable[[], Any]:
    """Make a function of constructor calls; the lambda looks its classes up as any module's code does."""
    build: Callable[[], Any] = eval(f"lambda: {source}", names)  # noqa: S307 - source is ours, made above
    return build


def kpod_operations() -> tuple[Operations, str]:
    from importlib import import_module

    import kpod
    from kpod import merge, wire
    from kpod.api.core_v1 import Pod
    from kpod.wire import views

    names: dict[str, Any] = {}

    def call(module: str, name: str) -> str:
        names[name] = getattr(import_module(f"kpod.api.{module}"), name)
        return name

    build = builder(
        constructor({key: value for key, value in POD.items() if key not in ("apiVersion", "kind")}, "core_v1.Pod", call, True), names
    )
    pod = build()
    text = wire.to_yaml(POD)
    raw = json.dumps(pod_list()).encode()
    return {
        "build": build,
        "to body": pod.to_body,
        "to YAML": lambda: wire.to_yaml(pod),
        "from dict": lambda: Pod.from_body(POD),
        "from YAML": lambda: wire.load_yaml(text)[0],
        "list": lambda: [Pod.from_body(body) for body in views.decode_list(raw)[0]],
        "list, a view": lambda: views.decode_list(raw, views.PodView)[0],
        "merge": lambda: merge.strategic(merge.strategic(POD, SITE, type="core_v1.Pod"), TASK, type="core_v1.Pod"),
    }, kpod.__version__


def kubernetes_operations() -> tuple[Operations, str]:
    import kubernetes
    import yaml
    from kubernetes import client

    api = client.ApiClient(client.Configuration())
    build = builder(constructor(POD, "core_v1.Pod", lambda module, name: f"V1{name}", True), dict(vars(client)))
    pod = build()
    text = yaml.safe_dump(POD)
    raw = json.dumps(pod_list())
    load = api._ApiClient__deserialize
    return {
        "build": build,
        "to body": lambda: api.sanitize_for_serialization(pod),
        "to YAML": lambda: yaml.safe_dump(api.sanitize_for_serialization(pod)),
        "from dict": lambda: load(POD, "V1Pod"),
        "from YAML": lambda: load(yaml.safe_load(text), "V1Pod"),
        "list": lambda: api.deserialize(SimpleNamespace(data=raw), "V1PodList").items,
    }, kubernetes.__version__


def lightkube_operations() -> tuple[Operations, str]:
    from importlib import import_module
    from importlib.metadata import version

    import yaml
    from lightkube import codecs
    from lightkube.core.decoders import decode_list
    from lightkube.resources.core_v1 import Pod

    names: dict[str, Any] = {}

    def call(module: str, name: str) -> str:
        names[name] = Pod if name == "Pod" else find(module, name)
        return name

    def find(module: str, name: str) -> Any:
        # kpod keeps rare types in modules of their own; lightkube has one for each group
        group = "_".join(part for part in module.split("_") if part not in ("rare", "status"))
        return getattr(import_module(f"lightkube.models.{group}"), name)

    build = builder(constructor(POD, "core_v1.Pod", call, False), names)
    pod = build()
    text = yaml.safe_dump(POD)
    raw = json.dumps(pod_list()).encode()
    return {
        "build": build,
        "to body": pod.to_dict,
        "to YAML": lambda: codecs.dump_all_yaml([pod]),
        "from dict": lambda: codecs.from_dict(POD),
        "from YAML": lambda: codecs.load_all_yaml(text)[0],
        "list": lambda: decode_list(raw, Pod)[2],
    }, version("lightkube")


LIBRARIES: dict[str, Callable[[], tuple[Operations, str]]] = {
    "kpod": kpod_operations,
    "kubernetes": kubernetes_operations,
    "lightkube": lightkube_operations,
}


def check(operations: Operations) -> None:
    """Nobody is fast by doing less: the body is the sample, the YAML reads back as it, the objects survive the way around."""
    import yaml

    assert operations["to body"]() == POD, "the body differs from the sample"
    assert yaml.safe_load(operations["to YAML"]()) == POD, "the YAML differs from the sample"
    assert operations["from dict"]() == operations["from YAML"](), "the dict and the YAML give different objects"
    assert len(operations["list"]()) == 1000


def per_second(operation: Callable[[], Any]) -> float:
    times, seconds, count = 0, 0.0, 1
    gc.collect()
    while seconds < SLICE:
        start = time.process_time()
        for _ in range(count):
            operation()
        seconds += time.process_time() - start
        times += count
        count = max(1, int(times / seconds * SLICE / 4))
    return times / seconds


def seconds(operation: Callable[[], Any]) -> float:
    gc.collect()
    start = time.process_time()
    result = operation()
    taken = time.process_time() - start
    del result
    return taken


def megabytes(operation: Callable[[], Any]) -> float:
    """What the result keeps, by Python's own count."""
    gc.collect()
    tracemalloc.start()
    result = operation()
    gc.collect()
    kept = tracemalloc.get_traced_memory()[0] / MEGABYTE
    tracemalloc.stop()
    del result
    return kept


MEASURES: dict[str, Callable[[Callable[[], Any]], float]] = {"per second": per_second, "seconds": seconds, "megabytes": megabytes}


def main() -> None:
    operations, version = LIBRARIES[sys.argv[1]]()
    check(operations)
    print(json.dumps({"version": version, "operations": list(operations)}), flush=True)
    for line in sys.stdin:
        name, measure = json.loads(line)
        print(json.dumps(MEASURES[measure](operations[name])), flush=True)


if __name__ == "__main__":
    main()
