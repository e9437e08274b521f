"""Words reduced to stems, in English and Spanish, without the words that say nothing. Pure."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+")
_WRITTEN = re.compile(r"[\w'’-]+")

ENGLISH = """
a about above after again against all am an and any are as at be because been before being below
between both but by can could d did do does doing don down during each few for from further had has
have having he her here hers herself him himself his how i if in into is it its itself just kind ll
long m many me more most much my myself no nor not now of off on once only or other our ours
ourselves out over own re s same she should so some such t than that the their theirs them
themselves then there these they this those through to too under until up ve very was we were what
when where which while who whom whose why will with would you your yours yourself yourselves
"""
SPANISH = """
al algo alguna algun algunas alguno algunos ante antes como con contra cual cuales cuando cuanto de
del desde donde durante e el ella ellas ellos en entre era eran eres es esa esas ese eso esos esta
estaba estan estar estas este esto estos estoy fue ha han has hasta he la las le les lo los mas mi
mis mucho muchos muy nada ni nos nosotros nuestra nuestro o otra otras otro otros para pero poco por
porque que quien quienes se ser si sin sobre soy su sus tambien tanto te ti tiene tu tus u un una
unas uno unos usted y ya yo
"""
STOP_WORDS = frozenset((ENGLISH + SPANISH).split())

# Longest first; what must be left of the word is enough to know it by.
SUFFIXES = (
    ("aciones", ""), ("amente", ""), ("ations", "at"), ("ation", "at"), ("acion", ""),
    ("iendo", ""), ("ments", ""), ("mente", ""), ("ando", ""), ("ally", "al"), ("edly", ""),
    ("fully", ""), ("ings", ""), ("ment", ""), ("ness", ""), ("ying", "y"), ("ful", ""),
    ("ied", "y"), ("ies", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("ly", ""), ("s", ""),
)  # fmt: skip
SHORTEST_STEM = 3


def stems(text: str) -> Iterator[str]:
    """Yield the stems of the words of ``text``, in order: letters and digits, no accents."""
    for word in _WORD.findall(_plain(text)):
        if word not in STOP_WORDS:
            yield _stem(word)


def telling(text: str) -> str:
    """Return the words of ``text`` that say something, as they are; all of it if none does."""
    words = (word for word in _WRITTEN.findall(text) if _plain(word) not in STOP_WORDS)
    return " ".join(words) or text


def _plain(text: str) -> str:
    """Lower-case; "Duluth's" is read as "Duluth"; "creció" as "crecio"."""
    text = re.sub(r"['’]s\b", "", text.lower())
    if text.isascii():
        return text
    apart = unicodedata.normalize("NFKD", text)
    return "".join(char for char in apart if not unicodedata.combining(char)).lower()


@lru_cache(maxsize=100_000)
def _stem(word: str) -> str:
    if word.isdigit():
        return word
    stem = _without_suffix(word)
    if len(stem) > SHORTEST_STEM and stem[-1] == stem[-2] and stem[-1] not in "lsz":
        stem = stem[:-1]  # running, run
    if len(stem) > SHORTEST_STEM and stem[-1] in "aeo":
        stem = stem[:-1]  # live, living; vivo, vive; hermano, hermana
    return stem[:-1] + "i" if stem.endswith("y") and len(stem) > SHORTEST_STEM else stem


def _without_suffix(word: str) -> str:
    for suffix, instead in SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= SHORTEST_STEM:
            return word if word.endswith("ss") else word[: -len(suffix)] + instead
    return word
