"""`Network`: what a Pod is called in the network, and whom it asks for other names. Nothing is sent that was not written.

Source: https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import attrs

from kpod.specs import fields
from kpod.specs.frozen import FrozenDict

DNS_POLICIES = ("ClusterFirst", "ClusterFirstWithHostNet", "Default", "None")


def _hosts(value: Mapping[str, Sequence[str]] | None) -> FrozenDict[str, tuple[str, ...]]:
    given = fields.mapping(value or {}, "network.hosts", 'write {"10.0.0.7": ["warehouse"]}')
    return FrozenDict({ip: fields.words(names, f"network.hosts[{ip}]") for ip, names in given.items()})


def _nameservers(value: Sequence[str] | None) -> tuple[str, ...]:
    return fields.words(value, "network.nameservers")


def _searches(value: Sequence[str] | None) -> tuple[str, ...]:
    return fields.words(value, "network.searches")


def _options(value: Mapping[str, str | None] | None) -> FrozenDict[str, str | None]:
    given = fields.mapping(value or {}, "network.options", 'write {"ndots": "2"}')
    return FrozenDict({name: fields.optional_text(item, f"network.options[{name}]") for name, item in given.items()})


@attrs.frozen(kw_only=True)
class Network:
    """What a Pod is called in the network, and whom it asks for other names.

    Attributes:
        hosts: lines of `/etc/hosts`: addresses to names.
        nameservers: addresses of name servers.
        searches: domains in which short names are looked for.
        options: of the resolver, as `{"ndots": "2", "edns0": None}`.
        dns_policy: `ClusterFirst` (the server's default), `Default` (the node's), `ClusterFirstWithHostNet` or `None` (only this).
        host_network: use the node's network.
        hostname: the Pod's host name, in place of its name.
        subdomain: the headless Service below which the host name is known.
    """

    hosts: FrozenDict[str, tuple[str, ...]] = attrs.field(default=None, converter=_hosts)
    nameservers: tuple[str, ...] = attrs.field(default=(), converter=_nameservers)
    searches: tuple[str, ...] = attrs.field(default=(), converter=_searches)
    options: FrozenDict[str, str | None] = attrs.field(default=None, converter=_options)
    dns_policy: str | None = None
    host_network: bool | None = None
    hostname: str | None = None
    subdomain: str | None = None

    def __attrs_post_init__(self) -> None:
        policy = self.dns_policy
        if policy is not None and policy not in DNS_POLICIES and not fields.is_template(policy):
            fields.refuse("network.dns_policy", f"{fields.shown(policy)} is no policy", f"write one of {', '.join(DNS_POLICIES)}", "enum")
        if policy == "None" and not self.nameservers:
            fields.refuse("network.nameservers", 'the policy "None" knows no name server', "name one")
        fields.flag(self.host_network, "network.host_network")
        fields.optional_name(self.hostname, "network.hostname", "label")
        fields.optional_name(self.subdomain, "network.subdomain", "label")

    def to_body(self) -> dict[str, Any]:
        """Return its fields of a PodSpec."""
        options = [{"name": name} | ({"value": value} if value is not None else {}) for name, value in self.options.items()]
        dns = {"nameservers": list(self.nameservers), "searches": list(self.searches), "options": options}
        body = {
            "hostAliases": [{"ip": ip, "hostnames": list(names)} for ip, names in self.hosts.items()],
            "dnsConfig": {key: value for key, value in dns.items() if value},
            "dnsPolicy": self.dns_policy,
            "hostNetwork": self.host_network,
            "hostname": self.hostname,
            "subdomain": self.subdomain,
        }
        return {key: value for key, value in body.items() if value not in (None, [], {})}
