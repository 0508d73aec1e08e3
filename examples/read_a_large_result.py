"""A result of more than 4 KiB, up to 4 MiB, whole and checked: it travels in the log, framed, and the log shows nothing of it."""

from kpod import Pod, Result

SCRIPT = """
echo making 200 KB
head -c 200000 /dev/zero | tr '\\0' x > "$KPOD_RESULT"
"""

export = Pod("busybox:1.37", cmds=["sh", "-c", SCRIPT], result=Result(format="bytes", large=True), name="recipe-export")

with export.launch() as run:
    data = run.result(timeout=300)
print(len(data), "bytes")
