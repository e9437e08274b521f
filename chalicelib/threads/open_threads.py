"""Open threads: what a caller promised to tell, asked for, waits for, or left unfinished. No I/O.

A thread is kept in the caller's own words, as a memory of kind ``thread``, and shown to the agent
until a later call settles it (docs/decisions.md, "Open threads").
"""

import re
from collections.abc import Iterator, Sequence

from chalicelib.conversation import Conversation, Turn
from chalicelib.machine_text import without_machine_text
from chalicelib.sentences import sentences
from chalicelib.threads.agent_promises import is_done_at_once, promised_by_agent
from chalicelib.threads.agreements import Left, with_agreement
from chalicelib.threads.promises import Kind, kind_of
from chalicelib.threads.settled_threads import is_told
from chalicelib.threads.settling import drops
from chalicelib.threads.taken_on import taken_on
from chalicelib.threads.thread_key import THREADS_TITLE
from chalicelib.threads.thread_topic import stems
from chalicelib.time_to_come import has_time, is_only_time

LONGEST_THREAD = 200  # characters
OPENING, LONG_CALL = 2, 4  # of the caller's turns
MOST_THREADS = 5  # of one call
MOST_BEFORE = 2  # sentences that say what "that's for another day" is about
TOLD_AT_ONCE = 6  # words that follow "I'll tell you why", in the same turn
ENOUGH_ALONE = 5  # words; of less, what was said in the turn before is not the topic
TOLD_NEXT = 20  # words of the turn after it

_LINE = re.compile(r"- (?:\((?P<on>[^)]*)\) )?(?:[^:]{1,60} said: )?(?P<thread>.+)")
_CLAUSE_END = re.compile(r"[,;:…]\s|\s[-–—]+\s")
_NAMED_AFTER = re.compile(
    r"[,;:] (?:y )?(?:(?:lo|la|el|los) (?:de|del|que)\b|about|how|what|why|cómo|qué)", re.IGNORECASE
)
_POINTS_BACK = re.compile(
    r"\b(?:him|her|it|them|they|that|this|(?:se|me) l[oa]s?|es[oa]|dígale|pregúntele)\b",
    re.IGNORECASE,
)
_Open = tuple[str, Kind]


def opened(turns: Sequence[Turn]) -> list[str]:
    """Return what is left open in ``turns``, each thing once, and what the agent promised."""
    found: list[Left] = []
    before = ""  # what the caller said last in their turn before
    for place, turn in enumerate(turns):
        if turn.speaker == "caller":
            said = sentences(without_machine_text(turn.words))
            here = [
                Left(thread, kind, place)
                for thread, kind in _opened_in(said, before)
                if _stays(kind, thread, turns, place)
            ]
            found = with_agreement(found, here, turns, place)
            before = said[-1] if said else ""
        elif not _is_asked_just_before(turns, place, found):
            promised = [Left(one, "agent", place) for one in promised_by_agent(turns, place)]
            is_new = not promised and not any(one.place >= place - 1 for one in found)
            if is_new and (wanted := taken_on(turns, place)):
                promised = [Left(wanted, "taken on", place)]
            found += promised
    threads = [one.thread[-LONGEST_THREAD:].lstrip() for one in found]
    return _each_once(threads)[-MOST_THREADS:]


def shown(conversation: Conversation) -> Iterator[str]:
    """Yield the open threads that the agent was shown when ``conversation`` began."""
    yield from (thread for thread, _ in shown_since(conversation))


def shown_since(conversation: Conversation) -> Iterator[tuple[str, str]]:
    """Yield the open threads that the agent was shown, with the day (ISO 8601) of each, or ""."""
    for told in conversation.recalled:
        _, title, rest = told.partition(THREADS_TITLE)
        for line in rest.strip().splitlines() if title else ():
            if not (found := _LINE.fullmatch(line.strip())):
                break
            yield found["thread"], found["on"] or ""


def _opened_in(said: list[str], before: str) -> Iterator[_Open]:
    """Yield what ``said`` leaves open, with what it is about, and how."""
    places: dict[int, _Open] = {}
    for place, sentence in enumerate(said):
        if is_only_time(sentence) and not kind_of(sentence):
            joined = next(filter(None, (_joined(said, place, by) for by in (1, -1))), None)
            if joined:
                places[place] = joined
        elif left := kind_of(sentence):
            kind, at = left
            goes_on = kind == "put off" or place - 1 in places
            thread = _with_topic(said, place, at, goes_on=goes_on)
            if not thread and len(sentence.split()) >= ENOUGH_ALONE and stems(before):
                thread = f"{before} {sentence}"
            if thread:
                follows = " ".join(each for each in said[place + 1 :] if not kind_of(each))
                is_told_now = kind == "told" and len(follows.split()) >= TOLD_AT_ONCE
                if not is_told_now:
                    places[place] = thread, kind
    yield from places.values()


def _joined(said: list[str], place: int, by: int) -> _Open | None:
    """Return the sentence that is only a time with its neighbour, if they are something to come."""
    beside = place + by
    if not 0 <= beside < len(said) or said[beside].endswith("?"):
        return None
    both = [said[place], said[beside]][::by]
    left = kind_of(" ".join((both[0].rstrip("."), both[1])))
    is_open = left and (left[0] == "coming" or kind_of(said[beside]))
    return (" ".join(both), "coming") if is_open else None


def _with_topic(said: list[str], place: int, at: int, *, goes_on: bool) -> str:
    """Return the sentence, with those before or after it where it does not say what about."""
    sentence = said[place]
    start = max((one.end() for one in _CLAUSE_END.finditer(sentence, 0, at)), default=0)
    end = next((one.start() for one in _CLAUSE_END.finditer(sentence, at)), len(sentence))
    is_named = stems(sentence[start:end]) or _NAMED_AFTER.search(sentence, at)
    if is_named and not (goes_on and _POINTS_BACK.search(sentence[start:end])):
        return sentence
    before = " ".join(said[max(0, place - MOST_BEFORE) : place])
    around = f"{before} {sentence}" if stems(before) else " ".join(said[place : place + 2])
    return around if stems(around) or has_time(around) else ""


def _stays(kind: Kind, thread: str, turns: Sequence[Turn], place: int) -> bool:
    """Tell if ``thread`` is still open when the call ends."""
    rest = turns[place + 1 :]
    answers = [turn.words for turn in rest if turn.speaker == "caller"]
    if answers and drops(answers[0]) and len(answers[0].split()) < TOLD_NEXT:
        return False
    if kind == "coming" and _opens(turns, place):
        return False
    if kind == "told":
        is_next = bool(answers) and len(answers[0].split()) >= TOLD_NEXT
        return not is_next and not is_told(thread, rest)
    return not (kind == "asked" and is_done_at_once(rest[:1]))


def _opens(turns: Sequence[Turn], place: int) -> bool:
    """Tell if the caller says at ``place`` why they call: a longer call then speaks of that."""
    spoken = [at for at, one in enumerate(turns) if one.speaker == "caller"]
    return len(spoken) > LONG_CALL and place in spoken[:OPENING]


def _is_asked_just_before(turns: Sequence[Turn], place: int, found: list[Left]) -> bool:
    return bool(place and found and found[-1].thread[-20:] in turns[place - 1].words)


def _each_once(threads: list[str]) -> list[str]:
    once = list(dict.fromkeys(threads))
    return [one for one in once if not any(one != each and one in each for each in once)]
