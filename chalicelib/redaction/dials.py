"""How the dial or the buttons of a lock are turned and pressed: "left thirty-one, right eight".

English and Spanish. No I/O.
"""

from collections.abc import Iterator
from itertools import pairwise

from chalicelib.patterns import any_case
from chalicelib.redaction.another_figure import tells_another
from chalicelib.redaction.asked_secret import Secrecy, wants
from chalicelib.sentences import placed, sentences
from chalicelib.spoken_numbers import Run, number_words, runs

_FEWEST = 3  # numbers of a dial
_TURN = r"(?:to the |a la )?(?:left|right|izquierda|derecha)"
_TURNS = (
    r"\b(?:left|right|around|back|clockwise|again|past|izquierda|derecha|vueltas?|regresa\w*"
    r"|otra vez)\b"
)
_ROUND = r"\b(?:twice|times|again|around|back to|past|clockwise|vueltas?|otra vez|regresa\w*)\b"
_A_WAY = (
    r"\b(?:roads?|streets?|highway|route|exit|avenue|miles?|lights?|blocks?|church|drive|corner"
    r"|calles?|cuadras?|carretera|salida|avenida|sem[aá]foro|kil[oó]metros?|esquina|pages?"
    r"|o'clock|minutes?|years?)\b"
)


_LETTERS = (
    r"\W*(?:(?:it's|it is|the letters|um|uh|es|son"
    r"|las letras)\W+)*(?P<secret>(?-i:[A-ZÑ])(?:\W+(?:(?:then|and"
    r"|halfway|between|to|luego|y|entre|la)\W+)*(?-i:[A-ZÑ])){2,7})\W*"
)


def dials(words: str, asked: str) -> Iterator[tuple[int, int]]:
    """Yield where ``words`` tell how a lock is turned or which buttons of it are pressed.

    ``asked`` is what they answer: to who asks for a code, letters are one: "B, A, K, E".
    """
    if any(wants(each) is Secrecy.SURE for each in sentences(asked)):
        for at, sentence in placed(words):
            if (said := any_case(_LETTERS).fullmatch(sentence)) and not tells_another(asked):
                yield at + said.start("secret"), at + said.end("secret")
    yield from (found.span() for found in any_case(_combination()).finditer(words))
    for at, sentence in placed(words):
        told = [run for run in runs(sentence) if len(run.digits) < _FEWEST]
        if len(told) >= _FEWEST and _is_turned(sentence, told):
            yield at + told[0].start, at + told[-1].end


def _is_turned(sentence: str, told: list[Run]) -> bool:
    """Say whether a turn stands between each two numbers, and they are no way to a house."""
    turns = [found.start() for found in any_case(_TURNS).finditer(sentence)]
    each = (any(one.end <= turn <= other.start for turn in turns) for one, other in pairwise(told))
    is_turned = sum(each) >= _FEWEST - 1 and any_case(_ROUND).search(sentence)
    return bool(is_turned) and not any_case(_A_WAY).search(sentence)


def _combination() -> str:
    """Return the pattern of a lock's turns: "left thirty-one, right eight, left nineteen"."""
    word = f"(?:{number_words()})"
    number = rf"(?:\d{{1,2}}|{word}(?:(?:[- ]| y ){word})?)"
    turn = rf"(?:{_TURN},? (?:to |al? |hasta (?:el )?)?{number}|{number},? {_TURN})"
    to = rf"{_TURN},? (?:to |al? |hasta (?:el )?)?{number}"
    last = rf"{to},? (?:(?:and|then|y|luego) )?{to},? (?:and|y|then),? (?:(?:then|luego|back) )?"
    last += rf"(?:to |al? )?{number}"
    at_once = r"(?:together|at (?:once|the same time)|juntos|a la vez)"
    both = rf"{word}(?:,? (?:and|y|with|plus) |-){word},? {at_once}"  # of a lock with push buttons
    next_one = r"[,.…]* (?:(?:and )?(?:then|y luego|luego|despu[eé]s)|and|y)(?: the| el)?|,"
    then = rf"(?:(?:{next_one}) {word}\b(?! \w)){{1,3}}"
    return rf"\b(?:{turn}(?:,? (?:and |then |y |luego )?{turn}){{2,4}}|{last}|{both}{then})\b"
