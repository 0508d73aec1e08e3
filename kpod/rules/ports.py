"""Rules about ports: those that clash, and those that a probe asks for. What a port's number may be stands in `containers`."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterator
from typing import Any

from kpod import names
from kpod.rules.scope import Found, Path, Scope, Value, at, entries, is_template, mapping, text, whole
from kpod.rules.scope import names as named

PROBES = ("livenessProbe", "readinessProbe", "startupProbe")
HOOKS = ("postStart", "preStop")


def duplicate_port(scope: Scope) -> Iterator[Found]:
    """One port and protocol listed twice in a container."""
    seen: set[tuple[object, ...]] = set()
    for index, port in entries(scope.value, "ports"):
        number, host = whole(port, "containerPort"), port.get("hostPort")
        key = (number, str(port.get("protocol") or "TCP"), str(host), str(port.get("hostIP")))
        if number is not None and key in seen and not port.get("hostPort"):
            yield scope.found("ports", index, message=f"port {number} is listed twice", fix="remove one, or give it another protocol")
        seen.add(key)


def host_port(scope: Scope) -> Iterator[Found]:
    """Two ports of a Pod that want the same port of the node; in the host's network, a port is the node's own."""
    seen: dict[tuple[str, str, int], str] = {}
    for field in ("initContainers", "containers"):
        for place, container in entries(scope.value, field):
            if field == "initContainers" and container.get("restartPolicy") != "Always":
                continue
            for index, port in entries(container, "ports"):
                yield from _host_port(scope, port, (field, place, "ports", index, "hostPort"), seen)


def _host_port(scope: Scope, port: Value, path: Path, seen: dict[tuple[str, str, int], str]) -> Iterator[Found]:
    host, inside = whole(port, "hostPort"), whole(port, "containerPort")
    if not host or any(is_template(port.get(field)) for field in ("protocol", "hostIP")):
        return
    key = (str(port.get("protocol") or "TCP"), str(port.get("hostIP") or ""), host)
    if key in seen:
        yield scope.found(*path, message=f"two ports want port {host} of the node", fix="give each its own, or use a Service")
    seen[key] = ""
    if scope.value.get("hostNetwork") is True and inside is not None and host != inside:
        fix = f"write {inside}, or leave it out"
        yield scope.found(*path, message=f"in the host's network, hostPort {host} must be containerPort {inside}", fix=fix)


def duplicate_port_name(scope: Scope) -> Iterator[Found]:
    """One name for ports of two containers: a Service that asks for it gets the first."""
    seen: set[str] = set()
    for place, container in entries(scope.value, "containers"):
        own = set()
        for index, name in named(entries(container, "ports")):
            if name in seen and name not in own:
                message = f'another container has a port "{name}"; a Service takes the first'
                yield scope.found("containers", place, "ports", index, "name", message=message, fix="give it another name")
            own.add(name)
        seen |= own


def port_address(scope: Scope) -> Iterator[Found]:
    """Addresses are IP addresses: of DNS servers, hosts' aliases, Services."""
    for path, value in _addresses(scope):
        if isinstance(value, str) and value and not is_template(value) and not _is_ip(value):
            yield scope.found(*path, message=f'"{value}" is no IP address', fix="as 10.9.8.7 or 2001:db8::ffff")


def host_address(scope: Scope) -> Iterator[Found]:
    """The address of a host port is one of the node's: servers take anything, and no traffic comes."""
    for index, port in entries(scope.value, "ports"):
        value = text(port, "hostIP")
        if value and not _is_ip(value):
            yield scope.found("ports", index, "hostIP", message=f'"{value}" is no IP address', fix="leave it out for all the node's")


def _addresses(scope: Scope) -> Iterator[tuple[Path, Any]]:
    if scope.what == "pod":
        servers = mapping(scope.value, "dnsConfig").get("nameservers")
        for index, server in enumerate(servers if isinstance(servers, list) else []):
            yield ("dnsConfig", "nameservers", index), server
        for index, alias in entries(scope.value, "hostAliases"):
            yield ("hostAliases", index, "ip"), alias.get("ip")
    elif scope.kind == "Service":
        address = mapping(scope.value, "spec").get("clusterIP")
        if address != "None":
            yield ("spec", "clusterIP"), address


def _is_ip(text: str) -> bool:
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return "%" not in text


def probe_port(scope: Scope) -> Iterator[Found]:
    """The port that a probe or a hook asks for is a number between 1 and 65535, or a port's name."""
    for path, port in _asked(scope):
        if isinstance(port, int) and not isinstance(port, bool) and not 1 <= port <= 65535:
            yield scope.found(*path, message=f"{port} is no port", fix="ports lie between 1 and 65535")
        elif isinstance(port, str) and not is_template(port) and names.wrong_port_name(port):
            fix = f"write {port} without quotes" if port.isdigit() else "write a number, or the name of a port"
            yield scope.found(*path, message=f'"{port}" is no port name', fix=fix)


