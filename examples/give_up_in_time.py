"""Two clocks: `timeout` is how long we wait, and the run goes on; a `Job`'s deadline is the server's, and ends it."""

from datetime import timedelta

from kpod import Job, Pod, WaitTimeoutError

sleeper = Pod("busybox:1.37", cmds=["sh", "-c", "trap exit TERM; sleep 600 & wait"], grace=1)

with sleeper.but(name="recipe-sleeper").launch() as run:
    try:
        run.wait(timeout=2)
    except WaitTimeoutError as error:
        print("we:", error.outcome.category.value)

with Job(sleeper, name="recipe-bounded", deadline=timedelta(seconds=3)).launch() as run:
    print("the server:", run.wait(timeout=300).category.value)
