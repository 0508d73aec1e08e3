"""One library in a process of its own, measured on demand: reads a name per line, answers a number per line.

Every library makes the same Pod: its constructor calls are written from one body by the schema table, so none gets a hand-tuned call. What
each operation does is the library's own documented way.
"""

from __future__ import annotations

import argparse
import ast
import gc
import json
import sys
import time
import tracemalloc
from collections.abc import Callable
from functools import partial
from types import SimpleNamespace
from typing import Any

from sample import POD, SITE, TASK, pod_list

Operations = dict[str, Callable[[], Any]]
MEGABYTE = 2**20


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


def api_builder() -> Callable[[], Any]:
    """Build the sample of kpod's API objects."""
    from importlib import import_module

    names: dict[str, Any] = {}

    def call(module: str, name: str) -> str:
        names[name] = getattr(import_module(f"kpod.api.{module}"), name)
        return name

    body = {key: value for key, value in POD.items() if key not in ("apiVersion", "kind")}
    return builder(constructor(body, "core_v1.Pod", call, True), names)


def spec_builder() -> Callable[[], Any]:
    """Build the sample by specs, as `kpod convert` writes it."""
    from kpod import convert

    tree = ast.parse(convert.to_source(POD))
    names: dict[str, Any] = {}
    imports = [each for each in tree.body if isinstance(each, ast.ImportFrom)]
    exec(compile(ast.Module(imports, []), "specs", "exec"), names)
    last = tree.body[-1]
    assert isinstance(last, ast.Assign)
    assert isinstance(last.targets[0], ast.Name)
    function = ast.parse("def build(): pass").body[0]
    assert isinstance(function, ast.FunctionDef)
    function.body = [each for each in tree.body if each not in imports] + [ast.Return(ast.Name(last.targets[0].id, ast.Load()))]
    exec(compile(ast.fix_missing_locations(ast.Module([function], [])), "specs", "exec"), names)
    build: Callable[[], Any] = names["build"]
    return build


def kpod_operations(pods: int) -> tuple[Operations, str]:
    import yaml

    import kpod
    from kpod import merge, rules, wire
    from kpod.api.core_v1 import Pod
    from kpod.wire import views

    build, build_spec = api_builder(), spec_builder()
    pod = build()
    assert build_spec().to_body() == POD, "the specs' body differs from the sample"
    text = wire.to_yaml(POD)
    raw = json.dumps(pod_list(pods)).encode()
    return {
        "build": build,
        "build a spec": build_spec,
        "compile": lambda: build_spec().to_body(),
        "to body": pod.to_body,
        "to YAML": lambda: wire.to_yaml(pod),
        "from dict": lambda: Pod.from_body(POD),
        "from YAML": lambda: wire.load_yaml(text)[0],
        "libyaml": lambda: yaml.load(text, yaml.CSafeLoader),
        "list": lambda: wire.load_all(views.decode(raw)),
        "list, a view": lambda: views.decode_list(raw, views.PodView)[0],
        "merge": lambda: merge.strategic(merge.strategic(POD, SITE, type="core_v1.Pod"), TASK, type="core_v1.Pod"),
        "check": lambda: rules.check(POD),
    }, kpod.__version__


def first_calls() -> dict[str, float]:
    """Milliseconds of the first call of each operation, its modules loaded before."""
    from kpod import merge, rules, wire
    from kpod.api.core_v1 import Pod
    from kpod.wire import views, yaml_reader, yaml_writer

    assert yaml_reader, yaml_writer
    build, build_spec = api_builder(), spec_builder()
    raw = json.dumps(pod_list(1)).encode()
    found: dict[str, float] = {}

    def first(name: str, call: Callable[[], Any]) -> Any:
        start = time.process_time()
        result = call()
        found[name] = (time.process_time() - start) * 1000
        return result

    pod = first("build", build)
    body = first("to body", pod.to_body)
    text = first("to YAML", lambda: wire.to_yaml(pod))
    first("from dict", lambda: Pod.from_body(body))
    first("from YAML", lambda: wire.load_yaml(text))
    first("list, a view", lambda: views.decode_list(raw, views.PodView))
    first("merge", lambda: merge.strategic(POD, SITE, type="core_v1.Pod"))
    first("check", lambda: rules.check(POD))
    first("compile", lambda: build_spec().to_body())
    return found


def kubernetes_operations(pods: int) -> tuple[Operations, str]:
    """The official client, of the generation that is installed: its models are pydantic's from 37 on, and load by another way."""
    import kubernetes
    import yaml
    from kubernetes import client

    api = client.ApiClient(client.Configuration())
    names: dict[str, Any] = {}

    def call(module: str, name: str) -> str:
        names[f"V1{name}"] = getattr(client, f"V1{name}")
        return f"V1{name}"

    build = builder(constructor(POD, "core_v1.Pod", call, True), names)
    pod = build()
    text = yaml.safe_dump(POD)
    raw = json.dumps(pod_list(pods))
    if hasattr(client.V1Pod, "model_validate"):
        load = client.V1Pod.from_dict

        def load_list() -> Any:
            return api.deserialize(raw, "V1PodList", "application/json").items
    else:

        def load(body: Any) -> Any:
            return api._ApiClient__deserialize(body, "V1Pod")

        def load_list() -> Any:
            return api.deserialize(SimpleNamespace(data=raw), "V1PodList").items

    return {
        "build": build,
        "build and to body": lambda: api.sanitize_for_serialization(build()),
        "to body": lambda: api.sanitize_for_serialization(pod),
        "to YAML": lambda: yaml.safe_dump(api.sanitize_for_serialization(pod)),
        "from dict": lambda: load(POD),
        "from YAML": lambda: load(yaml.safe_load(text)),
        "list": load_list,
    }, kubernetes.__version__


