"""Mistakes within containers: ports, probes, variables, resources, mounts."""

from __future__ import annotations

from tests.unit.rules.making import Table

CONTAINERS = Table()
_main, _pod = CONTAINERS.main, CONTAINERS.pod
_TWO = {"name": "two", "image": "etl:1"}
_EXEC = {"command": ["true"]}
_HTTP = {"path": "/", "port": "http"}

# ports
_main("one port twice", "duplicate-port", "ports[1]", server="accepts", ports=[{"containerPort": 80}, {"containerPort": 80}])
_main(
    "one host port twice",
    "host-port",
    "ports[1].hostPort",
    ports=[{"containerPort": 80, "hostPort": 8080}, {"containerPort": 81, "hostPort": 8080}],
)
_pod(
    "two containers that want one host port",
    "host-port",
    "containers[two].ports[0].hostPort",
    containers=[
        {"name": "main", "image": "etl:1", "ports": [{"containerPort": 80, "hostPort": 80}]},
        {**_TWO, "ports": [{"containerPort": 81, "hostPort": 80}]},
    ],
    volumes=[],
)
_main(
    "a host port that is not the port, in the host's network",
    "host-port",
    "ports[0].hostPort",
    around={"hostNetwork": True},
    ports=[{"containerPort": 80, "hostPort": 8080}],
)
_main("a port without its number", "missing-field", "ports[http].containerPort", ports=[{"name": "http"}])
_main(
    "a host's address for a port that is none",
    "host-ip",
    "ports[0].hostIP",
    server="accepts",
    ports=[{"containerPort": 80, "hostPort": 80, "hostIP": "localhost"}],
)
_pod(
    "one port's name in two containers",
    "duplicate-port-name",
    "containers[two].ports[http].name",
    server="accepts",
    containers=[
        {"name": "main", "image": "etl:1", "ports": [{"name": "http", "containerPort": 80}]},
        {**_TWO, "ports": [{"name": "http", "containerPort": 81}]},
    ],
    volumes=[],
)

# probes and hooks
_main(
    "a probe on a port that has no such name",
    "probe-name",
    "readinessProbe.httpGet.port",
    server="accepts",
    readinessProbe={"httpGet": {"path": "/", "port": "web"}},
)
_main("a probe on port 0", "probe-port", "livenessProbe.tcpSocket.port", livenessProbe={"tcpSocket": {"port": 0}})
_main("a probe on port 70000", "probe-port", "livenessProbe.httpGet.port", livenessProbe={"httpGet": {"path": "/", "port": 70000}})
_main(
    "a probe on a port that is a number in quotes",
    "probe-port",
    "livenessProbe.httpGet.port",
    livenessProbe={"httpGet": {"path": "/", "port": "8080"}},
)
_main(
    "a liveness probe that must succeed twice",
    "probe",
    "livenessProbe.successThreshold",
    livenessProbe={"httpGet": _HTTP, "successThreshold": 2},
)
_main(
    "a startup probe that must succeed twice",
    "probe",
    "startupProbe.successThreshold",
    startupProbe={"httpGet": _HTTP, "successThreshold": 2},
)
_main("a probe of less than no period", "probe", "livenessProbe.periodSeconds", livenessProbe={"httpGet": _HTTP, "periodSeconds": -1})
_main(
    "a probe that waits less than nothing",
    "probe",
    "livenessProbe.initialDelaySeconds",
    livenessProbe={"httpGet": _HTTP, "initialDelaySeconds": -1},
)
_main(
    "a probe that fails less than never",
    "probe",
    "readinessProbe.failureThreshold",
    readinessProbe={"httpGet": _HTTP, "failureThreshold": -1},
)
_main(
    "a readiness probe with a grace period",
    "probe",
    "readinessProbe.terminationGracePeriodSeconds",
    readinessProbe={"httpGet": _HTTP, "terminationGracePeriodSeconds": 5},
)
_main(
    "a probe without a grace period to speak of",
    "probe",
    "livenessProbe.terminationGracePeriodSeconds",
    livenessProbe={"httpGet": _HTTP, "terminationGracePeriodSeconds": 0},
)
_main("a probe that runs no command", "handler", "livenessProbe.exec.command", livenessProbe={"exec": {"command": []}})
_main(
    "a header whose name has a space",
    "handler",
    "livenessProbe.httpGet.httpHeaders[a b].name",
    livenessProbe={"httpGet": {**_HTTP, "httpHeaders": [{"name": "a b", "value": "c"}]}},
)
_main(
    "a hook that sleeps longer than the grace period",
    "handler",
    "lifecycle.preStop.sleep.seconds",
    lifecycle={"preStop": {"sleep": {"seconds": 31}}},
)
_main(
    "a hook that sleeps less than nothing", "handler", "lifecycle.preStop.sleep.seconds", lifecycle={"preStop": {"sleep": {"seconds": -1}}}
)
_main("a scheme in lower case", "enum", "livenessProbe.httpGet.scheme", livenessProbe={"httpGet": {**_HTTP, "scheme": "https"}})
_pod(
    "an init container with a probe",
    "init-container",
    "initContainers[init].readinessProbe",
    initContainers=[{"name": "init", "image": "etl:1", "readinessProbe": {"exec": _EXEC}}],
)
_pod(
    "an init container with a hook",
    "init-container",
    "initContainers[init].lifecycle",
    initContainers=[{"name": "init", "image": "etl:1", "lifecycle": {"preStop": {"exec": _EXEC}}}],
)
_pod(
    "an init container with a startup probe",
    "init-container",
    "initContainers[init].startupProbe",
    initContainers=[{"name": "init", "image": "etl:1", "startupProbe": {"exec": _EXEC}}],
)
_pod(
    "an ephemeral container in a new Pod",
    "ephemeral-container",
    "ephemeralContainers",
    ephemeralContainers=[{"name": "debug", "image": "etl:1"}],
)
_main("a container that restarts on a word that is none", "enum", "restartPolicy", restartPolicy="Sometimes")
_main(
    "a restart rule without a policy of the container's own",
    "restart-rules",
    "restartPolicyRules",
    restartPolicyRules=[{"action": "Restart", "exitCodes": {"operator": "In", "values": [42]}}],
)
_main(
    "a restart rule that does nothing",
    "enum",
    "restartPolicyRules[0].action",
    restartPolicy="Never",
    restartPolicyRules=[{"action": "Stop", "exitCodes": {"operator": "In", "values": [42]}}],
)

