"""`kpod.local.cluster()` as a caller sees it."""

from __future__ import annotations

import socket
import ssl
import stat
import urllib.error
import urllib.request

import pytest

from kpod import local
from kpod.cluster import Ref
from kpod.errors import ConfigError, NotFoundError
from kpod.local import certificate


def test_it_is_connected_has_its_namespace_and_a_private_kubeconfig_and_is_gone_afterwards() -> None:
    with local.cluster(namespace="team") as cluster:
        assert (cluster.name, cluster.namespace) == ("kpod-local", "team")
        assert cluster.get(Ref("Namespace", "team"))["status"] == {"phase": "Active"}
        assert cluster.version().startswith("v1.37")
        assert stat.S_IMODE(cluster.kubeconfig.stat().st_mode) == 0o600
        context = ssl.create_default_context(cafile=str(cluster.kubeconfig.parent / "ca.crt"))
        with pytest.raises(urllib.error.HTTPError, match="401") as refused:
            urllib.request.urlopen(f"{cluster.url}/api", context=context)
        refused.value.close()
    assert not cluster.kubeconfig.parent.exists()


def test_the_node_says_since_when_it_is_ready() -> None:
    with local.cluster() as cluster:
        (node,) = cluster.list("Node").items
    (ready,) = node["status"]["conditions"]
    assert ready["lastHeartbeatTime"] == ready["lastTransitionTime"] == node["metadata"]["creationTimestamp"]


def test_two_clusters_know_nothing_of_each_other() -> None:
    with local.cluster() as one, local.cluster() as other:
        one.create({"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "c", "namespace": "default"}})
        with pytest.raises(NotFoundError):
            other.get(Ref("ConfigMap", "c", "default"))


def test_a_taken_port_is_told() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(ConfigError, match=f"port {port}"), local.cluster(port=port):
            pass


def test_an_error_in_the_block_comes_through_and_the_cluster_still_goes() -> None:
    with pytest.raises(RuntimeError, match="mine"), local.cluster() as cluster:
        raise RuntimeError("mine")
    assert not cluster.kubeconfig.exists()


def test_the_certificate_is_one_that_strict_clients_accept() -> None:
    chain, _ = certificate.make()
    context = ssl.create_default_context(cadata=chain.decode())
    (known,) = context.get_ca_certs()
    assert known["subjectAltName"] == (("DNS", "localhost"), ("IP Address", "127.0.0.1"))
    assert known["subject"] == known["issuer"]
