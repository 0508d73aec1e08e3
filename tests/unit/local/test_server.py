"""The API over real HTTP: the answers are those that a Kubernetes 1.37 was seen to give."""

from __future__ import annotations

import base64
import copy
import json
from typing import Any

import pytest

from tests.unit.local.http import CONFIG, JOB, JOBS, POD, PODS, SECRETS, Client, scene

TABLE = "application/json;as=Table;v=v1;g=meta.k8s.io,application/json"
PARTIAL = "application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1"


def job(**spec: Any) -> dict[str, Any]:
    body = copy.deepcopy(JOB)
    body["spec"].update(spec)
    return body


def config(name: str = "c", **data: str) -> dict[str, Any]:
    return {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": name}, "data": data}


# who may ask


def test_a_request_without_the_token_is_refused() -> None:
    async def play(client: Client) -> None:
        for authorization in ("", "Bearer wrong", "Basic x", "Bearer " + "é" * 3):
            answer = await client("GET", PODS, Authorization=authorization)
            assert (answer.status, answer.body["reason"]) == (401, "Unauthorized")

    scene(play)


def test_a_foreign_host_or_origin_is_refused() -> None:
    async def play(client: Client) -> None:
        assert (await client("GET", PODS, Host="evil.example:80")).status == 403
        assert (await client("GET", PODS, Origin="https://evil.example")).status == 403
        assert (await client("GET", "/readyz", Authorization="")).body == "ok"

    scene(play)


# create


def test_a_created_pod_has_uid_time_version_and_the_defaults() -> None:
    async def play(client: Client) -> None:
        body = copy.deepcopy(POD)
        body["spec"]["containers"][0]["resources"] = {"limits": {"memory": "1024Mi", "cpu": "1000m"}}
        answer = await client("POST", PODS, body)
        assert answer.status == 201
        pod = answer.body
        assert pod["metadata"]["namespace"] == "default"
        assert {"uid", "creationTimestamp", "resourceVersion"} <= set(pod["metadata"])
        container = pod["spec"]["containers"][0]
        assert container["resources"]["limits"] == container["resources"]["requests"] == {"memory": "1Gi", "cpu": "1"}
        assert container["terminationMessagePath"] == "/dev/termination-log"
        assert (pod["spec"]["serviceAccountName"], pod["spec"]["terminationGracePeriodSeconds"]) == ("default", 30)
        assert pod["status"] == {"phase": "Pending", "qosClass": "Guaranteed"}

    scene(play)


def test_a_created_job_has_its_selector_and_its_labels() -> None:
    async def play(client: Client) -> None:
        body = (await client("POST", JOBS, job())).body
        uid = body["metadata"]["uid"]
        assert body["spec"]["selector"] == {"matchLabels": {"batch.kubernetes.io/controller-uid": uid}}
        assert body["metadata"]["labels"] == body["spec"]["template"]["metadata"]["labels"]
        assert body["metadata"]["labels"]["job-name"] == "j"
        assert (body["spec"]["backoffLimit"], body["spec"]["completions"], body["status"]) == (6, 1, {})

    scene(play)


def test_unknown_fields_are_refused_warned_of_or_ignored() -> None:
    async def play(client: Client) -> None:
        body = job(bogus=1)
        body["spec"]["template"]["spec"] = {**POD["spec"], "containers": [{"name": "main", "image": "a", "imagePullPolcy": "x"}]}  # type: ignore[dict-item]
        fields = ['unknown field "spec.template.spec.containers[0].imagePullPolcy"', 'unknown field "spec.bogus"']
        strict = await client("POST", f"{JOBS}?fieldValidation=Strict", body)
        assert (strict.status, strict.body["reason"]) == (400, "BadRequest")
        sentence = 'Job in version "v1" cannot be handled as a Job: strict decoding error: '
        assert strict.body["message"] == sentence + ", ".join(fields)
        warned = await client("POST", f"{JOBS}?dryRun=All", body)
        assert warned.status == 201
        assert warned.warnings == ["299 - " + json.dumps(field) for field in fields]
        assert (await client("POST", f"{JOBS}?dryRun=All&fieldValidation=Ignore", body)).warnings == []

    scene(play)


def test_a_field_that_comes_twice_is_refused_when_strict() -> None:
    async def play(client: Client) -> None:
        body = b'{"kind":"ConfigMap","apiVersion":"v1","metadata":{"name":"c","name":"d"}}'
        answer = await client("POST", f"{CONFIG}?fieldValidation=Strict", body)
        assert 'duplicate field "metadata.name"' in answer.body["message"]

    scene(play)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"backoffLimit": "zero"}, "json: cannot unmarshal string into Go struct field JobSpec.spec.backoffLimit of type int32"),
        ({"backoffLimit": 2**40}, "json: cannot unmarshal number into Go struct field JobSpec.spec.backoffLimit of type int32"),
        ({"suspend": 1}, "json: cannot unmarshal number into Go struct field JobSpec.spec.suspend of type bool"),
        ({"template": []}, "json: cannot unmarshal array into Go struct field JobSpec.spec.template of type v1.PodTemplateSpec"),
    ],
)
def test_a_value_of_a_wrong_type_is_refused_in_every_mode(change: dict[str, Any], message: str) -> None:
    async def play(client: Client) -> None:
        answer = await client("POST", f"{JOBS}?fieldValidation=Ignore", job(**change))
        assert (answer.status, answer.body["message"]) == (400, f'Job in version "v1" cannot be handled as a Job: {message}')

    scene(play)


