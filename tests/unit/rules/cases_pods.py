"""Mistakes about a whole Pod: its volumes, its network, where it may run."""

from __future__ import annotations

from tests.unit.rules.making import Table

PODS = Table()
_pod, _volume = PODS.pod, PODS.volume
_IN = {"key": "a", "operator": "In", "values": ["b"]}


def _required(*terms: object) -> dict[str, object]:
    return {"nodeAffinity": {"requiredDuringSchedulingIgnoredDuringExecution": {"nodeSelectorTerms": list(terms)}}}


def _near(**term: object) -> dict[str, object]:
    return {"podAffinity": {"requiredDuringSchedulingIgnoredDuringExecution": [term]}}


_TERMS = "affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms"
_NEAR = "affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution"
_SPREAD = {"maxSkew": 1, "topologyKey": "zone", "whenUnsatisfiable": "DoNotSchedule", "labelSelector": {"matchLabels": {"app": "etl"}}}

# volumes
_volume("a volume of Gluster", "legacy-volume", "glusterfs", glusterfs={"endpoints": "a", "path": "b"}, server="never starts")
_volume("a claim without a name", "volume", "persistentVolumeClaim.claimName", persistentVolumeClaim={"claimName": ""})
_volume("a Secret without a name", "volume", "secret.secretName", secret={})
_volume("a ConfigMap without a name", "volume", "configMap.name", configMap={})
_volume(
    "a Secret's key at an absolute path",
    "volume",
    "secret.items[k].path",
    secret={"secretName": "db", "items": [{"key": "k", "path": "/a"}]},
)
_volume(
    "a Secret's key at a path with ..",
    "volume",
    "secret.items[k].path",
    secret={"secretName": "db", "items": [{"key": "k", "path": "a/../b"}]},
)
_volume("a Secret's key without a path", "volume", "secret.items[k].path", secret={"secretName": "db", "items": [{"key": "k", "path": ""}]})
_volume("a Secret's item without a key", "volume", "secret.items[0].key", secret={"secretName": "db", "items": [{"key": "", "path": "a"}]})
_volume("a mode in decimal", "mode", "secret.defaultMode", secret={"secretName": "db", "defaultMode": 640})
_volume("a mode below nothing", "mode", "configMap.defaultMode", configMap={"name": "c", "defaultMode": -1})
_volume(
    "an item's mode in decimal",
    "mode",
    "configMap.items[k].mode",
    configMap={"name": "c", "items": [{"key": "k", "path": "p", "mode": 777}]},
)
_volume("a folder of the host with ..", "volume", "hostPath.path", hostPath={"path": "/a/../b"})
_volume("a folder of the host without a path", "volume", "hostPath.path", hostPath={"path": ""})
_volume("a folder of the host of no type", "enum", "hostPath.type", hostPath={"path": "/a", "type": "Folder"})
_volume("NFS at a relative path", "volume", "nfs.path", nfs={"server": "nfs", "path": "a"})
_volume("NFS without a server", "volume", "nfs.server", nfs={"server": "", "path": "/a"})
_volume("a driver without a name", "volume", "csi.driver", csi={"driver": ""})
_volume("a claim's template without a spec", "missing-field", "ephemeral.volumeClaimTemplate.spec", ephemeral={"volumeClaimTemplate": {}})
_volume("an ephemeral volume without a template", "volume", "ephemeral.volumeClaimTemplate", ephemeral={})
_volume(
    "a claim's template that asks for nothing",
    "claim",
    "ephemeral.volumeClaimTemplate.spec.resources.requests.storage",
    ephemeral={"volumeClaimTemplate": {"spec": {"accessModes": ["ReadWriteOnce"]}}},
)
_volume(
    "a claim's template without access",
    "claim",
    "ephemeral.volumeClaimTemplate.spec.accessModes",
    ephemeral={"volumeClaimTemplate": {"spec": {"resources": {"requests": {"storage": "1Gi"}}}}},
)
_volume("a volume of memory of no size", "quantity", "emptyDir.sizeLimit", emptyDir={"medium": "Memory", "sizeLimit": "-1"})
_volume("an image's volume without an image", "volume", "image.reference", image={"pullPolicy": "Always"})
_volume("a git repository", "legacy-volume", "gitRepo", gitRepo={"repository": "https://example.com/a.git"}, server="accepts")
_volume("a medium that is none", "enum", "emptyDir.medium", emptyDir={"medium": "Disk"}, server="never starts")
_volume(
    "projected of two things in one entry",
    "projected",
    "projected.sources[0]",
    projected={"sources": [{"secret": {"name": "a"}, "configMap": {"name": "b"}}]},
)
_volume("projected of an empty entry", "empty-projection", "projected.sources[0]", projected={"sources": [{}]}, server="accepts")
_volume(
    "a token for less than ten minutes",
    "projected",
    "projected.sources[0].serviceAccountToken.expirationSeconds",
    projected={"sources": [{"serviceAccountToken": {"path": "token", "expirationSeconds": 60}}]},
)
_volume(
    "a token at an absolute path",
    "projected",
    "projected.sources[0].serviceAccountToken.path",
    projected={"sources": [{"serviceAccountToken": {"path": "/token"}}]},
)
_volume(
    "a token without a path",
    "projected",
    "projected.sources[0].serviceAccountToken.path",
    projected={"sources": [{"serviceAccountToken": {"path": ""}}]},
)
_volume(
    "two projections at one path",
    "projected",
    "projected.sources[1].configMap.items[b].path",
    projected={
        "sources": [
            {"secret": {"name": "a", "items": [{"key": "a", "path": "x"}]}},
            {"configMap": {"name": "b", "items": [{"key": "b", "path": "x"}]}},
        ]
    },
)
_volume("a projected Secret without a name", "projected", "projected.sources[0].secret.name", projected={"sources": [{"secret": {}}]})
_volume(
    "a projected mode in decimal", "mode", "projected.defaultMode", projected={"defaultMode": 644, "sources": [{"secret": {"name": "a"}}]}
)
_volume(
    "a field that the downward API has not",
    "field-ref",
    "downwardAPI.items[0].fieldRef.fieldPath",
    downwardAPI={"items": [{"path": "a", "fieldRef": {"fieldPath": "spec.nodeName"}}]},
)
_volume(
    "a resource without its container",
    "field-ref",
    "downwardAPI.items[0].resourceFieldRef.containerName",
    downwardAPI={"items": [{"path": "a", "resourceFieldRef": {"resource": "limits.cpu"}}]},
)
_volume("an item of the downward API of nothing", "field-ref", "downwardAPI.items[0]", downwardAPI={"items": [{"path": "a"}]})
_volume(
    "an item of the downward API at a path with ..",
    "volume",
    "downwardAPI.items[0].path",
    downwardAPI={"items": [{"path": "../a", "fieldRef": {"fieldPath": "metadata.name"}}]},
)
_pod(
    "one claim as two volumes",
    "same-claim",
    "volumes[b].persistentVolumeClaim.claimName",
    server="accepts",
    volumes=[{"name": "data", "persistentVolumeClaim": {"claimName": "c"}}, {"name": "b", "persistentVolumeClaim": {"claimName": "c"}}],
)
_pod(
    "a claim of a device with two names",
    "resource-claim",
    "resourceClaims[gpu]",
    resourceClaims=[{"name": "gpu", "resourceClaimName": "a", "resourceClaimTemplateName": "b"}],
)
_pod("a claim of a device from nowhere", "resource-claim", "resourceClaims[gpu]", resourceClaims=[{"name": "gpu"}])
_pod(
    "a claim of a device twice",
    "duplicate-name",
    "resourceClaims[1].name",
    resourceClaims=[{"name": "gpu", "resourceClaimName": "a"}, {"name": "gpu", "resourceClaimName": "b"}],
)

