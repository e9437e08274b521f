"""Secrets said out loud: tables of what is taken out, and of look-alikes that stay."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chalicelib.conversation import Turn
from chalicelib.quotation import quote
from chalicelib.redaction.redact import MARK, redact
from chalicelib.redaction.redacted_conversation import redact_conversation, redact_turns
from tests import invented, table

CARD = "4111 1111 1111 1111"
SECRET = re.compile(r"\{.*?\}")
RUN = re.compile(r"\d(?:[ -]?\d){12,}")


def turns(*said):
    """Return turns of (role, words)."""
    sides = {"agent": "agent", "user": "caller"}
    return [Turn(sides[role], words, 10 * at) for at, (role, words) in enumerate(said)]


def words(*said):
    """Return the words of such turns without secrets."""
    return [turn.words for turn in redact_turns(turns(*said))]


@pytest.mark.parametrize(("asked", "told"), table.read("secrets"))
def test_a_secret_is_taken_out_and_nothing_else(asked, told):
    """What could be misused is marked, and the words around it stay as they were."""
    if "{" in asked:
        asked, told = "", asked
    assert redact(re.sub("[{}]", "", told), asked) == SECRET.sub(MARK, told)


@pytest.mark.parametrize(("asked", "told"), table.read("lookalikes"))
def test_what_only_looks_like_a_secret_stays(asked, told):
    """Years, prices, counts, house and telephone numbers, and talk about codes are no secrets."""
    assert redact(told, asked) == told


@pytest.mark.parametrize(("asked", "told"), table.read("clues_go"))
def test_what_a_secret_is_made_of_is_taken_out(asked, told):
    """Whose birthday a code is, a password in its parts, a word for the door: they go."""
    said = [("agent", asked), ("user", re.sub("[{}]", "", told))]
    assert words(*said)[1] == SECRET.sub(MARK, told)


@pytest.mark.parametrize(("asked", "told"), table.read("clues_stay"))
def test_what_is_said_beside_codes_stays(asked, told):
    """Names, days, ways and troubles stay beside talk of codes, cards and words."""
    assert words(("agent", asked), ("user", told)) == [asked, told]


@pytest.mark.parametrize(("asked", "told"), [*table.read("codes_go"), *table.read("codes_go_too")])
def test_a_code_is_taken_out_wherever_it_opens_something(asked, told):
    """Figures of doors, boxes, papers and cards, and passwords, go however they are asked for."""
    said = [("agent", re.sub("[{}]", "", asked)), ("user", re.sub("[{}]", "", told))]
    assert words(*said) == [SECRET.sub(MARK, asked), SECRET.sub(MARK, told)]


@pytest.mark.parametrize(
    ("asked", "told"), [*table.read("codes_stay"), *table.read("codes_stay_too")]
)
def test_figures_that_open_nothing_stay(asked, told):
    """House numbers, dates, prices, sizes, times and orders stay beside doors and papers too."""
    assert words(("agent", asked), ("user", told)) == [asked, told]


@pytest.mark.parametrize(("asked", "told"), table.read("told_go"))
def test_what_is_told_on_the_telephone_is_taken_out(asked, told):
    """Papers in hundreds, words for the guard, answers for security, what is typed: they go."""
    said = [("agent", re.sub("[{}]", "", asked)), ("user", re.sub("[{}]", "", told))]
    assert words(*said) == [SECRET.sub(MARK, asked), SECRET.sub(MARK, told)]


@pytest.mark.parametrize(("asked", "told"), table.read("told_stay"))
def test_what_is_told_beside_it_stays(asked, told):
    """Houses, times, amounts, and talk of codes and words stay as they were said."""
    assert words(("agent", asked), ("user", told)) == [asked, told]


def test_a_word_that_opens_is_taken_out_wherever_it_is_said_again():
    """The word for the driver goes where it is told, and from every other turn."""
    said = [
        ("agent", "¿Y qué palabra clave le damos al chofer?"),
        ("user", "Que sea, este, colibrí. Con colibrí la entregan, si no, no."),
        ("agent", "Colibrí, muy bien."),
    ]
    left = [f"Que sea, este, {MARK}. Con {MARK} la entregan, si no, no.", f"{MARK}, muy bien."]
    assert words(*said)[1:] == left


@pytest.mark.parametrize(("asked", "told"), table.read("codes_go_unnamed"))
def test_a_secret_that_nobody_names_is_taken_out(asked, told):
    """A paper's number said as an amount, a password that is spelled, a machine's key: they go."""
    said = [("agent", asked), ("user", re.sub("[{}]", "", told))]
    assert words(*said) == [asked, SECRET.sub(MARK, told)]


@pytest.mark.parametrize(("asked", "told"), table.read("codes_stay_unnamed"))
def test_amounts_lists_and_names_stay_beside_papers_and_passwords(asked, told):
    """What is bought, counted, spelled or fixed for a day is no secret."""
    assert words(("agent", asked), ("user", told)) == [asked, told]


@pytest.mark.parametrize(
    "talk",
    [
        *table.read_talks("codes_over_turns"),
        *table.read_talks("codes_refused"),
        *table.read_talks("told_over_turns"),
    ],
)
def test_what_was_asked_for_is_awaited_for_some_turns(talk):
    """A code told turns after the question goes, and so does one that the agent does not want."""
    sides = {"agent": "agent", "caller": "user"}
    said = [(sides[speaker], re.sub("[{}]", "", told)) for speaker, told in talk]
    assert words(*said) == [SECRET.sub(MARK, told) for _, told in talk]


@pytest.mark.parametrize(
    ("said", "left"),
    [
        (
            [
                ("user", "My card is 4111."),
                ("agent", "Go on."),
                ("user", "1111 1111"),
                ("agent", "And the rest?"),
                ("user", "One one one one."),
            ],
            [f"My card is {MARK}.", "Go on.", MARK, "And the rest?", f"{MARK}."],
        ),
        (
            [
                ("agent", "The number?"),
                ("user", "Four one one one, one one one one"),
                ("agent", "Four one one one?"),
                ("user", "one one one one, one one one one"),
            ],
            ["The number?", MARK, f"{MARK}?", MARK],
        ),
        (
            [("user", f"It's {CARD}."), ("agent", f"Is it {CARD}?"), ("user", "Yes.")],
            [f"It's {MARK}.", f"Is it {MARK}?", "Yes."],
        ),
        (
            [("user", "The code is 246810."), ("agent", "Two four six eight one zero?")],
            [f"The code is {MARK}.", f"{MARK}?"],
        ),
        (
            [("user", "My password is bluebird77."), ("agent", "Not bluebird77, please!")],
            [f"My password is {MARK}.", f"Not {MARK}, please!"],
        ),
        (
            [("agent", "¿Su número de cuenta?"), ("user", "0123456"), ("user", "789")],
            ["¿Su número de cuenta?", MARK, MARK],
        ),
        (
            [
                ("agent", "How old were they?"),
                ("user", "12, 14 and 16."),
                ("agent", "And the boys?"),
                ("user", "18 and 21."),
            ],
            ["How old were they?", "12, 14 and 16.", "And the boys?", "18 and 21."],
        ),
        (
            [
                ("agent", "When did you marry?"),
                ("user", "1962."),
                ("agent", "And when did you move?"),
                ("user", "1974."),
            ],
            ["When did you marry?", "1962.", "And when did you move?", "1974."],
        ),
    ],
)
def test_a_secret_said_over_several_turns_is_taken_out(said, left):
    """Parts of one number, and what the agent repeats of it, go; other numbers in turn stay."""
    assert words(*said) == left


def test_all_that_leaves_is_redacted():
    """Turns, collected values and the summary lose their secrets, whoever repeats them."""
    talk = invented.conversation(
        ("agent", "Hello?"),
        ("user", f"My card is {CARD} and the code is 246810. We had 86 cars of durum."),
        analysis={
            **invented.collected(
                payment_method=CARD, verification_code="246810", ssn="000-12-3456", cars="86"
            ),
            "transcript_summary": f"Ordered with {CARD}, read out 246810; 86 cars of durum.",
        },
    )
    clean = redact_conversation(talk)
    assert (
        clean.turns[1].words
        == f"My card is {MARK} and the code is {MARK}. We had 86 cars of durum."
    )
    assert [each.value for each in clean.collected] == [MARK, MARK, MARK, "86"]
    assert clean.summary == f"Ordered with {MARK}, read out {MARK}; 86 cars of durum."


def test_the_mark_survives_a_quotation():
    """What the agent is told shows that something was taken out, in brackets of its own."""
    assert quote(f"My PIN is {MARK}.", 300) == "My PIN is (•••)."


SPOKEN = st.lists(
    st.sampled_from(
        "4111 1111 4 11 12 1962 four eleven uno once double y and is my the password PIN code card "
        "is: social number es clave 123-45-6789 X1234567L bluebird77 , . - ? in $ 12/04".split()
    )
    | st.sampled_from([MARK, "\u0664\u0661", "DE89", "\u2019s", "\n"])
    | invented.ANY_TEXT,
    max_size=12,
).map(" ".join)


@settings(deadline=None)
@given(SPOKEN, SPOKEN)
def test_redacting_twice_changes_nothing_more(said, asked):
    """What was redacted has nothing left to redact."""
    once = redact(said, asked)
    assert redact(once, asked) == once


@settings(deadline=None)
@given(SPOKEN, SPOKEN)
def test_nothing_but_marks_is_added(said, asked):
    """What is left was said, in its order, with marks between."""
    at = 0
    for part in redact(said, asked).split(MARK):
        found = said.find(part, at)
        assert found >= 0
        at = found + len(part)


@settings(deadline=None)
@given(SPOKEN, SPOKEN)
def test_no_long_number_is_left(said, asked):
    """Whatever is around it, no run of thirteen figures or more is left."""
    assert RUN.search(redact(said, asked)) is None


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["agent", "user"]), SPOKEN), max_size=6))
def test_turns_stay_turns(said):
    """Redacting turns keeps their number, sides and times, and doing it twice changes nothing."""
    before = turns(*said)
    after = redact_turns(before)
    assert [(turn.speaker, turn.at_secs) for turn in after] == [
        (turn.speaker, turn.at_secs) for turn in before
    ]
    assert redact_turns(after) == after


@pytest.mark.parametrize(
    "piece", ["1", "1 ", "four ", "password is ", "X1234567", "a1", "code is 12 ", "double ", "1-"]
)
def test_hostile_length_is_redacted(piece):
    """A hundred thousand characters of anything are looked through, however they repeat."""
    said = piece * (100_000 // len(piece))
    assert RUN.search(redact(said, said)) is None