def test_invalid_values_are_all_told_with_their_fields() -> None:
    async def play(client: Client) -> None:
        body = job(backoffLimit=-1)
        body["metadata"] = {"name": "Bad_Name", "labels": {"a b": "c d"}}
        container = {"image": "", "volumeMounts": [{"name": "v", "mountPath": "/x"}], "env": [{"name": "A=B"}], "imagePullPolicy": "Often"}
        container["resources"] = {"requests": {"memory": "2Gi"}, "limits": {"memory": "1Gi"}}  # type: ignore[assignment]
        body["spec"]["template"]["spec"] = {"containers": [container]}
        answer = await client("POST", JOBS, body)
        assert (answer.status, answer.body["reason"]) == (422, "Invalid")
        place = "spec.template.spec.containers[0]"
        assert [cause["field"] for cause in answer.body["details"]["causes"]] == [
            *("metadata.name", "metadata.labels", "metadata.labels", "spec.backoffLimit", f"{place}.name", f"{place}.image"),
            *(f"{place}.env[0].name", f"{place}.volumeMounts[0].name", f"{place}.imagePullPolicy", f"{place}.resources.requests"),
            "spec.template.spec.restartPolicy",
        ]
        assert answer.body["message"].startswith('Job.batch "Bad_Name" is invalid: [metadata.name: Invalid value: "Bad_Name": a lowercase')

    scene(play)


def test_a_body_with_nothing_in_it_is_refused_for_what_is_missing_only() -> None:
    async def play(client: Client) -> None:
        answer = await client("POST", PODS, {})
        assert answer.body["message"] == (
            'Pod "" is invalid: [metadata.name: Required value: name or generateName is required, spec.containers: Required value]'
        )

    scene(play)


def test_a_quantity_that_is_none_is_refused() -> None:
    async def play(client: Client) -> None:
        body = copy.deepcopy(POD)
        body["spec"]["containers"][0]["resources"] = {"limits": {"memory": "1Gb"}}
        answer = await client("POST", PODS, body)
        assert answer.status == 400
        assert "quantities must match the regular expression" in answer.body["message"]

    scene(play)


