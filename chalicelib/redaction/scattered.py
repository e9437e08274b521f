"""Figures of a secret with talk between them: "Nine, and then a four, and, I can't see, a one".

Where such a number is asked for, or read from a paper. English and Spanish. No I/O.
"""

from collections.abc import Iterator

from chalicelib.patterns import any_case
from chalicelib.redaction.asked_secret import Secrecy, wants
from chalicelib.redaction.figures import FEW, Span, counts_things, figures, is_other
from chalicelib.sentences import placed, sentences

_MOST_ASKED = 2_000  # characters of a question, the last ones
_MOST_BETWEEN = 16  # words between the first figures and the last
_JOINS = (
    r"\b(?:then|dash|hyphen|slash|something|smudged|i think|i guess|it's either|ends?|luego"
    r"|despu[eé]s|gui[oó]n|barra|algo|borroso|creo|termina|al final)\b"
)
_READS = (
    r"\b(?:cards?|policy|licen[sc]e|tarjeta|p[oó]liza|licencia|carnet)\b[^.!?]{0,15}\b(?:says|reads"
    r"|dice|pone)\b"
)
_BEHIND_A_MARK = (
    r"•••[^!?]{0,12}?\b(?:letra|letter|homoclave|check digit|d[ií]gito verificador)"
    r"(?: (?:final|is|es|at the end))*,?\s(?P<secret>[^.!?]{1,40})"
)


def scattered(words: str, asked: str) -> Iterator[Span]:
    """Yield where ``words`` tell figures that belong together; ``asked`` is what they answer."""
    is_asked = any(wants(each) is Secrecy.SURE for each in sentences(asked[-_MOST_ASKED:]))
    for at, sentence in placed(words):
        if is_asked or any_case(_READS).search(sentence):
            yield from ((at + start, at + end) for start, end in _together(sentence))
    yield from (found.span("secret") for found in any_case(_BEHIND_A_MARK).finditer(words))


def _together(sentence: str) -> Iterator[Span]:
    told = [each for each in figures(sentence) if not (is_other(each) or counts_things(each))]
    if sum(each.code.digits for each in told) < FEW:
        return
    start, end = told[0].code.start, told[-1].code.end
    is_joined = bool(any_case(_JOINS).search(sentence, start, end))
    is_joined = is_joined and (len(told) > 1 or told[0].code.parts > FEW)
    is_by_sign = len(told) >= FEW and all(len(each.code.signs) == 1 for each in told)
    if (is_joined or is_by_sign) and len(sentence[start:end].split()) <= _MOST_BETWEEN:
        yield start, end
