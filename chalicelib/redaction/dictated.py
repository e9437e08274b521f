"""Numbers told bit by bit, over several turns, with other talk between. No I/O."""

from collections.abc import Iterator, Sequence

from chalicelib.conversation import Turn
from chalicelib.patterns import any_case, compiled
from chalicelib.redaction.another_figure import tells_another
from chalicelib.redaction.asked_secret import Secrecy, wants
from chalicelib.redaction.awaited_secret import asks_on
from chalicelib.redaction.figures import (
    Span,
    Told,
    counts_things,
    figures,
    is_counted,
    is_other,
    is_plainly_other,
)
from chalicelib.redaction.redact import marked
from chalicelib.redaction.secret_words import asks_for_secret
from chalicelib.sentences import is_question, placed, sentences
from chalicelib.spoken_numbers import YEAR, runs

_TOO_LONG = 13  # digits in all
_SHORTEST = 3  # digits of a part
_FEW_WORDS = 6  # beside the numbers of a turn that is little else
_MOST_TURNS = 6  # of both sides, in which the rest of a number may come
_TAKEN_OUT = "\u2022\u2022\u2022"
_GOES_ON = (
    r"\b(?:then|start\w*|begin\w*|end(?:s|ing)?|finish\w*|followed|next|last|first|rest|after that"
    r"|luego|despu[eé]s|empieza|comienza|sigue\w*|acaba|termina|[uú]ltim[oa]s?|al final|primero"
    r"|it says|it's|dash|hyphen|letter|letra|gui[oó]n|es|son|no)\b"
)
_ASKS_FOR_A_PART = (
    r"\b(?:starts?|begin\w*|ends?|rest|first (?:part|half)|other (?:part|half)|letters?|before that"
    r"|after that|whole thing|all of it|that all|complete|es todo|complet[oa]|falta\w*|letras?"
    r"|resto|empieza|principio|final|sigue|acaba|termina)\b"
)
_A_DAY = (
    r"\b(?:when|times?|days?|weeks?|months?|dates?|hours?|cu[aá]ndo|horas?|d[ií]as?|semanas?"
    r"|mes(?:es)?|class\w*|clases?|work|job)\b"
)
_LONG_SENTENCE = 30  # words, beside which figures are talk
_MONEY = r"[$€£]|\b(?:dollars?|euros?|pesos?|bucks|cents?)\b"
_AGED = (
    r"\b(?:i'm|i am|he's|she's|we're|they're|tengo|tiene|turn(?:s|ed|ing)?|cumpl\w+|age[ds]?"
    r"|edad de|(?!(?:code|pin|number|last|next|that|it|rest|end|card|what)\b)[^\W\d_]+'s)\s+$"
)
_PLACED = (
    r"\b(?:plot|row|seat|table|pew|booth|stall|space|bay|court|field|lane|grade|class|group of"
    r"|parcela|fila|asiento|mesa|grado|clase|grupo de)\s+$"
)
_AT_END = (
    r"\b(?:(?:end(?:s|ing)?|finish(?:es|ing)?|clos(?:es|ing)) (?:in|with)|(?:termina\w*|acaba\w*"
    r"|finaliza\w*) (?:en|con))\s+(?:(?:an?|un)\s+)?$"
)
_IS_END = r"^,? (?:at|on|al|en el)(?: the)?(?: very)? (?:end|back|final)\b"
_EACH_TIME = r"^\s(?:an?|per|each|por|al|cada|la)\s\w+"  # "fifteen a night"


def spread(turns: Sequence[Turn]) -> set[int]:
    """Return the turns in which one number is said bit by bit."""
    found: set[int] = set()
    at = 0
    while at < len(turns):
        series = _series(turns, at)
        numbers = [each for each in series if turns[each].speaker == "caller"]
        digits = sum(_figures_in(turns[each].words) for each in numbers)
        before = turns[at - 1].words if at and turns[at - 1].speaker == "agent" else ""
        first = f"{before} {turns[at].words}"
        wanted = asks_for_secret(first, _TOO_LONG)
        if len(numbers) > 1 and (digits >= _TOO_LONG or wanted):
            found.update(series)
        at = max(at + 1, series[-1] + 1 if series else at)
    return found


def _figures_in(words: str) -> int:
    """Return how many figures are in ``words`` that are no year, price, time or measure."""
    told = (run for run in runs(words) if not is_plainly_other(words, (run.start, run.end)))
    return sum(len(run.digits) for run in told)


def _series(turns: Sequence[Turn], start: int) -> list[int]:
    """Return the turns from ``start`` on that are little but numbers, with what is said between."""
    series: list[int] = []
    between: list[int] = []
    for at in range(start, len(turns)):
        turn = turns[at]
        if turn.speaker == "agent" and series and _asks_on(turn.words):
            if len(series) == 1 and _asks_anew(turn.words):
                break  # what was told before is no part of it
            between.append(at)
        elif turn.speaker == "caller" and _is_numbers(turn.words, first=not series):
            series += [*between, at]
            between = []
        else:
            break
    return series


