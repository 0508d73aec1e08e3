"""The pytest plug-in: the fixture `kube`, an embedded cluster for one test.

It is loaded into every pytest run where kpod is installed, so it imports nothing heavy before a test asks for the fixture.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from kpod.testing.lab import Kube


@pytest.fixture
def kube(monkeypatch: pytest.MonkeyPatch) -> Iterator[Kube]:
    """An embedded cluster of this test's own, which "no cluster given" means while the test runs.

    Any image name is the file system of this machine. `kube.faults` bends it, `kube.requests` says what it was asked.
    """
    from kpod.testing.lab import cluster

    with cluster("host", flies=True) as made:
        monkeypatch.setenv("KUBECONFIG", str(made.kubeconfig))
        yield made
