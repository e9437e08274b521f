"""The stand-in's contract: that it refuses what ElevenLabs would not take or say."""

import pytest

from tests.ops import contract

AGENT = "/v1/convai/agents/{agent_id}"
TOOLS = "/v1/convai/tools"
WEBHOOKS = "/v1/workspace/webhooks"
TOOL = {"type": "webhook", "name": "look_up", "description": "", "api_schema": {"url": "https://x"}}

ODD_REQUESTS = [
    ("POST", TOOLS, {}, {"tool_config": {**TOOL, "api_schema": {}}}),
    ("POST", TOOLS, {}, {"tool_config": {**TOOL, "name": "look up"}}),
    ("POST", TOOLS, {}, {"tool_config": {**TOOL, "response_timeout_secs": 1}}),
    ("POST", TOOLS, {}, {"tool_config": {**TOOL, "timeout": 10}}),
    ("GET", TOOLS, {"name": ["look_up"]}, None),
    ("PATCH", AGENT, {}, {"platform_settings": {"override": {}}}),
    ("PATCH", AGENT, {}, {"conversation_config": {"agent": {"prompt": {"tool_ids": [1]}}}}),
    ("PATCH", f"{WEBHOOKS}/{{webhook_id}}", {}, {"retry_enabled": True}),
    ("POST", WEBHOOKS, {}, {"settings": {"auth_type": "hmac", "name": "memory"}}),
    ("POST", "/v1/convai/secrets", {}, {"name": "KEY", "value": "invented"}),
    ("DELETE", f"{TOOLS}/{{tool_id}}", {}, {}),
]


@pytest.mark.parametrize(("method", "template", "query", "body"), ODD_REQUESTS)
def test_a_request_that_elevenlabs_does_not_know_is_refused(method, template, query, body):
    """A request with a wrong name, type or value, or without a part it needs, is no request."""
    with pytest.raises(contract.ContractError):
        contract.check_request(method, template, query, body)


@pytest.mark.parametrize(
    ("method", "path"),
    [("GET", "/v1/convai/agent/a"), ("PUT", TOOLS), ("GET", "/v1/convai/agents")],
)
def test_a_path_that_elevenlabs_does_not_know_is_refused(method, path):
    """A path, or a method of it, that is not in the contract is refused."""
    with pytest.raises(contract.ContractError):
        contract.operation(method, path)


def test_an_answer_that_elevenlabs_does_not_give_is_refused():
    """The stand-in itself can't answer what ElevenLabs would not."""
    with pytest.raises(contract.ContractError):
        contract.check_answer("GET", AGENT, 200, {"agent_id": "agent_1"})


def test_the_contract_says_where_it_is_from():
    """The pruned copy names the original, and what is stricter in it."""
    told = contract.CONTRACT["info"]["description"]
    assert "https://api.elevenlabs.io/openapi.json" in told
    assert "Stricter" in told
