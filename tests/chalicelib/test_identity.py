"""Who is calling, as every place that names a caller may say it."""

import re

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.identity import (
    WITHHELD_SPELLINGS,
    caller_after_call,
    caller_before_call,
    normalise,
)
from tests import invented

STEFAN, SARAH, AGENT = "+16125550123", "+12185550143", "+16515550100"
E164 = re.compile(r"\+[1-9][0-9]{6,14}")

WORDS = ["anonymous", "restricted", "unknown", "private", "blocked", "unavailable", "withheld"]
KEYPAD = ["+266696687", "+7378742833", "+2562533", "+8656696", "+86282452253"]


@pytest.mark.parametrize(
    "raw",
    [
        "+16125550123",
        "16125550123",
        "0016125550123",
        16125550123,
        " +16125550123 ",
        "+1 612 555 0123",
        "+1 (612) 555-0123",
        "+1.612.555.0123",
        "+1-612-555-0123",
        "+1\u00a0612\u00a0555\u20110123",
        "+1 612/555 0123",
        "+\uff11\uff16\uff11\uff12\uff15\uff15\uff15\uff10\uff11\uff12\uff13",
        "tel:+16125550123",
        "tel:+1-612-555-0123;ext=4",
        "TEL:16125550123",
        "sip:+16125550123@sip.example.com",
        "sip:16125550123@sip.example.com:5060",
        "sips:+16125550123@sip.example.com;transport=tls",
        "sip:+16125550123;cpc=ordinary@sip.example.com",
        "sip:%2B16125550123@sip.example.com",
        "sip:+16125550123",
        "+16125550123@sip.example.com",
        "<sip:+16125550123@sip.example.com>;tag=1928",
        '"Stefan" <sip:+16125550123@sip.example.com>',
        "Stefan Berg <tel:+16125550123>",
        '"+1 612 555 0199" <+16125550123>',
        "whatsapp:+16125550123",
        "sms:+16125550123",
    ],
)
def test_a_number_may_be_written_in_many_ways(raw):
    """Every way to write Stefan's number yields the same E.164 number."""
    assert normalise(raw) == STEFAN


@pytest.mark.parametrize(
    ("raw", "number"),
    [
        ("+442079460123", "+442079460123"),
        ("442079460123", "+442079460123"),
        ("+44 (0)20 7946 0123", "+442079460123"),
        ("tel:+49-30-23125-000", "+493023125000"),
        ("+39 06 1234 5678", "+390612345678"),
        ("+6834002", "+6834002"),
        ("+35800573841", "+358573841"),
        ("15555550123", "+15555550123"),
        ("+52 33 1234 5678", "+523312345678"),
    ],
)
def test_other_countries_have_numbers_too(raw, number):
    """A number of any country keeps its country, whatever its length, and loses a trunk prefix."""
    assert normalise(raw) == number


@pytest.mark.parametrize(
    ("raw", "near", "number"),
    [
        ("6125550123", AGENT, STEFAN),
        ("(612) 555-0123", AGENT, STEFAN),
        ("1 612 555 0123", AGENT, STEFAN),
        ("020 7946 0123", "+442079460999", "+442079460123"),
        ("442079460123", AGENT, "+442079460123"),
        ("+442079460123", AGENT, "+442079460123"),
        ("6125550123", "", None),
        ("5550123", AGENT, None),
        ("8656696", AGENT, None),
    ],
)
def test_a_national_number_needs_a_country(raw, near, number):
    """A number without country code is read as in the agent's country, and not guessed without."""
    assert normalise(raw, near) == number


@pytest.mark.parametrize("form", ["{}", " {} ", "sip:{}@anonymous.invalid", "tel:{}", '"{}" <{}>'])
@pytest.mark.parametrize("word", WORDS)
def test_a_word_is_no_identity(word, form):
    """Each word for a withheld number, however it is wrapped and written, names nobody."""
    for spelling in (word, word.upper(), word.capitalize()):
        assert normalise(form.replace("{}", spelling)) is None


@pytest.mark.parametrize("word", WORDS)
def test_a_withheld_name_withholds_the_number(word):
    """A caller who asked to be withheld has no identity, even if the carrier sent the number."""
    assert normalise(f'"{word.capitalize()}" <sip:+16125550123@sip.example.com>') is None
    assert normalise(f"{word} <+16125550123>") is None