def test_names_that_are_taken_namespaces_that_are_missing_or_differ() -> None:
    async def play(client: Client) -> None:
        await client("POST", JOBS, job())
        taken = await client("POST", JOBS, job())
        assert (taken.status, taken.body["reason"], taken.body["message"]) == (409, "AlreadyExists", 'jobs.batch "j" already exists')
        assert taken.body["details"] == {"name": "j", "group": "batch", "kind": "jobs"}
        missing = await client("POST", JOBS.replace("default", "nonesuch"), job())
        assert (missing.status, missing.body["message"]) == (404, 'namespaces "nonesuch" not found')
        body = job()
        body["metadata"] = {"name": "k", "namespace": "other"}
        differs = await client("POST", JOBS, body)
        assert (differs.status, differs.body["reason"]) == (400, "BadRequest")

    scene(play)


def test_a_namespace_that_is_being_deleted_takes_nothing_new() -> None:
    async def play(client: Client) -> None:
        await client("POST", "/api/v1/namespaces", {"metadata": {"name": "team"}})
        await client("DELETE", "/api/v1/namespaces/team")
        answer = await client("POST", CONFIG.replace("default", "team"), config())
        assert (answer.status, answer.body["reason"]) == (403, "Forbidden")
        assert answer.body["details"]["causes"][0]["reason"] == "NamespaceTerminating"

    scene(play)


def test_a_dry_run_answers_and_stores_nothing() -> None:
    async def play(client: Client) -> None:
        answer = await client("POST", f"{PODS}?dryRun=All", POD)
        assert answer.status == 201
        assert "resourceVersion" not in answer.body["metadata"]
        assert client.store.list("pods") == []

    scene(play)


def test_string_data_of_a_secret_is_merged_and_no_error_repeats_a_value() -> None:
    async def play(client: Client) -> None:
        body = {"metadata": {"name": "s"}, "data": {"a": "eA=="}, "stringData": {"b": "canary"}}
        stored = (await client("POST", SECRETS, body)).body
        assert stored["data"] == {"a": "eA==", "b": base64.b64encode(b"canary").decode()}
        assert "stringData" not in stored
        for wrong in ({"a": "canary!"}, {"a": ["canary"]}, {"can ary": "canar+=="}, "canary"):
            answer = await client("POST", SECRETS, {"metadata": {"name": "t"}, "data": wrong})
            assert answer.status in (400, 422)
            assert "canar" not in json.dumps(answer.body)

    scene(play)


# hostile bodies


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{nope",
        b"[1]",
        b"null",
        b"42",
        b'"text"',
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"a":' * 50_000,
        b'{"metadata": 5}',
        b'{"metadata": {"name": NaN}}',
        b'{"metadata": {"name": {"a": 1}}}',
        b'{"spec": {"containers": "x"}}',
        b'{"kind": 5, "apiVersion": []}',
        b'{"metadata": {"name": "\\ud800"}}',
        b'{"metadata": {"name": "p", "creationTimestamp": "yesterday"}}',
        b'{"metadata": {"name": "p", "labels": {"a": null}, "ownerReferences": [null]}, "spec": {"containers": [null]}}',
        b'{"metadata": {"name": "p"}, "spec": {"terminationGracePeriodSeconds": 9223372036854775808, "containers": [{}]}}',
        json.dumps({**JOB, "metadata": {"name": "p"}}).encode(),
    ],
)
@pytest.mark.parametrize("kind", ["application/json", "application/yaml", "application/vnd.kubernetes.protobuf", "text/plain"])
def test_no_body_ends_the_server(body: bytes, kind: str) -> None:
    async def play(client: Client) -> None:
        for method, path in (("POST", PODS), ("PUT", f"{PODS}/x"), ("PATCH", f"{PODS}/x"), ("POST", f"{PODS}/x/eviction")):
            answer = await client(method, path, body, kind=kind)
            assert 400 <= answer.status < 500, (method, answer)
        assert (await client("GET", PODS)).body["items"] == []

    scene(play)


