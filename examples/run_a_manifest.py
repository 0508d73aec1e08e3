"""Run what others wrote: a Pod or a Job from YAML is launched, waited for and logged like one of ours."""

import kpod

MANIFEST = """\
apiVersion: batch/v1
kind: Job
metadata:
  name: recipe-manifest
spec:
  backoffLimit: 0
  template:
    spec:
      restartPolicy: Never
      containers:
      - name: say
        image: busybox:1.37
        command: [sh, -c, "echo from YAML"]
"""

(job,) = kpod.load_yaml(MANIFEST)
with kpod.launch(job) as run:
    print(*run.logs(), sep="\n")
    print(run.wait(timeout=300).ok)
