"""How what was agreed stands among what else a call leaves open. No I/O.

What somebody asked for and the time that they got are one thread: "I'd like a table for six. At
nine." So are an agent's promise and the caller's answer, for it says when.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from chalicelib.conversation import Turn
from chalicelib.named_times import names_time, times
from chalicelib.patterns import any_case
from chalicelib.sentences import sentences
from chalicelib.threads.agreed_times import agreed
from chalicelib.threads.offered_times import AGREED, accepted, is_bargaining
from chalicelib.threads.promises import Kind

BACK = 8  # turns, in which a request is bargained over
ENOUGH_ANSWER = 3  # words
_BEGINS = 20  # characters by which two sentences are one
_SAID = "Caller said: "
_BOOKING = (
    r"\b(?:book\w*|appointments?|visit|table|room|slot|reserv\w*|make it|move|change|resched\w*"
    r"|cancel\w*|arrange|schedule|lesson|class|come|check-?up|see (?:the|a|dr)|get in|deliver\w*"
    r"|cita|mesa|turno|reserva\w*|cambi\w+|mover\w*|clase|visita|venga|vengan|lugar)\b"
)


@dataclass(frozen=True)
class Left:
    """One thing that is left open, how, and in which turn."""

    thread: str
    kind: Kind | Literal["agent", "agreed", "taken on"]
    place: int


def with_agreement(
    found: Sequence[Left], here: Sequence[Left], turns: Sequence[Turn], place: int
) -> list[Left]:
    """Return ``found`` and what is left open ``here``, with what is agreed in the turn."""
    sentence = agreed(turns, place)
    if found and found[-1].kind == "agent" and found[-1].place == place - 1:
        answer = sentence or _answer(turns[place].words)
        promise = replace(found[-1], thread=f"{found[-1].thread} Caller said: {answer}")
        return [*found[:-1], promise, *(one for one in here if one.thread not in answer)]
    if sentence:
        found = [one for one in found if one.kind != "coming"]  # said why, or news: no time yet
        return _with_time(found, here, sentence, place)
    yes = accepted(turns, place)
    if yes and found and found[-1].place == place - 1 and _is_same(found[-1], yes):
        answered = replace(found[-1], thread=f"{found[-1].thread} {yes[yes.rindex(_SAID) :]}")
        return [*found[:-1], answered, *(one for one in here if one.thread not in yes)]
    if yes:
        return _with_yes(found, [one for one in here if one.thread not in yes], yes, place)
    if is_bargaining(turns, place):
        here = [one for one in here if one.kind != "coming"]
    return [*found, *here]


def _is_same(promised: Left, yes: str) -> bool:
    """Tell if what was taken on is the offer that is accepted with ``yes``."""
    begins = yes.removeprefix(AGREED)[:_BEGINS]
    return promised.kind == "taken on" and begins in promised.thread


def _with_time(
    found: Sequence[Left], here: Sequence[Left], sentence: str, place: int
) -> list[Left]:
    """Return all with the agreed ``sentence``, after what it was that they wanted a time for."""
    others = [one for one in here if sentence not in one.thread]
    said = next((one.thread for one in here if one.thread.endswith(sentence)), sentence)
    wanted = next((one for one in reversed([*found, *others]) if _is_wanted(one, place)), None)
    if not wanted:
        return [*found, *others, Left(said, "agreed", place)]
    kept = [one for one in (*found, *others) if one is not wanted]
    return [*kept, Left(f"{wanted.thread} {said}", "agreed", place)]


def _with_yes(found: Sequence[Left], here: Sequence[Left], yes: str, place: int) -> list[Left]:
    """Return all with the offer that was accepted, unless it repeats what was agreed before."""
    wanted = next((one for one in reversed(found) if _is_wanted(one, place)), None)
    if wanted and (wanted.kind == "agreed" or times(wanted.thread) & times(yes)):
        return [*found, *here]
    kept = [one for one in found if one is not wanted]
    asked = f"{wanted.thread} " if wanted else ""
    return [*kept, *here, Left(f"{asked}{yes}", "agreed", place)]


def _is_wanted(left: Left, place: int) -> bool:
    """Tell if ``left`` is what a time agreed at ``place`` is for."""
    if left.kind == "agreed":
        return left.place >= place - 2
    is_booking = bool(any_case(_BOOKING).search(left.thread)) or names_time(left.thread)
    return left.kind == "asked" and is_booking and left.place >= place - BACK


def _answer(words: str) -> str:
    """Return the first of ``words`` that say something."""
    said = sentences(words)
    is_short = len(said) > 1 and len(said[0].split()) < ENOUGH_ANSWER
    return " ".join(said[: 2 if is_short else 1])
