"""The rules that need no container: names of images, references, fitting, quality of service, the table of what works."""

from __future__ import annotations

from fractions import Fraction

import pytest

from kpod.local.kubelet import environment, images, scheduling
from kpod.local.kubelet.images import ImageError
from kpod.local.kubelet.isolation import Isolation, Row
from kpod.local.kubelet.sandbox import SandboxError, Tree
from kpod.local.store import Store


@pytest.mark.parametrize(
    ("text", "expanded"),
    [
        ("$(A)", "1"),
        ("$(A)$(B)", "12"),
        ("$(NOPE)", "$(NOPE)"),
        ("$$(A)", "$(A)"),
        ("$$$(A)", "$1"),
        ("$A ${A} $", "$A ${A} $"),
        ("$((1+2))", "$((1+2))"),
        ("$(A", "$(A"),
        ("a$$b", "a$b"),
    ],
)
def test_references_are_replaced_as_kubernetes_does(text, expanded):
    assert environment.expand(text, {"A": "1", "B": "2"}) == expanded


@pytest.mark.parametrize(
    "name", ["a", "a/b:1", "localhost:5000/x/y:v1.2", "r.example.com/A:1", "a:b:c", "", "a b", "a@sha256:" + "0" * 64, "-a"]
)
def test_what_is_no_name_of_an_image_is_refused(name):
    good = {"a", "a/b:1", "localhost:5000/x/y:v1.2", "a@sha256:" + "0" * 64}
    if name in good:
        assert images.find("host", name).id.startswith("sha256:")
    else:
        with pytest.raises(ImageError, match="couldn't parse image name") as caught:
            images.find("host", name)
        assert caught.value.reason == "InvalidImageName"


def test_an_image_that_is_mapped_to_nothing_says_so(tmp_path):
    with pytest.raises(ImageError, match="which is no folder"):
        images.find({"x": tmp_path / "none"}, "x")


def _pod(*containers, **spec):
    return {"metadata": {"name": "p", "namespace": "n"}, "spec": {"containers": list(containers), **spec}}


def test_requests_are_the_larger_of_the_sum_and_the_largest_init_container():
    def asks(cpu, **fields):
        return {"name": "c", "resources": {"requests": {"cpu": cpu}}, **fields}

    assert scheduling.requests(_pod(asks("500m"), asks("1"))) == {"cpu": Fraction(3, 2)}
    assert scheduling.requests(_pod(asks("1"), initContainers=[asks("3")])) == {"cpu": 3}
    assert scheduling.requests(_pod(asks("1"), initContainers=[asks("1", restartPolicy="Always")])) == {"cpu": 2}


@pytest.mark.parametrize(
    ("resources", "quality"),
    [
        ({}, "BestEffort"),
        ({"requests": {"cpu": "1"}}, "Burstable"),
        ({"limits": {"cpu": "1"}}, "Burstable"),
        ({"limits": {"cpu": "1", "memory": "1Gi"}}, "Guaranteed"),
        ({"limits": {"cpu": "1", "memory": "1Gi"}, "requests": {"cpu": "1000m", "memory": "1024Mi"}}, "Guaranteed"),
        ({"limits": {"cpu": "1", "memory": "1Gi"}, "requests": {"cpu": "500m"}}, "Burstable"),
    ],
)
def test_the_quality_of_service_follows_from_the_resources(resources, quality):
    assert scheduling.quality(_pod({"name": "c", "resources": resources})) == quality


@pytest.mark.parametrize(
    ("expression", "fits"),
    [
        ({"key": "kubernetes.io/os", "operator": "In", "values": ["linux"]}, True),
        ({"key": "kubernetes.io/os", "operator": "NotIn", "values": ["linux"]}, False),
        ({"key": "gpu", "operator": "Exists"}, False),
        ({"key": "gpu", "operator": "DoesNotExist"}, True),
        ({"key": "kubernetes.io/os", "operator": "Gt", "values": ["1"]}, False),
    ],
)
def test_node_affinity_is_looked_at(expression, fits):
    terms = {"requiredDuringSchedulingIgnoredDuringExecution": {"nodeSelectorTerms": [{"matchExpressions": [expression]}]}}
    message = scheduling.misfit(_pod({"name": "c"}, affinity={"nodeAffinity": terms}), Store(), "node")
    assert bool(message) is not fits


def test_a_resource_that_the_node_does_not_have_is_insufficient():
    pod = _pod({"name": "c", "resources": {"limits": {"nvidia.com/gpu": "1"}}})
    assert "1 Insufficient nvidia.com/gpu." in scheduling.misfit(pod, Store(), "node")


def test_the_table_shows_what_works_and_what_helps():
    table = Isolation(None, rows=(Row("containers", "no", "why", "do this"), Row("x", "yes", "how"))).table()
    assert table == "containers  no      why\n                    fix: do this\nx           yes     how"


def test_room_is_made_below_a_folder_and_through_links(tmp_path):
    (tmp_path / "usr" / "lib").mkdir(parents=True)
    (tmp_path / "usr" / "file").write_text("")
    (tmp_path / "lib").symlink_to("usr/lib")
    tree = Tree.of({"/usr": tmp_path / "usr", "/lib": tmp_path / "lib"})
    assert tree.make_room("/usr/lib") == "/usr/lib"
    assert tree.folders == []
    assert tree.make_room("/lib/a/b") == "/usr/lib/a/b"
    assert sorted(tree.folders) == ["/usr", "/usr/lib"]
    assert tree.binds == {"/usr/file": tmp_path / "usr" / "file"}
    with pytest.raises(SandboxError, match="not a directory"):
        tree.make_room("/usr/file/below")
