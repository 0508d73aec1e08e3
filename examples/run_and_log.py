"""Run a Pod on the cluster of the kubeconfig, print its log as it comes, and know how it ended. Deleted at the end, cancelled by Ctrl-C."""

from kpod import Pod

hello = Pod("busybox:1.37", cmds=["sh", "-c", "echo counting; echo to three; exit 3"], name="recipe-hello")

with hello.launch() as run:
    for line in run.logs():
        print(line)
    outcome = run.wait(timeout=300)

print(outcome.category.value, outcome.exit_code)
