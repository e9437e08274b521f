"""A time that caller and agent agree on: one offers it or asks for it, the other takes it. No I/O.

Neither says "I promise": "I have the ninth at two." - "The ninth." That is how most appointments
are made, so what counts is who says what after whom, not how it is put.
"""

from collections.abc import Sequence

from chalicelib.conversation import Turn
from chalicelib.named_times import names_day, names_time, times
from chalicelib.patterns import says
from chalicelib.sentences import clauses, is_question, sentences
from chalicelib.threads.offered_times import (
    MOST,
    asks_when,
    beside,
    is_habit,
    is_of_the_past,
    offers,
)

MOST_SAID = 2  # sentences, the last ones, in which a time is named
_REFUSES = (
    r"^\W*(?:no|not|nope|never)\b|\b(?:can't|cannot|won't|don't|isn't|wasn't|no good|(?:i'm"
    r"|we're|he's|she's) (?:out|away|gone|off)|out of town"
    r"|too (?:late|early|soon)|imposible|ando fuera|enough for|por hoy)\b"
    r"|\b(?:the |on |el )?(?:\w+ ){1,2}(?:i'm|i am|we're|i work|i've got|i have|estoy|tengo"
    r"|trabajo)"
    r"\b(?! (?:fine|free|home|good|there|all|here|sure|bien|libre))"
    r"|\bno (?:puedo|podemos|voy|vamos|salgo|llego|estoy|me|se|hay|tengo|es)\b"
)
_WISHES = (
    r"\b(?:want|need|like|can|could|put|make it|move|let's|how about|trying|looking|hoping|has to"
    r"|have to|gotta|quiero|quisiera|necesito|puede|podría|póng\w+|mejor|sería|que sea"
    r"|me gustaría)\b"
)
_TAKES = (
    r"\b(?:fine|good|works?|perfect|great|take|put|make it|i'll|we'll|come|want|wanna|can do"
    r"|could|yes"
    r"|yeah|okay|ok|please|let's|need|has to|have to|sure|better|sí|perfecto|bien|p[óo]ng\w+"
    r"|apunt\w+|anot\w+"
    r"|mejor"
    r"|claro|dale|vale|quiero|que sea|estaré|entonces|paso|llego)\b"
)
_TAKEN = (
    r"\b(?:unfortunately|taken|full|closed|booked up|not available|not free|no longer|lo siento"
    r"|lamento|ocupad[oa]|no (?:hay|tengo|tenemos|queda)|cerrado)\b"
)
_MADE = (
    r"\b(?:booked|reserved|all set|you're (?:down|in|on)|put you down|noted|got it|see you|perfect"
    r"|held|hold|done|it's yours|confirmed|fine|great|good|lovely|works|will do|until|listo"
    r"|anotad[oa]"
    r"|apuntad[oa]|agendad[oa]|queda|perfecto|l[oa]s? espero|hasta|reservad[oa]|así será"
    r"|muy bien)\b"
)
_LEADING = 5  # words, within which a time is what the sentence is about
_MOST_NUMBERS = 5  # of a time; more are a number that is read out
_SHORT = 6  # words, of a sentence that is a time and little else


def agreed(turns: Sequence[Turn], place: int) -> str:
    """Return the sentences in which the caller names the time agreed at ``place``, or ""."""
    if turns[place].speaker != "caller":
        return ""
    before, after = beside(turns, place, -1), beside(turns, place, 1)
    if _is_of_a_story(before):
        return ""
    asked = sentences(before)
    is_asked = any(offers(one) or asks_when(one) for one in asked[-1:])
    said = [
        sentence
        for sentence in sentences(turns[place].words[:MOST])
        if _is_agreed(sentence, asked, after, is_asked=is_asked)
    ]
    return " ".join(said[-MOST_SAID:])


def _is_agreed(sentence: str, asked: list[str], after: str, *, is_asked: bool) -> bool:
    """Tell if ``sentence`` takes a time that was asked for or offered, or proposes one rightly."""
    is_bare = is_asked and _is_short(sentence) and bool(times(sentence))
    if not _names_one(sentence, is_bare=is_bare) or _is_refused(sentence, after):
        return False
    is_wished = is_question(sentence) or says(_WISHES, sentence) or _is_short(sentence)
    is_shared = any(offers(one) and times(one) & times(sentence) for one in asked)
    is_answer = (is_asked or is_shared) and not (after and is_question(sentence))
    return is_answer or (is_wished and _is_made(sentence, after))


def _is_of_a_story(before: str) -> bool:
    """Tell if the agent asks what was, or what is always so."""
    asked = [one for one in sentences(before) if is_question(one)][-1:]
    return any(is_of_the_past(one) or is_habit(one) for one in asked)


def _is_short(sentence: str) -> bool:
    return len(sentence.split()) <= _SHORT


def _names_one(sentence: str, *, is_bare: bool) -> bool:
    """Tell if ``sentence`` names a time that is still to come and suits the caller.

    A number alone is one where it is the answer.
    """
    parts = [one for one in clauses(sentence) if names_time(one) or (is_bare and times(one))]
    suits = bool(parts) and not all(says(_REFUSES, one) for one in parts)
    is_first = names_time(" ".join(sentence.split()[:_LEADING]))
    is_taken = is_first or is_question(sentence) or says(_TAKES, sentence)
    is_time = suits and is_taken and len(times(sentence)) <= _MOST_NUMBERS
    return is_time and not is_of_the_past(sentence) and not is_habit(sentence)


def _is_refused(sentence: str, after: str) -> bool:
    """Tell if the agent says no to the time in ``sentence``, or names another."""
    return says(_TAKEN, after) or any(
        is_question(one)
        and offers(one)
        and not times(one) & times(sentence)
        and names_day(one) >= names_day(sentence)  # an hour for that day is no other time
        for one in sentences(after)
    )


def _is_made(sentence: str, after: str) -> bool:
    """Tell if the agent repeats the time in ``sentence`` as a thing that is settled."""
    return any(
        (offers(one) and times(one) & times(sentence)) or says(_MADE, one)
        for one in sentences(after)
    )
