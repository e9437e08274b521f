"""The signature of a post-call payload: a table of refusals, and what is not refused."""

import hashlib
import hmac

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.signature import SignatureError, sign, verify

BODY, SECRET, NOW, TOLERANCE_SECS = b'{"type": "x"}', "wsec_invented", 1_793_523_700, 1_800
# printf '1793523700.{"type": "x"}' | openssl dgst -sha256 -hmac wsec_invented
DIGEST = "f2bdb804dc284d87e80054825200747593a4132434cb697bf311fd1fab34ef01"
OTHER = "0" * 64


def reason(header, *, body=BODY, secrets=(SECRET,), now=NOW):
    """Return why a delivery is refused, or None if it is not."""
    try:
        verify(body, header, secrets, now, TOLERANCE_SECS)
    except SignatureError as error:
        return error.reason
    return None


def test_a_signature_is_the_documented_one():
    """What ``sign`` returns is what ElevenLabs' documentation describes, digit for digit."""
    assert sign(BODY, SECRET, NOW) == f"t=1793523700,v0={DIGEST}"


def test_the_whole_secret_is_the_key():
    """The secret is used with its prefix, and not decoded."""
    expected = hmac.new(b"wsec_invented", b"1793523700." + BODY, hashlib.sha256).hexdigest()
    assert reason(f"t={NOW},v0={expected}") is None


@pytest.mark.parametrize("header", [None, "", "  ", "\t"])
def test_no_signature_is_missing(header):
    """A delivery without a signature is refused as missing."""
    assert reason(header) == "missing"


@pytest.mark.parametrize(
    "header",
    [
        "nonsense",
        ",",
        "=",
        f"t={NOW}",
        f"v0={DIGEST}",
        f"t=,v0={DIGEST}",
        f"t=now,v0={DIGEST}",
        f"t=-{NOW},v0={DIGEST}",
        f"t=+{NOW},v0={DIGEST}",
        f"t={NOW}.0,v0={DIGEST}",
        f"t=1e9,v0={DIGEST}",
        f"t=１７９３５２３７００,v0={DIGEST}",
        f"t=9999999999999,v0={DIGEST}",
        f"t={'9' * 5_000},v0={DIGEST}",
        f"t={NOW},t={NOW},v0={DIGEST}",
        f"t={NOW},t={NOW + 1},v0={DIGEST}",
        f"t={NOW},v0=",
        f"t={NOW},v0={DIGEST[:-1]}",
        f"t={NOW},v0={DIGEST}0",
        f"t={NOW},v0={DIGEST[:-1]}g",
        f"t={NOW},v0={DIGEST[:-1]}é",
        f"t={NOW},v1={DIGEST}",
        f"t={NOW},V0={DIGEST}",
        f"t={NOW};v0={DIGEST}",
        f"t={NOW} v0={DIGEST}",
        DIGEST,
    ],
)
def test_an_odd_header_is_malformed(header):
    """A header that is not one time and at least one digest is refused as malformed."""
    assert reason(header) == "malformed"


@pytest.mark.parametrize(
    ("header", "change"),
    [
        (f"t={NOW},v0={OTHER}", {}),
        (f"t={NOW + 1},v0={DIGEST}", {}),
        (f"t=0{NOW},v0={DIGEST}", {}),
        (f"t={NOW},v0={DIGEST}", {"body": BODY + b"\n"}),
        (f"t={NOW},v0={DIGEST}", {"body": b""}),
        (f"t={NOW},v0={DIGEST}", {"secrets": ("another",)}),
        (f"t={NOW},v0={DIGEST}", {"secrets": ("wsec_invented ",)}),
        (f"t={NOW},v0={DIGEST}", {"secrets": (f"{SECRET},another",)}),
        (f"t={NOW},v0={OTHER},v0={OTHER}", {}),
    ],
)
def test_a_forgery_is_a_mismatch(header, change):
    """A digest of another body, time or secret is refused as a mismatch."""
    assert reason(header, **change) == "mismatch"


