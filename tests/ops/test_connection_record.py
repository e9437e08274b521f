"""The record of a connection: kept, read, and what it says was there before."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.archive import Archive
from ops.connection_record import (
    KEY,
    Key,
    Record,
    RecordKeeper,
    Setting,
    Tool,
    Webhook,
    parse,
)
from ops.operator_error import OperatorError

WHOLE = Record(
    secret=Key("secret_1", "aa"),
    webhook=Webhook("webhook_2", "bb", retries=True),
    former=(Webhook("webhook_1", "cc"),),
    tool=Tool("tool_1", is_created=False, before={"name": "a"}, after={"name": "b"}),
    retired=("dd",),
    agents={"agent_memoirs": {"a.b": Setting([], ["tool_1"])}},
)
TOOLS = st.lists(st.sampled_from(["ours", "a", "b", "c"]), unique=True)


@pytest.mark.parametrize("record", [WHOLE, Record()], ids=["whole", "empty"])
def test_what_is_written_is_read(archive: Archive, record):
    """A record is read as it was written, also by somebody else."""
    keeper = RecordKeeper(archive)
    assert keeper.read() == Record()
    keeper.write(record)
    assert RecordKeeper(archive).read() == record


def test_a_record_is_written_again_and_again(archive):
    """One keeper may write as often as it likes."""
    keeper = RecordKeeper(archive)
    keeper.write(Record())
    keeper.write(WHOLE)
    assert keeper.read() == WHOLE


@pytest.mark.parametrize("body", [b"", b"[]", b"{}", b'{"secret": 1}', b"\xff"])
def test_what_is_no_record_is_named(body):
    """An object that holds no record is an error that says where it lies."""
    with pytest.raises(OperatorError, match=KEY):
        parse(body)


def test_a_record_that_somebody_mends_by_hand_is_read(archive):
    """The record is JSON with names, so that it can be read, and mended, by hand."""
    keeper = RecordKeeper(archive)
    keeper.write(WHOLE)
    kept = json.loads(archive.read(KEY).body)
    assert kept["tool"]["before"] == {"name": "a"}
    assert kept["agents"]["agent_memoirs"]["a.b"] == {"before": [], "after": ["tool_1"]}


@pytest.mark.parametrize(
    ("before", "after", "now", "without_us"),
    [
        (False, True, True, False),
        (False, True, False, False),
        (True, True, False, False),
        (None, "webhook_1", "webhook_1", None),
        (None, "webhook_1", "webhook_crm", "webhook_crm"),
        (["a"], ["a", "ours"], ["a", "ours"], ["a"]),
        (["a"], ["a", "ours"], ["a", "ours", "b"], ["a", "b"]),
        (["a", "old"], ["a", "ours"], ["ours", "b"], ["b", "old"]),
        (["a"], ["a", "ours"], [], []),
        ({"url": "x"}, {"url": "u"}, {"url": "u", "request_headers": {}}, {"url": "x"}),
        ({"url": "x"}, {"url": "u"}, {"url": "y"}, {"url": "y"}),
        (None, {"url": "u"}, None, None),
    ],
)
def test_a_setting_is_taken_back_unless_others_changed_it(before, after, now, without_us):
    """What is ours goes back to what was; what somebody else has put there since stays."""
    taken = Setting(before, after).taken_back(now)
    assert sorted(taken) == sorted(without_us) if isinstance(taken, list) else taken == without_us


@given(TOOLS, TOOLS)
def test_our_tool_leaves_a_list_and_the_others_stay(before, added):
    """Whatever others add to a list, taking us back removes ours and keeps theirs."""
    others = [one for one in before if one != "ours"]
    after = [*others, "ours"]
    now = [*after, *(one for one in added if one not in after)]
    taken = Setting(others, after).taken_back(now)
    assert set(taken) == {*now} - {"ours"}
    assert len(taken) == len(set(taken))


def test_noting_twice_keeps_what_was_there_first():
    """What was there before us is remembered when we change again what was ours."""
    record = Record().noting("agent", {"a": None}, {"a": "webhook_1"})
    record = record.noting("agent", {"a": "webhook_1"}, {"a": "webhook_2"})
    assert record.agents["agent"]["a"] == Setting(None, "webhook_2")


def test_noting_what_others_changed_remembers_theirs():
    """What somebody put in place of ours is what was there before, when we change it again."""
    record = Record().noting("agent", {"a": None}, {"a": "webhook_1"})
    record = record.noting("agent", {"a": "webhook_crm"}, {"a": "webhook_2"})
    assert record.agents["agent"]["a"] == Setting("webhook_crm", "webhook_2")


def test_a_webhook_that_is_deleted_leaves_its_key_behind():
    """The key of a webhook that is gone is known as one that can be dropped."""
    record = WHOLE.without_webhook("webhook_1")
    assert (record.former, record.retired) == ((), ("dd", "cc"))
    assert WHOLE.without_webhook("webhook_2").webhook is None
    assert WHOLE.without_webhook("webhook_unknown") == WHOLE
