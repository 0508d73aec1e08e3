"""A result comes back from the container: it writes JSON into the file that `KPOD_RESULT` names. No volume, no exec, no bucket."""

from kpod import Pod, Result

SCRIPT = """echo '{"rows": 3, "table": "orders"}' > "$KPOD_RESULT" """

count = Pod("busybox:1.37", cmds=["sh", "-c", SCRIPT], result=Result(), name="recipe-count")

with count.launch() as run:
    answer = run.result(timeout=300)  # waits; raises RunFailedError with the reason where it did not end well
print(answer["rows"], "rows in", answer["table"])