@pytest.mark.parametrize(
    "form",
    [
        "{}",
        "tel:{}",
        "sip:{}@sip.example.com",
        "Caller <{}>",
        "whatsapp:{}",
        "00{}",
        "+{}",
        "+ {}",
        "sip:%2B{}@sip.example.com",
    ],
)
@pytest.mark.parametrize("spelling", KEYPAD)
def test_a_keypad_spelling_is_no_identity(spelling, form):
    """Each keypad spelling of a withheld number, with or without its plus, names nobody."""
    digits = spelling.removeprefix("+")
    assert normalise(form.format(digits)) is None
    assert normalise(int(digits)) is None
    assert normalise(digits, near=AGENT) is None
    assert normalise(f"{digits[:3]} {digits[3:]}") is None


def test_the_keypad_spellings_are_the_documented_ones():
    """The spellings that name nobody are exactly those five."""
    assert {f"+{spelling}" for spelling in WITHHELD_SPELLINGS} == set(KEYPAD)


@pytest.mark.parametrize("raw", ["+860282452253", "+86 0 282452253"])
def test_a_trunk_prefix_does_not_hide_a_keypad_spelling(raw):
    """A number that would be stored as a keypad spelling names nobody either."""
    assert normalise(raw) is None


@pytest.mark.parametrize(
    "raw",
    [
        None,
        "",
        "  ",
        "+",
        "*",
        "%",
        "+*",
        "+1*",
        "0",
        "+1",
        "+1234",
        "+491234",
        "+0016125550123",
        "+999999999999",
        "+161255501234567890",
        "+2341170543729970",
        "911",
        "12345",
        "+16125550123 or +16125550124",
        "+16125550123,+16125550124",
        "call me at +16125550123",
        "user_16125550123",
        "alice",
        "sip:alice@sip.example.com",
        "sip:alice16125550123@sip.example.com",
        "alice@example.com",
        "US.13491208655302741918",
        "conv_4201examplecall000000000001",
        '{"user_id": "*"}',
        "+1612555O123",
        "+1" + "6" * 500,
        "6" * 100_000,
        True,
        False,
        1.6125550123e10,
        0,
        ["+16125550123"],
        {"user_id": "*"},
        b"+16125550123",
    ],
    ids=lambda raw: repr(raw)[:40],
)
def test_what_is_no_number_is_nobody(raw):
    """Wildcards, filters, words, addresses, several numbers and impossible ones name nobody."""
    assert normalise(raw) is None


NUMBERS = st.builds(
    "{}{}{}{}".format,
    st.sampled_from(["+", "00", "", "tel:", "sip:+", "+0"]),
    st.sampled_from(["", *map(str, phonenumbers.COUNTRY_CODE_TO_REGION_CODE)]),
    st.sampled_from(["", "0", "00", "1", "8"]),
    st.text("0123456789 -()", max_size=16),
)
NEAR = st.sampled_from(["", AGENT, "+442079460999", "+493023125000", "+5511961234567"])


@given(NUMBERS | st.text() | st.integers(0, 10**16), NEAR)
def test_a_caller_is_e164_or_nobody(raw, near):
    """Whatever is written, what comes out is E.164 or nothing, and reads as itself again."""
    number = normalise(raw, near)
    assert number is None or E164.fullmatch(number)
    assert normalise(number) == number
    assert normalise(number, near) == number


@given(invented.ANY_JSON)
def test_any_json_is_e164_or_nobody(raw):
    """Whatever JSON stands where a number belongs, nothing breaks."""
    number = normalise(raw)
    assert number is None or E164.fullmatch(number)


@pytest.mark.parametrize(
    ("body", "caller"),
    [
        ({"caller_id": STEFAN, "called_number": AGENT}, STEFAN),
        ({"caller_id": STEFAN}, STEFAN),
        ({"system__caller_id": STEFAN}, STEFAN),
        ({"system__caller_id": STEFAN, "system__called_number": AGENT}, STEFAN),
        ({"caller_id": STEFAN, "system__caller_id": SARAH}, STEFAN),
        ({"caller_id": "6125550123", "called_number": AGENT}, STEFAN),
        ({"caller_id": "6125550123"}, None),
        ({"caller_id": "16125550123", "called_number": None}, STEFAN),
        ({"caller_id": "anonymous", "called_number": AGENT}, None),
        ({"caller_id": "+266696687", "called_number": AGENT}, None),
        ({"caller_id": "", "called_number": AGENT}, None),
        ({"caller_id": None, "called_number": SARAH}, None),
        ({"called_number": SARAH}, None),
        ({}, None),
    ],
)
def test_the_caller_before_an_inbound_call(body, caller):
    """The human of an inbound call is ``caller_id``, and never the number that was called."""
    assert caller_before_call(body, [AGENT]) == caller


