"""What in an analysis of a call is the agent's word alone: recited, guessed, denied. No I/O.

An analysis reads the whole call, so it takes for a fact what the agent read from a tool or guessed
("Address: 14 Alder Court"), though the caller passed it over or denied it.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from chalicelib.answers import STEM, affirms, denies, fills, stands_alone, takes_up, without_accents
from chalicelib.asking_clause import asking_clause
from chalicelib.conversation import Conversation, Turn
from chalicelib.patterns import any_case
from chalicelib.prices import without_prices
from chalicelib.sentences import is_question, sentences
from chalicelib.spoken_numbers import runs
from chalicelib.threads.offered_times import says_yes
from chalicelib.ways_to_ask import is_open

# What an analysis judges of the call, in words of its own that the agent may use as well.
_JUDGED = (
    r"(?:outcome|result|resolution|sentiment|mood|intent|type|category|disposition|language"
    r"|next_?step|follow_?up|resultado|tipo|idioma|[aá]nimo|intenci[oó]n|seguimiento)"
)
# What the call is about is told in the words of an analysis too; a name is nobody's guess.
_OF_THE_CALL = (
    r"(?:topic|reason|matter|subject|service|request|item|interest|issue|problem|product|tema"
    r"|motivo|asunto|servicio|pedido|producto)"
)
_CHOICE = r"\b(?:or|o)\b"
_NO = (
    r"^\W*(?:(?:oh|well|ay|uy|pues)\W+)?(?:no|nope|nah|never|not|nothing|nunca|nada)\b"
    r"|\b(?:haven't|isn't|wasn't|didn't|don't|nothing)\b"
)
_PLEASED = (
    r"^\W*(?:great|perfect|good|fine|ok|okay|thanks?|thank|please|wonderful|lovely|works|all right"
    r"|alright|sounds|that (?:works|would|will)|do|bueno|perfecto|gracias|est[aá] bien|vale"
    r"|me parece|de acuerdo|excelente|muy bien|por favor|ah[ií])\b"
)
# What it wants to do for the caller it does; of that a summary tells in its words.
_SERVICE = (
    r"\b(?:shall|should|can|may|could) (?:i|we)\b|\bwould you (?:like|prefer|care)\b|\bdo you want"
    r"|\b(?:le|les|te) (?:parece|sirve|viene|gustar[ií]a|apunt\w+|agend\w+|mand\w+)\b"
    r"|\bquiere que\b"
)
_NAMES = r"(?:name|nombre)"
_SHORTEST = 3  # letters of a word that says something
_MOST_WORDS = 12  # of a value; a longer one is a summary of its own


@dataclass(frozen=True)
class OnlyAgent:
    """The stems that only the agent has said, and those that the caller has denied besides."""

    stems: frozenset[str]
    denied: frozenset[str]
    guessed: frozenset[str]  # in what the agent asked
    recited: frozenset[str]  # from what it was told, by memory or a tool
    offered: frozenset[str]  # in what the agent asked with an alternative
    passed_over: frozenset[str]  # of what it guessed, and the caller answered otherwise

    def is_value(self, item: str, value: str) -> bool:
        """Tell if the collected ``value`` of ``item`` is the agent's word alone."""
        words = stems(value)
        is_long = len(value.split()) > _MOST_WORDS
        if not any(map(str.isalpha, words)) or is_long or any_case(_JUDGED).search(item):
            return False
        theirs = words & self.stems
        if any_case(_NAMES).search(item):
            return False
        if theirs & self.denied:
            return theirs <= self.denied and len(words - theirs) <= 1
        is_of_the_call = any_case(_OF_THE_CALL).search(item)
        passed_over = theirs & self.passed_over
        if passed_over == theirs and len(theirs) > len(words - theirs):
            return True
        return words <= self.recited | (self.offered if is_of_the_call else self.guessed)

    def is_guess(self, clause: str) -> bool:
        """Tell if ``clause``, that only supposes something, holds a word of the agent's alone."""
        return not stems(clause).isdisjoint(self.stems)

    def is_passed_over(self, clause: str) -> bool:
        """Tell if all that ``clause`` says was guessed, and passed over or denied."""
        said = stems(clause)
        return bool(said) and said <= self.passed_over | self.denied


