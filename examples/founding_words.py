"""The ten parameters of the founding document, in its order."""

from kpod import Pod, PodRequest, Result, Secret

hello = Pod(
    "busybox:1.37",
    {"WHO": "world"},
    ["sh", "-c", 'echo "hello $WHO"; echo done > "$KPOD_RESULT"'],
    [Secret.existing("greetings")],
    {"team": "data"},
    {"kubernetes.io/os": "linux"},
    PodRequest(),
    "hello",
    "greetings",
    Result(format="text"),
)
