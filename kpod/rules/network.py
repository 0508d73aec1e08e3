"""Rules about a Pod's names and DNS, and a few settings of the whole Pod."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kpod import names
from kpod.rules.scope import Found, Scope, entries, is_template, mapping, text, whole, words

_SEARCH = re.compile(r"([a-z0-9_]([-a-z0-9_]*[a-z0-9_])?(\.[a-z0-9_]([-a-z0-9_]*[a-z0-9_])?)*)?\.?", re.ASCII)
_SERVERS, _DOMAINS, _LETTERS = 3, 32, 2048


def dns(scope: Scope) -> Iterator[Found]:
    """DNS of one's own: at most 3 servers, at least one where the policy is `None`; 32 domains; options with names; aliases of hosts."""
    config = mapping(scope.value, "dnsConfig")
    servers, searches = config.get("nameservers"), config.get("searches")
    if scope.value.get("dnsPolicy") == "None" and not servers:
        fix = "write dnsConfig.nameservers"
        yield scope.found("dnsConfig", "nameservers", message="dnsPolicy None needs a server", fix=fix)
    if isinstance(servers, list) and len(servers) > _SERVERS:
        yield scope.found("dnsConfig", "nameservers", message=f"there are {len(servers)} DNS servers, at most {_SERVERS}", fix="keep 3")
    if isinstance(searches, list) and (len(searches) > _DOMAINS or sum(len(str(each)) + 1 for each in searches) > _LETTERS + 1):
        message = f"there are {len(searches)} domains to search, at most {_DOMAINS} with {_LETTERS} letters"
        yield scope.found("dnsConfig", "searches", message=message, fix="leave some out")
    for index, domain in words(config, "searches"):
        if not _SEARCH.fullmatch(domain):
            yield scope.found("dnsConfig", "searches", index, message=f'"{domain}" is no domain', fix="as data.svc.cluster.local")
    for index, option in entries(config, "options"):
        if not option.get("name"):
            yield scope.found("dnsConfig", "options", index, "name", message="the option has no name", fix="as ndots")
    for index, alias in entries(scope.value, "hostAliases"):
        for number, host in words(alias, "hostnames"):
            yield from scope.wrong(names.wrong_name(host, "host"), "hostAliases", index, "hostnames", number)


def hostname_override(scope: Scope) -> Iterator[Found]:
    """`hostnameOverride` is the whole host name, so nothing else may set it."""
    if scope.value.get("hostnameOverride") and scope.value.get("setHostnameAsFQDN") is True:
        yield scope.found("setHostnameAsFQDN", message="hostnameOverride sets the whole name already", fix="leave out one of them")


def readiness_gate(scope: Scope) -> Iterator[Found]:
    """A readiness gate is the type of a condition, written as a label's key."""
    for index, gate in entries(scope.value, "readinessGates"):
        kind = text(gate, "conditionType")
        if kind is not None:
            wrong = names.wrong_qualified(kind, "type of a condition")
            yield from scope.wrong(wrong, "readinessGates", index, "conditionType")


def grace_period(scope: Scope) -> Iterator[Found]:
    """A grace period below nothing counts as one second."""
    grace = whole(scope.value, "terminationGracePeriodSeconds")
    if grace is not None and grace < 0:
        yield scope.found("terminationGracePeriodSeconds", message=f"{grace} counts as 1 second", fix="write 0 or more")


def service_account(scope: Scope) -> Iterator[Found]:
    """Two names for the account: `serviceAccount` is the old name of `serviceAccountName`, which wins."""
    old, new = scope.value.get("serviceAccount"), scope.value.get("serviceAccountName")
    if old and new and old != new and not is_template(old) and not is_template(new):
        yield scope.found("serviceAccount", message=f'serviceAccountName "{new}" wins over it', fix="leave serviceAccount out")


def overhead(scope: Scope) -> Iterator[Found]:
    """The overhead is the runtime class' to say."""
    if scope.value.get("overhead") and not scope.value.get("runtimeClassName"):
        yield scope.found("overhead", message="overhead without a runtimeClassName", fix="leave it out: the runtime class sets it")
