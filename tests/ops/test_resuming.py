"""A deployment and a taking down, cut off anywhere, made good by running them again."""

import json
from dataclasses import dataclass
from typing import Any

import pytest

from lab.aws.account import AwsAccount
from ops import foreseen
from ops.deployed_version import CHECKOUT
from tests.ops import rehearsal
from tests.ops.cut_off import cut_off

API = "agentic-memory-dev"
DESTROY = ("destroy", "--stage", "dev", "--yes")


@dataclass(frozen=True)
class Course:
    """What was in the account after each run, and the keys; the last run of each kind went well."""

    before_functions: dict[str, Any]
    before_routes: dict[str, Any]
    before_retries: dict[str, Any]
    deployed: dict[str, Any]
    apis: list[str]
    tags: dict[str, dict[str, str]]
    would_change: dict[str, str]
    keys: list[dict[str, str]]
    amid_functions: dict[str, Any]
    before_infrastructure: dict[str, Any]
    left: dict[str, Any]
    buckets: list[str]
    left_of_unrecorded: tuple[dict[str, Any], list[str]]


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """Deploy stage dev and take it down, each cut off several times and then left to end."""
    with AwsAccount() as aws:
        clone = rehearsal.clone(tmp_path_factory.mktemp("cut_off"), aws)
        clone.configure("dev", MEM0_HOST="http://127.0.0.1:9")  # nobody refuses the keys
        deploy = ("deploy", "--stage", "dev")
        found, keys = [], []
        for at in (_makes_a_function, _publishes_the_api, _sets_retries):
            cut_off(clone, at, *deploy, **rehearsal.keys_of("invented-mem0-key"))
            found.append(rehearsal.account(aws, "dev"))
            keys.append(_keys(aws))
        clone.done(*deploy)
        deployed, apis = rehearsal.account(aws, "dev"), _apis(aws)
        keys.append(_keys(aws))
        would = json.loads(clone.done(*deploy, "--dry-run", "--json"))["would"]
        tags = _tags(aws, deployed)
        for at in (_Second(_deletes_a_function), _puts_infrastructure_away):
            cut_off(clone, at, *DESTROY)
            found.append(rehearsal.account(aws, "dev"))
        clone.done(*DESTROY)
        left = rehearsal.account(aws, "dev")
        buckets = [one["Name"] for one in aws.client("s3").list_buckets()["Buckets"]]
        cut_off(clone, _publishes_the_api, *deploy, **rehearsal.keys_of("invented-mem0-key"))
        clone.done(*DESTROY)
        left_of_unrecorded = rehearsal.account(aws, "dev"), _apis(aws)
        yield Course(
            *found[:3],
            deployed,
            apis,
            tags,
            would,
            keys,
            *found[3:],
            left,
            buckets,
            left_of_unrecorded,
        )


def test_a_deployment_is_cut_off_after_the_infrastructure(course):
    """The first run left infrastructure and keys, and no function."""
    assert course.before_functions["alarms"]
    assert course.before_functions["functions"] == {}


def test_a_deployment_is_cut_off_amid_the_routes(course):
    """The second run left the functions, and an API that is not published and nobody has noted."""
    assert course.before_routes["functions"].keys() == course.deployed["functions"].keys()
    assert course.before_routes["stages"] == {}


def test_a_deployment_is_cut_off_after_the_functions(course):
    """The third run left all functions and the API, and nothing of what Chalice can't set."""
    assert course.before_retries["functions"].keys() == course.deployed["functions"].keys()
    assert set(course.before_retries["events"].values()) == {None}
    (found,) = course.before_retries["stages"].values()
    assert "~1client-data/POST" not in found["stage"].get("methodSettings", {})


def test_run_again_the_deployment_is_whole(course):
    """The last run has set retries, throttling and tags, and nothing is left to do."""
    events = course.deployed["events"]
    assert {name for name, one in events.items() if one is None} == {API}
    assert "OnFailure" in events[f"{API}-remember"]["DestinationConfig"]
    (found,) = course.deployed["stages"].values()
    assert found["stage"]["methodSettings"]["*/*"]["throttlingBurstLimit"] == 100
    assert all(CHECKOUT in tags for tags in course.tags.values())
    assert set(course.would_change.values()) == {foreseen.STAYS}


def test_run_again_the_deployment_keeps_what_it_has_made(course):
    """The API, and so its URLs, and the keys are those that the run before had made."""
    assert course.deployed["stages"].keys() == course.before_retries["stages"].keys()
    assert list(course.deployed["stages"]) == course.apis
    assert course.keys[0]["ELEVENLABS_WORKSPACE_KEY"]
    assert all(keys == course.keys[0] for keys in course.keys)


def test_a_taking_down_is_cut_off_amid_the_functions(course):
    """The first run has deleted some functions and left others, and all the infrastructure."""
    there = course.amid_functions["functions"].keys()
    assert 0 < len(there) < len(course.deployed["functions"])
    assert course.amid_functions["alarms"] == course.deployed["alarms"]


def test_a_taking_down_is_cut_off_before_the_infrastructure(course):
    """The second run has deleted all functions and the API, and left the infrastructure."""
    assert course.before_infrastructure["functions"] == {}
    assert course.before_infrastructure["stages"] == {}
    assert course.before_infrastructure["alarms"] == course.deployed["alarms"]


def test_run_again_nothing_but_the_archive_is_left(course):
    """The third run leaves what one undisturbed run leaves: the archive."""
    assert {name for name, one in course.left.items() if one} == set()
    assert course.buckets == ["agentic-memory-dev-123456789012-us-east-1"]


def test_what_was_not_written_down_is_taken_down_too(course):
    """Of a deployment that was cut off before Chalice wrote down what it made, nothing is left."""
    left, apis = course.left_of_unrecorded
    assert {name for name, one in left.items() if one} == set()
    assert apis == []


class _Second:
    """Matches the second request that ``at`` matches."""

    def __init__(self, at):
        self._at, self._seen = at, 0

    def __call__(self, method, path, body):
        self._seen += self._at(method, path, body)
        return self._seen == 2


def _makes_a_function(method, path, _):
    return (method, path) == ("POST", "/2015-03-31/functions")


def _publishes_the_api(method, path, _):
    return method == "POST" and path.startswith("/restapis/") and path.endswith("/deployments")


def _sets_retries(method, path, _):
    return method == "PUT" and path.endswith("/event-invoke-config")


def _deletes_a_function(method, path, _):
    return method == "DELETE" and path.startswith("/2015-03-31/functions/")


def _puts_infrastructure_away(method, _, body):
    return method == "POST" and b"Action=UpdateStack" in body


def _apis(aws):
    return [one["id"] for one in aws.client("apigateway").get_rest_apis()["items"]]


def _keys(aws):
    client = aws.client("secretsmanager")
    (secret,) = client.list_secrets()["SecretList"]
    return json.loads(client.get_secret_value(SecretId=secret["ARN"])["SecretString"])


def _tags(aws, found):
    client = aws.client("lambda")
    arns = {name: one["FunctionArn"] for name, one in found["functions"].items()}
    return {name: client.list_tags(Resource=arn)["Tags"] for name, arn in arns.items()}