# affinity, tolerations, spread
_pod(
    "an operator In without values",
    "affinity",
    f"{_TERMS}[0].matchExpressions[0].values",
    affinity=_required({"matchExpressions": [{"key": "a", "operator": "In"}]}),
)
_pod(
    "an operator Exists with values",
    "affinity",
    f"{_TERMS}[0].matchExpressions[0].values",
    affinity=_required({"matchExpressions": [{"key": "a", "operator": "Exists", "values": ["b"]}]}),
)
_pod(
    "an operator Gt with two values",
    "affinity",
    f"{_TERMS}[0].matchExpressions[0].values",
    affinity=_required({"matchExpressions": [{"key": "a", "operator": "Gt", "values": ["1", "2"]}]}),
)
_pod(
    "an operator Gt with a word",
    "affinity",
    f"{_TERMS}[0].matchExpressions[0].values[0]",
    affinity=_required({"matchExpressions": [{"key": "a", "operator": "Gt", "values": ["many"]}]}),
    server="never starts",
)
_pod(
    "an operator of no affinity",
    "enum",
    f"{_TERMS}[0].matchExpressions[0].operator",
    affinity=_required({"matchExpressions": [{"key": "a", "operator": "Equals", "values": ["b"]}]}),
)
_pod(
    "a key of a node's label with a space",
    "affinity",
    f"{_TERMS}[0].matchExpressions[0].key",
    affinity=_required({"matchExpressions": [{**_IN, "key": "a b"}]}),
)
_pod(
    "a value of a node's label with a space",
    "affinity",
    f"{_TERMS}[0].matchExpressions[0].values[0]",
    affinity=_required({"matchExpressions": [{**_IN, "values": ["a b"]}]}),
)
_pod(
    "a field of a node that is none",
    "affinity",
    f"{_TERMS}[0].matchFields[0].key",
    affinity=_required({"matchFields": [{"key": "spec.x", "operator": "In", "values": ["a"]}]}),
)
_pod("no term of a node's affinity", "affinity", _TERMS, affinity=_required())
_pod(
    "a weight of 0",
    "affinity",
    "affinity.nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].weight",
    affinity={
        "nodeAffinity": {"preferredDuringSchedulingIgnoredDuringExecution": [{"weight": 0, "preference": {"matchExpressions": [_IN]}}]}
    },
)
_pod(
    "a weight of 101",
    "affinity",
    "affinity.podAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].weight",
    affinity={
        "podAffinity": {
            "preferredDuringSchedulingIgnoredDuringExecution": [
                {"weight": 101, "podAffinityTerm": {"topologyKey": "zone", "labelSelector": {"matchLabels": {"a": "b"}}}}
            ]
        }
    },
)
_pod(
    "near what, without a topology",
    "affinity",
    f"{_NEAR}[0].topologyKey",
    affinity=_near(topologyKey="", labelSelector={"matchLabels": {"a": "b"}}),
)
_pod(
    "a topology with a space",
    "affinity",
    f"{_NEAR}[0].topologyKey",
    affinity=_near(topologyKey="a b", labelSelector={"matchLabels": {"a": "b"}}),
)
_pod(
    "a selector of Pods with Gt",
    "enum",
    f"{_NEAR}[0].labelSelector.matchExpressions[0].operator",
    affinity=_near(topologyKey="zone", labelSelector={"matchExpressions": [{"key": "a", "operator": "Gt", "values": ["1"]}]}),
)
_pod(
    "a selector of Pods In nothing",
    "affinity",
    f"{_NEAR}[0].labelSelector.matchExpressions[0].values",
    affinity=_near(topologyKey="zone", labelSelector={"matchExpressions": [{"key": "a", "operator": "In", "values": []}]}),
)
_pod(
    "a namespace in capitals",
    "affinity",
    f"{_NEAR}[0].namespaces[0]",
    affinity=_near(topologyKey="zone", namespaces=["Data"], labelSelector={"matchLabels": {"a": "b"}}),
)
_pod("a spread of no skew", "spread", "topologySpreadConstraints[0].maxSkew", topologySpreadConstraints=[{**_SPREAD, "maxSkew": 0}])
_pod(
    "a spread over nothing",
    "spread",
    "topologySpreadConstraints[0].topologyKey",
    topologySpreadConstraints=[{**_SPREAD, "topologyKey": ""}],
)
_pod("a spread twice", "spread", "topologySpreadConstraints[1]", topologySpreadConstraints=[_SPREAD, _SPREAD])
_pod(
    "a spread with domains that may be missed",
    "spread",
    "topologySpreadConstraints[0].minDomains",
    topologySpreadConstraints=[{**_SPREAD, "whenUnsatisfiable": "ScheduleAnyway", "minDomains": 2}],
)
_pod(
    "a spread with no domain", "spread", "topologySpreadConstraints[0].minDomains", topologySpreadConstraints=[{**_SPREAD, "minDomains": 0}]
)
_pod(
    "a spread by keys without a selector",
    "spread",
    "topologySpreadConstraints[0].matchLabelKeys",
    topologySpreadConstraints=[{"maxSkew": 1, "topologyKey": "zone", "whenUnsatisfiable": "DoNotSchedule", "matchLabelKeys": ["app"]}],
)
_pod(
    "a spread by a key that is selected already",
    "spread",
    "topologySpreadConstraints[0].matchLabelKeys[0]",
    topologySpreadConstraints=[{**_SPREAD, "matchLabelKeys": ["app"]}],
)
_pod(
    "a spread with a word that is none",
    "enum",
    "topologySpreadConstraints[0].whenUnsatisfiable",
    topologySpreadConstraints=[{**_SPREAD, "whenUnsatisfiable": "Maybe"}],
)
_pod("a toleration's key with a space", "toleration", "tolerations[a b].key", tolerations=[{"key": "a b", "operator": "Exists"}])
_pod(
    "a toleration's value with a space",
    "toleration",
    "tolerations[a].value",
    tolerations=[{"key": "a", "operator": "Equal", "value": "b c"}],
)
_pod(
    "a toleration's effect that is none",
    "enum",
    "tolerations[a].effect",
    tolerations=[{"key": "a", "operator": "Exists", "effect": "NoRun"}],
)
_pod("a scheduling gate twice", "duplicate-name", "schedulingGates[1].name", schedulingGates=[{"name": "a"}, {"name": "a"}])
_pod("a node's name with a gate", "scheduling-gate", "nodeName", schedulingGates=[{"name": "a"}], nodeName="n")