@pytest.mark.parametrize(
    ("body", "caller"),
    [
        ({"caller_id": AGENT, "called_number": STEFAN}, STEFAN),
        ({"caller_id": "16515550100", "called_number": "16125550123"}, STEFAN),
        ({"caller_id": "sip:+16515550100@sip.example.com", "called_number": STEFAN}, STEFAN),
        ({"caller_id": AGENT, "called_number": "6125550123"}, STEFAN),
        ({"system__caller_id": AGENT, "system__called_number": STEFAN}, STEFAN),
        ({"caller_id": "+16515550101", "called_number": STEFAN}, STEFAN),
        ({"caller_id": AGENT}, None),
        ({"caller_id": AGENT, "called_number": "anonymous"}, None),
        ({"caller_id": AGENT, "called_number": AGENT}, None),
        ({"caller_id": AGENT, "called_number": "+16515550101"}, None),
    ],
)
def test_the_caller_before_an_outbound_call(body, caller):
    """When ``caller_id`` is one of the agent's numbers, the human is ``called_number``."""
    assert caller_before_call(body, ["+1 651 555 0100", "16515550101"]) == caller


def test_without_agent_numbers_nothing_is_swapped():
    """An app that does not know its numbers takes ``caller_id`` for the caller."""
    body = {"caller_id": AGENT, "called_number": STEFAN}
    assert caller_before_call(body, []) == AGENT


@given(
    st.dictionaries(st.sampled_from(["caller_id", "called_number"]), invented.ANY_JSON | NUMBERS),
    st.lists(NUMBERS),
)
def test_no_body_breaks_it(body, agent_numbers):
    """Whatever the initiation webhook says, the answer is E.164 and not the agent, or nobody."""
    caller = caller_before_call(body, [*agent_numbers, AGENT])
    assert caller is None or E164.fullmatch(caller)
    assert caller != AGENT


def phone_call(**changes):
    """Return the metadata of an inbound phone call of Stefan's."""
    call = {"direction": "inbound", "agent_number": AGENT, "external_number": STEFAN}
    return {"phone_call": {**call, **changes}}


def data(user_id=None, metadata=None, **variables):
    """Return conversation data that names a caller in these places."""
    named = {f"system__{name}": value for name, value in variables.items()}
    return {"user_id": user_id, "metadata": metadata or {}, **initiated(named)}


def initiated(variables):
    """Return the part of conversation data that holds the dynamic variables."""
    return {"conversation_initiation_client_data": {"dynamic_variables": variables}}


WEB = {"phone_call": None}
BOTH = {"caller_id": "+16125550111", "called_number": "+16125550112"}


