"""Open threads: what a caller promised to tell, asked for, or left unfinished. No I/O.

A thread is kept in the caller's own words, as a memory of kind ``thread``, and shown to the agent
until a later call settles it. That is decided from the payload alone: it holds what the agent was
shown, and what was said then (docs/decisions.md, "Open threads").
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from chalicelib.conversation import Conversation, Turn
from chalicelib.machine_text import without_machine_text
from chalicelib.promises import CALENDAR, keeps_word, leaves_open, puts_off
from chalicelib.sentences import sentences
from chalicelib.thread_key import THREADS_TITLE

LONGEST_THREAD = 200  # characters
MOST_THREADS = 5  # of one call
MOST_BEFORE = 2  # sentences that say what "that's for another day" is about
ENOUGH_TOPIC = 2  # words that say what it is about
ENOUGH_SAID = 10  # words of the caller, after which a thing is told
SAID_WITHIN = 3  # turns

_LINE = re.compile(r"- (?:\([^)]*\) )?(?:[^:]{1,60} said: )?(?P<thread>.+)")
_WORD = re.compile(r"[^\W\d_]+")
_DISTINCTIVE = 6  # letters of a stem that few other words share
_SHORTEST_WORD = 4
_LONGEST_STEM = 7
_ENDINGS = re.compile(r"(?:ations?|iendo|ando|ings?|aron|ieron|an|en|ed|es|s|ar|er|ir|e|a|o)$")
_SAYS_NOTHING = CALENDAR | frozenset(
    "about after again another anyway been before better business call called could didn don going "
    "have haven hour into just like little more need next other people please really remind save "
    "some somebody something story talk tell telling that them then there they thing this time "
    "today told want well what when whole will with would write year your "
    "ahora algo ándale antes aunque bien claro contar contarle cuando cuento cómo debo desde "
    "después entonces esta este historia larga luego nada otra otro para pero platico porque "
    "próxima quiero sobre también tengo todo usted vamos viene".split()
)


@dataclass(frozen=True)
class _Topic:
    """What a thread is about: stems of its words, and which of them are somebody's name."""

    stems: frozenset[str]
    names: frozenset[str]

    def is_surely_in(self, shared: frozenset[str]) -> bool:
        """Tell if ``shared`` stems leave no doubt."""
        is_told_apart = any(len(stem) >= _DISTINCTIVE or stem in self.names for stem in shared)
        return len(shared) >= ENOUGH_TOPIC or is_told_apart or shared == self.stems


def opened(turns: Sequence[Turn]) -> list[str]:
    """Return what the caller leaves open in ``turns``, in their words, each thing once."""
    told = (without_machine_text(turn.words) for turn in turns if turn.speaker == "caller")
    said = (sentences(words) for words in told)
    found = (thread for each in said for thread in _opened_in(each))
    return list(dict.fromkeys(found))[-MOST_THREADS:]


def shown(conversation: Conversation) -> Iterator[str]:
    """Yield the open threads that the agent was shown when ``conversation`` began."""
    for told in conversation.recalled:
        _, title, rest = told.partition(THREADS_TITLE)
        for line in rest.strip().splitlines() if title else ():
            if not (found := _LINE.fullmatch(line.strip())):
                break
            yield found["thread"]


def settled(threads: Iterable[str], turns: Sequence[Turn]) -> Iterator[str]:
    """Yield those of ``threads`` that were taken up in ``turns``, where the caller said enough."""
    for thread in dict.fromkeys(threads):
        topic = _topic(thread)
        if any(_takes_up(topic, turns, place) for place in range(len(turns))):
            yield thread


def _opened_in(said: list[str]) -> Iterator[str]:
    for place, sentence in enumerate(said):
        if leaves_open(sentence):
            thread = _with_topic(said, place)
            if _stems(thread):
                yield thread[-LONGEST_THREAD:].lstrip()


def _with_topic(said: list[str], place: int) -> str:
    """Return the sentence, with those before or after it where it does not say what about."""
    if _stems(said[place]):
        return said[place]
    before = " ".join(said[max(0, place - MOST_BEFORE) : place + 1])
    return before if _stems(before) else " ".join(said[place : place + 2])


def _takes_up(topic: _Topic, turns: Sequence[Turn], place: int) -> bool:
    """Tell if the turn at ``place`` speaks of ``topic``, and the caller says enough of it."""
    turn = turns[place]
    shared = topic.stems & _stems(turn.words)
    is_first = not any(one.speaker == "caller" for one in turns[:place])
    if not shared or not (is_first or keeps_word(turn.words) or topic.is_surely_in(shared)):
        return False
    told = [one.words for one in turns[place : place + SAID_WITHIN] if one.speaker == "caller"]
    is_put_off = bool(told) and puts_off(told[0])
    return not is_put_off and sum(len(words.split()) for words in told) >= ENOUGH_SAID


def _topic(thread: str) -> _Topic:
    inside = [word for sentence in sentences(thread) for word in _WORD.findall(sentence)[1:]]
    names = " ".join(word for word in inside if word[0].isupper())
    return _Topic(_stems(thread), _stems(names))


def _stems(words: str) -> frozenset[str]:
    lower = (word.lower() for word in _WORD.findall(words))
    return frozenset(
        _ENDINGS.sub("", word)[:_LONGEST_STEM]
        for word in lower
        if len(word) >= _SHORTEST_WORD and word not in _SAYS_NOTHING
    )
