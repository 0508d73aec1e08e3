"""Mistakes in the security settings of containers and Pods."""

from __future__ import annotations

from tests.unit.rules.making import Table

SECURITY = Table()
_main, _pod = SECURITY.main, SECURITY.pod

_main(
    "a seccomp profile without its file",
    "security",
    "securityContext.seccompProfile",
    securityContext={"seccompProfile": {"type": "Localhost"}},
)
_main(
    "a seccomp profile of the runtime with a file",
    "security",
    "securityContext.seccompProfile.localhostProfile",
    securityContext={"seccompProfile": {"type": "RuntimeDefault", "localhostProfile": "a.json"}},
)
_main(
    "an AppArmor profile without its name",
    "security",
    "securityContext.appArmorProfile",
    securityContext={"appArmorProfile": {"type": "Localhost"}},
)
_main(
    "all of the host's administration without escalation",
    "security",
    "securityContext",
    securityContext={"capabilities": {"add": ["CAP_SYS_ADMIN"]}, "allowPrivilegeEscalation": False},
)
_main("an unmasked /proc in the host's users", "security", "securityContext.procMount", securityContext={"procMount": "Unmasked"})
_main("a group below nothing", "range", "securityContext.runAsGroup", securityContext={"runAsGroup": -1})
_main(
    "a capability with a space",
    "capability",
    "securityContext.capabilities.add[0]",
    securityContext={"capabilities": {"add": ["NET ADMIN"]}},
    server="accepts",
)
_pod("a host's processes and the Pod's own", "security", "shareProcessNamespace", shareProcessNamespace=True, hostPID=True)
_pod(
    "a system's setting twice",
    "security",
    "securityContext.sysctls[1]",
    securityContext={"sysctls": [{"name": "kernel.shm_rmid_forced", "value": "1"}, {"name": "kernel.shm_rmid_forced", "value": "1"}]},
)
_pod(
    "a system's setting with a space",
    "security",
    "securityContext.sysctls[a b].name",
    securityContext={"sysctls": [{"name": "a b", "value": "1"}]},
)
_pod("a group out of range", "range", "securityContext.supplementalGroups[0]", securityContext={"supplementalGroups": [-1]})
_pod(
    "a network's setting in the host's network",
    "security",
    "securityContext.sysctls[net.core.somaxconn].name",
    hostNetwork=True,
    securityContext={"sysctls": [{"name": "net.core.somaxconn", "value": "1"}]},
)
_pod("the host's users and its network", "security", "hostUsers", hostUsers=False, hostPID=True)
_pod("Windows with a Linux setting", "os", "securityContext.fsGroup", os={"name": "windows"}, securityContext={"fsGroup": 1})
_pod(
    "Linux with a Windows setting",
    "os",
    "securityContext.windowsOptions",
    os={"name": "linux"},
    securityContext={"windowsOptions": {"runAsUserName": "x"}},
)
_pod("a system that is none", "enum", "os.name", os={"name": "macos"})