def test_protobuf_that_is_cut_or_changed_anywhere_is_refused_or_read() -> None:
    async def play(client: Client) -> None:
        whole = SECRET_BYTES
        for size in range(len(whole)):
            answer = await client("POST", f"{SECRETS}?dryRun=All", whole[:size], kind="application/vnd.kubernetes.protobuf")
            assert answer.status in (201, 400, 422), (size, answer)
        for at in range(4, len(whole)):
            changed = whole[:at] + bytes((whole[at] ^ 0x85,)) + whole[at + 1 :]
            answer = await client("POST", f"{SECRETS}?dryRun=All", changed, kind="application/vnd.kubernetes.protobuf")
            assert answer.status in (201, 400, 422), (at, answer)

    scene(play)


SECRET_BYTES = (
    b"k8s\0"
    + b"\n\x0c\n\x02v1\x12\x06Secret"
    + b"\x12\x23"
    + (b"\n\x0d" + b'\n\x01s\x12\0\x1a\0"\0*\x002\0')
    + (b"\x12\x0a" + b"\n\x01a\x12\x05hello")
    + b"\x1a\x06Opaque"
)
"""A Secret as a Go client sends it, with its empty strings."""


def test_a_protobuf_secret_is_read_like_the_json_one() -> None:
    async def play(client: Client) -> None:
        answer = await client("POST", SECRETS, SECRET_BYTES, kind="application/vnd.kubernetes.protobuf")
        assert answer.status == 201, answer.body
        assert (answer.body["data"], answer.body["type"]) == ({"a": "aGVsbG8="}, "Opaque")

    scene(play)


def test_a_body_over_three_mebibytes_is_refused() -> None:
    async def play(client: Client) -> None:
        answer = await client("POST", CONFIG, config(a="x" * (3 * 1024 * 1024)))
        assert (answer.status, answer.body["reason"]) == (413, "RequestEntityTooLarge")

    scene(play)


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/foo", 404),
        ("GET", "/api/v1/nonesuch", 404),
        ("GET", "/apis/apps/v1/namespaces/default/deployments", 404),
        ("GET", f"{PODS}/p/nonesuch", 404),
        ("GET", "/openapi/v2", 404),
        ("PUT", PODS, 405),
        ("POST", f"{PODS}/p", 405),
        ("POST", "/api/v1/pods", 405),
        ("GET", f"{PODS}?labelSelector=a+b+c", 400),
        ("GET", f"{PODS}?fieldSelector=a", 400),
        ("GET", f"{PODS}?limit=x", 400),
        ("GET", f"{PODS}?watch=maybe", 400),
        ("GET", f"{PODS}?continue=xx", 400),
    ],
)
def test_what_means_nothing_is_answered_with_a_status(method: str, path: str, status: int) -> None:
    async def play(client: Client) -> None:
        answer = await client(method, path, POD if method in ("PUT", "POST") else None)
        assert (answer.status, answer.body["kind"]) == (status, "Status")

    scene(play)


# read


def test_lists_choose_by_labels_and_fields_and_their_items_carry_no_kind() -> None:
    async def play(client: Client) -> None:
        for name, colour in (("a", "red"), ("b", "blue"), ("c", "red")):
            await client("POST", CONFIG, {"metadata": {"name": name, "labels": {"colour": colour, name: "x"}}})

        async def names(query: str) -> list[str]:
            return [item["metadata"]["name"] for item in (await client("GET", f"{CONFIG}?{query}")).body["items"]]

        assert await names("labelSelector=colour%3Dred") == ["a", "c"]
        assert await names("labelSelector=colour+in+(red,green),!a") == ["c"]
        assert await names("labelSelector=colour+notin+(red)") == ["b"]
        assert await names("labelSelector=colour!%3Dred") == ["b"]
        assert await names("labelSelector=b") == ["b"]
        assert await names("fieldSelector=metadata.name%3Dc") == ["c"]
        assert await names("fieldSelector=metadata.name!%3Dc,metadata.namespace%3Ddefault") == ["a", "b"]
        listing = (await client("GET", CONFIG)).body
        assert (listing["kind"], listing["metadata"]["resourceVersion"]) == ("ConfigMapList", str(client.store.version))
        assert "kind" not in listing["items"][0]

    scene(play)


