"""Which of the threads that the agent was shown a call settles, its day reckoned with. No I/O.

An appointment is settled by the next call after its day, whatever is said there: the agent was
shown it, and could ask how it went. One that is still to come is settled when the caller says that
they can't, or takes another time.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from chalicelib.conversation import Conversation, Turn
from chalicelib.patterns import any_case
from chalicelib.sentences import sentences
from chalicelib.threads.agent_promises import PROMISED
from chalicelib.threads.agreed_times import agreed
from chalicelib.threads.offered_times import AGREED
from chalicelib.threads.open_threads import shown_since
from chalicelib.threads.promises import is_story, kind_of
from chalicelib.threads.settled_threads import ENOUGH_SAID, settled
from chalicelib.threads.thread_day import last_day

_UNDONE = (
    r"\b(?:can't (?:make|come|do)|cannot (?:make|come|do)|won't (?:be able|make|work)"
    r"|not gonna make"
    r"|not going to make|isn't (?:happening|going to)|have to (?:push|move|cancel|change|put off)"
    r"|need to (?:push|move|cancel|change|reschedule)|push it|reschedul\w+|cancel\w*|call it off"
    r"|gotta (?:move|push|cancel|change)|instead|move (?:it|that|my|the)|changed? (?:the|my) "
    r"(?:date|time|shift|appointment)|don't need|no (?:puedo|podemos|podré|voy a poder"
    r"|vamos a poder)"
    r"|cambi(?:ar|e|arme|arla|arlo|aron)|mover\w*|pasar(?:la|lo) para|aplaz\w+|posponer\w*"
    r"|cancel\w+|ya no)\b"
)
_EARLY = 3  # of the caller's turns, in which they say that they can't


def settled_by(conversation: Conversation) -> Iterator[str]:
    """Yield the threads that the agent was shown and ``conversation`` settles, each once."""
    since = dict(shown_since(conversation))
    turns, today = conversation.turns, _date(conversation.started)
    done = [*settled(since, turns), *_over(since, turns, today), *_undone(since, turns, today)]
    yield from dict.fromkeys(done)


def _over(since: dict[str, str], turns: Sequence[Turn], today: date | None) -> Iterator[str]:
    """Yield what was to be before ``today``, if the caller says enough to be asked about it."""
    said = sum(len(one.words.split()) for one in turns if one.speaker == "caller")
    for thread, day in _days(since):
        if today and day < today and said >= ENOUGH_SAID and not _is_to_do(thread):
            yield thread


def _is_to_do(thread: str) -> bool:
    """Tell if ``thread`` is told or done by somebody, which a day that passes does not do."""
    if is_story(thread) or PROMISED in thread[1:]:
        return True
    left = None if thread.startswith((PROMISED, AGREED)) else kind_of(thread)
    return left is not None and left[0] == "promised"


def _undone(since: dict[str, str], turns: Sequence[Turn], today: date | None) -> Iterator[str]:
    """Yield what is still to come and the caller can't, or what is put in its place."""
    if not today:
        return
    coming = [(thread, day) for thread, day in _days(since) if day >= today]
    places = [place for place, one in enumerate(turns) if one.speaker == "caller"][:_EARLY]
    said = [one for place in places for one in sentences(turns[place].words) if _is_undone(one)]
    named = {last_day(one, today - timedelta(1)) for one in said}
    meant = [thread for thread, day in coming if day in named]
    is_another = any(agreed(turns, place) for place in range(len(turns)))
    if meant:
        yield from meant
    elif said and is_another and coming:
        yield coming[0][0]


def _is_undone(sentence: str) -> bool:
    return bool(any_case(_UNDONE).search(sentence.replace("\u2019", "'")))


def _days(since: dict[str, str]) -> Iterator[tuple[str, date]]:
    """Yield the threads that name a day, with it, in their order."""
    for thread, said_on in since.items():
        began = _date(said_on)
        if began and (day := last_day(thread, began)):
            yield thread, day


def _date(iso: str) -> date | None:
    try:
        return date.fromisoformat(iso[:10])
    except ValueError:
        return None
