"""Many runs at once, in one thread and on one watch, each told as it ends."""

import kpod
from kpod import Job, Pod, Result

SCRIPT = """echo $((SIZE * SIZE)) > "$KPOD_RESULT"; test "$SIZE" != 3"""

square = Pod("busybox:1.37", cmds=["sh", "-c", SCRIPT], result=Result())
runs = {Job(square.but(envs={"SIZE": str(size)}), name=f"recipe-square-{size}").launch(): size for size in range(1, 6)}

squares = {}
for run, outcome in kpod.as_completed(runs, timeout=300):
    squares[runs[run]] = run.result() if outcome.ok else outcome.category.value
    run.delete()
print(sorted(squares.items()))
