"""The pytest plug-in: the fixture `kube`, an embedded cluster for one test.

It is loaded into every pytest run where kpod is installed, so it imports nothing heavy before a test asks for the fixture.

Options, in pytest's configuration:

    kpod_images    what image names mean in `kube`: `host` (any name is this machine's file system, the default) or `none` (scripts only)
    kpod_network   `closed` (nothing beyond this machine can be reached while a test uses `kube`, the default) or `open`
    kpod_seed      a number that decides which requests a fault with a `probability` strikes; default: 0
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
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


@contextmanager
def _as_it_is() -> Iterator[None]:
    """Import modules as they are.

    pytest rewrites the asserts of each module of a distribution that brings a plug-in. kpod has none to explain, and its 150 modules would
    be compiled anew in every run where no bytecode is kept (`PYTHONDONTWRITEBYTECODE`, as in many images): half of the first test's time.
    """
    finders = [finder for finder in sys.meta_path if type(finder).__module__.startswith("_pytest.")]
    for finder in finders:
        sys.meta_path.remove(finder)
    try:
        yield
    finally:
        sys.meta_path[:0] = finders


@pytest.fixture
def kube(monkeypatch: pytest.MonkeyPatch, pytestconfig: pytest.Config) -> Iterator[Kube]:
    """An embedded cluster of this test's own, which "no cluster given" means while the test runs.

    Any image name is the file system of this machine. `kube.script` says how Pods live, `kube.faults` what goes wrong, `kube.clock` moves
    time, `kube.requests` says what it was asked.
    """
    with _as_it_is():
        import kpod.api.batch_v1  # what a test of an operator calls sooner or later
        import kpod.run
        import kpod.specs.job
        import kpod.wire.views
        import kpod.wire.yaml_reader  # noqa: F401
        from kpod.testing.lab import cluster
        from kpod.testing.network import closed

    network = closed() if pytestconfig.getini("kpod_network") == "closed" else nullcontext()
    any_image = pytestconfig.getini("kpod_images") == "host"
    with cluster("host" if any_image else None, seed=int(pytestconfig.getini("kpod_seed")), flies=True) as made, network:
        monkeypatch.setenv("KUBECONFIG", str(made.kubeconfig))
        yield made
