"""The name of who speaks in one call: what they said of themself, beside what was collected.

No I/O. A collected name that was uttered is somebody's reading of the transcript: it may be a
pet's, a quoted person's or the agent's, so alone it is not spoken. One that nobody uttered, nor
anything like it, was not read there: the analysis knows it.
"""

from collections.abc import Sequence
from dataclasses import replace

from chalicelib.conversation import Conversation, Turn
from chalicelib.names import confidence as sure
from chalicelib.names.addresses import at_last
from chalicelib.names.agreeing import agreed_with
from chalicelib.names.analysed import ITEMS, read_analysis
from chalicelib.names.another_person import is_denied
from chalicelib.names.as_analysed import as_analysed
from chalicelib.names.as_greeted import as_greeted
from chalicelib.names.as_titled import as_titled
from chalicelib.names.begun_with import on_first_name_terms, put_right
from chalicelib.names.collected import collected_name
from chalicelib.names.given_names import by_given_names
from chalicelib.names.heard_name import Hearing, heard_name
from chalicelib.names.hearing import hear
from chalicelib.names.name import MADE_SURE, Name, titled
from chalicelib.names.no_persons import is_something_else
from chalicelib.names.same_person import LIKE, is_form, same_person, unlike
from chalicelib.names.taken_up import TakenUp, taken_up
from chalicelib.names.trusted import is_own_knowledge, is_surer, is_whom_they_deny, trust
from chalicelib.names.whose_number import is_alone, is_dead
from chalicelib.names.written import plain, plausible_name, words_of

_NOT_SAID = frozenset({"", "spoken to"})


def who_speaks(conversation: Conversation) -> Name:
    """Return the name of who speaks in ``conversation``, as this call alone tells it."""
    heard = hear(conversation.turns, conversation.greeted)
    told = _who_speaks(conversation, heard)
    if _is_back(told, heard, conversation.turns):
        told = Name(heard.begun_with, sure.SPOKEN_TO, "spoken to")
    if told and is_something_else(told.full, conversation.collected):
        told = Name()
    name = put_right(told, heard.begun_with, conversation.turns)
    called = heard.called if heard.greeted else ""
    name = on_first_name_terms(name, heard.begun_with, called, conversation.turns)
    if heard.is_another and plain(name.called) == plain(heard.begun_with):
        name = replace(name, called="")
    name = as_greeted(name, heard.greeted, conversation.turns)
    name = as_titled(by_given_names(name, conversation.turns), conversation.turns)
    is_name = all(plausible_name(part) == part for part in (name.full, name.called))
    name = name if is_name else told  # what was put together may be too long
    is_left = is_alone(conversation.turns) or _is_heir(heard, conversation.turns)
    name = replace(name, is_alone=True) if name and is_left else name
    analysis = read_analysis(conversation.collected)
    return as_analysed(name, analysis, heard.begun_with, conversation) if analysis else name


def _is_back(name: Name, heard: Hearing, turns: Sequence[Turn]) -> bool:
    """Return whether the agent speaks in the end to who was greeted, after a child came in."""
    is_last = bool(heard.begun_with) and plain(at_last(turns)) == plain(heard.begun_with)
    is_other = bool(name) and not same_person(name.full, heard.begun_with)
    return is_last and is_other and " " not in name.full and not name.called


def _is_heir(heard: Hearing, turns: Sequence[Turn]) -> bool:
    """Return whether somebody else speaks than who was greeted, who has died."""
    return heard.is_another and is_dead(heard.begun_with, turns)


def _who_speaks(conversation: Conversation, heard: Hearing) -> Name:
    collected = collected_name(one for one in conversation.collected if one.item not in ITEMS)
    is_still = same_person(collected.full, heard.begun_with)
    taken = taken_up(conversation.turns, heard.begun_with, is_still=is_still)
    name = _as_taken_up(heard_name(heard), heard, taken)
    is_used = bool(taken.full) and same_person(taken.full, name.full)
    if not is_used and is_own_knowledge(collected.full, name, heard, conversation):
        return Name(collected.full, sure.COLLECTED_ALONE, "collected")
    if heard.read_back and set(words_of(heard.read_back)) <= set(words_of(collected.full)):
        return Name(collected.full, max(name.confidence, sure.CORRECTED), "corrected", name.called)
    if name.source not in _NOT_SAID and not is_surer(collected.full, name, heard, conversation):
        agreed = agreed_with(name, collected, conversation.turns)
        is_same = _is_surname_put_right(agreed, heard.greeted)
        return replace(agreed, source="corrected") if is_same else agreed
    if not name and collected.maybe and set(words_of(collected.maybe)) <= heard.answered:
        return Name(collected.maybe, sure.TAKEN_UP, "collected")
    if collected.full and not is_whom_they_deny(collected.full, heard):
        return Name(collected.full, trust(collected.full, heard, conversation.turns), "collected")
    return name