def lightkube_operations(pods: int) -> tuple[Operations, str]:
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
    raw = json.dumps(pod_list(pods)).encode()
    return {
        "build": build,
        "build and to body": lambda: build().to_dict(),
        "to body": pod.to_dict,
        "to YAML": lambda: codecs.dump_all_yaml([pod]),
        "from dict": lambda: codecs.from_dict(POD),
        "from YAML": lambda: codecs.load_all_yaml(text)[0],
        "list": lambda: decode_list(raw, Pod)[2],
    }, version("lightkube")


def msgspec_operations(pods: int) -> tuple[Operations, str]:
    """Bare structs of the same schema: what the fastest of the field do, without unknown fields, nulls, YAML of their own, checks."""
    import msgspec
    import yaml

    from kpod.api.schema import TYPES

    scalars: dict[str, Any] = dict.fromkeys(("string", "time", "micro_time", "bytes"), str)
    scalars |= {"integer": int, "number": float, "boolean": bool, "quantity": str | int | float, "int_or_string": int | str, "any": Any}
    structs: dict[str, Any] = {}

    def struct(key: str) -> Any:
        if key not in structs:
            fields = []
            for field in TYPES[key].values():
                one = scalars.get(field.type) or struct(field.type)
                shape = {"one": one, "list": list[one], "map": dict[str, one]}[field.shape]
                fields.append((field.name, shape | None if shape is not Any else Any, None))
            wire_names = {field.name: field.wire for field in TYPES[key].values()}
            structs[key] = msgspec.defstruct(key.replace(".", "_"), fields, rename=wire_names, omit_defaults=True)
        return structs[key]

    def call(module: str, name: str) -> str:
        struct(f"{module}.{name}")
        return f"{module}_{name}"

    source = constructor(POD, "core_v1.Pod", call, True)
    build = builder(source, {key.replace(".", "_"): each for key, each in structs.items()})
    pod, kind = build(), structs["core_v1.Pod"]
    text = yaml.safe_dump(POD)
    raw = json.dumps(pod_list(pods)).encode()
    listing = msgspec.json.Decoder(msgspec.defstruct("PodList", [("items", list[kind])]))
    return {
        "build": build,
        "build and to body": lambda: msgspec.to_builtins(build()),
        "to body": lambda: msgspec.to_builtins(pod),
        "to YAML": lambda: yaml.dump(msgspec.to_builtins(pod), Dumper=yaml.CSafeDumper),
        "from dict": lambda: msgspec.convert(POD, kind),
        "from YAML": lambda: msgspec.convert(yaml.load(text, yaml.CSafeLoader), kind),
        "list": lambda: listing.decode(raw).items,
    }, msgspec.__version__


LIBRARIES: dict[str, Callable[[int], tuple[Operations, str]]] = {
    "kpod": kpod_operations,
    "kubernetes": kubernetes_operations,
    "lightkube": lightkube_operations,
    "msgspec": msgspec_operations,
}


def check(operations: Operations, pods: int) -> None:
    """Nobody is fast by doing less: the body is the sample, the YAML reads back as it, the objects survive the way around."""
    import yaml

    assert operations["to body"]() == POD, "the body differs from the sample"
    assert yaml.safe_load(operations["to YAML"]()) == POD, "the YAML differs from the sample"
    assert operations["from dict"]() == operations["from YAML"](), "the dict and the YAML give different objects"
    assert len(operations["list"]()) == pods


def per_second(operation: Callable[[], Any], least: float) -> float:
    times, seconds, count = 0, 0.0, 1
    gc.collect()
    while seconds < least:
        start = time.process_time()
        for _ in range(count):
            operation()
        seconds += time.process_time() - start
        times += count
        count = max(1, int(times / seconds * least / 4))
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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("library", choices=LIBRARIES)
    parser.add_argument("--pods", type=int, default=1000, help="how many are in the list")
    parser.add_argument("--slice", type=float, default=0.1, help="seconds that one measurement of a rate takes")
    parser.add_argument("--first", action="store_true", help="only print what each of kpod's operations takes the first time")
    options = parser.parse_args()
    if options.first:
        print(json.dumps(first_calls()))
        return
    operations, version = LIBRARIES[options.library](options.pods)
    check(operations, options.pods)
    measures = {"per second": partial(per_second, least=options.slice), "seconds": seconds, "megabytes": megabytes}
    print(json.dumps({"version": version, "operations": list(operations)}), flush=True)
    for line in sys.stdin:
        name, measure = json.loads(line)
        print(json.dumps(measures[measure](operations[name])), flush=True)


if __name__ == "__main__":
    main()
