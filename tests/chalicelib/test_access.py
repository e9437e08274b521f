"""Who may search: RETRIEVE_AUTH none, key and token."""

import pytest

from chalicelib.memory_token import Bearer, issue
from tests.conftest import HMAC_KEY, SARAH, STEFAN, WORKSPACE_KEY

ASK = {"query": "pizza", "user_id": STEFAN}


@pytest.fixture
def callers(tell_mem0):
    """Two callers who each have a memory of pizza."""
    tell_mem0(STEFAN, "Stefan likes pizza", type="factual")
    tell_mem0(SARAH, "Sarah bakes pizza", type="factual")


@pytest.fixture
def retrieve(door, callers, environment, monkeypatch):
    """Return the door in a mode."""

    def in_mode(mode: str):
        monkeypatch.setenv("RETRIEVE_AUTH", mode)
        return door("/retrieve")

    return in_mode


@pytest.fixture
def token_of(door, retrieve):
    """Return the token that /client-data hands out for a call."""

    def token(caller_id: str, **body: str) -> str:
        retrieve("token")
        knock = door("/client-data", X_Workspace_Key=WORKSPACE_KEY)
        variables = knock({"caller_id": caller_id, **body}).json_body["dynamic_variables"]
        return str(variables["secret__memory_token"])

    return token


def _told(answer) -> list[str]:
    return [memory["memory"] for memory in answer.json_body["memories"]]


def test_with_key_the_workspace_may_ask(retrieve):
    """In mode ``key`` the workspace's key opens, and anything else gets 401."""
    knock = retrieve("key")
    assert _told(knock(ASK, X_Workspace_Key=WORKSPACE_KEY)) == ["Stefan likes pizza"]
    for sent in ({}, {"X_Workspace_Key": "wrong"}, {"X_Memory_Token": WORKSPACE_KEY}):
        answer = knock(ASK, **sent)
        assert answer.status_code == 401
        assert set(answer.json_body) == {"error"}


def test_with_token_only_the_tokens_caller_is_searched(retrieve, token_of):
    """In mode ``token`` the caller is the token's, named in the body or not."""
    token, knock = token_of(STEFAN), retrieve("token")
    for body in ({"query": "pizza"}, ASK, {"query": "pizza", "caller_id": "16125550123"}):
        assert _told(knock(body, X_Memory_Token=token)) == ["Stefan likes pizza"]


@pytest.mark.parametrize("other", [SARAH, "*", "anonymous", "Sarah"])
def test_another_caller_is_refused(retrieve, token_of, mem0, other):
    """A body that names another caller than the token gets 403, and Mem0 is not asked."""
    token, knock = token_of(STEFAN), retrieve("token")
    mem0.requests.clear()
    answer = knock({"query": "pizza", "user_id": other}, X_Memory_Token=token)
    assert answer.status_code == 403
    assert set(answer.json_body) == {"error"}
    assert not mem0.requests


def test_without_a_valid_token_nobody_is_searched(retrieve, mem0):
    """A missing, forged or ended token gets 401, before the body is read."""
    knock = retrieve("token")
    ended = issue(Bearer(STEFAN, "", ""), [HMAC_KEY], 1_600_000_000, 7_200)
    forged = issue(Bearer(STEFAN, "", ""), ["guess"], 4_000_000_000, 7_200)
    for sent in ({}, {"X_Memory_Token": ended}, {"X_Memory_Token": forged}):
        assert knock(ASK, **sent).status_code == 401
        assert knock(b"no json", **sent).status_code == 401
    assert not mem0.requests


def test_a_caller_without_identity_has_a_token_without_memories(retrieve, token_of, mem0):
    """The variable is there for withheld numbers too, and finds nothing."""
    token, knock = token_of("anonymous"), retrieve("token")
    mem0.requests.clear()
    answer = knock({"query": "pizza"}, X_Memory_Token=token)
    assert (answer.status_code, answer.json_body) == (200, {"memories": []})
    assert knock(ASK, X_Memory_Token=token).status_code == 403
    assert not mem0.requests


def test_tokens_are_of_one_call(token_of):
    """Each call has a token of its own."""
    calls = [{"conversation_id": "conv_1"}, {"conversation_id": "conv_2"}, {"agent_id": "agent_1"}]
    assert len({token_of(STEFAN, **call) for call in calls}) == 3


@pytest.mark.parametrize("mode", ["none", "key"])
def test_other_modes_hand_out_no_token(door, retrieve, mode):
    """Where no token is asked for, none is made."""
    retrieve(mode)
    knock = door("/client-data", X_Workspace_Key=WORKSPACE_KEY)
    variables = knock({"caller_id": STEFAN}).json_body["dynamic_variables"]
    assert "secret__memory_token" not in variables
