"""How a question asks: openly ("where was it?"), or for a yes or no. No I/O."""

import re

from chalicelib.patterns import compiled

MOST = 600  # characters of a question and of an answer that are looked at
BEGINNING = r"^\W*(?:(?:and|but|well|oh|so|then|or|now|y|pero|bueno|pues|ay|oiga|dígame)\W+){0,3}"
OPEN = (
    r"(?:(?:(?:to|with|from|for|at|in|by|of|on|a|de|con|en|por|para|desde|hasta)\s+)?(?:what"
    r"|whom?|whose|when|where|which|why|how|qu[eé]|qui[eé]n(?:es)?|c[oó]mo|cu[aá]ndo|d[oó]nde"
    r"|cu[aá]l(?:es)?|cu[aá]nt[oa]s?|ad[oó]nde)\b)"
)
INVERTED = (
    r"(?:(?:is|are|was|were|do|does|did|have|has|had|can|could|will|would|should|may|might"
    r"|isn't|aren't|wasn't|weren't|don't|doesn't|didn't|haven't|hasn't|hadn't|won't|wouldn't"
    r"|couldn't)\b|¿)"
)
# Behind a comma, without an accent ("como dijo") it asks nothing.
ASKS = re.sub(r"\[\w([éóá])\]", r"\1", OPEN)
# "And the violin?", "¿Y la cuenta para el impuesto?"
TOPIC = (
    r"^\W*(?:and|y) (?:the|your|his|her|el|la|los|las|tu|sus?) \w+(?: (?:of|for|from|de|del|para)"
    r" [\w ]+)?\?\W*$"
)


def found(pattern: str, words: str) -> re.Match[str] | None:
    """Return where ``pattern`` is in the beginning of ``words``, in letters of either case."""
    return compiled(pattern).search(words[:MOST].lower().replace("\u2019", "'"))


def is_open(question: str) -> bool:
    """Tell if ``question`` can't be answered by yes or no."""
    if found(BEGINNING + OPEN, question):
        return True
    # Nor is ", who is ill" a question behind "Did".
    is_verb_first = found(BEGINNING + INVERTED.replace("|¿", ""), question)
    return not is_verb_first and bool(found(rf"[,:;]\s+¿?(?:and |y )?{ASKS}", question))


def is_inverted(question: str) -> bool:
    """Tell if ``question`` begins as one for a yes or no does; in Spanish, with its mark."""
    return bool(found(BEGINNING + INVERTED, question))
