"""What the agent takes on to do after the call: "I'll ask the landlord." No I/O.

No time is named, so it is open only where somebody wants it: the caller's words before it are kept
as well. A note, and what is done while they talk, is not taken on.
"""

from collections.abc import Sequence

from chalicelib.conversation import Turn
from chalicelib.machine_text import without_machine_text
from chalicelib.patterns import any_case
from chalicelib.sentences import is_question, sentences
from chalicelib.threads.addressed import unaddressed
from chalicelib.threads.agent_promises import PROMISED, is_done_at_once, is_refused
from chalicelib.threads.own_clause import promise_in
from chalicelib.threads.thread_topic import stems

LONGEST_WANTED = 120  # characters
MOST_ALONE = 2  # sentences of a turn that is what is wanted, whatever it says
ENOUGH_WANTED = 4  # words, of a sentence that stands alone
_TAKES_ON = (
    r"\b(?:i|we)(?:'ll| will|'m going to) (?:\w+ ){0,2}?(?:ask(?! you)|find out|look into"
    r"|look for(?!ward)"
    r"|have (?:the|our|him|her|them|someone|somebody|dr|mr|ms|mrs|(?-i:[A-Z]))|send|mail"
    r"|e-?mail|order"
    r"|put in (?:a|an|the)|arrange|see (?:if|whether|about|what)|get (?:someone|somebody)|request"
    r"|forward|file (?:a|the)|open a|let you know|make sure|talk to|speak (?:to|with)"
    r"|have it sent)\b"
    r"|\b(?:(?:le|les|lo|la|se l[oa]|te) )?(?:voy a|vamos a) (?:pedir|preguntar|averiguar|consultar"
    r"|mandar|enviar|buscar|avisar|hablar)\w*"
    r"|\b(?:le|les|se l[oa]s?|lo|la|te) (?:preguntaré|pregunto|pediré|pido|averiguo|averiguaré"
    r"|consulto"
    r"|consultaré|mando|mandamos|mandaremos|mandaré|enviaré|enviamos|busco|buscamos|aviso|avisamos"
    r"|avisaremos|avisaré|diré|decimos)\b"
)
_WISHES = (
    r"\b(?:want|need|like|hope|wish|wonder|can't|won't|quiero|quisiera|necesito|falta|no me)\b"
)
_NOW = (
    r"\b(?:now|right away|one moment|a moment|hold on|let me|while (?:we|you)|ahora|un momento"
    r"|permítame|enseguida)\b|\bif you\b|\b(?:link|enlace|disculpas?|perdón)\b|\bsi (?:quiere"
    r"|gusta)\b"
)


def taken_on(turns: Sequence[Turn], place: int) -> str:
    """Return what is wanted and what the agent says at ``place`` that they will do, or ""."""
    said = [one for one in sentences(turns[place].words) if _is_taken_on(one)]
    answer = next((one.words for one in turns[place + 1 :] if one.speaker == "caller"), "")
    if not said or is_refused(answer) or is_done_at_once(turns[place + 1 : place + 3]):
        return ""
    wanted = _wanted(turns[:place], said[0])
    promise = promise_in(unaddressed(said[0]), _TAKES_ON)
    return f"{wanted} {PROMISED}{promise}" if wanted else ""


def _is_taken_on(sentence: str) -> bool:
    said = sentence.replace("\u2019", "'")
    return (
        bool(any_case(_TAKES_ON).search(said))
        and not is_question(said)
        and not any_case(_NOW).search(said)
    )


def _wanted(before: Sequence[Turn], promised: str) -> str:
    """Return what the caller said just before that the agent ``promised`` to see to."""
    words = before[-1].words if before and before[-1].speaker == "caller" else ""
    said = sentences(without_machine_text(words))
    if not said:
        return ""
    best = max(range(len(said)), key=lambda place: _fits(said[place], promised, place))
    if len(said) > MOST_ALONE and not any(_fits(said[best], promised, best)[:2]):
        return ""
    wanted = said[best] if len(said[best].split()) >= ENOUGH_WANTED else " ".join(said[best - 1 :])
    return wanted[-LONGEST_WANTED:].lstrip() if stems(wanted) else ""


def _fits(sentence: str, promised: str, place: int) -> tuple[int, bool, bool, int]:
    """Return how well ``sentence`` fits as what was ``promised``: the greater the better."""
    shared = len(stems(sentence) & stems(promised))
    is_wish = bool(any_case(_WISHES).search(sentence))
    return shared, is_question(sentence) or is_wish, bool(stems(sentence)), place
