"""What the agent promises on behalf of whoever is called, and what it does at once. No I/O."""

from collections.abc import Sequence

from chalicelib.answers import denies
from chalicelib.conversation import Turn
from chalicelib.patterns import any_case
from chalicelib.sentences import sentences
from chalicelib.threads.addressed import unaddressed
from chalicelib.threads.own_clause import promise_in
from chalicelib.threads.thread_topic import stems
from chalicelib.time_to_come import has_time

PROMISED = "Agent promised: "
_PROMISE = (
    r"\b(?:we|i|he|she|they|some(?:body|one)|(?:our|the|your|a|dr\.?) [\w ]{1,25}?|(?-i:[A-Z]\w+))"
    r"(?:'ll| will|'re going to| is going to) (?:\w+ )?(?:(?:have|get) [\w ]{1,25}? (?:to )?)?"
    r"(?:call|ring|phone|send|mail|e-?mail|text|ship|deliver|get back to|visit|see|come|stop by"
    r"|post|order|book)\b"
    r"|\b(?:le|les|te) (?:llamo|llamamos|llamaremos|llamaré|enviamos|enviaré|enviaremos|mando"
    r"|mandamos"
    r"|mandaremos|avisamos|avisaré|avisaremos|(?:vamos|van|va) a (?:llamar|enviar|mandar|avisar"
    r"|hablar))\b"
)
_CALL = r"\b(?:call|ring|phone) you\b|\b(?:llam|habl)\w+"
_NOT_YET_SURE = r"\bif you|would you|shall|should i|si (?:quiere|gusta)|\bmay i\b"
_REFUSED = (
    r"^\W*(?:no\b|nope|don't|please don't|not (?:now|necessary)|never ?mind|ya no|no hace falta)"
)
_DONE = (
    r"\bi(?:'ve| have) (?:just )?(?:sent|emailed|mailed|texted|cancel+ed|updated|changed|added"
    r"|ordered|put in|sent over)\b"
    r"|\b(?:just sent|all done|that's done|it's done|done\.|sent\.|it's been (?:sent|done"
    r"|cancel+ed)|is cancel+ed)"
    r"|\b(?:ya (?:le|lo|la|se l[oa]) (?:mandé|envié|cancelé|cambié|anoté)|acabo de|listo[,.]|ya"
    r" está hecho)"
)


def promised_by_agent(turns: Sequence[Turn], place: int) -> list[str]:
    """Return what the agent promises in the turn at ``place`` and the caller does not refuse.

    Only what names a time: an agent's "I'll remember that" is no thread.
    """
    said = sentences(turns[place].words)
    promises = [one for one in said if _is_promise(one)]
    answer = next((turn.words for turn in turns[place + 1 :] if turn.speaker == "caller"), "")
    if not answer or is_refused(answer):
        return []
    told = [promise_in(unaddressed(one), _PROMISE) for one in promises]
    return [f"{PROMISED}{one}" for one in told if not _is_put_right(one, answer)]


def is_refused(answer: str) -> bool:
    """Tell if the caller's ``answer`` begins with a no."""
    return bool(any_case(_REFUSED).search(answer))


def _is_put_right(promise: str, answer: str) -> bool:
    """Tell if ``answer`` begins by denying what is promised: "I'll text you." "I don't text."."""
    first = sentences(answer)[0]
    return denies(first) and not stems(first).isdisjoint(stems(promise))


def is_done_at_once(answer: Sequence[Turn]) -> bool:
    """Tell if the agent's ``answer`` says that what was asked for is done already."""
    return any(one.speaker == "agent" and any_case(_DONE).search(one.words) for one in answer)


def promises_a_call(thread: str) -> bool:
    """Tell if in ``thread`` the agent has promised that the caller is called."""
    return thread.startswith(PROMISED) and bool(any_case(_CALL).search(thread))


def _is_promise(sentence: str) -> bool:
    said = sentence.replace("\u2019", "'")
    if said.endswith("?") or any_case(_NOT_YET_SURE).search(said):
        return False
    return bool(any_case(_PROMISE).search(said)) and has_time(said)