def test_a_list_comes_in_pages() -> None:
    async def play(client: Client) -> None:
        for index in range(5):
            await client("POST", CONFIG, config(f"c{index}"))
        seen, token = [], ""
        while True:
            page = (await client("GET", f"{CONFIG}?limit=2&continue={token}")).body
            seen.append([item["metadata"]["name"] for item in page["items"]])
            token = page["metadata"].get("continue", "")
            if not token:
                break
        assert seen == [["c0", "c1"], ["c2", "c3"], ["c4"]]

    scene(play)


def test_tables_and_metadata_alone_are_answered_when_asked_for() -> None:
    async def play(client: Client) -> None:
        await client("POST", PODS, POD)
        table = (await client("GET", PODS, accept=TABLE)).body
        assert table["kind"] == "Table"
        assert [column["name"] for column in table["columnDefinitions"]][:5] == ["Name", "Ready", "Status", "Restarts", "Age"]
        assert table["rows"][0]["cells"][:4] == ["p", "0/1", "Pending", "0"]
        assert table["rows"][0]["object"]["kind"] == "PartialObjectMetadata"
        partial = (await client("GET", f"{PODS}/p", accept=PARTIAL)).body
        assert set(partial) == {"kind", "apiVersion", "metadata"}

    scene(play)


def test_discovery_is_answered_in_both_forms_and_openapi_has_what_kubectl_looks_for() -> None:
    async def play(client: Client) -> None:
        accept = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,application/json"
        aggregated = await client("GET", "/apis", accept=accept)
        assert aggregated.headers["Content-Type"] == "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList"
        groups = {item["metadata"]["name"]: item["versions"][0]["resources"] for item in aggregated.body["items"]}
        assert [resource["resource"] for resource in groups["batch"]] == ["cronjobs", "jobs"]
        assert (await client("GET", "/api")).body["versions"] == ["v1"]
        assert "pods/log" in [row["name"] for row in (await client("GET", "/api/v1")).body["resources"]]
        assert "batch" in [group["name"] for group in (await client("GET", "/apis")).body["groups"]]
        assert (await client("GET", "/apis/batch")).body["preferredVersion"]["groupVersion"] == "batch/v1"
        assert (await client("GET", "/version")).body["minor"] == "37"
        assert (await client("GET", "/version/")).body["minor"] == "37"  # as kr8s asks
        for path in (await client("GET", "/openapi/v3")).body["paths"]:
            document = (await client("GET", f"/openapi/v3/{path}")).body
            for operations in document["paths"].values():
                if "patch" in operations:
                    assert "fieldValidation" in [each["name"] for each in operations["patch"]["parameters"]]
                    assert operations["patch"]["x-kubernetes-group-version-kind"]["version"] == "v1"
        assert (
            "restartPolicy"
            in (await client("GET", "/openapi/v3/api/v1")).body["components"]["schemas"]["io.k8s.api.core.v1.PodSpec"]["properties"]
        )

    scene(play)


def test_an_event_is_seen_under_both_apis() -> None:
    async def play(client: Client) -> None:
        pod = (await client("POST", PODS, POD)).body
        client.store.event(pod, "Warning", "BackOff", "why", "kubelet")
        old = (await client("GET", "/api/v1/namespaces/default/events?fieldSelector=involvedObject.name%3Dp")).body["items"]
        new = (await client("GET", "/apis/events.k8s.io/v1/namespaces/default/events?fieldSelector=regarding.name%3Dp")).body["items"]
        assert (old[0]["message"], new[0]["note"]) == ("why", "why")
        assert (await client("GET", "/apis/events.k8s.io/v1/namespaces/default/events", accept=TABLE)).body["rows"][0]["cells"][
            2
        ] == "BackOff"

    scene(play)


# change


