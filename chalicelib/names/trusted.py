"""How far a collected name is believed that the caller did not say of themself. No I/O."""

from collections.abc import Sequence

from chalicelib.conversation import Conversation, Turn
from chalicelib.names import confidence as sure
from chalicelib.names.addresses import at_last, is_begun_with
from chalicelib.names.another_person import is_whose
from chalicelib.names.borne_out import is_borne_out
from chalicelib.names.heard_name import Hearing
from chalicelib.names.name import MADE_SURE, Name, Source
from chalicelib.names.same_person import LIKE, same_person
from chalicelib.names.uttered import nearest
from chalicelib.names.written import plain, spoken_name, words_of

_STANDS: frozenset[Source] = MADE_SURE | {"confirmed"}  # whatever was collected
_WHOLLY_UNLIKE = 0.6  # share of letters in which a name differs that wins over an answer


def is_own_knowledge(full: str, name: Name, heard: Hearing, call: Conversation) -> bool:
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


def is_whom_they_deny(full: str, heard: Hearing) -> bool:
    """Return whether ``full`` is the one who was greeted, who the caller said they are not."""
    return heard.is_another and plain(spoken_name(full)) == plain(spoken_name(heard.begun_with))


def is_surer(full: str, name: Name, heard: Hearing, call: Conversation) -> bool:
    """Return whether the collected ``full`` is sure enough, and what was heard is not."""
    is_unsure = (
        bool(full) and name.confidence < sure.SPOKEN_FROM and not same_person(name.full, full)
    )
    return is_unsure and trust(full, heard, call.turns) >= sure.SPOKEN_FROM


def trust(full: str, heard: Hearing, turns: Sequence[Turn]) -> float:
    """Return how far a collected name is believed that the caller did not say of themself."""
    first = plain(spoken_name(full))
    if heard.is_refused or first in heard.agents or is_whose(first, turns):
        return sure.DOUBTED
    if heard.greeted and same_person(full, heard.greeted):
        return sure.GREETED_AND_COLLECTED
    is_back = bool(heard.greeted) and same_person(at_last(turns) or full, heard.greeted)
    if is_back and " " not in full:
        return sure.DOUBTED  # whom the agent still speaks to when it says goodbye
    if heard.answered and set(words_of(full)) <= heard.answered:
        return sure.TAKEN_UP
    theirs = [turn.words for turn in turns if turn.speaker == "caller"]
    is_said = not nearest(spoken_name(full), theirs)
    is_called_so = not heard.greeted and same_person(at_last(turns), full)
    is_called_so = is_called_so or (" " in full and is_begun_with(full, turns))
    is_called_so = is_called_so and (is_said or heard.is_another)
    if is_borne_out(full, turns) or is_called_so:
        return sure.BORNE_OUT
    return sure.UTTERED if is_said else sure.NEVER_UTTERED
