"""The record of what became of a payload."""

import json
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.record import (
    FAILED,
    FORGOTTEN,
    LEASE_SECS,
    NOT_REMEMBERED,
    REMEMBERED,
    REMEMBERING,
    Record,
    read_record,
)

NOW = 1_793_523_700.5
TEXT = st.text()
RECORDS = st.builds(
    Record,
    status=st.sampled_from(["remembering", "remembered", "not_remembered", "failed", "forgotten"]),
    owner=TEXT,
    lease_until=st.floats(0, 1e11),
    attempts=st.integers(1, 100),
    conversation_id=TEXT,
    agent_id=TEXT,
    reason=TEXT,
    memories=st.integers(0, 10_000),
    extraction=st.sampled_from(["", "sending", "queued"]),
    extraction_sent_at=st.floats(0, 1e11),
    event_id=TEXT,
    updated_at=st.floats(0, 1e11),
)


@given(RECORDS)
def test_a_record_is_read_as_it_was_written(record):
    """What is stored of a record gives the very same record."""
    assert read_record(record.to_json()) == record


@given(RECORDS, st.dictionaries(TEXT, st.integers()))
def test_a_later_versions_record_can_be_read(record, more):
    """Fields that this version does not know are passed over."""
    stored = {**more, **json.loads(record.to_json())}
    assert read_record(json.dumps(stored).encode()) == record


def test_an_earlier_versions_record_can_be_read():
    """A record that holds no more than status and owner has the other fields' defaults."""
    record = read_record(b'{"status": "failed", "owner": "a"}')
    assert record == Record("failed", "a")
    assert (record.attempts, record.memories, record.extraction) == (1, 0, "")


def test_a_record_holds_nothing_of_the_caller():
    """A record has no field for a number, a name or a word of the caller."""
    assert {field.name for field in fields(Record)} == {
        "status",
        "owner",
        "lease_until",
        "attempts",
        "refusals",
        "conversation_id",
        "agent_id",
        "reason",
        "memories",
        "extraction",
        "extraction_sent_at",
        "extractions",
        "event_id",
        "updated_at",
    }


@pytest.mark.parametrize(
    ("status", "is_settled"),
    [(REMEMBERING, False), (FAILED, False), (REMEMBERED, True), (NOT_REMEMBERED, True)],
)
def test_what_is_settled(status, is_settled):
    """There is nothing left to do when it is remembered, or never will be."""
    assert read_record(Record(status, "a").to_json()).is_settled is is_settled


@pytest.mark.parametrize(
    ("status", "after_secs", "is_held"),
    [
        ("remembering", 0, True),
        ("remembering", LEASE_SECS - 0.1, True),
        ("remembering", LEASE_SECS, False),
        ("failed", 0, False),
        ("remembered", 0, False),
    ],
)
def test_a_record_is_held_for_a_lease(status, after_secs, is_held):
    """A payload that is being remembered is held until its lease runs out, to the second."""
    record = Record(status, "a", lease_until=NOW + LEASE_SECS)
    assert record.is_held(NOW + after_secs) is is_held


@given(RECORDS)
def test_holding_renews_the_lease(record):
    """Who holds a record holds it for a whole lease, with its progress, and changes no more."""
    held = record.held_by("b", NOW, extraction="sending", extraction_sent_at=NOW)
    assert (held.status, held.owner) == ("remembering", "b")
    assert (held.lease_until, held.updated_at) == (NOW + LEASE_SECS, NOW)
    assert (held.extraction, held.extraction_sent_at) == ("sending", NOW)
    assert (held.attempts, held.reason, held.memories, held.event_id) == (
        record.attempts,
        record.reason,
        record.memories,
        record.event_id,
    )


@given(RECORDS)
def test_letting_go_ends_the_lease(record):
    """A record that was let go is held by nobody, and holds its outcome."""
    let_go = record.let_go("failed", NOW, reason="rate_limited")
    assert not let_go.is_held(NOW)
    assert (let_go.status, let_go.reason, let_go.updated_at) == ("failed", "rate_limited", NOW)
    assert let_go.attempts == record.attempts


@given(RECORDS, st.floats(0, 1e11))
def test_a_forgotten_record_is_finished_and_stays_as_it_is(record, now):
    """A tombstone is finished, needs nobody, and keeps until when somebody may be at work."""
    tombstone = record.forgotten(now)
    assert tombstone.status == FORGOTTEN
    assert (tombstone.is_settled, tombstone.is_finished) == (True, True)
    assert (tombstone.is_held(now), tombstone.needs_operator) == (False, False)
    kept = (tombstone.lease_until, tombstone.extraction, tombstone.event_id)
    assert kept == (record.lease_until, record.extraction, record.event_id)
    assert tombstone.forgotten(now + 1) == tombstone
