"""Figures told where a secret is asked for or spoken of, and that are plainly nothing else. No I/O.

When in doubt they are a secret: a door's code or a paper's number that is kept can be misused, and
a count that is lost hardly matters. Years, prices, times, measures, dates, house numbers and
telephone numbers stay. English and Spanish.
"""

from collections.abc import Iterator

from chalicelib.patterns import compiled
from chalicelib.redaction.another_figure import tells_another
from chalicelib.redaction.asked_secret import Secrecy, asks_for_paper, secrecy, wants
from chalicelib.redaction.figures import (
    FEW,
    Span,
    Told,
    figures,
    is_counted,
    is_other,
)
from chalicelib.redaction.unnamed_figures import is_dialled, is_unnamed
from chalicelib.sentences import is_question, placed, sentences

_MOST_OF_A_CODE = 8
_FEW_WORDS = 8  # beside figures in a sentence that says little else
_ALMOST_NONE = 3  # of them
_MOST_ASKED = 2_000  # characters of a question, the last ones
_MILLION = r"\b(?:un\s+)?mill(?:[oó]n|ones),?\s+$"
_NEAR = 80  # characters of a question in which a secret was taken out
_PAPER = (
    r"\b(?:medicaid|medicare|medi-?cal|insurance|policy|member|subscriber|account|card|licen[sc]e"
    r"|social|passport|seguro|p[oó]liza|afiliad[oa]|tarjeta|cuenta|licencia|pasaporte)\b"
)
_KEY_BEFORE = (
    r"\b(?:hash|pound|star|asterisk|asterisco|gato|numeral|almohadilla)(?: (?:sign|key|and|y|then"
    r"|luego))?\W{1,3}$|[#*]\s?$"
)
_KEY_AFTER = (
    r"^[^.!?]{0,80}?\b(?:hash|(?:(?<=, )|(?<=then )|(?<=and ))pound\W*$|pound (?:sign|key)|star"
    r"|asterisk|asterisco|gato|numeral)\W*$"
    r"|^[\w\s,-]{0,80}[#*]"
)
_REFERENCE = r"\b(?:reference|referencia|confirmation|confirmaci[oó]n)\W+$"
_SAYS_IT = r"\b(?:is (?:it|that)|it's|that's|are they|just|es|ser[aá]n?|nom[aá]s)\W*$"
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
    context = f"{awaited} {asked[-_MOST_ASKED:]} {words}".lower()
    beside = f"{asked[-_NEAR:]} {words}"
    has_paper = bool(compiled(_PAPER).search(context))
    is_old = heard is Secrecy.MAYBE and wanted is Secrecy.NONE
    is_for_another = heard is Secrecy.NONE and _asks_for_another(asked)
    if heard is Secrecy.NONE and compiled(r"•••\W*$").search(asked):
        heard = Secrecy.MAYBE  # the agent read figures back: the rest may follow
    is_paper = any(map(asks_for_paper, sentences(asked[-_MOST_ASKED:])))
    offered = {
        told.code.signs for each in sentences(asked) for told in figures(each) if is_other(told)
    }  # "The flight is at ten forty."
    for at, sentence in placed(words):
        own = secrecy(sentence)
        for told in figures(sentence):
            if told.code.signs in offered:
                continue
            if is_old and not own and told.code.digits <= FEW:
                continue
            if is_paper and told.is_amount and _is_numbered(told):
                before = compiled(_MILLION).search(sentence[: told.code.start].lower())
                yield at + (before.start() if before else told.code.start), at + told.code.end
            elif (
                _is_told(told, heard, own)
                or (not is_for_another and is_unnamed(told, has_paper=has_paper))
                or _is_keyed(told)
                or is_dialled(told, is_awaited=heard > Secrecy.NONE)
                or _is_tail(told, words[:at])
                or (heard and _is_rest(told, beside, is_sure=heard is Secrecy.SURE))
            ):
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
    if heard is Secrecy.SURE and (_is_two(told) or _is_reference(told)):
        return True
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


def _is_two(told: Told) -> bool:
    """Say whether two figures, said one by one, end their sentence: "is that four six?"."""
    code = told.code
    is_two = code.parts == len(code.signs) == code.digits == FEW - 1 and not is_other(told)
    return is_two and bool(compiled(_SAYS_IT).search(told.before)) and len(told.after.split()) <= 1


def _is_reference(told: Told) -> bool:
    """Say whether figures and letters are called a reference, which may be a contract's."""
    is_called = bool(compiled(_REFERENCE).search(told.before))
    return is_called and told.code.letters > 0 and told.code.digits >= FEW


def _is_tail(told: Told, before: str) -> bool:
    """Say whether figures follow at once on those that were taken out: "[•••] ... oh seven"."""
    is_next = not told.before.strip() and bool(
        compiled(r"•••\]\s*\.\.+\s*$|•••\]\s*…\s*$").search(before)
    )
    return is_next and not told.after.strip(" .!?") and told.code.digits > 1


def _is_keyed(told: Told) -> bool:
    """Say whether figures are typed with a key of a lock: "hash one two three four hash"."""
    keys = int(bool(compiled(_KEY_BEFORE).search(told.before)))
    keys += bool(compiled(_KEY_AFTER).search(told.piece + told.after))
    signs = told.code.digits + keys + 2 * bool(compiled(r"\bhundred\b").search(told.piece))
    return keys > 0 and signs > FEW and not is_counted(told)


def _is_rest(told: Told, context: str, *, is_sure: bool) -> bool:
    """Say whether two figures are the end of those that were taken out beside them."""
    is_from_zero = told.code.signs.startswith("0") and told.code.parts == FEW - 1
    is_last = told.code.digits == FEW - 1 and told.others <= FEW
    return is_last and not is_other(told) and ("•••" in context or (is_sure and is_from_zero))
