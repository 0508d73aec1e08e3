"""A key makes a launch safe to repeat: the same key finds the same run, in any process. A script that was killed is started again."""

import kpod
from kpod import Job, Pod

day = Job(Pod("busybox:1.37", cmds=["sh", "-c", "echo loading"]), retries=1)

first = day.launch(key="recipe/2026-11-22")
again = day.launch(key="recipe/2026-11-22")  # as after a crash: nothing new is started
found = kpod.attach("recipe/2026-11-22")  # and who does not have the Job finds the run by its key
print(first.ref == again.ref == found.ref, found.wait(timeout=300).category.value)

anew = day.launch(key="recipe/2026-11-22", again=True)  # a run that has ended is done once more only when asked for
print(anew.ref.uid != first.ref.uid, anew.wait(timeout=300).category.value)
anew.delete()