@pytest.mark.parametrize(
    "header",
    [
        f"t={NOW},v0={DIGEST}",
        f"v0={DIGEST},t={NOW}",
        f" t={NOW} , v0={DIGEST} ",
        f"t={NOW},v0={DIGEST.upper()}",
        f"t={NOW},v0={OTHER},v0={DIGEST}",
        f"t={NOW},v0={DIGEST},v0={OTHER}",
        f"t={NOW},v0=short,v0={DIGEST}",
        f"t={NOW},v0={DIGEST},v1=later,scheme,",
    ],
)
def test_a_genuine_header_may_vary(header):
    """Order, blanks, case, further digests and unknown parts do not make a signature invalid."""
    assert reason(header) is None


@pytest.mark.parametrize("secrets", [(SECRET, "old"), ("new", SECRET), iter(["new", SECRET])])
def test_any_of_several_secrets_will_do(secrets):
    """While secrets rotate, the signature of each of them is accepted."""
    assert reason(sign(BODY, SECRET, NOW), secrets=secrets) is None


@pytest.mark.parametrize(
    ("age_secs", "refused"),
    [
        (0, None),
        (1_800, None),
        (1_800.5, "too_old"),
        (1_801, "too_old"),
        (10**9, "too_old"),
        (-300, None),
        (-300.5, "too_new"),
        (-301, "too_new"),
        (-(10**9), "too_new"),
    ],
)
def test_a_signature_lasts_half_an_hour(age_secs, refused):
    """A signature is good up to 1,800 seconds back and 300 seconds ahead, and no longer."""
    assert reason(sign(BODY, SECRET, NOW), now=NOW + age_secs) == refused


@pytest.mark.parametrize("age_secs", [10_000, -10_000])
def test_the_signature_comes_before_its_age(age_secs):
    """Who does not know a secret does not learn that the time was wrong too."""
    assert reason(sign(BODY, "another", NOW), now=NOW + age_secs) == "mismatch"


@pytest.mark.parametrize("secrets", [(), ("",), (SECRET, ""), ("", SECRET)])
def test_an_empty_secret_is_an_error(secrets):
    """An empty secret is our mistake and no reason to accept what anybody could have signed."""
    with pytest.raises(ValueError, match="empty secret"):
        reason(sign(BODY, "", NOW), secrets=secrets)


@pytest.mark.parametrize("header", [None, "nonsense", sign(BODY, "another", NOW)])
def test_a_refusal_repeats_nothing(header):
    """The text of a refusal holds its one-word reason, and neither header nor secret."""
    with pytest.raises(SignatureError) as refused:
        verify(BODY, header, [SECRET], NOW, TOLERANCE_SECS)
    assert str(refused.value) == f"signature refused: {refused.value.reason}"
    assert refused.value.reason.isalpha()


HEADER_PARTS = st.sampled_from(["t=", "v0=", "t", "v0", "=", ",", " ", str(NOW), DIGEST, "é", "\n"])


@given(st.text() | st.lists(HEADER_PARTS).map("".join), st.binary())
def test_no_header_breaks_it(header, body):
    """Whatever the header and the body, they are refused or accepted, and nothing else happens."""
    assert reason(header, body=body) in {"missing", "malformed", "mismatch", None}


@given(st.binary(), st.text(min_size=1), st.integers(0, 10**12 - 1))
def test_what_is_signed_verifies(body, secret, at):
    """What ``sign`` signs, ``verify`` accepts at that moment, whatever the body and the secret."""
    assert reason(sign(body, secret, at), body=body, secrets=[secret], now=at) is None


@given(st.binary(), st.binary())
def test_no_other_body_verifies(signed, sent):
    """A signature is good for the very bytes that were signed."""
    expected = None if sent == signed else "mismatch"
    assert reason(sign(signed, SECRET, NOW), body=sent) == expected
