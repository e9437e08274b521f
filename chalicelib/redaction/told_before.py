"""The first part of a number, told a turn before the rest that gave it away. No I/O.

"A, two one." "A two one." "Three three four, seven six, nine." The agent only repeats, or waits.
"""

from collections.abc import Iterator, Sequence

from chalicelib.conversation import Turn
from chalicelib.patterns import any_case
from chalicelib.redaction.another_figure import tells_another
from chalicelib.redaction.asked_secret import Secrecy, wants
from chalicelib.redaction.figures import TELEPHONE, Span, Told, figures, is_other
from chalicelib.sentences import is_question, placed, sentences

_FEWEST = 2  # figures of a part
_FEW_WORDS = 12  # beside them in their sentence
_ECHO = 8  # words of a turn that only repeats or waits
_RESUMES = r"^\W*(?:[^\W\d_•]+\W+){0,6}?\[•••"  # what is taken out stands at the start
_FOR_THE_REST = (
    r"\b(?:rest|whole|all of it|go on|next|after that|last (?:part|half)|resto|complet[oa]|falta\w*"
    r"|sigue"
    r"|siga)\b"
)


def told_before(told: Sequence[Turn], at: int) -> Iterator[Span]:
    """Yield where the turn ``at`` tells figures whose rest goes in their next one."""
    if at + 2 >= len(told) or told[at].speaker != "caller" or "•••" in told[at].words:
        return
    agent, caller = told[at + 1], told[at + 2]
    is_next = agent.speaker == "agent" and caller.speaker == "caller" and _goes_on(agent.words)
    if not is_next or not any_case(_RESUMES).search(caller.words):
        return
    for start, sentence in placed(told[at].words):
        for part in figures(sentence):
            if _is_part(part, sentence):
                yield start + part.code.start, start + part.code.end


def _goes_on(words: str) -> bool:
    """Say whether the agent only repeats what it heard, waits, or asks for the rest."""
    if any(map(is_question, sentences(words))):
        return bool(any_case(_FOR_THE_REST).search(words))
    asks_anew = any(wants(each) is Secrecy.SURE for each in sentences(words))
    return len(words.split()) <= _ECHO and not asks_anew


def _is_part(told: Told, sentence: str) -> bool:
    is_telephone = told.code.digits in TELEPHONE and not told.code.letters
    if is_telephone or told.code.digits < _FEWEST or is_other(told) or tells_another(sentence):
        return False
    return told.others <= _FEW_WORDS and len(told.after.split()) <= _FEWEST