# variables
_main(
    "a variable from a key without a Secret",
    "env-source",
    "env[A].valueFrom.secretKeyRef.name",
    env=[{"name": "A", "valueFrom": {"secretKeyRef": {"name": "", "key": "k"}}}],
)
_main(
    "a variable from a Secret without a key",
    "env-source",
    "env[A].valueFrom.secretKeyRef.key",
    env=[{"name": "A", "valueFrom": {"secretKeyRef": {"name": "db", "key": ""}}}],
)
_main(
    "a variable from a key with a slash",
    "env-source",
    "env[A].valueFrom.configMapKeyRef.key",
    env=[{"name": "A", "valueFrom": {"configMapKeyRef": {"name": "db", "key": "a/b"}}}],
)
_main(
    "a variable from a field that is not there",
    "field-ref",
    "env[A].valueFrom.fieldRef.fieldPath",
    env=[{"name": "A", "valueFrom": {"fieldRef": {"fieldPath": "metadata.generateName"}}}],
)
_main(
    "a variable from all labels",
    "field-ref",
    "env[A].valueFrom.fieldRef.fieldPath",
    env=[{"name": "A", "valueFrom": {"fieldRef": {"fieldPath": "metadata.labels"}}}],
)
_main(
    "a variable from a resource that is not there",
    "field-ref",
    "env[A].valueFrom.resourceFieldRef.resource",
    env=[{"name": "A", "valueFrom": {"resourceFieldRef": {"resource": "limits.disk"}}}],
)
_main(
    "a divisor that does not suit",
    "field-ref",
    "env[A].valueFrom.resourceFieldRef.divisor",
    env=[{"name": "A", "valueFrom": {"resourceFieldRef": {"resource": "limits.memory", "divisor": "3Mi"}}}],
)
_main("a prefix with =", "env-source", "envFrom[0].prefix", envFrom=[{"prefix": "A=", "secretRef": {"name": "db"}}])
_main("a name of a Secret that cannot be", "env-source", "envFrom[0].secretRef.name", envFrom=[{"secretRef": {"name": "My_Db"}}])
_main(
    "a variable that Kubernetes sets",
    "reserved-env",
    "env[KUBERNETES_SERVICE_HOST].name",
    server="accepts",
    env=[{"name": "KUBERNETES_SERVICE_HOST", "value": "x"}],
)
_main(
    "a variable that refers to one that comes later",
    "env-order",
    "env[A].value",
    server="accepts",
    env=[{"name": "A", "value": "$(B)/x"}, {"name": "B", "value": "y"}],
)

