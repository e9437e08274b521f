"""What a deployment would do, told without doing it."""

import boto3
import pytest

from ops.deployed_version import checkout_version, note_version
from ops.foreseen import CHANGED, FOUND, MADE, STAYS, foresee
from ops.project import PROJECT, read_config
from ops.stack import put_stack
from tests.ops.standing import API, STACK

KEYS_AT_HAND = {"MEM0_API_KEY": "invented", "ELEVENLABS_API_KEY": "no key of the app"}


@pytest.fixture
def would(standing):
    """Return a function that foresees a deployment of a stage, dev by default."""
    return lambda stage="dev", email=None, **environ: foresee(
        standing.aws, read_config(), stage, environ, email
    )


def test_of_a_stage_that_is_not_there_all_would_be_made(would):
    """In an account without the stage, stack, functions and the keys that can be made would be."""
    told = would("prod", **KEYS_AT_HAND)
    assert told.pop("key MEM0_API_KEY") == "would be set"
    functions = read_config().functions("prod").values()
    made = ("infrastructure", "key ELEVENLABS_WORKSPACE_KEY", "key CALLER_SALT", *functions)
    assert told == dict.fromkeys(made, MADE)


def test_what_is_as_checked_out_would_stay(would, standing):
    """With the checkout's version deployed, and no key that is lacking, nothing would change."""
    config = read_config()
    version = checkout_version(PROJECT, config, "dev")
    note_version(standing.functions, config.functions("dev").values(), version)
    assert set(would(**KEYS_AT_HAND).values()) == {STAYS}


def test_another_version_would_be_changed(would):
    """Functions that run something else than what is checked out would be changed."""
    assert would()[API] == CHANGED
    assert would()["infrastructure"] == STAYS


def test_another_address_for_alarms_is_a_change(would):
    """Who is told of alarms is compared, if it is said."""
    assert would(email="")["infrastructure"] == STAYS
    assert would(email="somebody@example.com")["infrastructure"] == CHANGED


def test_around_an_archive_that_is_left_the_rest_would_be_made(would, standing):
    """After a destruction it says that the archive is there already."""
    put_stack(standing.aws, "agentic-memory-dev", {**STACK, "Running": "no"})
    try:
        assert would()["infrastructure"] == f"{MADE}, around the archive that is left"
        assert would()["key CALLER_SALT"] == FOUND
    finally:
        put_stack(boto3.Session(), "agentic-memory-dev", STACK)