@pytest.mark.parametrize(
    ("said", "caller"),
    [
        # the user_id that /client-data gave, which stands before every other place
        (data(SARAH, phone_call()), SARAH),
        (data(SARAH, WEB), SARAH),
        (data(SARAH), SARAH),
        (data(f" {SARAH} "), SARAH),
        # ... if it is ours: E.164 to the letter
        (data("user_42", phone_call()), STEFAN),
        (data("2185550143", phone_call()), STEFAN),
        (data("12185550143", phone_call()), STEFAN),
        (data("+1 218 555 0143", phone_call()), STEFAN),
        (data("tel:+12185550143", phone_call()), STEFAN),
        (data("+02185550143", phone_call()), STEFAN),
        (data("+266696687", phone_call()), STEFAN),
        (data("*", phone_call()), STEFAN),
        (data("12185550143"), None),
        (data(12185550143), None),
        # phone calls: the external number is the human in both directions
        (data(None, phone_call(), **BOTH), STEFAN),
        (data(None, phone_call(direction="outbound"), **BOTH), STEFAN),
        (data(None, phone_call(external_number="6125550123")), STEFAN),
        (data(None, phone_call(external_number="sip:+16125550123@sip.example.com")), STEFAN),
        # sms and whatsapp
        (data(None, {"sms": {"sms_user_phone_number": STEFAN}}, **BOTH), STEFAN),
        (
            data(
                None,
                {"sms": {"agent_phone_number": AGENT, "sms_user_phone_number": "6125550123"}},
            ),
            STEFAN,
        ),
        (data(None, {"sms": {"agent_phone_number": AGENT, "sms_user_phone_number": AGENT}}), None),
        (data(None, {"whatsapp": {"whatsapp_user_id": "16125550123"}}, **BOTH), STEFAN),
        (data(None, {"whatsapp": {"whatsapp_user_id": "US.1349120865530274"}}), None),
        (
            data(None, phone_call() | {"sms": {"sms_user_phone_number": SARAH}}),
            STEFAN,
        ),
        (
            data(
                None,
                {
                    "sms": {"sms_user_phone_number": SARAH},
                    "whatsapp": {"whatsapp_user_id": "16125550123"},
                },
            ),
            SARAH,
        ),
        # the dynamic variables: which of them depends on the direction
        (data(None, None, **BOTH), "+16125550111"),
        (data(None, {"phone_call": {"direction": "inbound"}}, **BOTH), "+16125550111"),
        (data(None, {"phone_call": {"direction": "outbound"}}, **BOTH), "+16125550112"),
        (data(None, {"whatsapp": {"direction": "outbound"}}, **BOTH), "+16125550112"),
        (data(None, {"sms": {"direction": "OUTBOUND"}}, **BOTH), "+16125550112"),
        (data(None, {"phone_call": {"direction": "outbound"}}, caller_id=STEFAN), None),
        (data(None, None, called_number=STEFAN), None),
        # metadata.caller_id comes last
        (data(None, {"caller_id": STEFAN}), STEFAN),
        (data(None, {"caller_id": STEFAN}, **BOTH), "+16125550111"),
        (data(None, phone_call(external_number=None) | {"caller_id": SARAH}), SARAH),
        # nobody
        (data(), None),
        ({}, None),
        (data(None, phone_call(external_number="anonymous"), caller_id="anonymous"), None),
        (data(None, phone_call(external_number="+266696687"), caller_id="+266696687"), None),
    ],
)
def test_the_caller_after_a_call(said, caller):
    """Of the places that name a caller, the surest one that names somebody decides."""
    assert caller_after_call(said, []) == caller


@pytest.mark.parametrize(
    ("said", "agent_numbers", "caller"),
    [
        (data(AGENT, phone_call()), [], STEFAN),
        (data(AGENT, phone_call()), [AGENT], STEFAN),
        (data("+16515550101", phone_call()), ["1 651 555 0101"], STEFAN),
        (data(None, phone_call(external_number=AGENT)), [], None),
        (data(None, phone_call(external_number=AGENT), caller_id=STEFAN), [], STEFAN),
        (data(None, phone_call(external_number="+16515550101")), ["+16515550101"], None),
        (data(None, None, caller_id=AGENT), [AGENT], None),
        (data(None, {"caller_id": AGENT}), [AGENT], None),
        (data(AGENT, {"caller_id": STEFAN}, caller_id=AGENT), [AGENT], STEFAN),
    ],
)
def test_the_agent_is_never_the_caller(said, agent_numbers, caller):
    """The agent's own number is passed over in every place where it may stand."""
    assert caller_after_call(said, agent_numbers) == caller


@given(invented.ANY_JSON, invented.ANY_JSON, invented.ANY_JSON, invented.ANY_JSON)
def test_no_data_breaks_it(user_id, metadata, call, variables):
    """Whatever a payload says of the caller, the answer is E.164 or nobody."""
    for metadata_ in (metadata, {"phone_call": call, "sms": call, "whatsapp": call}):
        said = {"user_id": user_id, "metadata": metadata_, **initiated(variables)}
        caller = caller_after_call(said, [])
        assert caller is None or E164.fullmatch(caller)


def test_a_withheld_name_may_have_other_words():
    """A display name that says "private" withholds the number, whatever else it says."""
    assert normalise('"Private Number" <sip:+16125550123@example.com>') is None


@pytest.mark.parametrize("empty", [None, ""])
def test_an_empty_caller_id_leaves_the_other_name(empty):
    """An empty ``caller_id`` does not hide ``system__caller_id``."""
    body = {"caller_id": empty, "system__caller_id": STEFAN}
    assert caller_before_call(body, ()) == STEFAN
