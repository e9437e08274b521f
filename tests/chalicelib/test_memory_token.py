"""The memory token: a table of refusals, and one way in."""

import base64
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib import signature
from chalicelib.memory_token import Bearer, TokenError, issue, read
from tests.conftest import SARAH, STEFAN

NOW, TTL, KEY = 1_793_523_700, 7_200, "test-hmac-key"
BEARER = Bearer(SARAH, "agent_1", "conv_1")
TOKEN = issue(BEARER, [KEY], NOW, TTL)


def test_a_token_says_whom_it_is_for():
    """Who presents a token in time is the caller, agent and conversation it was made for."""
    assert read(TOKEN, [KEY], NOW) == BEARER
    assert read(TOKEN, [KEY], NOW + TTL) == BEARER


def test_a_token_ends():
    """A second after its time a token is refused."""
    with pytest.raises(TokenError, match="expired"):
        read(TOKEN, [KEY], NOW + TTL + 1)


def test_keys_can_be_rotated():
    """A token is signed with the first key, and accepted while its key is among the accepted."""
    assert read(TOKEN, ["new-key", KEY], NOW) == BEARER
    newer = issue(BEARER, ["new-key", KEY], NOW, TTL)
    assert read(newer, ["new-key"], NOW) == BEARER


def _with_claims(**changes: str) -> str:
    """Return TOKEN with other claims under the old signature."""
    version, body, signed = TOKEN.split(".")
    claims = json.loads(base64.urlsafe_b64decode(body + "=="))
    forged = base64.urlsafe_b64encode(json.dumps({**claims, **changes}).encode())
    return f"{version}.{forged.rstrip(b'=').decode()}.{signed}"


@pytest.mark.parametrize(
    ("token", "reason"),
    [
        (None, "missing"),
        ("", "missing"),
        ("v1", "malformed"),
        ("v1..", "malformed"),
        (TOKEN.replace("v1", "v2"), "malformed"),
        (TOKEN + "!", "malformed"),
        (TOKEN + "é", "malformed"),
        (TOKEN[:-4], "mismatch"),
        (_with_claims(caller_id=STEFAN), "mismatch"),
        (_with_claims(expires_at="9999999999"), "mismatch"),
        (issue(BEARER, ["other-key"], NOW, TTL), "mismatch"),
    ],
)
def test_what_is_not_ours_is_refused(token, reason):
    """A missing, odd, changed or foreign token is refused with its reason."""
    with pytest.raises(TokenError) as refused:
        read(token, [KEY], NOW)
    assert refused.value.reason == reason


def test_a_webhooks_signature_is_no_token():
    """What the same key signs for the webhook opens nothing here: the two uses are kept apart."""
    _, body, _ = TOKEN.split(".")
    header = signature.sign(f"v1.{body}".encode(), KEY, NOW)
    digest = bytes.fromhex(header.partition("v0=")[2])
    forged = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
    with pytest.raises(TokenError):
        read(f"v1.{body}.{forged}", [KEY], NOW)


@given(st.text(max_size=300))
def test_no_text_is_a_token(text):
    """Whatever is sent is refused by name, and nothing else is raised."""
    with pytest.raises(TokenError):
        read(text, [KEY], NOW)


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_ids_can_be_bound(agent_id, conversation_id):
    """Whatever the ids are, the token gives them back."""
    bearer = Bearer(SARAH, agent_id, conversation_id)
    assert read(issue(bearer, [KEY], NOW, TTL), [KEY], NOW) == bearer
