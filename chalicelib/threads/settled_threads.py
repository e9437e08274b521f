"""Which open threads a call settles: what was told, came, was done, or is no longer wanted. No I/O.

That is decided from the payload alone: it holds what the agent was shown, and what was said then
(docs/decisions.md, "Open threads").
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from chalicelib.conversation import Turn
from chalicelib.sentences import is_question, sentences
from chalicelib.threads.agent_promises import promises_a_call
from chalicelib.threads.call_backs import asks_to_be_called
from chalicelib.threads.promises import is_story
from chalicelib.threads.putting_off import puts_off
from chalicelib.threads.settling import did, drops, is_done, keeps_word, moves
from chalicelib.threads.thread_topic import Topic, days, stems, topic_of

ENOUGH_SAID = 10  # words of the caller, after which a thing is told
SAID_WITHIN = 3  # turns
ENOUGH_STORY = 25  # words, of a story that nobody has named
FIRST_TURNS = 4  # in which what is owed is spoken of
EARLY = 2  # of the caller's turns, in which they come back to what was open

_WHO_IS_IT = re.compile(
    r"\b(?:am i speaking|speaking with|is (?:this|that)|hablo con|with whom|quién habla)\b",
    re.IGNORECASE,
)


def settled(threads: Iterable[str], turns: Sequence[Turn]) -> Iterator[str]:
    """Yield those of ``threads`` that were taken up in ``turns``, where the caller said enough."""
    once = list(dict.fromkeys(threads))
    owed = _owed(once, turns)
    for thread in once:
        others = [one for one in once if one != thread]
        if (
            thread == owed
            or is_told(thread, turns)
            or _is_answered(thread, others, turns)
            or _is_call(thread, turns)
        ):
            yield thread


def _owed(threads: list[str], turns: Sequence[Turn]) -> str:
    """Return the newest story among ``threads``, if one is told as owed and none is named."""
    stories = [one for one in threads if is_story(one)]
    for place, turn in enumerate(turns[:FIRST_TURNS]):
        words = _told(turn)
        if stories and keeps_word(words):
            is_named = any(topic_of(one).stems & stems(words) for one in threads)
            told = [one.words for one in turns[place:] if one.speaker == "caller"][:SAID_WITHIN]
            is_told_now = sum(len(one.split()) for one in told) >= ENOUGH_STORY
            return stories[0] if is_told_now and not is_named and not puts_off(told[0]) else ""
    return ""


def is_told(thread: str, turns: Sequence[Turn]) -> bool:
    """Tell if somebody comes to speak of ``thread`` in ``turns``, and the caller says enough."""
    topic = topic_of(thread)
    return any(_takes_up(topic, turns, place) for place in range(len(turns)))


def _takes_up(topic: Topic, turns: Sequence[Turn], place: int) -> bool:
    turn, words = turns[place], _told(turns[place])
    is_first = not any(one.speaker == "caller" for one in turns[:place])
    shared = topic.stems & stems(words)
    if is_first:
        shared |= topic.days & days(words)
    is_asked = turn.speaker == "agent" and any(map(is_question, sentences(words)))
    is_meant = is_first or is_asked or keeps_word(words)
    if not shared or not (is_meant or topic.is_surely_in(shared)):
        return False
    told = [one.words for one in turns[place : place + 2 * SAID_WITHIN] if one.speaker == "caller"][
        :SAID_WITHIN
    ]
    is_put_off = bool(told) and puts_off(told[0])
    return not is_put_off and sum(len(words.split()) for words in told) >= ENOUGH_SAID


def _is_answered(thread: str, others: list[str], turns: Sequence[Turn]) -> bool:
    """Tell if the caller says that it is done, came, was moved, or is not wanted any more."""
    topic, asked, early = topic_of(thread), "", 0
    for turn in turns:
        if turn.speaker == "agent":
            asked = _told(turn)
            continue
        early += 1
        for sentence in sentences(turn.words):
            about = topic.stems & (stems(sentence) | stems(asked))
            is_alone = early <= EARLY and not any(did(one, sentence) for one in others)
            if about and (drops(sentence) or moves(sentence)) and not is_question(sentence):
                return True
            if puts_off(sentence):
                continue
            if (about or is_alone) and did(thread, sentence) and is_done(sentence):
                return True
            if about and early <= EARLY and is_done(sentence):
                return True
    return False


def _is_call(thread: str, turns: Sequence[Turn]) -> bool:
    """Tell if ``thread`` asks for a call or promises one, and this is one."""
    said = sum(len(one.words.split()) for one in turns if one.speaker == "caller")
    return (asks_to_be_called(thread) or promises_a_call(thread)) and said >= ENOUGH_SAID


def _told(turn: Turn) -> str:
    """Return what the turn says, without the question who is calling."""
    if turn.speaker == "caller":
        return turn.words
    return " ".join(one for one in sentences(turn.words) if not _WHO_IS_IT.search(one))
