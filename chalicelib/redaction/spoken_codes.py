"""Codes as they are said and transcribed: letters and figures in a row, or their names. No I/O."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from chalicelib.spoken_numbers import number_words, runs

_LETTER_NAMES = {
    "equis": "X",
    "zeta": "Z",
    "ele": "L",
    "eme": "M",
    "ene": "N",
    "erre": "R",
    "ese": "S",
    "efe": "F",
    "jota": "J",
    "hache": "H",
    "cu": "Q",
    "uve": "V",
    "ge": "G",
    "ye": "Y",
    "be": "B",
    "ce": "C",
    "ka": "K",
    "pe": "P",
    "te": "T",
}
_NAMES_AND_WORDS = frozenset({"be", "ce", "ka", "pe", "te"})  # "te" is a word at either end
# Words that are other words as well ("November", "hotel") are no letters.
_ALPHABET = (
    "alpha alfa bravo charlie delta echo foxtrot juliet juliett kilo lima oscar quebec romeo sierra"
    " tango victor whiskey x-ray yankee zulu"
).split()
_NAMES = _LETTER_NAMES | {word: word[0].upper() for word in _ALPHABET}
_TENS = re.compile("[2-9]0")
_LETTER = re.compile("[A-ZÑ]")
_LETTER_WORDS = frozenset("a e i o u y".split())  # which are words as well, where they stand alone
_BETWEEN = (
    r"(?:(?<=\b[A-Z]),? (?:as in|(?:like|for|de|como)(?= (?-i:[A-Z]|x-?ray))) [a-z-]{2,12})?"
    r"(?:\s{0,2}[,\-\u2010-\u2015/]\s{0,2}|\s{1,2})(?:(?:dash|hyphen|guion|guión|then|space"
    r"|espacio|luego|barra|slash|(?:the )?(?:star|pound|hash) key|and then|(?:and |y )?(?:again"
    r"|otra vez|de nuevo)|something|stroke"
    r"|capital|mayúscula|like|as in|de|hash|millones|millón"
    r"|mil)\b[\s,\-]{1,3}){0,3}"
)
_MARKS_BEHIND = (
    r",?\s(?:hash|pound(?: sign)?|star|gato|numeral|asterisco)\b(?! \w*s\b)|,?\s(?:letra"
    r"|letter) [a-z]\b"
)


@dataclass(frozen=True)
class Code:
    """Letters and figures said in a row: where they stand, and what they are."""

    start: int
    end: int
    signs: str  # "1EG4TE5MK73"
    parts: int = 1  # that it was said in

    @property
    def digits(self) -> int:
        """How many of them are figures."""
        return sum(each.isdigit() for each in self.signs)

    @property
    def letters(self) -> int:
        """How many of them are letters."""
        return len(self.signs) - self.digits


def codes(words: str) -> Iterator[Code]:
    """Yield what in ``words`` may be a code: each has a figure, and stands as long as it can."""
    tokens: list[re.Match[str]] = []
    for token in _token().finditer(words):
        if tokens and not _between().fullmatch(words, tokens[-1].end(), token.start()):
            yield from _code(words, tokens)
            tokens = []
        tokens.append(token)
    yield from _code(words, tokens)


def _code(words: str, tokens: list[re.Match[str]]) -> Iterator[Code]:
    while tokens and _is_a_word(tokens[-1], is_first=False):
        tokens = tokens[:-1]
    while tokens and _is_a_word(tokens[0], is_first=_begins(words, tokens[0].start())):
        if len(tokens) > 1 and tokens[0][0] != "I" and _LETTER.fullmatch(tokens[1][0]):
            break  # "Y U P nine": it is spelled
        tokens = tokens[1:]
    tokens = _without_lone_name(tokens)
    if not tokens:
        return
    pieces = list(_pieces(words, tokens))
    signs = "".join(pieces)
    if any(map(str.isdigit, signs)):
        behind = _behind().match(words, tokens[-1].end())
        end = behind.end() if behind else tokens[-1].end()
        yield Code(tokens[0].start(), end, signs, len(pieces))


def _without_lone_name(tokens: list[re.Match[str]]) -> list[re.Match[str]]:
    """Return ``tokens`` without a word at either end that is but a name: "Delta 4409"."""
    if tokens and _is_lone(tokens[0], tokens[1:2]):
        tokens = tokens[1:]
    return tokens[:-1] if tokens and _is_lone(tokens[-1], tokens[-2:-1]) else tokens


def _is_lone(token: re.Match[str], beside: list[re.Match[str]]) -> bool:
    is_name = (token["named"] or "").lower() in _ALPHABET
    return is_name and all(each["number"] or each["mixed"] for each in beside)


def _pieces(words: str, tokens: list[re.Match[str]]) -> Iterator[str]:
    """Yield the signs of each piece that ``tokens`` say: "forty-five" is one, and so is "W"."""
    before, end = "", 0
    for token in tokens:
        signs = _signs(token)
        if not signs:
            continue  # "cuarenta y uno", "mil"
        is_ended = before and len(signs) == 1 and signs in "123456789"
        if is_ended and token["number"] and "," not in words[end : token.start()]:
            before, signs = "", before[:-1] + signs
        elif before:
            yield before
            before = ""
        end = token.end()
        if token["number"] and _TENS.fullmatch(signs):
            before = signs
        else:
            yield signs
    if before:
        yield before


def _begins(words: str, at: int) -> bool:
    return not words[:at].strip() or words[:at].rstrip()[-1] in ".!?…"


def _is_a_word(token: re.Match[str], *, is_first: bool) -> bool:
    """Say whether a letter at a code's end is but a word beside it: "a", "I", "y"."""
    letter = token["letter"] or ""
    if (token["named"] or "").lower() in _NAMES_AND_WORDS:
        return True
    return letter in _LETTER_WORDS or letter == "I" or (is_first and letter in {"A", "Y", "O"})


def _signs(token: re.Match[str]) -> str:
    if token["number"]:
        return "".join(run.digits for run in runs(token["number"]))
    if token[0] in _LETTER_WORDS:
        return ""  # "cuarenta y uno"
    named = _NAMES.get(token[0].lower(), token[0])
    return re.sub(r"[^\w]", "", named).upper()


@cache
def _token() -> re.Pattern[str]:
    names = "|".join(_NAMES)
    return re.compile(
        r"(?<![\w'\u2019])(?:(?P<mixed>(?=[A-Za-z-]{0,8}\d)[A-Za-z\d]{1,24}(?:-[A-Za-z\d]{"
        r"1,24}){0,6}"
        r"|(?-i:[A-Z]{2,4}))"
        rf"|(?P<number>(?:(?:double|doble|triple|treble)[\s-]{{1,2}})?(?:\d{{1,3}}"
        rf"|{number_words()}))|(?P<named>{names})|(?P<letter>[A-Za-zÑñ]))(?![\w'\u2019])",
        re.IGNORECASE,
    )


@cache
def _between() -> re.Pattern[str]:
    return re.compile(_BETWEEN, re.IGNORECASE)


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(_MARKS_BEHIND, re.IGNORECASE)
