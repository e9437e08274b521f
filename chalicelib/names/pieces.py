"""A caller's or agent's turn, cut into the pieces between its punctuation marks. No I/O."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from chalicelib.names.written import plain

LONGEST_TURN = 20_000  # characters that are looked at
LONGEST_PIECE = 100  # words; a transcript without marks is cut

_QUOTED = re.compile(r"[\"“«][^\"“”«»]{0,1000}[\"”»]|[(\[][^()\[\]]{0,200}[)\]]")
_TOKEN = re.compile(
    r"(?P<word>[^\W_]{1,60}(?:['\u2019\u02bc.-][^\W_]{1,60}){0,20})"
    r"|(?P<mark>[.,;:!?…\n\"“”«»()\[\]]|--|[–—-](?=\s))"
)
_HYPHEN = re.compile(
    r"(?P<one>\b[^\W\d_a-zß-ÿ][^\W\d_]{1,40}),? (?:hyphen|dash|guion|guión),? (?=[^\W\d_a-zß-ÿ])"
)
_WILL = re.compile(  # "Mr. Pruitt'll do"
    r"\b(?!(?:He|She|They|That|There|This|You|Who|What|How|It"
    r"|We)\b)(?P<name>[^\W\d_a-z][^\W\d_]{1,40})['\u2019]ll\b"
)
_LOUD = 5  # letters; fewer may be an abbreviation
_ABBREVIATED = frozenset("dr dra lt sgt mr mrs ms mx prof rev sr sra srta st vda".split())
_BEFORE_LETTERS = frozenset("with con a an and y or to letter letra".split())
_ENDS = {"—": ",", "–": ",", "-": ",", "--": ",", "…": ",", "\n": "."}


@dataclass(frozen=True)
class Piece:
    """Words without a mark between them, and the mark after them (``""`` at the turn's end)."""

    words: tuple[str, ...]
    end: str

    @property
    def text(self) -> str:
        """The words in lower case, one space between them, with straight apostrophes."""
        return " ".join(self.words).lower().replace("\u2019", "'")


def pieces(words: str) -> list[Piece]:
    """Return ``words`` in pieces, in NFC, without what is quoted or in brackets."""
    text = unicodedata.normalize("NFC", words[:LONGEST_TURN])
    text = _HYPHEN.sub(r"\g<one>-", _QUOTED.sub(" ; ", text))
    text = _WILL.sub(r"\g<name> will", text)
    found: list[Piece] = []
    run: list[str] = []
    for token in _TOKEN.finditer(text):
        if word := token["word"]:
            run.append(word)
            if len(run) == LONGEST_PIECE:
                found.append(Piece(tuple(run), ","))
                run = []
        elif token["mark"] == "." and run and _is_abbreviated(run):
            run[-1] += "."
        elif run:
            found.append(Piece(tuple(run), _ENDS.get(token["mark"], token["mark"])))
            run = []
    found += [Piece(tuple(run), "")] if run else []
    shouted = [piece for piece in found if _is_shouted(piece)]
    return (
        [piece for piece in found if piece not in shouted] if len(shouted) < len(found) else found
    )


def plain_words(text: str) -> list[str]:
    """Return the words of ``text``, in lower case and without accents."""
    return [plain(word) for piece in pieces(text) for word in piece.words]


def is_lower_case(words: str) -> bool:
    """Return whether ``words`` are written without capitals, but for "I", or in nothing else."""
    letters = [word for word in re.findall(r"[^\W\d_]+", words[:LONGEST_TURN]) if word != "I"]
    return bool(letters) and (
        all(map(str.islower, letters)) or (len(letters) > 1 and all(map(str.isupper, letters)))
    )


def has_capital(words: Sequence[str]) -> bool:
    """Return whether one of ``words``, but for "I", begins with a capital."""
    return any(word[0].isupper() and word[:2] not in {"I", "I'"} for word in words)


def _is_shouted(piece: Piece) -> bool:
    """Return whether ``piece`` is in capitals: beside others that are not, it is another voice."""
    letters = "".join(piece.words)
    return letters.isupper() and sum(map(str.isalpha, letters)) >= _LOUD


def _is_abbreviated(run: Sequence[str]) -> bool:
    """Return whether the last word is cut short, and no letter told: "Krawczyk, with W. But"."""
    word, before = run[-1], plain(run[-2]) if len(run) > 1 else ""
    if len(word) == 1 and before in _BEFORE_LETTERS:
        return False
    initials = all(len(part) == 1 and part.isupper() for part in word.split("."))
    return (initials and word != "I") or plain(word) in _ABBREVIATED
