"""How a name is written: tidied, shortened, and compared without accents and capitals. No I/O."""

import re
import unicodedata

from chalicelib.names.words import (
    ALSO_NAMES,
    CALLINGS,
    COURTESIES,
    NAMES_BEFORE_OTHERS,
    NEVER,
    NOT_FIRST,
    NOT_OF_PEOPLE,
    PARTICLES,
    STOPS,
    TITLES,
)

LONGEST_NAME = 60  # characters
MOST_WORDS = 7
_ARTICLES = frozenset({"el", "la", "las", "los"})

_POSSESSIVE = re.compile(r"['\u2019]s$", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{1,40}(?:['\u2019\u02bc.-][^\W\d_]{1,40}){0,4}\.?")
_SHOP = re.compile(r"\w{3,20}ería")  # "Cerrajería Lorente"; Quiteria is a woman's name
_ORDER = re.compile(r"\w{0,20}[áéíóú]\w{1,4}(?:les?|me)", re.IGNORECASE)  # Spanish: "anóteme"
_NO_WORD = re.compile(
    r"(?:(?:pon|di|haz|ven)(?:le|me|lo|la|nos|te)s?|(?:ja|ha|ah){2,9}h?|(?:je|he){2,9}|(?:ji"
    r"|hi){2,9}|(?:ho){2,9}|m+-?h+m+"
    r"|(?:\w-){1,20}\w|\w+(?:'(?:ve|re|ll|m|d)|n't))"
)  # "haha", "M-E-I"
_BETWEEN = re.compile(r"(['\u2019\u02bc.-])")
_SHORT = {
    "doctor": "Dr.",
    "mister": "Mr.",
    "missus": "Mrs.",
    "dr": "Dr.",
    "mr": "Mr.",
    "mrs": "Mrs.",
}
_NOT_DECOMPOSED = str.maketrans({
    "ł": "l", "đ": "d", "ø": "o", "þ": "th", "ð": "d", "æ": "ae", "œ": "oe", "ß": "ss", "ı": "i",
    "\u2019": "'", "\u02bc": "'",
})  # fmt: skip


def plausible_name(raw: str) -> str:
    """Return ``raw`` as a name, tidied and in NFC, or ``""`` when it is none."""
    if len(raw) > LONGEST_NAME:
        return ""
    words = unicodedata.normalize("NFC", raw).strip(' \t\n.,;:!?"').split()
    if not words or len(words) > MOST_WORDS or not all(map(_is_word, words)):
        return ""
    if not _is_name(words):
        return ""
    if len(words) > 1 and (title := _SHORT.get(plain(words[0]))):
        words[0] = title
    if all(map(str.islower, words)) or (len(words) > 1 and all(map(str.isupper, words))):
        words = [capitalised(word, at) for at, word in enumerate(words)]
    name = unicodedata.normalize("NFC", " ".join(words))
    return name if len(name) <= LONGEST_NAME else ""


def plausible_nickname(raw: str) -> str:
    """Return ``raw`` as what somebody is called, which may be a particle too: Del, Van."""
    word = raw.strip()
    is_one = word.isalpha() and word[0].isupper() and is_particle(word)
    return unicodedata.normalize("NFC", word) if is_one else plausible_name(raw)


def spoken_name(name: str) -> str:
    """Return what a person named ``name`` is called: the first name, or title and surname."""
    words = name.split()
    if words and is_title(words[0]):
        return name
    return words[0] if words else ""


def plain(word: str) -> str:
    """Return ``word`` in lower case, without accents, curly apostrophes and a last full stop."""
    if word.isascii():
        return word.lower().rstrip(".")
    lower = unicodedata.normalize("NFKD", word.lower().translate(_NOT_DECOMPOSED))
    return "".join(sign for sign in lower if not unicodedata.combining(sign)).rstrip(".")


def title_of(word: str) -> str:
    """Return ``word`` without accents, a title as it is abbreviated: "doctor" is "dr"."""
    return plain(_SHORT.get(plain(word), word))


def capitalised(word: str, at: int) -> str:
    """Return ``word``, the one at ``at`` of a name, as names are written."""
    lower = word.lower()
    if at and is_particle(lower):
        return lower
    parts = _BETWEEN.split(lower)
    return "".join(
        part if at and is_particle(part) else part[:1].upper() + part[1:]
        for at, part in enumerate(parts)
    )


def is_title(word: str) -> bool:
    """Return whether ``word`` is a title such as Dr. or Doña, or a courtesy such as señora."""
    return plain(word) in TITLES | COURTESIES


def is_article(name: str) -> bool:
    """Return whether ``name`` begins with a Spanish article: "La Querencia" is a farm."""
    return plain(name.split(maxsplit=1)[0]) in _ARTICLES


def is_particle(word: str) -> bool:
    """Return whether ``word`` stands inside surnames, as "de" or "van" do, in lower case."""
    return plain(word) in PARTICLES


def without_title(name: str) -> list[str]:
    """Return the words of ``name`` without titles."""
    return [word for word in name.split() if not is_title(word)]


def words_of(name: str) -> list[str]:
    """Return the words of ``name``, in lower case and without accents."""
    return [plain(word) for word in name.split()]


def first_name(name: str) -> str:
    """Return the first word of ``name`` that is no title, ``""`` if there is none."""
    return next(iter(without_title(name)), "")


def with_surname(first: str, name: str) -> str:
    """Return ``first`` and the surname of ``name`` where that is title and surname, else it."""
    is_titled = is_title(name.split(maxsplit=1)[0]) and first and " " not in first
    return f"{first} {' '.join(without_title(name))}" if is_titled else name


def _is_word(word: str) -> bool:
    """Return whether ``word`` is of letters; to a regular expression a small raised 2 is one."""
    return bool(_WORD.fullmatch(word)) and not any(map(str.isdigit, word))


def _is_name(words: list[str]) -> bool:
    plains = [plain(word) for word in words]
    if any(_POSSESSIVE.search(word) for word in words) or plains[-1] in PARTICLES:
        return False
    first = plains[1] if len(plains) > 1 and plains[0] in TITLES | CALLINGS else plains[0]
    if _ORDER.fullmatch(words[0]) or any(map(_NO_WORD.fullmatch, plains)):
        return False
    names = words[1:] if first != plains[0] else words
    if first in TITLES or (first in NOT_FIRST | STOPS and not _is_also_a_name(names, first)):
        return False
    return (
        not any(
            each in NEVER or (word.islower() and each in STOPS and each not in PARTICLES)
            for word, each in zip(words[1:], plains[1:], strict=True)
        )
        and plains[0] not in NEVER
        and not NOT_OF_PEOPLE & set(plains[1:])
        and not _SHOP.fullmatch(words[0].lower())
    )


def _is_also_a_name(words: list[str], first: str) -> bool:
    """Return whether ``first``, which means something else too, is a name in ``words``."""
    if first in ALSO_NAMES and words[0][:1].isupper():
        return True
    if first == "german" and plain(words[0]) != words[0].lower():
        return True
    seconds = [plain(word) for word in words[1:2]]
    return first in ALSO_NAMES | NAMES_BEFORE_OTHERS and any(
        second not in NOT_FIRST | STOPS for second in seconds
    )