def denies(turns: Sequence[Turn], name: str) -> bool:
    """Return whether it is not ``name`` who speaks: they say so, or give a name that is another's.

    Who says nothing of the kind does not deny it.
    """
    heard = heard_name(hear(turns))
    if is_denied(turns, name):
        return True
    is_form = same_person(name, heard.full, corrected=heard.source in MADE_SURE)
    return heard.confidence >= sure.SPOKEN_FROM and not is_form


def _as_taken_up(name: Name, heard: Hearing, taken: TakenUp) -> Name:
    """Return ``name``, or what the agent calls the caller in words that are the caller's own."""
    is_as_greeted = plain(taken.name) == plain(heard.greeted) and " " not in taken.full
    is_formal = bool(titled(taken.name)) and taken.is_nickname  # who keeps the first name alone
    is_refused = heard.is_taken_back or (heard.is_refused and not is_formal)
    if not taken.full or is_refused or is_as_greeted:
        return name
    is_later = heard.named_in >= taken.turn or _is_misheard(taken, name)
    if name.confidence >= sure.SPOKEN_FROM and is_later:
        return name
    if _is_called_so(name, heard, taken):
        return replace(name, confidence=max(name.confidence, sure.CALLED))
    known = _known(name, heard, taken)
    is_nickname = taken.is_nickname or _is_short_for(taken, name)
    words = words_of(known)
    is_other = is_nickname and plain(taken.name) not in words
    is_later_part = taken.is_nickname and plain(taken.name) in words[1:-1] + words[2:]
    if known and (is_other or is_later_part):
        called = name.full if _is_with_title(name.full, taken.name) else taken.name
        return Name(known, max(name.confidence, sure.CALLED), "said", called)
    if name and same_person(name.full, taken.full):
        full = _fuller(name.full, taken.full)
        return replace(name, full=full, confidence=max(name.confidence, sure.TAKEN_UP))
    return Name(taken.full, sure.TAKEN_UP, "confirmed")


def _is_with_title(full: str, called: str) -> bool:
    """Return whether ``full`` is what they are ``called`` behind a title: "doña Tata"."""
    return bool(titled(full)) and plain(full.rsplit(maxsplit=1)[-1]) == plain(called)


def _is_misheard(taken: TakenUp, name: Name) -> bool:
    """Return whether the agent says a part of a full name as it sounds: "Woe-john, thank you"."""
    parts = name.full.split()[1:]
    like = [part for part in parts if unlike(taken.name, part) <= LIKE]
    is_one = taken.name == taken.full and " " not in taken.name
    is_part = is_one and bool(like) and not is_form(taken.name, like[0])
    return is_part and not taken.is_nickname and plain(taken.name) not in words_of(name.full)


def _is_called_so(name: Name, heard: Hearing, taken: TakenUp) -> bool:
    """Return whether the agent says what ``name`` is called, maybe without the title."""
    if " " in name.called and plain(name.called).split()[-1] == plain(taken.name):
        return True
    is_told = plain(name.full) not in {plain(heard.greeted), plain(taken.name)}
    is_same = bool(name.called) and plain(name.called) == plain(taken.name)
    return is_same and (is_told or not taken.known_as)


def _known(name: Name, heard: Hearing, taken: TakenUp) -> str:
    """Return whom the one is who is called ``taken``: as they said, or as they were greeted."""
    is_said = name.confidence >= sure.SPOKEN_FROM
    known = (name.full if is_said else heard.greeted) or taken.known_as
    if not is_said and taken.known_as and not same_person(taken.known_as, known):
        return taken.known_as
    is_more = taken.is_nickname and taken.known_as and plain(taken.name) in words_of(known)
    return taken.known_as if is_more else known


def _is_surname_put_right(name: Name, greeted: str) -> bool:
    """Return whether "Mrs. Quist" has put right that they were greeted as "Mrs. Twist"."""
    titles = [one.split()[0] for one in (titled(name.full), titled(greeted)) if one]
    return name.source in MADE_SURE and len(titles) > 1 and len(set(map(plain, titles))) == 1


def _is_short_for(taken: TakenUp, name: Name) -> bool:
    """Return whether the agent says another name that was told in one turn with ``name``."""
    first = name.full.split()[0] if name else ""
    is_beside = bool(first) and plain(first) in taken.beside and " " not in taken.name
    return is_beside and bool(name.full) and " " in name.full


def _fuller(name: str, other: str) -> str:
    return other if set(words_of(name)) < set(words_of(other)) else name
