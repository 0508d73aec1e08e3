"""Make an error a warning, or switch a rule off, by its id; in code, and for a launch too."""

from kpod import Pod, SpecError

pod = Pod("registry.example.com/Load:3", name="load")

try:
    pod.check()
except SpecError as error:
    print("refused:", error.problems[0].message)

for problem in pod.check(levels={"image": "warning"}):
    print("lowered:", problem)

print("off:", pod.check(levels={"image": "off"}))