# resources
_main("huge pages without memory or cpu", "huge-pages", "resources.limits[hugepages-2Mi]", resources={"limits": {"hugepages-2Mi": "4Mi"}})
_main(
    "huge pages asked for without a limit",
    "huge-pages",
    "resources.requests[hugepages-2Mi]",
    resources={"requests": {"hugepages-2Mi": "4Mi", "cpu": "1"}},
)
_main(
    "fewer huge pages than the limit",
    "huge-pages",
    "resources.requests[hugepages-2Mi]",
    resources={"requests": {"hugepages-2Mi": "2Mi", "cpu": "1"}, "limits": {"hugepages-2Mi": "4Mi"}},
)
_main(
    "half a huge page",
    "huge-pages",
    "resources.limits[hugepages-2Mi]",
    resources={"requests": {"cpu": "1"}, "limits": {"hugepages-2Mi": "3Mi"}},
)
_main(
    "huge pages of no size",
    "huge-pages",
    "resources.limits[hugepages-2Mb]",
    resources={"requests": {"cpu": "1"}, "limits": {"hugepages-2Mb": "4Mi"}},
)
_main("cpu finer than a thousandth", "fine-cpu", "resources.requests.cpu", resources={"requests": {"cpu": "100u"}}, server="accepts")
_main(
    "a claim named twice",
    "duplicate-name",
    "resources.claims[1]",
    around={"resourceClaims": [{"name": "gpu", "resourceClaimName": "x"}]},
    resources={"claims": [{"name": "gpu"}, {"name": "gpu"}]},
)
_main(
    "a resize policy twice",
    "resize-policy",
    "resizePolicy[1]",
    resizePolicy=[{"resourceName": "cpu", "restartPolicy": "NotRequired"}, {"resourceName": "cpu", "restartPolicy": "NotRequired"}],
)
_main(
    "a resize policy for a device",
    "resize-policy",
    "resizePolicy[0].resourceName",
    resizePolicy=[{"resourceName": "gpu", "restartPolicy": "NotRequired"}],
)
_main(
    "a resize that restarts what never restarts",
    "resize-policy",
    "resizePolicy[0].restartPolicy",
    resizePolicy=[{"resourceName": "cpu", "restartPolicy": "RestartContainer"}],
)
_pod(
    "a Pod's request above its limit",
    "pod-resources",
    "resources.requests.cpu",
    resources={"requests": {"cpu": "2"}, "limits": {"cpu": "1"}},
)
_pod("a Pod's request below its containers'", "pod-resources", "resources.requests.memory", resources={"requests": {"memory": "512Mi"}})
_pod(
    "a Pod's limit below a container's",
    "pod-resources",
    "resources.limits.cpu",
    resources={"limits": {"cpu": "1"}},
    containers=[{"name": "main", "image": "etl:1", "resources": {"requests": {"cpu": "500m"}, "limits": {"cpu": "2"}}}],
)
_pod(
    "a Pod's resource that only containers have",
    "pod-resources",
    "resources.requests[ephemeral-storage]",
    resources={"requests": {"ephemeral-storage": "1Gi"}},
)
_main("a resource whose domain is none", "resource-name", "resources.limits[Nvidia.com/gpu]", resources={"limits": {"Nvidia.com/gpu": "1"}})

# mounts
_main("a mount without a path", "mount", "volumeMounts[0].mountPath", volumeMounts=[{"name": "data", "mountPath": ""}])
_main(
    "a mount at a path with a colon",
    "mount-path",
    "volumeMounts[/a:b].mountPath",
    volumeMounts=[{"name": "data", "mountPath": "/a:b"}],
    server="accepts",
)
_main(
    "a sub path twice",
    "mount",
    "volumeMounts[/data].subPathExpr",
    volumeMounts=[{"name": "data", "mountPath": "/data", "subPath": "a", "subPathExpr": "b"}],
)
_main(
    "a mount that spreads from an ordinary container",
    "mount",
    "volumeMounts[/data].mountPropagation",
    volumeMounts=[{"name": "data", "mountPath": "/data", "mountPropagation": "Bidirectional"}],
)
_main(
    "a recursive read only mount that is not read only",
    "mount",
    "volumeMounts[/data].recursiveReadOnly",
    volumeMounts=[{"name": "data", "mountPath": "/data", "recursiveReadOnly": "Enabled"}],
)
_main(
    "a device at a mount's path",
    "mount",
    "volumeDevices[/data].devicePath",
    around={"volumes": [{"name": "data", "persistentVolumeClaim": {"claimName": "c"}}]},
    volumeDevices=[{"name": "data", "devicePath": "/data"}],
)
_main(
    "a device of a volume that is no claim",
    "mount",
    "volumeDevices[/dev/x].name",
    volumeMounts=[],
    volumeDevices=[{"name": "data", "devicePath": "/dev/x"}],
)
_main(
    "a device path with ..",
    "mount",
    "volumeDevices[/dev/../x].devicePath",
    around={"volumes": [{"name": "data", "persistentVolumeClaim": {"claimName": "c"}}]},
    volumeMounts=[],
    volumeDevices=[{"name": "data", "devicePath": "/dev/../x"}],
)
_main(
    "a volume as a device and as a folder",
    "mount",
    "volumeDevices[/dev/x].name",
    around={"volumes": [{"name": "data", "persistentVolumeClaim": {"claimName": "c"}}]},
    volumeDevices=[{"name": "data", "devicePath": "/dev/x"}],
)
_main(
    "a relative mount path",
    "mount-path",
    "volumeMounts[data].mountPath",
    volumeMounts=[{"name": "data", "mountPath": "data"}],
    server="accepts",
)
_main("a relative working folder", "working-dir", "workingDir", workingDir="work", server="accepts")
_main(
    "a probe every 68 years and more",
    "type",
    "livenessProbe.periodSeconds",
    livenessProbe={"httpGet": _HTTP, "periodSeconds": 2**31},
)
_pod("a priority beyond 32 bits", "type", "priority", priority=2**31)
_pod(
    "a skew beyond 32 bits",
    "type",
    "topologySpreadConstraints[0].maxSkew",
    topologySpreadConstraints=[{"maxSkew": 2**31, "topologyKey": "zone", "whenUnsatisfiable": "DoNotSchedule"}],
)
