"""The clause of an agent's question that asks, without what is stated or guessed beside it. No I/O.

"I see you have two dogs, how old are they?" "What did she play, volleyball?"
"""

import re
from collections.abc import Sequence

from chalicelib.answers import STEM, affirms, stands_alone, takes_up
from chalicelib.echo import Words, content_words
from chalicelib.one_of_two import without_the_other
from chalicelib.prices import without_prices
from chalicelib.ways_to_ask import ASKS, INVERTED, found, is_inverted, is_open

_AND = r"^\W*(?:(?:and|so|but|then|y|pero|entonces|o sea)\s+)?"
_STATED = (
    r"^\W*(?:(?:and|but|so|oh|well|y|pero|pues|bueno|ay|entonces)\W+){0,2}(?:(?:i|you|he|she|it"
    r"|they|we|that|this|there|since|because|as you|last time|according|usted|ud|ya|como|me"
    r"|veo|sé|recuerdo|aquí|según|dice|tengo|tiene|era|fue|es|son)(?:'\w+)?\s"
    r"|(?:your|the|my|his|her|our|their|last|su|sus|el|la|los|las)\s.*\b(?:is|are|was|were|has"
    r"|have|had|\w+ed|told|said|es|son|era|fue|está|están|tiene|vive|dijo|contó|me)\b)"
)
_ENOUGH_STATED = 3  # words; of less, it calls somebody or points: "Henrietta, where is it?"
_TAG = r"^\W*(?:no|verdad|cierto|eh|right|correct|le parece|está bien|me equivoco)\W*$"
_ENOUGH_ASKED = 3  # words; "isn't it?" asks nothing of its own
_GUESSED = (
    r"^\W*(?:(?:or|o|y|and|maybe|perhaps|probably|quizás?|tal vez|a lo mejor)\s+)*"
    r"(?:is|are|was|were|do|does|did|have|has|had|can|could|will|would|should|maybe|perhaps"
    r"|probably|still|again|like"
    r"|after|before|since|during|después|antes|durante|desde"
    r"|for|at|in|on|from|with|by|because|a|an|the|your|his|her|some|es|era|fue|son|está|están"
    r"|estaba"
    r"|será|sería|quizás?|acaso|todavía|otra|para|por|en|de|del|con|un|una|el|la|los|las|su|sus"
    r"|porque|como|any|alg[uú]n\w*)\b"
)
_SHORT = 4  # words of a guess that begins with anything: "red?", "volleyball perhaps?"
_NO_GUESS = r"^\W*(?:and|no|not|y|sin|if|when|while|si|cuando)\b"
_AND_GUESSED = (  # "and could he have eaten it?", behind an open question
    r"^\W*(?:and|y)\s+(?:is|are|was|were|do|does|did|have|has|had|can|could|will|would|should|es"
    r"|fue|está|están|estaba|tiene|ha|han|había|hay|puede|podría|será)\b"
)
_AGAIN = (
    r"[,;:—–-]\s*¿?(?P<guess>(?:is|was|were|are|did|does|do|has|have|had|could|would|maybe|perhaps"
    r"|say|like|fue|era|es|será|quizás?|acaso|tal vez|a lo mejor)\s[^,?]*)\?\W*$"
)
_EXAMPLE = (
    r"\b(?:any\w*|some\w+|ever|alg[oú]\w*|alguien)\b[^?]*?[,;:—–-]\s*(?P<guess>[^,?]*?"
    r"(?:,? (?:for example|for instance|perhaps|maybe|say|por ejemplo|quizás?|tal vez))?)\?\W*$"
)
_BY_PLACE = (
    r"\b(?:anyone|anybody|someone|somebody|alguien) (?P<guess>(?:at|in|from|on|en|de|del)\s"
    r"(?:(?:the|your|el|la|su)\s)?\w+)\?\W*$"
)
_REASON = (
    r",?\s(?:since|because|now that|as you|porque|ya que|ahora que|puesto que) (?:you|he|she|it"
    r"|they|we|i|your|his|her|their|the|usted|se|le|su|no|el|la|es|está|tiene|ya)\b[^?]*\?\W*$"
)
_YES_TO = (
    r"^\W*(?:yes|yeah|yep|sure|okay|ok|sí|si|claro)\W+(?:to|for|on|only|just|al?|solo|sólo|nomás"
    r"|nada más|para)\s(?!me\b|us\b|mí\b)"
)
_COURTESY = r"^\W*(?:if (?:i may|you don't mind|you had|i might)|si se puede saber|si no es)\b"
_NOTE_BEHIND = r"\s(?:with|about|after|since|con|por|despu[eé]s de|desde)\s[^,?]{3,40}\?\W*$"
_BETWEEN = re.compile(r"[,;:…]\s+|\s[-–—]+\s|\s*—\s*|\s(?=¿)")


