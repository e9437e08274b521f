"""The settings of an agent that connect it: read, wanted, compared, patched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ops import agent_settings
from ops.agent_settings import AUDIO, EVENTS, FETCH, FORMAT, INITIATION, POST_CALL, TOOL_IDS, Ids
from ops.connection_words import label
from ops.deployed_app import DeployedApp
from tests.ops import prior_states
from tests.ops.operator_at_work import AGENT, API_URL
from tests.ops.workspace import Habits

APP = DeployedApp("dev", API_URL, ("key",), ())
IDS = Ids("secret_1", "webhook_1", "tool_1")
AGENTS = prior_states.workspaces(st.just(Habits())).map(lambda one: one.agents[AGENT])


@pytest.mark.parametrize("agent", [{}, {"platform_settings": None}, {"conversation_config": {}}])
def test_an_agent_that_says_nothing_has_the_defaults(agent):
    """What an agent does not say reads as a new agent's settings."""
    settings = agent_settings.read(agent)
    assert settings[TOOL_IDS] == settings[EVENTS] == []
    assert settings[INITIATION] is settings[POST_CALL] is None
    assert (settings[FETCH], settings[FORMAT]) == (False, "json")


@given(AGENTS)
def test_what_is_wanted_wants_nothing_more(agent):
    """The wanted settings, once there, are as wanted, whatever was there before."""
    wanted = agent_settings.wanted(agent_settings.read(agent), APP, IDS)
    assert agent_settings.wanted(wanted, APP, IDS) == wanted


@given(AGENTS, AGENTS)
def test_a_patch_holds_the_changes_and_nothing_else(agent, other):
    """The body of a PATCH reads as the changes, and names no other setting."""
    before, after = agent_settings.read(agent), agent_settings.read(other)
    changes = agent_settings.differing(before, after)
    body = agent_settings.patch(changes, with_nulls=True)
    told = agent_settings.read(body)
    assert {path: told[path] for path in changes} == changes
    assert sum(1 for _ in _leaves(body, changes)) == len(changes)


def test_each_setting_has_a_name_for_people():
    """Whatever connect can change, it can show and complain of."""
    written = agent_settings.read({}).keys() - {agent_settings.ANALYSIS_ITEMS}
    assert all(label(path) for path in written)


def test_no_change_is_an_empty_patch():
    """Without a change there is nothing in the body."""
    assert agent_settings.patch({}) == {}


@pytest.mark.parametrize(
    ("one", "other", "are_same"),
    [
        (["a", "b"], ["b", "a"], True),
        (["a"], ["a", "b"], False),
        (None, [], True),
        (None, False, True),
        (False, True, False),
        ({"url": "u", "request_headers": {}}, {"url": "u", "request_headers": {}, "new": 1}, True),
        ({"url": "u", "request_headers": {}}, {"url": "u", "request_headers": {"a": "b"}}, False),
        ({"url": "u", "request_headers": {}}, None, False),
        ("json", "opentelemetry", False),
    ],
)
def test_what_means_the_same_is_no_difference(one, other, are_same):
    """Order, and how nothing is said, make no difference; everything else does."""
    assert agent_settings.same(one, other) is are_same


def test_audio_that_was_for_others_is_not_sent_to_us():
    """Where another webhook was sent recordings, in either way to say it, ours is not."""
    present = agent_settings.read({}) | {POST_CALL: "webhook_crm", EVENTS: ["audio"], AUDIO: True}
    wanted = agent_settings.wanted(present, APP, IDS)
    assert (wanted[EVENTS], wanted[AUDIO]) == (["transcript"], False)


def test_audio_that_somebody_wants_of_us_stays():
    """Where our own webhook is sent recordings, it still is."""
    present = agent_settings.read({}) | {POST_CALL: "webhook_1", EVENTS: ["audio"], AUDIO: True}
    wanted = agent_settings.wanted(present, APP, IDS)
    assert (wanted[EVENTS], wanted[AUDIO]) == (["audio", "transcript"], True)


@pytest.mark.parametrize(
    ("before", "after", "paths"),
    [
        ({"metadata": {"updated_at_unix_secs": 1}}, {"metadata": {"updated_at_unix_secs": 2}}, []),
        ({"version_id": "a"}, {"version_id": "b"}, []),
        ({"name": "Memoirs"}, {"name": "Other"}, ["name"]),
        ({"tags": []}, {}, []),
        ({}, {"platform_settings": {"archived": True}}, ["platform_settings.archived"]),
        (
            {"conversation_config": {"agent": {"prompt": {"tool_ids": [], "tools": [1]}}}},
            {"conversation_config": {"agent": {"prompt": {"tool_ids": ["a"], "tools": [1, 2]}}}},
            [],
        ),
    ],
)
def test_what_changed_beside_our_settings_is_named(before, after, paths):
    """A difference beside our settings is named; what changes by itself is none."""
    assert agent_settings.changed_elsewhere(before, after) == paths


def _leaves(body, changes, path=""):
    for name, inside in body.items():
        below = f"{path}.{name}" if path else name
        if below in changes:
            yield below
        else:
            assert isinstance(inside, dict)
            yield from _leaves(inside, changes, below)