def test_a_stale_put_is_a_conflict_and_a_put_that_changes_nothing_keeps_the_version() -> None:
    async def play(client: Client) -> None:
        first = (await client("POST", CONFIG, config(a="1"))).body
        same = (await client("PUT", f"{CONFIG}/c", first)).body
        assert same["metadata"]["resourceVersion"] == first["metadata"]["resourceVersion"]
        assert (await client("PUT", f"{CONFIG}/c", {**first, "data": {"a": "2"}})).status == 200
        stale = await client("PUT", f"{CONFIG}/c", {**first, "data": {"a": "3"}})
        assert (stale.status, stale.body["reason"]) == (409, "Conflict")
        assert "the object has been modified; please apply your changes to the latest version and try again" in stale.body["message"]

    scene(play)


@pytest.mark.parametrize(
    ("kind", "patch", "data"),
    [
        ("application/merge-patch+json", {"data": {"a": None, "c": "3"}}, {"b": "2", "c": "3"}),
        ("application/strategic-merge-patch+json", {"data": {"a": None, "c": "3"}}, {"b": "2", "c": "3"}),
        (
            "application/json-patch+json",
            [{"op": "remove", "path": "/data/a"}, {"op": "add", "path": "/data/c", "value": "3"}],
            {"b": "2", "c": "3"},
        ),
        ("application/json-patch+json", [{"op": "move", "from": "/data/a", "path": "/data/c"}], {"b": "2", "c": "1"}),
    ],
)
def test_an_object_is_changed_by_each_kind_of_patch(kind: str, patch: Any, data: dict[str, str]) -> None:
    async def play(client: Client) -> None:
        await client("POST", CONFIG, config(a="1", b="2"))
        answer = await client("PATCH", f"{CONFIG}/c", patch, kind=kind)
        assert (answer.status, answer.body["data"]) == (200, data)

    scene(play)


def test_a_json_patch_whose_test_fails_changes_nothing() -> None:
    async def play(client: Client) -> None:
        await client("POST", CONFIG, config(a="1"))
        patch = [{"op": "replace", "path": "/data/a", "value": "2"}, {"op": "test", "path": "/data/a", "value": "1"}]
        answer = await client("PATCH", f"{CONFIG}/c", patch, kind="application/json-patch+json")
        assert answer.status == 422
        assert (await client("GET", f"{CONFIG}/c")).body["data"] == {"a": "1"}

    scene(play)


def test_a_strategic_patch_merges_containers_by_name() -> None:
    async def play(client: Client) -> None:
        await client("POST", PODS, POD)
        patch = {"spec": {"containers": [{"name": "main", "image": "b:2"}]}}
        answer = await client("PATCH", f"{PODS}/p", patch, kind="application/strategic-merge-patch+json")
        assert answer.body["spec"]["containers"][0]["image"] == "b:2"
        assert answer.body["spec"]["containers"][0]["terminationMessagePath"] == "/dev/termination-log"
        assert answer.body["metadata"]["generation"] == 2

    scene(play)


def test_the_template_of_a_job_is_immutable() -> None:
    async def play(client: Client) -> None:
        await client("POST", JOBS, job())
        patch = {"spec": {"template": {"spec": {"containers": [{"name": "main", "image": "b"}]}}}}
        answer = await client("PATCH", f"{JOBS}/j", patch, kind="application/strategic-merge-patch+json")
        assert (answer.status, answer.body["details"]["causes"][0]["field"]) == (422, "spec.template")
        assert (await client("PATCH", f"{JOBS}/j", {"spec": {"suspend": True}}, kind="application/merge-patch+json")).status == 200

    scene(play)


