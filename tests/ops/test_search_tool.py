"""The tool search_memory: what it must be, and what of others' stays."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ops import search_tool
from ops.deployed_app import DeployedApp
from tests.ops import prior_states
from tests.ops.operator_at_work import API_URL, RETRIEVE

PROJECT = Path(__file__).parent.parent.parent
MODES = ("none", "key", "token")


def _app(mode="none", search_secs=5.0):
    return DeployedApp("dev", API_URL, ("key",), (), mode, frozenset(), search_secs)


def _body(**properties):
    return {"api_schema": {"request_body_schema": {"type": "object", "properties": properties}}}


def _properties(config, app=None):
    mended = search_tool.mended(config, app or _app(), "secret_1")
    return mended["api_schema"]["request_body_schema"]["properties"]


@given(prior_states.tool_configs(), st.sampled_from(MODES))
def test_mending_twice_is_mending_once(config, mode):
    """A tool that was mended has nothing more to mend, whatever it was."""
    mended = search_tool.mended(config, _app(mode), "secret_1")
    assert search_tool.mended(mended, _app(mode), "secret_1") == mended


@given(prior_states.tool_configs(), st.sampled_from(MODES))
def test_the_model_never_says_who_calls(config, mode):
    """Whatever the tool was, afterwards no field that names a caller is filled in by the model."""
    mended = search_tool.mended(config, _app(mode), "secret_1")
    body = mended["api_schema"]["request_body_schema"]
    callers = [
        body["properties"][one] for one in ("user_id", "caller_id") if one in body["properties"]
    ]
    assert all(one["dynamic_variable"] in search_tool.CALLER_VARIABLES for one in callers)
    assert bool(callers) == (mode != "token")
    assert set(body["required"]) <= body["properties"].keys()


@given(prior_states.tool_configs(), st.sampled_from(MODES))
def test_other_headers_stay(config, mode):
    """Headers that are not about who may ask are left, and of ours there is at most one."""
    before = config["api_schema"]["request_headers"]
    after = search_tool.mended(config, _app(mode), "secret_1")["api_schema"]["request_headers"]
    ours = {name for name in after if name in search_tool.AUTH_HEADERS}
    assert len(ours) == (mode != "none")
    assert {name for name in after if name not in ours} == before.keys() & {"X-Trace"}


@pytest.mark.parametrize(
    ("has", "search_secs", "gets"),
    [(None, 5.0, 10), (5, 5.0, 10), (6, 5.0, 6), (20, 5.0, 20), (10, 15.0, 20), (20, 2.5, 20)],
)
def test_the_tool_waits_longer_than_a_search_takes(has, search_secs, gets):
    """A time limit that a search can outlast is raised; one that is long enough stays."""
    config = {"response_timeout_secs": has} if has else {}
    mended = search_tool.mended(config, _app(search_secs=search_secs), "secret_1")
    assert mended["response_timeout_secs"] == gets


@pytest.mark.parametrize(
    "query",
    [
        {"type": "string", "dynamic_variable": "caller_name"},
        {"type": "string", "constant_value": "everything"},
        {"type": "string", "is_omitted": True},
        {"type": "string"},
    ],
)
def test_the_query_is_the_models(query):
    """A query that the model does not fill in is made one that it does."""
    assert _properties(_body(query=query))["query"]["description"]


def test_words_that_somebody_chose_stay():
    """The description of the tool and of the query stay, and so do further fields."""
    query = {"type": "string", "description": "Theirs."}
    more = {"type": "string", "constant_value": "phone"}
    config = {
        "description": "Theirs, too.",
        "tool_call_sound": "typing",
        **_body(query=query, channel=more),
    }
    mended = search_tool.mended(config, _app(), "secret_1")
    assert (mended["description"], mended["tool_call_sound"]) == ("Theirs, too.", "typing")
    assert _properties(config)["query"] == query
    assert _properties(config)["channel"] == more


def test_a_caller_id_of_the_model_is_taken_out():
    """A second field for the caller would be read when the first is empty: it goes."""
    by_model = {"type": "string", "description": "Who calls."}
    assert "caller_id" not in _properties(_body(caller_id=by_model))


def test_the_manual_shows_the_same_tool():
    """The tool in docs/elevenlabs-setup.md is the one that is created, but for the API's URL."""
    manual = (PROJECT / "docs" / "elevenlabs-setup.md").read_text(encoding="utf-8")
    (shown,) = re.findall(r"```json\n(.*?)```", manual, re.DOTALL)
    wanted = search_tool.wanted(DeployedApp("dev", "https://<api>", ("key",), ()), "secret_1")
    assert json.loads(shown) == {"tool_config": wanted}


def _named(name, **config):
    return {"tool_config": {"name": name, **config}}


@pytest.mark.parametrize(
    ("tool", "is_ours"),
    [
        (_named("search_memory", api_schema={"url": RETRIEVE}), True),
        (_named("ask_everybody", api_schema={"url": RETRIEVE}), False),
        (_named("search_memory", api_schema={"url": "https://crm.example.com"}), False),
        (_named("search_memory", type="client"), False),
    ],
)
def test_ours_has_our_name_and_asks_our_url(tool, is_ours):
    """A tool is ours when it is called search_memory and asks this stage, and not otherwise."""
    assert search_tool.is_ours(tool, _app()) is is_ours
