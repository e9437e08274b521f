"""Questions that presume what is denied: "What did you teach?" "I didn't teach." No I/O."""

import re

from chalicelib.answers import STEM, shares_words, without_accents
from chalicelib.sentences import is_question, sentences
from chalicelib.ways_to_ask import found, is_open

_DENIES = (
    r"^\W*(?:(?:oh|well|but|ay|pues|pero|bueno|actually|honestly)\W+){0,2}(?:(?:i|he|she|it|we|they"
    r"|you|yo|él|ella|nosotros|ellos|nobody|nadie)\s)?(?:have\s|has\s|had\s)?(?:didn't|don't"
    r"|doesn't|wasn't|weren't|isn't|haven't|hasn't|never|did not|does not|do not|no|nunca|jamás)"
    r"\s(?:\w+\s){0,2}?(?P<verb>\w{4,})"
)
_REFUSES = (
    r"^\W*(?:(?:oh|well|ah|ay)\W+)?(?:they|she|he|nobody|you|no one) (?:should|must|need|needn't"
    r"|mustn't|shouldn't)(?: not)?\b.{0,20}\b(?:know|find out|ask)\b"
    r"|^\W*(?:that's|it's) (?:a secret|between)|^\W*(?:eso es|es un) secreto\b"
    r"|^\W*(?:que )?no (?:lo )?sep[ao]n?\b"
)
_WHAT_OF_IT = (
    r"^\W*(?:(?:but|pero|ay|oh)\W+)?(?:what|which|qué|cuáles|cuál)\s(?P<it>[\w\s]{3,30})\?"
)
# "Don't you work there any more?", which a yes and a no answer alike.
_ASKS_IF_NOT = (
    r"^\W*(?:(?:and|but|so|well|y|pero|entonces|o sea|bueno)\W+)*(?:(?:ya )?no\b"
    r"|(?:is|are|was|were|do|does|did|have|has|had|wo|would|could|can)n?(?:'t|not)\b)"
)
_FIRST_CLAUSE = (
    r"^\W*(?:(?:oh|well|ah|ay|uy|but|pues|pero|bueno|ma'am|honey|actually)\W+)*"
    r"(?P<clause>.+?)(?:[,.;:!?…]\s|$)"
)
_NOT_SO = (
    r"n't\b|\b(?:no|not(?! (?:un)?til\b)|never|nothing|none|nobody|nunca|jam[aá]s|nadie|nada"
    r"|ning[uú]n\w*|tampoco)\b"
)
_NEGATED = r"n't\b|\bnot\b|\bno\b|\bnever\b|\bnunca\b"
_FEWEST = 4  # letters by which two verbs are one


def is_denied(question: str, answer: str) -> bool:
    """Tell if ``answer`` begins by denying what ``question`` presumes, or asks what is meant."""
    first = sentences(answer)[0] if answer else ""
    if (again := found(_WHAT_OF_IT, first)) and is_question(first):
        return bool(_stems(again["it"])) and _stems(again["it"]) <= _stems(question)
    if not is_open(question):
        return bool(found(_ASKS_IF_NOT, question)) or _is_contradicted(question, answer)
    if found(_NEGATED, question):
        return False
    if found(_REFUSES, first) or _is_contradicted(question, answer):
        return True
    denied = found(_DENIES, first)
    if not denied:
        return False
    return denied["verb"][:_FEWEST] in {one[:_FEWEST] for one in _stems(question)}


def _is_contradicted(question: str, answer: str) -> bool:
    """Tell if ``answer`` says in words of ``question`` that it is not so: "There is no son"."""
    clause = found(_FIRST_CLAUSE, answer)
    if not clause or not found(_NOT_SO, clause["clause"]):
        return False
    return shares_words(question, clause["clause"])


def _stems(words: str) -> set[str]:
    return {
        one[:STEM] for one in re.findall(r"[^\W_]+", without_accents(words)) if len(one) >= _FEWEST
    }
