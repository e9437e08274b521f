"""The name that the agent calls the caller by, once the caller has uttered it. No I/O.

An agent is a language model that has heard all that was said: "Thanks, Lyle" behind "put it under
Lyle Gunderson" says whose name that was, however it was put. What the agent brought along, or
misheard, the caller has not uttered; and whoever is called by the wrong name says no.
"""

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, replace
from itertools import pairwise

from chalicelib.conversation import Turn
from chalicelib.names.another_person import is_not
from chalicelib.names.asking import Question, read_question
from chalicelib.names.name import titled
from chalicelib.names.pattern import Pattern
from chalicelib.names.pieces import Piece, is_lower_case, pieces
from chalicelib.names.read_back import names_a_relative
from chalicelib.names.run import mentions, name_at, whole_name
from chalicelib.names.spelling import spelled
from chalicelib.names.words import PARTICLES, RELATIVES
from chalicelib.names.written import is_particle, plain, without_title

# That a name is what somebody is called, beside another.
_CALLED = Pattern(
    r"\b(?:calls? me|i'm called|call me"
    r"|(?:can|nobody|everybody|everyone|people|only|could)(?: \S+){0,2} says?"
    r"|(?:'s| is| will) (?:fine|okay|ok|good|do)|works|est[aá] bien"
    r"|goes by|go by|going by|known as|short for|nickname|d[ií]g[aá]\w{0,4}|dec[ií]\w{0,3}|dime"
    r"|me dicen?|me llaman|ll[aá]m[ae]me|apodo)\b"
)
_MOST_USES = 200  # of names by the agent, that are looked at; a call has some ten
# With what the agent speaks to the caller by name; Don and Doña stand before names.
_THANKS = Pattern(
    r"\b(?:thank|thanks|sorry|gracias|perd[oó]n|disculp\w{1,3}|do[nñ]a?(?!'t)|apolog\w+)\b"
)
_MY = frozenset("my our mi mis nuestra nuestro".split())
_OF_SELF = Pattern(r"(?:it's|it is|i'm|i am|this is|that's me|me|soy|yo|a m[ií])\b")


@dataclass(frozen=True)
class TakenUp:
    """How the agent addresses the caller in the end, in words that the caller has uttered."""

    name: str = ""  # as the agent says it
    full: str = ""  # the longest form of it in what was uttered
    turn: int = -1  # how many turns of the caller's stood before the agent's last use of it
    known_as: str = ""  # the full name in the turn in which the caller says they are called so
    is_nickname: bool = False  # the caller has said that they are called so
    beside: frozenset[str] = frozenset()  # the words of the turn in which they first said it


def taken_up(turns: Sequence[Turn]) -> TakenUp:
    """Return the name that the agent has taken up from the caller, if any.

    That is: one that they gave when they were asked for theirs, or said they are called by, or by
    which the agent thanks them, begs their pardon, answers their first words with a hello, or calls
    them more than once.
    """
    said: list[_Heard] = []
    used: list[tuple[str, int]] = []  # names that the agent says, and how many turns were before
    question, is_known = Question(), False
    for turn in turns:
        if turn.speaker == "caller":
            said.append(_heard(turn.words, question))
            if used and used[-1][1] == len(said) - 1 and _is_not_so_called(turn.words, used[-1][0]):
                used = [one for one in used if plain(one[0]) != plain(used[-1][0])]
            continue
        before, question = question, read_question(turn.words)
        is_known = is_known or bool(question.hailed or question.meant)
        if not said:
            continue
        is_told = before.asks_own or before.asked.startswith("spelling") or said[-1].is_nickname
        begun = _begun_with(turn.words)
        is_repeated = not is_known and " " in begun and plain(begun) in said[-1].wholes
        name = question.spoken_to or (begun if is_told or is_repeated else "")
        if min(map(len, _parts(name)), default=0) > 1:
            used.append((name, len(said)))
            is_met = len(said) == 1 and question.greets
            is_thanked = is_met or is_repeated or bool(_THANKS.search(turn.words.lower()))
            said[-1] = replace(said[-1], is_thanked=is_thanked)
    return _latest(used, said, turns)


