"""What was asked for and not yet told: it is often told two turns later. No I/O."""

from collections.abc import Sequence

from chalicelib.conversation import Turn
from chalicelib.patterns import compiled
from chalicelib.redaction.another_figure import tells_another
from chalicelib.redaction.asked_secret import Secrecy, plain, secrecy, speaks_of_password, wants
from chalicelib.sentences import is_question, sentences

_WAITS = 3  # turns of the caller in which what was asked for may come
_FEW_WORDS = 4  # of a question that only asks on: "And then?"
_READ_IT = (
    r"\bthe (?:one|line|number) (?:below|under|above|after|beside|next)\b|\b(?:el|la"
    r"|lo) de (?:abajo|arriba"
    r"|al lado)\b|"
    r"\bfrom what\b|\bto what\W*$|\bde qu[eé] a qu[eé]\b|\bwhat (?:is|was) (?:it|the (?:old|new"
    r"|current|right) one)\b|\bcu[aá]l (?:es"
    r"|era) (?:la (?:nueva|vieja))?\W*$|"
    r"\b(?:read|spell|say|tell me|give me|dictate) (?:it|them|that|those)\b"
    r"|\bme (?:la|lo|los) (?:lee|deletrea|dice|dicta|puede (?:leer|decir|dictar))\b"
    r"|\b(?:l[eé]a|deletr[eé]e|d[ií]ga|d[ií]cte)me(?:la|lo|los)\b"
)
_OWN_QUESTION = (
    r"(?:do you (?:have|want|need)|have you|are there|did you|would you|tiene|quiere|necesita"
    r"|ad[oó]nde"
    r"|a d[oó]nde)\b(?!.*\b(?:more|rest|all|it|that|m[aá]s|resto|lo|la|them)\b)"
)


def awaited(turns: Sequence[Turn]) -> list[str]:
    """Return for each turn the sentence whose secret it may tell, or ``""``."""
    waiting, left, told = "", 0, []
    for turn in turns:
        told.append(waiting if turn.speaker == "caller" else "")
        if turn.speaker == "caller":
            left -= 1
            waiting = waiting if left > 0 else ""
        for each in sentences(turn.words):
            found = wants(each) if turn.speaker == "agent" else secrecy(each)
            if found or speaks_of_password(each):
                waiting, left = each, _WAITS
            elif turn.speaker == "agent" and _ends(each, waiting):
                waiting = ""
    return told


def asks_on(words: str) -> bool:
    """Say whether the agent's ``words`` ask for nothing else, but perhaps for the rest."""
    return not any(
        secrecy(each) is not Secrecy.SURE and _asks_for_other(each) for each in sentences(words)
    )


def _ends(sentence: str, waiting: str) -> bool:
    """Say whether ``sentence`` asks for something else than what is ``waiting`` to be told."""
    if secrecy(waiting) is Secrecy.SURE and not speaks_of_password(waiting):
        return is_question(sentence) and tells_another(sentence)
    return _asks_for_other(sentence)


def _asks_for_other(sentence: str) -> bool:
    if not is_question(sentence):
        return False
    if compiled(_READ_IT).search(plain(sentence)):
        return False
    is_short = len(sentence.split()) <= _FEW_WORDS and not compiled(_OWN_QUESTION).search(
        plain(sentence)
    )
    return not is_short or tells_another(sentence)
