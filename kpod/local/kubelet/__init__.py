"""The node of the embedded cluster: it runs a Pod's containers as isolated processes of this machine.

It refuses to run a container that it cannot isolate, and it is no sandbox: network and CPU are the machine's.
"""

from __future__ import annotations