@dataclass(frozen=True)
class _Heard:
    """One turn of the caller, as far as names go."""

    words: frozenset[str]  # that may be names, and are not somebody else's
    kin: frozenset[str]  # what is said with "my brother"
    is_answer: bool  # to a question for the caller's own name
    is_thanked: bool  # the agent then says thanks, sorry, or a first hello to somebody by name
    is_nickname: bool  # it says what the caller is called
    text: str
    wholes: frozenset[str] = frozenset()  # the pieces that are full names


def _heard(text: str, question: Question) -> _Heard:
    found = pieces(text)
    lower = is_lower_case(text)
    is_own = question.asked != "another's" or bool(_OF_SELF.match(text.lower()))
    words = {plain(word) for piece in found for word in piece.words if lower or word[0].isupper()}
    words |= {plain(word) for word in spelled(text)}
    words |= {word.removesuffix("'s") for word in words}
    kin = {plain(word) for piece in found if _is_of_kin(piece) for word in piece.words}
    is_others = not is_own or names_a_relative(found)
    is_called = bool(_CALLED.search(text.lower()))
    is_answer = question.asks_own or question.asked.startswith("spelling")
    own = frozenset[str]() if is_others else frozenset(words)
    wholes = frozenset[str]() if is_others else frozenset(map(plain, map(whole_name, found)))
    return _Heard(own, frozenset(kin), is_answer, False, is_called, text, wholes)


def _is_of_kin(piece: Piece) -> bool:
    words = [plain(word) for word in piece.words]
    owned = any(a in _MY and b in RELATIVES for a, b in pairwise(words))
    return owned or any(a in RELATIVES and b[0].isupper() for a, b in pairwise(piece.words))


def _latest(
    used: Sequence[tuple[str, int]], said: Sequence[_Heard], turns: Sequence[Turn]
) -> TakenUp:
    """Return the latest of the names that the agent has ``used`` and the caller has uttered."""
    uttered = frozenset[str]().union(*(one.words for one in said)) - _kin(said) | PARTICLES
    for name, count in reversed(used[-_MOST_USES:]):
        parts = _parts(name)
        if not set(parts) <= uttered:
            continue
        tellings = [one for one in said[:count] if parts[-1] in one.words]
        if not tellings:
            continue
        nickname = next((one.text for one in tellings if one.is_nickname and not parts[1:]), "")
        is_often = sum(plain(other) == plain(name) for other, _ in used) > 1
        is_given = any(one.is_answer for one in tellings) or tellings[-1].is_thanked
        if is_given or nickname or is_often:
            before = nickname[: max(nickname.rfind(name), 0)]
            known_as = next(iter(mentions(pieces(before))), "")
            full = _in_full(name, turns, uttered)
            return TakenUp(name, full, count, known_as, bool(nickname), tellings[0].words)
        return TakenUp()
    return TakenUp()


def _kin(said: Iterable[_Heard]) -> frozenset[str]:
    return frozenset[str]().union(*(one.kin for one in said))


def _parts(name: str) -> list[str]:
    return [plain(word) for word in without_title(name)]


def _begun_with(words: str) -> str:
    """Return the name that a turn of the agent begins with: "Lyle Gunderson. Got it."."""
    first = pieces(words)[:1]
    name, end = name_at(first[0].words, 0) if first else ("", 0)
    return name if first and end == len(first[0].words) and first[0].end in {".", ",", "!"} else ""


def _is_not_so_called(words: str, name: str) -> bool:
    return bool(name) and any(is_not(piece.text, name) for piece in pieces(words))


def _in_full(name: str, turns: Iterable[Turn], words: Set[str]) -> str:
    parts = _parts(name)
    is_surname = bool(titled(name)) or is_particle(parts[0])
    found = [full for turn in turns for full in mentions(pieces(turn.words))]
    fitting = [
        one
        for one in found
        if _fits(one, parts, is_surname)
        and set(_parts(one)) <= words
        and min(map(len, _parts(one))) > 1
    ]
    bare = name if is_surname else " ".join(without_title(name))
    full = max([bare, *fitting], key=lambda one: len(_parts(one)))
    return full if titled(full) else " ".join(without_title(full))


def _fits(full: str, parts: list[str], is_surname: bool) -> bool:
    theirs = _parts(full)
    same_place = theirs[-1:] == parts[-1:] if is_surname else theirs[:1] == parts[:1]
    return same_place and set(parts) <= set(theirs)
