"""Figures told where a secret is asked for or spoken of, and that are plainly nothing else. No I/O.

When in doubt they are a secret: a door's code or a paper's number that is kept can be misused, and
a count that is lost hardly matters. Years, prices, times, measures, dates, house numbers and
telephone numbers stay. English and Spanish.
"""

from collections.abc import Iterator

from chalicelib.asked_secret import Secrecy, asks_for_paper, secrecy, tells_another, wants
from chalicelib.figures import FEW, TELEPHONE, Span, Told, figures, is_counted, is_other
from chalicelib.patterns import compiled
from chalicelib.sentences import is_question, placed, sentences

_MOST_OF_A_CODE = 8
_FEW_WORDS = 8  # beside figures in a sentence that says little else
_ALMOST_NONE = 3  # of them
_MOST_ASKED = 2_000  # characters of a question, the last ones
_EMERGENCY = ("911", "411", "311", "211", "112", "988")
_MILLION = r"\b(?:un\s+)?mill(?:[oó]n|ones),?\s+$"
_FOR_IT = (
    r"\W{1,2}(?:for|on|at|to|in|en|para|de|del) (?:(?:the|our|my|that|el|la|los|mi)\W)?(?:\w+ )?"
    r"(?:gate|door|alarm|elevator|garage|lock|building|entrance|port[oó]n|puerta|reja|alarma"
    r"|elevador|edificio|entrada|cochera|chapa)\b"
)


def told_figures(words: str, asked: str, awaited: str) -> Iterator[Span]:
    """Yield where ``words`` tell figures that could be misused.

    ``asked`` is what they answer, and ``awaited`` an earlier sentence that has not been answered.
    """
    wanted = max(map(wants, sentences(asked[-_MOST_ASKED:])), default=Secrecy.NONE)
    heard = max(wanted, secrecy(awaited))
    is_old = heard is Secrecy.MAYBE and wanted is Secrecy.NONE
    is_for_another = heard is Secrecy.NONE and _asks_for_another(asked)
    is_paper = any(map(asks_for_paper, sentences(asked[-_MOST_ASKED:])))
    for at, sentence in placed(words):
        own = secrecy(sentence)
        for told in figures(sentence):
            if is_old and not own and told.code.digits <= FEW:
                continue
            if is_paper and told.is_amount and _is_numbered(told):
                before = compiled(_MILLION).search(sentence[: told.code.start].lower())
                yield at + (before.start() if before else told.code.start), at + told.code.end
            elif _is_told(told, heard, own) or (not is_for_another and _is_unnamed(told)):
                yield at + told.code.start, at + told.code.end
        heard = max(heard, own)


def _asks_for_another(asked: str) -> bool:
    """Say whether what ``asked`` asks, or else tells, is of a figure that nobody can misuse."""
    told = sentences(asked[-_MOST_ASKED:])
    return any(map(tells_another, [each for each in told if is_question(each)] or told))


def _is_numbered(told: Told) -> bool:
    """Say whether an amount is a paper's number: so large that little else is said beside it."""
    is_large = bool(compiled(r"\b(?:mil|mill[oó]n|millones)\b").search(told.piece))
    return is_large and told.others <= FEW and not is_counted(told)


def _is_told(told: Told, heard: Secrecy, own: Secrecy) -> bool:
    code = told.code
    is_mixed = code.letters > 0 and len(code.signs) > FEW and heard is Secrecy.SURE
    if not (heard or own) or (code.digits < FEW and not is_mixed) or is_other(told):
        return False
    is_bare = code.parts == 1 and FEW < len(code.signs) <= _MOST_OF_A_CODE
    if told.is_dictated or told.is_typed:
        return True
    if heard is Secrecy.SURE and told.others <= _FEW_WORDS:
        return True
    if own is Secrecy.SURE and (is_bare or code.parts >= FEW):
        return True
    is_for_it = is_bare and bool(compiled(_FOR_IT).match(told.after))
    return is_for_it or (heard is Secrecy.MAYBE and told.others <= _ALMOST_NONE)


def _is_unnamed(told: Told) -> bool:
    """Say whether figures that nothing names are dictated so that they are a code all the same."""
    code = told.code
    if not told.is_dictated or code.digits < FEW or is_other(told):
        return False
    is_telephone = code.digits in TELEPHONE and not code.letters and not told.is_beside_a_mark
    if is_telephone or code.signs in _EMERGENCY or _is_counted(code.signs):
        return False
    if len(code.signs) == code.parts + 1 and not told.is_doubled:  # "4, then 7, then 12"
        return False
    return not tells_another(told.before) and (told.is_typed or code.digits > FEW)


def _is_counted(signs: str) -> bool:
    """Say whether the figures only count: "one, two, three, four"."""
    return signs in "123456789" or signs in "987654321"
