"""What holds of ``connect`` whatever others have left in the workspace."""

import copy

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ops import agent_settings, search_tool
from ops.agent_settings import EVENTS, FETCH, INITIATION, POST_CALL, TOOL_IDS
from tests.ops import prior_states
from tests.ops.operator_at_work import AGENT, CLIENT_DATA, RETRIEVE, Operator
from tests.ops.workspace import Habits

MODES = st.sampled_from(["none", "key", "token"])
OVERRIDES = st.sampled_from(["", "prompt", "first_message", "prompt,first_message,language"])
HEADERS = st.builds(
    Habits, joins_headers=st.booleans(), tells_usage=st.booleans(), replaces_maps=st.booleans()
)

# Each example has a bucket of its own, so the S3 that they share may stay.
property_test = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def _operator(s3, workspace, mode, overrides):
    return Operator(s3, copy.deepcopy(workspace), RETRIEVE_AUTH=mode, OVERRIDES=overrides)


@property_test
@given(prior_states.workspaces(HEADERS), MODES, OVERRIDES)
def test_connecting_again_changes_nothing(s3, workspace, mode, overrides):
    """Whatever was there, the second run writes nothing at all."""
    operator = _operator(s3, workspace, mode, overrides).connected()
    operator.writes()
    assert operator.connect("--yes").exit_code == 0
    assert operator.writes() == []


@property_test
@given(prior_states.workspaces(HEADERS), MODES, OVERRIDES)
def test_connecting_and_taking_back_leaves_what_was_there(s3, workspace, mode, overrides):
    """Whatever was there, it is there again after --undo, all of it and no more."""
    operator = _operator(s3, workspace, mode, overrides).connected()
    result = operator.connect("--yes", "--undo")
    assert result.exit_code == 0, result.output
    assert _without_nothings(operator) == _without_nothings(
        _operator(s3, workspace, mode, overrides)
    )


@property_test
@given(prior_states.workspaces(HEADERS), MODES, OVERRIDES)
def test_an_agent_is_connected_whatever_was_there(s3, workspace, mode, overrides):
    """After a run the agent has one tool of ours, our two webhooks, and what others had."""
    operator = _operator(s3, workspace, mode, overrides).connected()
    now = agent_settings.read(operator.agent)
    before = agent_settings.read(workspace.agents[AGENT])
    tools = [operator.workspace.tools[one] for one in now[TOOL_IDS]]
    ours = [one for one in tools if search_tool.name_of(one) == search_tool.NAME]
    assert [search_tool.url_of(one) for one in ours] == [RETRIEVE]
    assert (now[INITIATION]["url"], now[FETCH]) == (CLIENT_DATA, True)
    assert operator.workspace.webhooks[now[POST_CALL]]["secret"] == operator.hmac_keys[0]
    assert now[EVENTS] == ["transcript"]
    named = [workspace.tools[one] for one in before[TOOL_IDS]]
    others = [one["id"] for one in named if search_tool.name_of(one) != search_tool.NAME]
    assert set(others) <= set(now[TOOL_IDS])
    assert operator.workspace.dangling() <= workspace.dangling()


@property_test
@given(prior_states.workspaces(st.just(Habits())), MODES)
def test_without_a_word_nobody_is_replaced(s3, workspace, mode):
    """With --yes alone, somebody else's webhook or tool is never off the agent afterwards."""
    operator = _operator(s3, workspace, mode, "prompt")
    before = agent_settings.read(operator.agent)
    operator.connect("--yes")
    now = agent_settings.read(operator.agent)
    theirs = before[INITIATION] and before[INITIATION]["url"] == prior_states.THEIR_URL
    assert not theirs or now[INITIATION] == before[INITIATION]
    assert before[POST_CALL] != "webhook_crm" or now[POST_CALL] == "webhook_crm"
    for tool_id in before[TOOL_IDS]:
        if search_tool.url_of(workspace.tools[tool_id]) == prior_states.THEIR_URL:
            assert tool_id in now[TOOL_IDS]


@property_test
@given(prior_states.workspaces(st.just(Habits(joins_lists=True))), MODES)
def test_where_lists_only_grow_nothing_is_left_out_silently(s3, workspace, mode):
    """If ElevenLabs only ever adds to lists, a run either does all or says what it could not."""
    operator = _operator(s3, workspace, mode, "prompt")
    before = agent_settings.read(operator.agent)
    result = operator.connect("--yes", "--replace")
    now = agent_settings.read(operator.agent)
    named = [search_tool.name_of(operator.workspace.tools[one]) for one in now[TOOL_IDS]]
    is_whole = named.count(search_tool.NAME) == 1 and now[EVENTS] == ["transcript"]
    assert set(before[TOOL_IDS]) <= set(now[TOOL_IDS])
    assert (result.exit_code == 0) == is_whole, result.output


def _without_nothings(operator):
    """Return the workspace without ``None`` and what is empty: both say the same."""
    return _bare(operator.workspace.everything())


def _bare(part):
    if isinstance(part, dict):
        bare = {name: _bare(inside) for name, inside in part.items()}
        return {name: inside for name, inside in bare.items() if inside not in (None, {}, [])}
    return part