# the Pod
_pod("a grace period below nothing", "grace-period", "terminationGracePeriodSeconds", server="accepts", terminationGracePeriodSeconds=-1)
_pod("a deadline below nothing", "range", "activeDeadlineSeconds", activeDeadlineSeconds=-5)
_pod("a DNS policy of one's own without servers", "dns", "dnsConfig.nameservers", dnsPolicy="None")
_pod("four DNS servers", "dns", "dnsConfig.nameservers", dnsConfig={"nameservers": ["10.0.0.1", "10.0.0.2", "10.0.0.3", "10.0.0.4"]})
_pod("a DNS server by name", "ip", "dnsConfig.nameservers[0]", dnsConfig={"nameservers": ["dns.example.com"]})
_pod("a DNS option without a name", "dns", "dnsConfig.options[0].name", dnsConfig={"options": [{"name": ""}]})
_pod("33 domains to search", "dns", "dnsConfig.searches", dnsConfig={"searches": [f"a{number}.example.com" for number in range(33)]})
_pod("a domain to search that is none", "dns", "dnsConfig.searches[0]", dnsConfig={"searches": ["a b"]})
_pod("a host's alias without an address", "ip", "hostAliases[db].ip", hostAliases=[{"ip": "db", "hostnames": ["a"]}])
_pod("a host's alias with a space", "dns", "hostAliases[10.0.0.1].hostnames[0]", hostAliases=[{"ip": "10.0.0.1", "hostnames": ["a b"]}])
_pod("a host's name with a dot", "name", "hostname", hostname="a.b")
_pod("a readiness gate of no name", "readiness-gate", "readinessGates[0].conditionType", readinessGates=[{"conditionType": "a b"}])
_pod("a preemption policy of no word", "enum", "preemptionPolicy", preemptionPolicy="Sometimes")
_pod("a priority class with a space", "name", "priorityClassName", priorityClassName="very high")
_pod("a runtime class with capitals", "name", "runtimeClassName", runtimeClassName="GVisor")
_pod("a ServiceAccount with a space", "name", "serviceAccountName", serviceAccountName="my account")
_pod("a node's name with a space", "name", "nodeName", nodeName="my node")
_pod("two names of an account", "service-account", "serviceAccount", server="accepts", serviceAccount="a", serviceAccountName="default")
_pod("overhead without a runtime class", "overhead", "overhead", overhead={"cpu": "1"})
_pod("a full host name and a long name", "hostname-override", "setHostnameAsFQDN", setHostnameAsFQDN=True, hostnameOverride="a")
