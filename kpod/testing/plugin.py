"""The pytest plug-in: the fixture `kube`, an embedded cluster for one test.

It is loaded into every pytest run where kpod is installed, so it imports nothing heavy before a test asks for the fixture.

Options, in pytest's configuration:

    kpod_images    what image names mean in `kube`: `host` (any name is this machine's file system, the default) or `none` (scripts only)
    kpod_network   `closed` (nothing beyond this machine can be reached while a test uses `kube`, the default) or `open`
    kpod_seed      a number that decides which requests a fault with a `probability` strikes; default: 0
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import nullcontext
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from kpod.testing.lab import Kube

_OPTIONS = {
    "kpod_images": ("what image names mean in the fixture kube: host or none", ("host", "none")),
    "kpod_network": ("whether a test that uses kube can reach what is beyond this machine: closed or open", ("closed", "open")),
}


def pytest_addoption(parser: pytest.Parser) -> None:
    """Declare the options."""
    for name, (text, choices) in _OPTIONS.items():
        parser.addini(name, text, default=choices[0])
    parser.addini("kpod_seed", "decides which requests a fault with a probability strikes", default="0")


def pytest_configure(config: pytest.Config) -> None:
    """Refuse an option's value that means nothing."""
    for name, (_, choices) in _OPTIONS.items():
        if config.getini(name) not in choices:
            raise pytest.UsageError(f"{name} is {config.getini(name)!r}; it is one of {', '.join(choices)}")


@pytest.fixture
def kube(monkeypatch: pytest.MonkeyPatch, pytestconfig: pytest.Config) -> Iterator[Kube]:
    """An embedded cluster of this test's own, which "no cluster given" means while the test runs.

    Any image name is the file system of this machine. `kube.script` says how Pods live, `kube.faults` what goes wrong, `kube.clock` moves
    time, `kube.requests` says what it was asked.
    """
    from kpod.testing.lab import cluster
    from kpod.testing.network import closed

    network = closed() if pytestconfig.getini("kpod_network") == "closed" else nullcontext()
    any_image = pytestconfig.getini("kpod_images") == "host"
    with cluster("host" if any_image else None, seed=int(pytestconfig.getini("kpod_seed")), flies=True) as made, network:
        monkeypatch.setenv("KUBECONFIG", str(made.kubeconfig))
        yield made
