"""The node of the embedded cluster: it runs a Pod's containers as isolated processes of this machine.

It refuses to run a container that it cannot isolate, and it is no sandbox: network and CPU are the machine's.

Floor plan, from the outside inwards:

    pods         the kubelet: sees the Pods, gives each a worker, answers for logs
    scheduling   does a Pod fit the one node
    worker       one Pod's life: volumes, init containers, side-cars, the rest, the end
    runner       one container's life: image, environment, start, end, start again
    container    one start: namespaces, signals, exit code
    sandbox      what the container sees, as options of bubblewrap
    images volumes environment termination limits logs   the parts of that
    status       facts -> the Pod's status, pure
    isolation    what this machine can do
"""

from __future__ import annotations
