"""The name of who speaks, by the rules and by ElevenLabs' analysis together. No I/O.

The analysis is a model's reading of the whole call, so it knows what no rule hears: who is meant by
"what's her name, and yours?". It may also make something up. So its name counts when each part of
it was uttered in the call, and the rules decide where it was not (docs/decisions.md).
"""

from collections.abc import Sequence
from dataclasses import replace

from chalicelib.conversation import Conversation
from chalicelib.names import confidence as sure
from chalicelib.names.analysed import GREETED, NOBODY, RENAMED, Analysed
from chalicelib.names.name import Name, Source, better_spelled, titled
from chalicelib.names.same_person import LIKE, same_person
from chalicelib.names.uttered import nearest
from chalicelib.names.written import is_title, plain, plausible_name, spoken_name, words_of

_HEARD: frozenset[Source] = frozenset({"said", "spelled", "corrected", "confirmed"})


def as_analysed(name: Name, told: Analysed, begun_with: str, conversation: Conversation) -> Name:
    """Return who speaks, of whom the rules say ``name`` and the analysis has ``told``.

    ``begun_with`` is the name with which the agent began; what it was told to begin with goes
    before. Whom the analysis leaves without a name has none, whatever the rules have heard.
    """
    texts = [turn.words for turn in conversation.turns]
    greeted = plausible_name(conversation.greeted) or begun_with
    if told.who == NOBODY or (not told.full and told.who != GREETED):
        return Name()
    if told.full and not _is_uttered(told, [*texts, greeted]):
        return name
    if not told.full or (told.who == GREETED and _is_no_news(told, greeted)):
        name = _let_stand(name, told, greeted)
    else:
        name = _named(told, name, greeted)
    return replace(name, is_alone=told.is_alone) if name else name


def _is_no_news(told: Analysed, greeted: str) -> bool:
    """Return whether the one who was greeted has told nothing of their name."""
    known = {"", plain(greeted)}
    return plain(told.full) in known and plain(told.called) in known


def _let_stand(name: Name, told: Analysed, greeted: str) -> Name:
    is_same = not told.full and bool(name) and same_person(name.full, greeted)
    return name if is_same or not greeted else Name(greeted, sure.SPOKEN_TO, "spoken to")


def _named(told: Analysed, name: Name, greeted: str) -> Name:
    full = _as_heard(told, name, greeted)
    called = better_spelled(told.called, full)
    is_as_usual = plain(called) == plain(spoken_name(full)) and not titled(greeted)
    source: Source = "corrected" if told.who == RENAMED else "said"
    confidence = sure.DISPUTED if _is_disputed(told, name) else sure.ANALYSED
    instead_of = greeted if told.who == RENAMED else ""
    return Name(full, confidence, source, "" if is_as_usual else called, instead_of=instead_of)


def _is_disputed(told: Analysed, name: Name) -> bool:
    """Return whether the rules are sure to have heard the caller give a wholly other name."""
    if name.confidence < sure.SPOKEN_FROM or name.source not in _HEARD:
        return False
    forms = [one for one in (told.full, told.called) if one]
    heard = [one for one in (name.full, name.called) if one]
    return not any(same_person(one, other) for one in forms for other in heard)


def _as_heard(told: Analysed, name: Name, greeted: str) -> str:
    """Return the full name with the surname and the accents that the rules have heard."""
    if name.confidence < sure.SPOKEN_FROM:
        return told.full
    is_first = words_of(told.full) == words_of(name.full)[:1]
    is_known = titled(greeted) and same_person(name.full, greeted)
    if is_first and (told.who != GREETED or is_known):
        return name.full
    return better_spelled(told.full, name.full)


def _is_uttered(told: Analysed, texts: Sequence[str]) -> bool:
    """Return whether each part of the name was said, spelled, or sounds like what was said."""
    letters = "".join(filter(str.isalpha, plain(" ".join(texts))))
    parts = [part for part in words_of(f"{told.full} {told.called}") if not is_title(part)]
    return all(
        "".join(filter(str.isalpha, part)) in letters or nearest(part, texts) <= LIKE
        for part in parts
    )