def asking_clause(question: str, answer: str, notes: Sequence[Words]) -> str:
    """Return ``question`` without what states and guesses around it, as far as ``answer`` lets.

    A guess behind an open question stays where the caller says yes to it or takes it up.
    """
    asked = _without_reason(_without_lead(question), answer)
    if not is_open(asked):
        asked = without_the_other(asked, answer)
        return _of_the_yes(_without_example(asked, answer), answer)
    return _without_note(_without_guess(asked, answer), answer, notes)


def _without_lead(question: str) -> str:
    """Return ``question`` from the clause on that asks, if a statement stands before it."""
    for between in _BETWEEN.finditer(question):
        lead, rest = question[: between.start()], question[between.end() :]
        if not _is_stated(lead):
            return question
        if found(_AND + f"(?:{ASKS}|{INVERTED})", rest) and not _is_tag(rest):
            return rest
    return question


def _is_stated(lead: str) -> bool:
    return len(lead.split()) >= _ENOUGH_STATED and bool(found(_STATED, lead))


def _is_tag(rest: str) -> bool:
    is_short = len(rest.split()) < _ENOUGH_ASKED and not found(_AND + ASKS, rest)
    return is_short or bool(found(_TAG, rest))


def _without_guess(question: str, answer: str) -> str:
    for between in _BETWEEN.finditer(question):
        asks, guess = question[: between.start()], question[between.end() :]
        is_guess = found(_GUESSED, guess) or found(_COURTESY, guess) or len(guess.split()) <= _SHORT
        is_asked = found(_NO_GUESS, guess) or found(_AND + ASKS, guess)
        is_other = is_asked and not found(_COURTESY, guess) and not found(_AND_GUESSED, guess)
        if not is_open(asks) or not is_guess or is_other:
            continue
        if not affirms(answer) and not _is_taken_up(guess, answer):
            return _as_question(asks)
    return question


def _without_example(question: str, answer: str) -> str:
    """Return a question for a yes or no without what it names as one of many, or asks again.

    "Are you allergic to anything, penicillin for example?" "Did you learn who did it, was it him?"
    """
    if affirms(answer):
        return question
    for kind in (_AGAIN, _EXAMPLE, _BY_PLACE):
        guess = re.search(kind, question, re.IGNORECASE)
        if guess and not _is_taken_up(guess["guess"], answer):
            question = question[: guess.start("guess")].rstrip(" ,;:…—–-") + "?"
    return question


def _without_reason(question: str, answer: str) -> str:
    """Return ``question`` without the reason that it guesses, unless the answer says yes to it."""
    reason = re.search(_REASON, question, re.IGNORECASE)
    if not reason or affirms(answer):
        return question
    return _as_question(question[: reason.start()])


def _of_the_yes(question: str, answer: str) -> str:
    """Return of a question in parts those that a yes is for: "Yes to the loop" names one."""
    parts = _BETWEEN.split(question)
    if len(parts) == 1 or not found(_YES_TO, answer):
        return without_prices(question) if not is_inverted(question) else question
    said = _stems(content_words(answer))
    kept = [one for one in parts if not said.isdisjoint(_stems(content_words(one)))]
    return _as_question(", ".join(one.rstrip("?") for one in kept)) if kept else question


def _is_taken_up(guess: str, answer: str) -> bool:
    return takes_up(guess, answer) and not stands_alone(answer)


def _without_note(question: str, answer: str, notes: Sequence[Words]) -> str:
    """Return an open question without the note it ends with: "How is she with the dizziness?"."""
    note = re.search(_NOTE_BEHIND, question)
    words = _stems(content_words(note[0].split(maxsplit=1)[1])) if note else set()
    is_noted = bool(words) and any(words <= _stems(told) for told in notes)
    is_taken_up = not words.isdisjoint(_stems(content_words(answer)))
    return question[: note.start()] + "?" if note and is_noted and not is_taken_up else question


def _stems(words: Words) -> set[str]:
    return {word[:STEM] for word in words}


def _as_question(words: str) -> str:
    return words.rstrip(" ,;:…—–-") + "?"
