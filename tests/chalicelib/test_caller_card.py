"""The caller card: what it holds, and that it only depends on the calls."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chalicelib.caller_card import MOST_CALLS, MOST_MEMORIES, Card, card_key, read_card
from chalicelib.conversation import Conversation
from chalicelib.what_to_remember import Plan, plan
from tests import invented
from tests.conftest import NOW, SARAH, STEFAN


def _call(number: int, *, name: str = "", at: int | None = None, items: int = 1) -> Conversation:
    """Return call ``number``, a day after the one before, with so many collected items."""
    values = {f"item_{place}": f"value {number} {place}" for place in range(items)}
    values |= {"caller_name": name} if name else {}
    started_at = invented.STARTED_AT + (number if at is None else at) * 86_400
    return invented.conversation(
        ("agent", "Hello?"),
        ("user", f"Words of call {number}."),
        conversation_id=f"conv_{number}",
        analysis=invented.collected(**values),
        metadata={"start_time_unix_secs": started_at, "main_language": "es"},
    )


def _card(*calls: Conversation) -> Card:
    card = Card()
    for call in calls:
        card = card.with_call(plan(call), NOW)
    return card


def test_a_card_holds_what_a_greeting_needs():
    """Name, language, facts and the numbers of facts and calls are on the card."""
    card = _card(_call(1, name="Sarah Whitfield"), _call(2))
    told = card.recollection
    assert told.name == "Sarah Whitfield"
    assert told.language == "es"
    assert [fact.text for fact in told.facts] == [
        "Item 0: value 2 0",
        "Item 0: value 1 0",
        "Name is Sarah Whitfield",
    ]
    assert (card.call_count, card.fact_count, told.is_returning) == (2, 3, True)


def test_who_calls_is_known_whatever_the_order():
    """A fuller name given later counts, and so does another person, also when it came first."""
    first, second, third = _call(1, name="Ana"), _call(2, name="Ana Ruiz"), _call(3, name="Eva")
    assert _card(second, first).recollection.name == "Ana Ruiz"
    assert _card(first, second).recollection.name == "Ana Ruiz"
    for card in (_card(first, third), _card(third, first)):
        assert [one.full for one in card.recollection.people] == ["Ana", "Eva"]


def test_who_was_misnamed_is_one_person_on_the_card():
    """Who says that the name by which they were greeted is not theirs is known by their own."""
    wrong = _call(-1, name="Karen")
    items = {"speaker_name": "Corinne", "speaker_goes_by": "Corinne", "speaker_is": "renamed"}
    right = invented.conversation(
        ("agent", "Hello, Karen!"),
        ("user", "It never was Karen. Corinne."),
        conversation_id="conv_2",
        analysis=invented.collected(**items),
        conversation_initiation_client_data=invented.told(caller_name="Karen"),
    )
    card = read_card(_card(wrong, right).to_json())
    assert [one.spoken for one in card.recollection.people] == ["Corinne"]


def test_a_name_outlives_many_calls():
    """The name stays on the card when newer facts fill it."""
    card = _card(_call(0, name="Ana"), *[_call(number, items=9) for number in range(1, 20)])
    assert card.recollection.name == "Ana"
    assert len(card.facts) == MOST_MEMORIES
    assert card.call_count == 20


def test_a_card_survives_being_stored():
    """A stored card is read back as it was."""
    card = _card(_call(1, name="Ana"), _call(2))
    assert read_card(card.to_json()) == card


def test_nobody_has_an_empty_card():
    """A caller without a card is a caller nobody remembers."""
    assert not read_card(None).recollection.is_returning


@settings(deadline=None)  # the first example compiles what names are heard by
@given(order=st.permutations(range(5)), again=st.lists(st.integers(0, 4), max_size=8))
def test_order_and_repeats_make_no_difference(order, again):
    """Calls in any order, and any of them again, leave the same facts and the same numbers."""
    calls = [_call(number, name=f"Ana{'abcde'[number]}") for number in range(5)]
    expected = _card(*calls)
    card = _card(*[calls[number] for number in [*order, *again]])
    assert card.facts == expected.facts
    assert (card.call_count, card.fact_count) == (expected.call_count, expected.fact_count)


def test_a_cards_key_does_not_tell_whose_it_is():
    """The key holds no number, differs by number and by salt, and needs a salt."""
    key = card_key(SARAH, "salt")
    assert key.startswith("callers/")
    assert "2185550143" not in key
    assert len({key, card_key(STEFAN, "salt"), card_key(SARAH, "pepper")}) == 3
    with pytest.raises(ValueError, match="salt"):
        card_key(SARAH, "")


def test_what_was_noted_lately_is_told_apart():
    """What the latest calls left is told apart from the rest of the card, by when it was noted."""
    card = Card().with_call(plan(_call(1, name="Ana")), NOW)
    card = card.with_call(plan(_call(2)), NOW + 100)
    assert [fact.text for fact in card.noted_since(NOW + 50).facts] == ["Item 0: value 2 0"]
    assert len(card.noted_since(NOW).facts) == card.fact_count
    assert not card.noted_since(NOW + 200).is_returning


@pytest.mark.parametrize("body", [b"no json", b"[]", b"{}", b'{"facts": 1}', b'{"facts": [{}]}'])
def test_a_card_that_cannot_be_read_is_written_anew(body):
    """A damaged card is an empty one, which the next call fills."""
    assert read_card(body) == Card()
    assert read_card(body).with_call(plan(_call(1)), NOW).call_count == 1


def test_a_card_lacks_what_would_change_it():
    """A card lacks a call that is not on it, or whose facts are others; not one that left none."""
    call, other = _call(1, name="Ana"), _call(1, name="Eva")
    card = _card(call)
    assert not card.lacks(plan(call))
    assert card.lacks(plan(other))
    assert card.lacks(plan(_call(2)))
    assert not card.lacks(Plan(_call(3), (), ()))
    assert card.lacks(Plan(call, (), ()))


def test_a_full_card_lacks_no_call_that_it_can_not_know():
    """Of a call that is not on a full card nobody knows if it was: it is not counted again."""
    calls = tuple((f"conv_{number}", 1.0) for number in range(1_000, 1_000 + MOST_CALLS))
    assert not Card(calls=calls).lacks(plan(_call(1)))


def test_other_facts_of_a_call_are_counted():
    """When a call that is noted leaves more or fewer facts than before, the count follows."""
    card = _card(_call(1), _call(2, items=3))
    assert card.with_call(plan(_call(2, items=1)), NOW).fact_count == 2
    assert card.with_call(plan(_call(1, items=4)), NOW).fact_count == 7
