"""A name that the agent asks about, and the caller's yes to it. No I/O."""

from collections.abc import Sequence

from chalicelib.names.assent import fetches, is_me, is_speaking, says_yes
from chalicelib.names.heard_name import Hearing
from chalicelib.names.pieces import Piece
from chalicelib.names.same_person import unlike
from chalicelib.names.written import is_particle, without_title

_FIRST_TURNS = 3  # of the caller's: "Is this Anna?" "Yes."
_MISHEARD = 0.4  # share of letters that may differ in a name that the agent repeats


def confirmed(hearing: Hearing, found: Sequence[Piece]) -> str:
    """Return the name in the agent's question or greeting to which the caller says yes."""
    question = hearing.question
    filed = "" if question.to_confirm else question.filed
    if is_speaking(found) and not hearing.turn:
        return question.addressed or question.is_this or filed
    if filed and is_me(found):
        return filed
    if not says_yes(found) or (question.is_sought and fetches(found)):
        return ""
    if " " in question.meant and hearing.has_said(without_title(question.meant)[0]):
        return without_agents_title(_keeper(hearing, question.meant))
    is_early = hearing.turn < _FIRST_TURNS or question.asks_own or " " in question.is_this
    return without_agents_title(question.to_confirm) if is_early else ""


def _keeper(hearing: Hearing, meant: str) -> str:
    """Return Nuria Ruiz of "Lola de Nuria Ruiz", where the caller has spoken of their Lola."""
    pet, of, whose = meant.partition(" de ")
    is_pet = bool(of) and " " not in pet and " " in whose and hearing.has_said(pet)
    return whose if is_pet and not hearing.has_said(whose.split()[0]) else meant


def without_agents_title(name: str) -> str:
    """Return the agent's "Mr. Alvin Reed" as "Alvin Reed"; "Mr. Reed" stays."""
    bare = without_title(name)
    return " ".join(bare) if len(bare) > 1 and not is_particle(bare[0]) else name


def is_name_meant(meant: str, name: str) -> bool:
    """Return whether the agent ``meant`` the ``name`` that was given: misheard, or with more."""
    return _is_near(meant, name) or (" " in meant and " " not in name and name in meant.split())


def _is_near(meant: str, name: str) -> bool:
    pairs = list(zip(meant.split(), name.split(), strict=False))
    is_as_long = len(pairs) == len(meant.split()) == len(name.split())
    return is_as_long and all(unlike(one, other) <= _MISHEARD for one, other in pairs)