def only_agent(conversation: Conversation) -> OnlyAgent:
    """Return the words of ``conversation`` that the agent alone has said or was told."""
    turns = conversation.turns
    told = [turn.words for turn in turns if turn.speaker == "agent"]
    asked = [one for each in told for one in sentences(each) if is_question(one)]
    callers = _of_all(turn.words for turn in turns if turn.speaker == "caller")
    callers |= _of_all(_taken(turns))
    recited = _of_all(conversation.recalled) - callers
    return OnlyAgent(
        stems=(_of_all(told) - callers) | recited,
        denied=_of_all(_denied(turns)) - callers,
        guessed=_of_all(asked) - callers,
        recited=recited,
        offered=_of_all(one for one in asked if any_case(_CHOICE).search(one)) - callers,
        passed_over=_passed_over(turns) - callers,
    )


def stems(words: str) -> frozenset[str]:
    """Return the beginnings of the words that say something, and the numbers, without accents."""
    every = re.findall(r"[^\W_]+", without_accents(words))
    return frozenset(
        one[:STEM]
        for one in every
        if one[0].isdigit() or (len(one) >= _SHORTEST and one not in _EMPTY)
    )


def _of_all(words: Iterable[str]) -> frozenset[str]:
    every = list(words)
    numbers = {run.digits for each in every for run in runs(each)}
    return frozenset({one for each in every for one in stems(each)} | numbers)


def _answered(turns: Sequence[Turn]) -> Iterable[tuple[str, str]]:
    """Yield what the agent said, and what the caller answered to it."""
    for turn, after in pairwise(turns):
        if turn.speaker == "agent" and after.speaker == "caller":
            yield turn.words, after.words


def _taken(turns: Sequence[Turn]) -> Iterable[str]:
    """Yield what the agent said and the caller agreed to, took up, or answered with a piece."""
    for told, answer in _answered(turns):
        last = sentences(told)[-1]
        is_yes = affirms(answer) or says_yes(sentences(answer)[0])
        is_piece = not stands_alone(answer) and (takes_up(last, answer) or fills(last, answer))
        if is_yes and not is_open(last):
            yield told
        elif is_piece and not denies(answer):
            yield without_prices(asking_clause(last, answer, ()))


def _passed_over(turns: Sequence[Turn]) -> frozenset[str]:
    """Return the stems of what the agent guessed and the caller neither confirmed nor took up."""
    every: set[str] = set()
    for told, answer in _answered(turns):
        last = sentences(told)[-1]
        if not is_question(last) or _is_yes(answer) or any_case(_SERVICE).search(last):
            continue
        is_piece = not stands_alone(answer) and (takes_up(last, answer) or fills(last, answer))
        keeps = is_open(last) or (is_piece and not denies(answer))
        kept = stems(asking_clause(last, answer, ())) if keeps else frozenset()
        every |= stems(last) - kept
    return frozenset(every)


def _is_yes(answer: str) -> bool:
    first = sentences(answer)[0]
    return affirms(answer) or says_yes(first) or bool(any_case(_PLEASED).search(first))


def _denied(turns: Sequence[Turn]) -> Iterable[str]:
    for told, answer in _answered(turns):
        asked = sentences(told)[-1]
        if is_question(asked) and any_case(_NO).search(sentences(answer)[0]):
            yield asked


_EMPTY = frozenset(
    "the and you for was his her are not can did had has our out she who how why one let get got"
    " yes but any all now los las una uno del con por que sus muy les may that this with from they"
    " them there have been were would could should your caller customer user agent about para esta"
    " este".split()
)