def probe_name(scope: Scope) -> Iterator[Found]:
    """A probe that asks for a port by a name that the container's ports do not have: it always fails."""
    ports = [port.get("name") for _, port in entries(scope.value, "ports")]
    if any(is_template(port) for port in ports):
        return
    for path, port in _asked(scope):
        if isinstance(port, str) and not is_template(port) and not names.wrong_port_name(port) and port not in ports:
            known = ", ".join(str(name) for name in ports if name)
            fix = f"the container has {known}" if known else "name a port of the container, or write its number"
            yield scope.found(*path, message=f'the container has no port called "{port}", so the probe always fails', fix=fix)


def _asked(scope: Scope) -> Iterator[tuple[Path, Any]]:
    for place, action in actions(scope.value):
        for field in ("httpGet", "tcpSocket", "grpc"):
            port = mapping(action, field).get("port")
            if port is not None:
                yield (*place, field, "port"), port


def actions(container: Value) -> Iterator[tuple[Path, Value]]:
    """Yield place and value of each probe and hook of a container that is a mapping."""
    for probe in PROBES:
        if isinstance(container.get(probe), dict):
            yield (probe,), container[probe]
    hooks = at(container, ("lifecycle",))
    for hook in HOOKS:
        if isinstance(hooks.get(hook), dict):
            yield ("lifecycle", hook), hooks[hook]


def service(scope: Scope) -> Iterator[Found]:
    """A Service has ports, each of its own; several have names; what the type does not allow is not set."""
    if scope.kind != "Service":
        return
    spec = mapping(scope.value, "spec")
    kind = text(spec, "type") or ("" if spec.get("type") else "ClusterIP")
    ports = list(entries(spec, "ports"))
    if kind == "ExternalName":
        if not spec.get("externalName"):
            yield scope.found("spec", "externalName", message="an ExternalName Service needs externalName", fix="write the DNS name")
        return
    if not ports and not spec.get("ports") and spec.get("clusterIP") != "None" and not is_template(spec.get("clusterIP")) and kind:
        yield scope.found("spec", "ports", message="the Service has no ports", fix="write ports: [{port: 80}]")
    if kind in ("LoadBalancer", "NodePort") and spec.get("clusterIP") == "None":
        yield scope.found("spec", "clusterIP", message=f"a {kind} Service needs an address", fix="leave clusterIP out")
    for field in _BALANCER if kind == "ClusterIP" else ():
        if spec.get(field) not in (None, [], "") and not is_template(spec[field]):
            fix = "write type: LoadBalancer, or leave it out"
            yield scope.found("spec", field, message=f"a ClusterIP Service has no {field}", fix=fix)
    yield from _service_ports(scope, ports, kind)


_BALANCER = ("loadBalancerClass", "allocateLoadBalancerNodePorts", "loadBalancerSourceRanges", "externalTrafficPolicy")


def _service_ports(scope: Scope, ports: list[tuple[int, Value]], kind: str) -> Iterator[Found]:
    seen: set[tuple[object, object]] = set()
    for index, port in ports:
        number = whole(port, "port")
        if number is not None and not 1 <= number <= 65535:
            continue
        key = (number, str(port.get("protocol") or "TCP"))
        if number is not None and key in seen:
            yield scope.found("spec", "ports", index, message=f"port {number} is listed twice", fix="remove one")
        seen.add(key)
        if len(ports) > 1 and not port.get("name"):
            message = "with several ports each needs a name"
            yield scope.found("spec", "ports", index, "name", message=message, fix="as http or metrics")
        if whole(port, "nodePort") and kind == "ClusterIP":
            yield scope.found("spec", "ports", index, "nodePort", message="a ClusterIP Service has no nodePort", fix="write type: NodePort")
        name = text(port, "name")
        if name:
            yield from scope.wrong(names.wrong_name(name, "label"), "spec", "ports", index, "name")
        target = text(port, "targetPort")
        if target and names.wrong_port_name(target):
            yield from scope.wrong(names.wrong_port_name(target), "spec", "ports", index, "targetPort")


def service_number(scope: Scope) -> Iterator[Found]:
    """A Service's ports lie between 1 and 65535."""
    if scope.kind == "Service":
        for index, port in entries(mapping(scope.value, "spec"), "ports"):
            for field in ("port", "targetPort"):
                number = whole(port, field)
                if number is not None and not 1 <= number <= 65535 and not (field == "targetPort" and number == 0):
                    yield scope.found("spec", "ports", index, field, message=f"{number} is no port", fix="ports lie between 1 and 65535")
