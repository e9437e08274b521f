"""The dynamic variables that an agent uses, and who fills them in."""

import pytest
from hypothesis import given

from ops.agent_variables import unfilled, uses
from ops.deployed_app import DeployedApp
from ops.elevenlabs_account import Account
from tests.invented import ANY_JSON
from tests.ops.operator_at_work import API_URL

PLACE = "agent.prompt.prompt"


def _app(mode="none"):
    return DeployedApp("dev", API_URL, ("key",), (), mode)


def _account(prompt="", tool=None, **agent):
    said = {"agent": {"first_message": "", "prompt": {"prompt": prompt, "tool_ids": ["tool_1"]}}}
    tools = ({"id": "tool_1", "tool_config": {"name": "look_up", **(tool or {})}},)
    whole = {"agent_id": "agent_1", "conversation_config": said, **agent}
    return Account(whole, tools, (), (), (), {})


@pytest.mark.parametrize(
    "name",
    [
        "caller_id",
        "caller_name",
        "returning_caller",
        "memory_count",
        "memory_summary",
        "memory_context",
        "memory_greeting",
        "system__caller_id",
        "system__time",
        "system__conversation_history",
        "system__env_region",
        "sip_contact_id",
    ],
)
def test_what_is_filled_in_is_no_problem(name):
    """What the app returns, what ElevenLabs knows and what SIP brings is filled in."""
    assert unfilled(_app(), _account(f"Say {{{{{name}}}}} and {{{{ {name} }}}}.")) == []


@pytest.mark.parametrize(
    "name", ["caller_nmae", "Caller_name", "system__caller", "user_name", "memory-context"]
)
def test_what_nobody_fills_in_is_named(name):
    """A name that is not exactly one of those is told, with its place."""
    assert unfilled(_app(), _account(f"Say {{{{{name}}}}}.")) == [f"{name} in {PLACE}"]


@pytest.mark.parametrize("mode", ["none", "key", "token"])
def test_the_memory_token_exists_with_tokens_only(mode):
    """secret__memory_token is filled in when RETRIEVE_AUTH is token, and only then."""
    headers = {"X-Memory-Token": {"variable_name": "secret__memory_token"}}
    account = _account(tool={"api_schema": {"request_headers": headers}})
    assert (unfilled(_app(mode), account) == []) == (mode == "token")


def test_a_secret_belongs_in_headers():
    """A secret variable outside of a header is a problem though it is filled in."""
    (problem,) = unfilled(_app("token"), _account("{{secret__memory_token}}"))
    assert problem.startswith(f"secret__memory_token in {PLACE}")
    assert "headers only" in problem


USED = [
    ({"conversation_config": {"agent": {"first_message": "Hi {{x}}"}}}, None),
    ({"conversation_config": {"language_presets": {"es": {"overrides": {"a": "{{x}}"}}}}}, None),
    ({"workflow": {"nodes": {"n": {"additional_prompt": "{{x}}"}}}}, None),
    ({"workflow": {"edges": {"e": {"left": {"type": "dynamic_variable", "name": "x"}}}}}, None),
    ({}, {"description": "Looks up {{x}}."}),
    ({}, {"api_schema": {"url": "https://crm.example.com/{{x}}"}}),
    ({}, {"api_schema": {"request_headers": {"X-Shop": {"variable_name": "x"}}}}),
    (
        {},
        {"api_schema": {"request_body_schema": {"properties": {"a": {"dynamic_variable": "x"}}}}},
    ),
    (
        {},
        {
            "api_schema": {
                "request_body_schema": {
                    "properties": {"a": [{"items": {"allowed_values_dynamic_variable": "x"}}]}
                }
            }
        },
    ),
]


@pytest.mark.parametrize(("agent", "tool"), USED)
def test_a_variable_is_found_wherever_it_is_used(agent, tool):
    """First message, other languages, workflow, and every part of a tool are looked through."""
    assert [use.name for use in uses(_account(tool=tool, **agent)) if use.name == "x"] == ["x"]


def test_test_values_are_no_values():
    """Values for the dashboard's tests do not fill in a call's variables."""
    placeholders = {"dynamic_variables": {"dynamic_variable_placeholders": {"x": "{{y}}"}}}
    said = {"agent": {**placeholders, "prompt": {"prompt": "{{x}}"}}}
    assert unfilled(_app(), _account(conversation_config=said)) == [f"x in {PLACE}"]


def test_what_a_tool_fills_in_is_no_problem():
    """A variable that a tool of the agent sets from its answer is filled in."""
    assigned = [{"dynamic_variable": "order", "value_path": "order.id"}]
    assert unfilled(_app(), _account("{{order}}", tool={"assignments": assigned})) == []


def test_tools_of_others_are_not_looked_at():
    """A tool that neither the agent nor its workflow has is no matter."""
    account = _account()
    stranger = {"id": "tool_2", "tool_config": {"name": "search_memory", "description": "{{x}}"}}
    assert unfilled(_app(), Account(account.agent, (stranger,), (), (), (), {})) == []


@given(ANY_JSON)
def test_anything_can_be_looked_through(part):
    """Whatever an agent holds, looking through it ends."""
    account = _account(conversation_config={"agent": {"prompt": {"prompt": part}}}, workflow=None)
    assert all(isinstance(use.name, str) for use in uses(account))
