from __future__ import annotations

import pytest

from kpod import names
from kpod.errors import SpecError


@pytest.mark.parametrize("name", ["a", "etl-1", "0", "a.b.c", "x" * 63, ".".join(["x" * 60] * 4)])
def test_a_pod_takes_any_dns_subdomain(name: str) -> None:
    assert names.check(name) == name


@pytest.mark.parametrize("name", ["", "A", "a_b", "-a", "a-", "a..b", "a b", "ä", "x" * 254, "a\n"])
def test_other_names_are_refused(name: str) -> None:
    with pytest.raises(SpecError) as caught:
        names.check(name)
    assert caught.value.problems[0].path == "metadata.name"
    assert caught.value.problems[0].rule == "name"


def test_the_error_proposes_a_name_that_would_do() -> None:
    with pytest.raises(SpecError, match=r"did you mean load-orders-2\?"):
        names.check("Load orders_2")


@pytest.mark.parametrize(("kind", "longest"), [("Pod", 253), ("Job", 63), ("CronJob", 52), ("Namespace", 63), ("container", 63)])
def test_each_kind_has_its_own_longest_name(kind: str, longest: int) -> None:
    assert names.wrong_name("x" * longest, kind) is None
    assert names.wrong_name("x" * (longest + 1), kind) is not None


@pytest.mark.parametrize("value", ["", "a", "A.b_c-9", "x" * 63])
def test_label_values_that_the_server_takes(value: str) -> None:
    assert names.wrong_label_value(value) is None


@pytest.mark.parametrize("value", ["a b", "-a", "a-", "a/b", "x" * 64, "ä"])
def test_label_values_that_the_server_refuses(value: str) -> None:
    assert names.wrong_label_value(value) is not None


@pytest.mark.parametrize("key", ["app", "app.kubernetes.io/name", "A_b.c", "a/b"])
def test_label_keys_that_the_server_takes(key: str) -> None:
    assert names.wrong_qualified(key) is None


@pytest.mark.parametrize("key", ["", "a b", "/a", "a/", "a/b/c", "UPPER/x", "x" * 64, "-a"])
def test_label_keys_that_the_server_refuses(key: str) -> None:
    assert names.wrong_qualified(key) is not None


@pytest.mark.parametrize(
    ("name", "fine"), [("http", True), ("a1", True), ("80", False), ("much-too-long-name", False), ("a--b", False), ("A", False)]
)
def test_port_names(name: str, fine: bool) -> None:
    assert (names.wrong_port_name(name) is None) is fine


@pytest.mark.parametrize(("name", "fine"), [("TZ", True), ("a.b-c", True), ("1A", True), ("A=1", False), ("", False), ("Ä", False)])
def test_names_of_environment_variables(name: str, fine: bool) -> None:
    assert (names.wrong_env_name(name) is None) is fine


@pytest.mark.parametrize(
    ("key", "fine"), [("a.pem", True), ("_A", True), ("a/b", False), ("..", False), ("..a", False), ("", False), ("a b", False)]
)
def test_keys_of_secrets(key: str, fine: bool) -> None:
    assert (names.wrong_key(key) is None) is fine


def test_the_name_of_an_identity_never_changes() -> None:
    assert names.unique("etl", "etl/2026-11-22") == "etl-zj8xr6v2vffq"


def test_the_name_is_readable_cut_and_still_tells_long_identities_apart() -> None:
    one, two = (names.unique("A very long DAG id, with spaces " * 9, "x" * 5000 + end) for end in "ab")
    assert one != two
    assert one.startswith("a-very-long-dag-id-with-spaces-a")
    assert len(one) <= 63


def test_a_limit_without_room_is_the_callers_mistake() -> None:
    assert len(names.unique("etl", "x", limit=16)) <= 16
    assert len(names.fresh("etl", limit=12)) <= 12
    for make in (lambda: names.unique("etl", "x", limit=15), lambda: names.fresh("etl", limit=11)):
        with pytest.raises(ValueError, match="no room"):
            make()


def test_fresh_names_differ() -> None:
    made = {names.fresh("etl") for _ in range(500)}
    assert len(made) == 500
    assert all(names.wrong_name(name, "label") is None and name.startswith("etl-") for name in made)


@pytest.mark.parametrize(
    ("image", "readable"),
    [
        ("registry.example.com:5000/team/etl:1.2@sha256:00", "etl"),
        ("python:3.12", "python"),
        ("busybox", "busybox"),
        ("{{ params.image }}", "params-image"),
        ("", "run"),
    ],
)
def test_the_readable_part_of_an_image(image: str, readable: str) -> None:
    assert names.image_name(image) == readable
