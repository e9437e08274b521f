"""The name of who speaks in one call: what they said of themself, beside what was collected.

No I/O. A collected name that was uttered is somebody's reading of the transcript: it may be a
pet's, a quoted person's or the agent's, so alone it is not spoken. One that nobody uttered, nor
anything like it, was not read there: the analysis knows it.
"""

from collections.abc import Sequence
from dataclasses import replace

from chalicelib.conversation import Conversation, Turn
from chalicelib.names import confidence as sure
from chalicelib.names.another_person import is_denied
from chalicelib.names.collected import CollectedName, collected_name
from chalicelib.names.heard_name import Hearing, heard_name
from chalicelib.names.hearing import hear
from chalicelib.names.name import MADE_SURE, Name, Source, better_spelled, kept, titled
from chalicelib.names.same_person import LIKE, is_form, same_person
from chalicelib.names.taken_up import TakenUp, taken_up
from chalicelib.names.uttered import nearest, uttered
from chalicelib.names.written import plain, spoken_name

_NOT_SAID = frozenset({"", "spoken to"})
_STANDS: frozenset[Source] = MADE_SURE | {"confirmed"}  # whatever was collected
_WHOLLY_UNLIKE = 0.6  # share of letters in which a name differs that wins over an answer


def who_speaks(conversation: Conversation) -> Name:
    """Return the name of who speaks in ``conversation``, as this call alone tells it."""
    heard = hear(conversation.turns)
    collected = collected_name(conversation.collected)
    taken = taken_up(conversation.turns)
    name = _as_taken_up(heard_name(heard), heard, taken)
    is_used = bool(taken.full) and same_person(taken.full, name.full)
    if not is_used and _is_own_knowledge(collected.full, name, heard, conversation):
        return Name(collected.full, sure.COLLECTED_ALONE, "collected")
    if heard.read_back and set(_words(heard.read_back)) <= set(_words(collected.full)):
        return Name(collected.full, max(name.confidence, sure.CORRECTED), "corrected", name.called)
    if name.source not in _NOT_SAID:
        agreed = _agreed(name, collected, conversation.turns)
        is_same = _is_surname_put_right(agreed, heard.greeted)
        return replace(agreed, source="corrected") if is_same else agreed
    if not name and collected.maybe and set(_words(collected.maybe)) <= heard.answered:
        return Name(collected.maybe, sure.TAKEN_UP, "collected")
    if collected.full:
        return Name(collected.full, _trust(collected.full, heard, conversation.turns), "collected")
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
    if not taken.full or heard.is_refused or is_as_greeted:
        return name
    if name.confidence >= sure.SPOKEN_FROM and heard.named_in >= taken.turn:
        return name
    if _is_called_so(name, heard, taken):
        return replace(name, confidence=max(name.confidence, sure.CALLED))
    known = _known(name, heard, taken)
    is_nickname = taken.is_nickname or _is_short_for(taken, name)
    if known and is_nickname and plain(taken.name) not in _words(known):
        return Name(known, max(name.confidence, sure.CALLED), "said", taken.name)
    if name and same_person(name.full, taken.full):
        full = _fuller(name.full, taken.full)
        return replace(name, full=full, confidence=max(name.confidence, sure.TAKEN_UP))
    return Name(taken.full, sure.TAKEN_UP, "confirmed")


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
    is_more = taken.is_nickname and taken.known_as and plain(taken.name) in _words(known)
    return taken.known_as if is_more else known


def _is_surname_put_right(name: Name, greeted: str) -> bool:
    """Return whether "Mrs. Quist" has put right that they were greeted as "Mrs. Twist"."""
    titles = [one.split()[0] for one in (titled(name.full), titled(greeted)) if one]
    return name.source in MADE_SURE and len(titles) > 1 and len(set(map(plain, titles))) == 1


def _is_short_for(taken: TakenUp, name: Name) -> bool:
    """Return whether the agent says a short form that was told in one turn with ``name``."""
    first = name.full.split()[0] if name else ""
    is_beside = bool(first) and plain(first) in taken.beside and " " not in taken.name
    return is_beside and is_form(taken.name, first)


def _fuller(name: str, other: str) -> str:
    return other if set(_words(name)) < set(_words(other)) else name


def _is_own_knowledge(full: str, name: Name, heard: Hearing, call: Conversation) -> bool:
    """Return whether ``full`` is what the analysis knows without the transcript.

    That is: nobody uttered anything like it, and the agent was told of nobody so called. Beside
    ``name``, which the caller gave for an answer, it must be wholly unlike all that was said; what
    they spelled, put right or confirmed stands.
    """
    if not full or heard.is_refused or name.source in _STANDS:
        return False
    if plain(spoken_name(full)) in heard.agents:
        return False
    if heard.greeted and not same_person(full, heard.greeted):
        return False  # nobody said that it is another than the one who was greeted
    texts = [*(turn.words for turn in call.turns), *call.recalled]
    apart = nearest(full, texts)
    return apart >= _WHOLLY_UNLIKE if name.confidence >= sure.CALLED else apart > LIKE


def _agreed(name: Name, collected: CollectedName, turns: Sequence[Turn]) -> Name:
    """Return ``name`` completed and made surer by what was ``collected``, where that agrees."""
    if collected.full and same_person(name.full, collected.full):
        is_passing = name.confidence <= sure.IN_PASSING
        more = sure.COLLECTED_TOO_IN_PASSING if is_passing else sure.COLLECTED_TOO
        full = _completed(name.full, collected.full, turns)
        called = name.called or (titled(name.full) if full != name.full else "")
        called = better_spelled(called, full)
        return kept(Name(full, 0, name.source, called), name.confidence + more)
    if collected.last and " " not in name.full and _adds(collected.last, name.full, turns):
        full = f"{name.full} {collected.last}"
        return Name(full, name.confidence, name.source, name.called)
    return name


def _completed(said: str, collected: str, turns: Sequence[Turn]) -> str:
    """Return ``said``, or ``collected`` where that has more, or the same with its accents.

    More is a surname behind a first name that was said, else only words that were uttered.
    """
    words, longer = _words(said), _words(collected)
    if titled(said) and longer[1:] == words[1:] and longer[0] in uttered(turns):
        return collected
    if set(words) < set(longer):
        is_surname_alone = len(words) == 1 and longer[0] == words[0]
        return collected if is_surname_alone or set(longer) <= uttered(turns) else said
    return better_spelled(said, collected) if words == longer else said


def _adds(surname: str, first: str, turns: Sequence[Turn]) -> bool:
    return plain(surname) != plain(first) and set(_words(surname)) <= uttered(turns)


def _trust(full: str, heard: Hearing, turns: Sequence[Turn]) -> float:
    """Return how far a collected name is believed that the caller did not say of themself."""
    first = plain(spoken_name(full))
    if heard.is_refused or first in heard.agents:
        return sure.DOUBTED
    if heard.greeted and same_person(full, heard.greeted):
        return sure.GREETED_AND_COLLECTED
    if heard.answered and set(_words(full)) <= heard.answered:
        return sure.TAKEN_UP
    callers = [turn for turn in turns if turn.speaker == "caller"]
    return sure.UTTERED if first in uttered(callers) else sure.NEVER_UTTERED


def _words(name: str) -> list[str]:
    return [plain(word) for word in name.split()]
