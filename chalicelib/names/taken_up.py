"""The name that the agent calls the caller by, once the caller has uttered it. No I/O.

An agent is a language model that has heard all that was said: "Thanks, Lyle" behind "put it under
Lyle Gunderson" says whose name that was, however it was put. What the agent brought along, or
misheard, the caller has not uttered; and whoever is called by the wrong name says no.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from chalicelib.conversation import Turn
from chalicelib.names.addresses import addressed, begun_in_lower_case, begun_with
from chalicelib.names.another_person import is_not
from chalicelib.names.asking import Question, hailed, read_question
from chalicelib.names.called_at_last import (
    is_called_at_last,
    is_courteous,
    is_thing,
    is_told_of_self,
    parts_of,
)
from chalicelib.names.common_words import is_common
from chalicelib.names.full_form import in_full
from chalicelib.names.goes_by import will_do
from chalicelib.names.name import titled
from chalicelib.names.pattern import Pattern
from chalicelib.names.pieces import is_lower_case, pieces
from chalicelib.names.run import mentions
from chalicelib.names.telling import Telling, telling
from chalicelib.names.words import PARTICLES
from chalicelib.names.written import (
    first_name,
    plain,
)

_MOST_USES = 200  # of names by the agent, that are looked at; a call has some ten
# With what the agent speaks to the caller by name; Don and Doña stand before names.
_THANKS = Pattern(
    r"\b(?:thank|thanks|sorry|gracias|perd[oó]ne?|disculp\w{1,3}|(?:nice|pleased|good|lovely"
    r"|great) to meet you"
    r"|(?:un )?placer|mucho gusto|encantad[oa]|do[nñ]a?(?!'t)|apolog\w+)\b"
)


@dataclass(frozen=True)
class TakenUp:
    """How the agent addresses the caller in the end, in words that the caller has uttered."""

    name: str = ""  # as the agent says it
    full: str = ""  # the longest form of it in what was uttered
    turn: int = -1  # how many turns of the caller's stood before the agent's last use of it
    known_as: str = ""  # the full name in the turn in which the caller says they are called so
    is_nickname: bool = False  # the caller has said that they are called so
    beside: frozenset[str] = frozenset()  # the words of the turn in which they first said it


def taken_up(turns: Sequence[Turn], told: str = "", *, is_still: bool = False) -> TakenUp:
    """Return the name that the agent has taken up from the caller, if any.

    That is: one that they gave when they were asked for theirs, or said they are called by, or by
    which the agent thanks them, begs their pardon, answers their first words with a hello, or calls
    them more than once; or once, where it was not ``told`` by which name to greet them.
    """
    said: list[Telling] = []
    used: list[tuple[str, int]] = []  # names that the agent says, and how many turns were before
    question, is_known = Question(), bool(told)
    for turn in turns:
        if turn.speaker == "caller":
            said.append(telling(turn.words, question))
            used = _not_denied(used, len(said) - 1, turn.words)
            continue
        question = read_question(turn.words)
        is_known = is_known or (not said and bool(hailed(question) or question.meant))
        if not said:
            continue
        begun = begun_with(turn.words, ".,!")
        is_repeated = not is_known and " " in begun and plain(begun) in said[-1].wholes
        name = question.spoken_to or (begun if said[-1].is_told or is_repeated else "")
        if not name and is_lower_case(turn.words):
            name = _in_lower_case(turn.words, said)
        if min(map(len, parts_of(name)), default=0) > 1:
            used.append((name, len(said)))
            is_met = len(said) == 1 and question.greets
            is_thanked = is_met or is_repeated or bool(_THANKS.search(turn.words.lower()))
            said[-1] = _spoken_to(said[-1], name, is_thanked=is_thanked)
    is_last = not is_known or (
        is_told_of_self(used, said, is_still=is_still) and is_called_at_last(turns, used)
    )
    use = _latest(used, said) or (_only(used, said) if is_last else None)
    if not use or _is_back(told, use, used):
        return TakenUp()
    if is_courteous(use.name, turns) and not titled(told):
        use = replace(use, nickname="")  # "señora Ruiz" is a surname, whatever they are called
    return _in_full(use, turns, said)


def _spoken_to(told: Telling, name: str, *, is_thanked: bool) -> Telling:
    """Return ``told`` as the agent answers it by ``name``: who is thanked by it, it is theirs."""
    is_theirs = is_thanked and set(parts_of(name)) <= told.words | told.others
    words = told.words | told.others if is_theirs else told.words
    return replace(told, words=words, is_thanked=is_thanked)


def _in_lower_case(words: str, said: Sequence[Telling]) -> str:
    if name := addressed(words, _uttered(said)):
        return name
    return begun_in_lower_case(words, said[-1].words) if said[-1].is_told else ""


def _in_full(use: "_Use", turns: Sequence[Turn], said: Sequence[Telling]) -> TakenUp:
    before_it = use.nickname[: max(use.nickname.rfind(use.name), 0)]
    known_as = next(iter(mentions(pieces(before_it))), "")
    full = in_full(use.name, turns, _uttered(said))
    return TakenUp(use.name, full, use.turn, known_as, bool(use.nickname), use.beside)


def _not_denied(used: list[tuple[str, int]], count: int, words: str) -> list[tuple[str, int]]:
    """Return ``used`` without the latest name, where ``words`` of the caller deny it."""
    if used and used[-1][1] == count and _is_not_so_called(words, used[-1][0]):
        return [one for one in used if plain(one[0]) != plain(used[-1][0])]
    return used


@dataclass(frozen=True)
class _Use:
    """A name that the agent uses."""

    name: str
    turn: int  # how many turns of the caller's stood before
    beside: frozenset[str]  # the words of the turn in which they first said it
    nickname: str = ""  # the turn in which the caller says that they are called so


def _latest(used: Sequence[tuple[str, int]], said: Sequence[Telling]) -> _Use | None:
    """Return the latest of the names that the agent has ``used`` and the caller has uttered."""
    uttered = _uttered(said)
    for name, count in reversed(used[-_MOST_USES:]):
        parts = parts_of(name)
        tellings = [one for one in said[:count] if parts[-1] in one.words]
        if not set(parts) <= uttered or not tellings:
            continue
        is_answer = any(one.is_answer for one in tellings)
        if (is_common(name) and not is_answer) or is_thing(name, said):
            continue
        called = (one.text for one in tellings if one.is_nickname or will_do(one.text, parts[0]))
        nickname = "" if parts[1:] else next(called, "")
        is_often = sum(plain(other) == plain(name) for other, _ in used) > 1
        if is_answer or tellings[-1].is_thanked or nickname or is_often:
            return _Use(name, count, tellings[0].words, nickname)
        return None
    return None


def _is_back(told: str, use: _Use, used: Sequence[tuple[str, int]]) -> bool:
    """Return whether the agent speaks to who was greeted again: a child had said hello."""
    if not told or not used or plain(use.name) == plain(told):
        return False
    name, count = used[-1]
    return count > use.turn and plain(first_name(name)) == plain(first_name(told))


def _only(used: Sequence[tuple[str, int]], said: Sequence[Telling]) -> _Use | None:
    """Return the name that the agent uses once, where it uses no other one that was uttered."""
    uttered = _uttered(said)
    fit = [(name, count) for name, count in used[:_MOST_USES] if set(parts_of(name)) <= uttered]
    if len({plain(name) for name, _ in fit}) != 1 or is_common(fit[0][0]):
        return None
    if is_thing(fit[0][0], said):
        return None
    name, count = fit[0]
    tellings = [one for one in said[:count] if parts_of(name)[-1] in one.words]
    return _Use(name, count, tellings[0].words) if tellings else None


def _uttered(said: Iterable[Telling]) -> frozenset[str]:
    return frozenset[str]().union(*(one.words for one in said)) - _kin(said) | PARTICLES


def _kin(said: Iterable[Telling]) -> frozenset[str]:
    return frozenset[str]().union(*(one.kin for one in said))


def _is_not_so_called(words: str, name: str) -> bool:
    return bool(name) and any(is_not(piece.text, name) for piece in pieces(words))