def _asks_on(words: str) -> bool:
    """Say whether the agent only repeats what was said, or asks for the rest."""
    return len(words.split()) <= 2 * _FEW_WORDS and asks_on(words)


def _asks_anew(words: str) -> bool:
    """Say whether the agent asks for a number of which none was told: "Your card?"."""
    return _is_sure(words) and not any_case(_ASKS_FOR_A_PART).search(words)


def _is_numbers(words: str, *, first: bool) -> bool:
    found = [*runs(words)]
    said = sum(len(words[run.start : run.end].split()) for run in found)
    others = len(words.split()) - said
    enough = sum(len(run.digits) for run in found) >= _SHORTEST
    return enough and others <= _FEW_WORDS * (3 if first else 1)


def without_numbers(words: str) -> str:
    """Return ``words`` with MARK in place of the numbers that are not plainly other."""
    found = ((run.start, run.end) for run in runs(words) if len(run.digits) > 1)
    return marked(words, (span for span in found if not is_plainly_other(words, span)))


def rest_of_dictated(words: str, before: Sequence[Turn]) -> Iterator[Span]:
    """Yield where ``words`` of the caller tell more of a number that was asked for.

    ``before`` are the turns before them, in which its first part may be taken out already.
    """
    has_begun = _has_begun(before)
    is_asked = bool(before) and before[-1].speaker == "agent" and _is_sure(before[-1].words)
    if not before or before[-1].speaker != "agent" or not (has_begun or is_asked):
        return
    for at, sentence in placed(words):
        for told in figures(sentence):
            if _is_part(told, sentence, has_begun=has_begun):
                yield at + told.code.start, at + told.code.end
        has_begun = has_begun or _TAKEN_OUT in sentence


def _is_part(told: Told, sentence: str, *, has_begun: bool) -> bool:
    """Say whether figures are a part of what is dictated, not a day, a price or a count."""
    code = told.code
    is_end_of_it = has_begun and told.is_amount and _is_end(told) and not is_counted(told)
    if is_end_of_it and not any_case(_MONEY).search(sentence):
        return True
    if _is_talk(told, sentence):
        return False
    goes_on = bool(any_case(_GOES_ON).search(sentence))
    is_near = told.others <= (2 * _FEW_WORDS if goes_on else _FEW_WORDS)
    if is_near and _is_end(told):
        return True
    if not has_begun:
        return code.digits >= _SHORTEST and goes_on
    is_one = code.digits == 1 and not code.letters
    return told.others < _SHORTEST if is_one else is_near


def _is_talk(told: Told, sentence: str) -> bool:
    """Say whether figures are a count, a price, an age, a time or a year."""
    if len(sentence.split()) > _LONG_SENTENCE or any_case(_MONEY).search(sentence):
        return True
    if compiled(_EACH_TIME).search(told.after) or compiled(_AGED).search(told.before):
        return True
    if told.code.digits < _SHORTEST and not told.code.letters and counts_things(told):
        return True
    if told.piece in {"oh", "o"} or compiled(_PLACED).search(told.before):
        return True
    is_year = YEAR.fullmatch(told.code.signs)
    return is_other(told) or is_counted(told) or tells_another(sentence) or bool(is_year)


def _is_end(told: Told) -> bool:
    """Say whether what stands beside figures makes them a number's end: "it finishes with 74"."""
    return bool(compiled(_AT_END).search(told.before) or compiled(_IS_END).search(told.after))


def _has_begun(before: Sequence[Turn]) -> bool:
    """Say whether a number was taken out of what the caller said, and the agent asks on."""
    for turn in reversed(before[-_MOST_TURNS:]):
        if turn.speaker == "caller" and _TAKEN_OUT in turn.words:
            return True
        if turn.speaker == "agent" and not _waits(turn.words):
            return False
    return False


def _waits(words: str) -> bool:
    """Say whether the agent only repeats what it heard, asks on, or asks for such a number."""
    if any(is_question(each) and wants(each) is not Secrecy.SURE for each in sentences(words)):
        is_part = any_case(_ASKS_FOR_A_PART).search(words) and not any_case(_A_DAY).search(words)
        return bool(is_part) or _asks_on(words)
    is_told = any(is_other(told) for told in figures(words))  # "It leaves at ten forty."
    return (len(words.split()) <= _FEW_WORDS and not is_told) or _is_sure(words)


def _is_sure(words: str) -> bool:
    return any(is_question(each) and wants(each) is Secrecy.SURE for each in sentences(words))
