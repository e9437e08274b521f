"""docs/openapi.json: valid, complete and strict; its answers are in test_openapi_answers.py."""

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from openapi_spec_validator import validate

import app
from lab.faults import Fault
from tests.conftest import STEFAN, WORKSPACE_KEY
from tests.described import DOCUMENT, OPERATIONS, SHARED, examples, mistakes, responses, schema
from tests.invented import FIRST_CALL

METHODS = ("GET", "PUT", "POST", "PATCH", "DELETE", "HEAD")
REQUESTS = {
    f"{route} {name}": (schema(operation["requestBody"]), value)
    for route, operation in OPERATIONS.items()
    if "requestBody" in operation
    for name, value in examples(operation["requestBody"]).items()
}
ANSWERS = {
    f"{route} {status} {name}": (schema(response), value)
    for route in OPERATIONS
    for status, response in responses(route).items()
    for name, value in examples(response).items()
}


def test_the_document_is_valid_openapi():
    """The document is OpenAPI 3.1 as its own schema demands."""
    assert DOCUMENT["openapi"].startswith("3.1.")
    validate(DOCUMENT)


def test_the_routes_are_those_described():
    """Each route of the app is described, by the name of its function, and no other is."""
    declared = {
        f"{method} {path}": entry.view_name
        for path, entries in app.app.routes.items()
        for method, entry in entries.items()
    }
    assert {route: one["operationId"] for route, one in OPERATIONS.items()} == declared


def test_the_document_is_of_this_version():
    """The document has the project's version and says of it what the project says."""
    toml = (Path(__file__).parent.parent / "pyproject.toml").read_text(encoding="utf-8")
    project = tomllib.loads(toml)["project"]
    info = DOCUMENT["info"]
    assert (info["version"], info["summary"]) == (project["version"], project["description"])


@pytest.mark.parametrize(
    ("path", "method"),
    [(path, m) for path in DOCUMENT["paths"] for m in METHODS if f"{m} {path}" not in OPERATIONS],
)
def test_a_method_that_is_not_described_is_refused(door, path, method):
    """Any other method gets 405, and ``Allow`` names those that are described."""
    answer = door(path, method)()
    described = SHARED["responses"]["WrongMethod"]
    allowed = [route.split()[0] for route in OPERATIONS if route.endswith(path)]
    assert answer.status_code == 405
    assert answer.headers == {"Allow": ", ".join(allowed)}
    assert answer.headers.keys() == described["headers"].keys()
    assert answer.json_body == examples(described)["wrong-method"]
    assert mistakes(schema(described), answer.json_body) == []


@pytest.mark.parametrize(("wanted", "value"), REQUESTS.values(), ids=REQUESTS)
def test_each_example_of_a_request_is_as_its_schema_says(wanted, value):
    """An example of a request is what its own schema describes."""
    assert mistakes(wanted, value) == []


def test_a_whole_payload_of_elevenlabs_is_described():
    """The lab's payload, with all the fields that ElevenLabs sends, is a described one."""
    payload = json.loads(FIRST_CALL.read_bytes())
    assert mistakes({"$ref": "#/components/schemas/Transcription"}, payload) == []
    payload["data"]["transcript"] = "Hello!"
    assert mistakes({"$ref": "#/components/schemas/Transcription"}, payload)


@pytest.mark.parametrize(("wanted", "value"), ANSWERS.values(), ids=ANSWERS)
def test_no_answer_may_hold_anything_else(wanted, value):
    """One field more, in any object of an answer, is not as described."""
    assert mistakes(wanted, value) == []
    grown = list(_grown(value))
    assert grown
    assert [one for one in grown if not mistakes(wanted, one)] == []


def test_no_dynamic_variable_may_be_missing_or_another_thing_than_a_string():
    """Without one of the seven variables, or with a number for one, no answer is as described."""
    wanted = {"$ref": "#/components/schemas/DynamicVariables"}
    variables = examples(responses("POST /client-data")[200])["known-caller"]["dynamic_variables"]
    assert len(variables) == 7
    for name in variables:
        assert mistakes(wanted, {key: variables[key] for key in variables if key != name})
        assert mistakes(wanted, {**variables, name: 4})
        assert mistakes(wanted, {**variables, name: None})


@pytest.mark.parametrize(
    ("setting", "value", "variables", "overridden"),
    [
        ("RETRIEVE_AUTH", "token", 8, ["prompt", "first_message"]),
        ("OVERRIDES", "prompt", 7, ["prompt"]),
        ("OVERRIDES", "", 7, []),
        ("OVERRIDES", "language", 7, ["language"]),
    ],
)
def test_other_settings_are_described_too(
    door, environment, monkeypatch, tell_mem0, setting, value, variables, overridden
):
    """What a setting adds to the answer of /client-data, or takes from it, the schema allows."""
    tell_mem0(STEFAN, "Vive en Parras", type="factual", language="es")
    monkeypatch.setenv(setting, value)
    answer = door("/client-data", X_Workspace_Key=WORKSPACE_KEY)({"caller_id": STEFAN}).json_body
    override = answer.get("conversation_config_override", {"agent": {}})
    assert len(answer["dynamic_variables"]) == variables
    assert list(override["agent"]) == overridden
    assert mistakes(schema(responses("POST /client-data")[200]), answer) == []


def test_odd_memories_are_described_too(door, mem0):
    """A memory of an odd type, score and date, as another tool may have written it, is allowed."""
    odd = {"memory": "Tea", "score": 7, "metadata": {"type": "wish"}, "created_at": "once"}
    mem0.faults.add(Fault(operation="search", body=json.dumps({"results": [odd]})))
    answer = door("/retrieve")({"query": "tea", "user_id": STEFAN}).json_body
    assert answer["memories"] == [{"memory": "Tea", "score": 1.0, "type": "factual", "date": ""}]
    assert mistakes(schema(responses("POST /retrieve")[200]), answer) == []


def test_everybody_in_the_document_is_invented():
    """Each number in the document is one of those that are given to nobody."""
    numbers = re.findall(r"\+[0-9]+", json.dumps(DOCUMENT))
    assert numbers
    assert [one for one in numbers if not re.fullmatch(r"\+1[0-9]{3}55501[0-9]{2}", one)] == []


def _grown(value: Any) -> Iterator[Any]:
    """Yield ``value`` with one field more, once for each object in it."""
    if isinstance(value, dict):
        yield {**value, "anything": "else"}
        for name, inner in value.items():
            yield from ({**value, name: one} for one in _grown(inner))
    if isinstance(value, list):
        for place, inner in enumerate(value):
            yield from ([*value[:place], one, *value[place + 1 :]] for one in _grown(inner))