def test_the_status_is_written_by_its_own_path_only() -> None:
    async def play(client: Client) -> None:
        await client("POST", PODS, POD)
        merge = "application/merge-patch+json"
        patch = {"metadata": {"labels": {"a": "b"}}, "status": {"phase": "Failed"}}
        both = (await client("PATCH", f"{PODS}/p", patch, kind=merge)).body
        assert (both["status"]["phase"], both["metadata"]["labels"]) == ("Pending", {"a": "b"})
        only = (
            await client("PATCH", f"{PODS}/p/status", {"metadata": {"labels": {"a": "c"}}, "status": {"phase": "Running"}}, kind=merge)
        ).body
        assert (only["status"]["phase"], only["metadata"]["labels"]) == ("Running", {"a": "b"})

    scene(play)


def test_server_side_apply_removes_what_its_manager_no_longer_says() -> None:
    async def play(client: Client) -> None:
        kind, path = "application/apply-patch+yaml", f"{CONFIG}/c?fieldManager="
        assert (await client("PATCH", path + "one", config(a="1", b="2"), kind=kind)).status == 201
        assert (await client("PATCH", path + "two", config(d="4"), kind=kind)).status == 200
        answer = await client("PATCH", path + "one", config(a="1"), kind=kind)
        assert answer.body["data"] == {"a": "1", "d": "4"}
        refused = await client("PATCH", path + "two", config(a="9"), kind=kind)
        assert (refused.status, refused.body["details"]["causes"][0]["field"]) == (409, ".data.a")
        assert (await client("PATCH", f"{CONFIG}/c", config(a="9"), kind=kind)).status == 422

    scene(play)


# delete


def test_a_delete_answers_a_status_with_the_uid_and_heeds_its_preconditions() -> None:
    async def play(client: Client) -> None:
        uid = (await client("POST", CONFIG, config())).body["metadata"]["uid"]
        other = await client("DELETE", f"{CONFIG}/c", {"preconditions": {"uid": "other"}})
        assert (other.status, other.body["reason"]) == (409, "Conflict")
        answer = await client("DELETE", f"{CONFIG}/c", {"preconditions": {"uid": uid}})
        assert (answer.body["status"], answer.body["details"]["uid"]) == ("Success", uid)
        assert (await client("DELETE", f"{CONFIG}/c")).status == 404

    scene(play)


def test_a_raw_delete_of_a_job_orphans_and_warns() -> None:
    async def play(client: Client) -> None:
        await client("POST", JOBS, job())
        answer = await client("DELETE", f"{JOBS}/j")
        assert (answer.status, answer.body["kind"], answer.body["metadata"]["finalizers"]) == (200, "Job", ["orphan"])
        assert "child pods are preserved by default" in answer.warnings[0]
        assert "child pods are preserved by default" in (await client("DELETE", f"{JOBS}/none")).warnings[0]
        await client("POST", JOBS, {**job(), "metadata": {"name": "k"}})
        background = await client("DELETE", f"{JOBS}/k?propagationPolicy=Background")
        assert (background.body["status"], background.warnings) == ("Success", [])

    scene(play)


def test_a_collection_is_deleted_by_its_selector() -> None:
    async def play(client: Client) -> None:
        for name in ("a", "b"):
            await client("POST", CONFIG, {"metadata": {"name": name, "labels": {"x": name}}})
        gone = await client("DELETE", f"{CONFIG}?labelSelector=x%3Da")
        assert [item["metadata"]["name"] for item in gone.body["items"]] == ["a"]
        assert [item["metadata"]["name"] for item in client.store.list("configmaps")] == ["b"]

    scene(play)


def test_an_eviction_marks_the_pod_and_deletes_it_gracefully() -> None:
    async def play(client: Client) -> None:
        await client("POST", PODS, {**POD, "spec": {**POD["spec"], "nodeName": "node"}})  # type: ignore[dict-item]
        eviction = {"apiVersion": "policy/v1", "kind": "Eviction", "metadata": {"name": "p"}}
        assert (await client("POST", f"{PODS}/p/eviction", eviction)).status == 201
        pod = client.store.get("pods", "default", "p") or {}
        assert pod["status"]["conditions"][0]["type"] == "DisruptionTarget"
        assert pod["metadata"]["deletionGracePeriodSeconds"] == 30

    scene(play)
