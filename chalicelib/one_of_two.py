"""Which of two things that an agent asks the answer takes; the question without the other.

"For the cleaning or for the tooth that hurt?" "The cleaning." English and Spanish. No I/O.
"""

import re

from chalicelib.answers import STEM, affirms, denies, without_accents
from chalicelib.ways_to_ask import ASKS, INVERTED, found, is_open

_OR = re.compile(r",?\s+(?:or|o|u)\s+(?=\S)", re.IGNORECASE)
_VERB_FIRST = INVERTED.replace("|¿", "")
_AND_ASKS = re.compile(rf",?\s+(?:(?:and|y)\s+(?={_VERB_FIRST})|y\s+(?=¿))", re.IGNORECASE)
_CLAUSE = re.compile(r"[,.;:!?…]\s")
_LAST_PHRASE = (
    r"(?:\s(?:by|in|at|for|on|to|with|as|from|por|para|en|con|a|de|como|del|al))?"
    r"(?:\s(?:the|an?|your|his|her|their|my|el|la|los|las|una?|su|sus|mi|tu)"
    r"(?:\s(?!the\b|a\b|your\b|el\b|la\b|una?\b)[^\s,?]+){1,3}|\s[^\s,?]+)$"
)
_ALSO_ASKS = rf"^\W*(?:{_VERB_FIRST}|¿)"
_MONTHS = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|enero"
    r"|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre|spring"
    r"|summer|autumn|fall|winter|primavera|verano|otoño|invierno)"
)
_IN_MONTH = (
    r"(?:,?\s(?:in|on|by|since|until|till|en|el|desde|hasta|para|de)\s(?:\w+\s){0,2}?"
    rf"{_MONTHS}\b)"
)
_OFTEN = (
    r"(?:once|twice|(?:two|three|four|\d+) times|every|daily|una vez|(?:dos|tres|cuatro|\d+) veces"
    r"|cada|diario|tod[oa]s l[oa]s)\b"
)
_SHORTEST = 3  # letters of a word that says something
_FEW_WORDS = 6  # of a piece that answers
_ENOUGH = 2  # words that a question has left
_NO_WORDS = frozenset(
    "the and for with from that this your una las los del por para con que".split()
)


def without_the_other(question: str, answer: str) -> str:
    """Return a ``question`` for a yes or no with what the ``answer`` takes of it, not the rest.

    One of two things that are offered, or another time than the one that was guessed.
    """
    if is_open(question) or affirms(answer):
        return question
    return _without_time(_of_two(question, answer), answer)


def _of_two(question: str, answer: str) -> str:
    between = [*_OR.finditer(question), *_AND_ASKS.finditer(question)][-1:]
    if not between or denies(answer):
        return question
    left, right = question[: between[0].start()], question[between[0].end() :]
    if found(rf"[,;]\s(?:(?:and|y)\s)?¿?{ASKS}", right):  # "gas or electric, and how old?"
        return question
    first = _CLAUSE.split(answer.strip())[0]
    in_left, in_right = bool(_stems(first) & _stems(left)), bool(_stems(first) & _stems(right))
    is_second_question = bool(found(_ALSO_ASKS, right))
    if in_left and not in_right:
        return f"{left.rstrip(' ,')}?"
    if in_right and not in_left:
        return _asks_right(left, right, is_second_question=is_second_question) or question
    is_piece = not in_right and is_second_question and len(first.split()) <= _FEW_WORDS
    return f"{left.rstrip(' ,')}?" if is_piece else question


def _asks_right(left: str, right: str, *, is_second_question: bool) -> str:
    """Return the question for what stands to the ``right``, or "" where it can't be told apart."""
    if is_second_question:
        return right[:1].upper() + right[1:]
    begun = re.sub(_LAST_PHRASE, "", left, flags=re.IGNORECASE)
    return f"{begun} {right}" if begun != left and len(begun.split()) >= _ENOUGH else ""


def _without_time(question: str, answer: str) -> str:
    """Return ``question`` without the month, or how often, that the answer puts right."""
    piece = _CLAUSE.split(answer.strip())[0]
    for kind, told in ((_IN_MONTH, rf"\b{_MONTHS}\b"), (rf",?\s{_OFTEN}", rf"^\W*{_OFTEN}")):
        guess = re.search(kind, question, re.IGNORECASE)
        is_other = found(told, piece) and len(piece.split()) <= _FEW_WORDS
        if guess and is_other and not _stems(guess[0]) & _stems(piece):
            begun = question[: guess.start()]
            return f"{begun}?" if len(begun.split()) >= _ENOUGH else question
    return question


def _stems(words: str) -> set[str]:
    every = re.findall(r"[^\W_]+", without_accents(words))
    return {one[:STEM] for one in every if len(one) >= _SHORTEST and one not in _NO_WORDS}
