"""The word that answers who asks for one: "um, let's do sunflower". No I/O.

English and Spanish.
"""

import re
from collections.abc import Iterator

from chalicelib.patterns import any_case
from chalicelib.spoken_numbers import number_words

_FEW_WORDS = 8  # of a clause that is but an answer
_FEWEST = 3  # words of a sentence that only names what was told before
_LEAD = (
    r"\W*(?:(?:well|so|oh|okay|ok|right|sure|yeah|yes|uh|um|uhm|hmm|ha|ah|ja|tell you what"
    r"|gosh|let me think|i always forget|hold on|wait a (?:sec\w*|minute)|(?:espere"
    r"|esp[eé]rame)(?= )"
    r"|(?:cu[aá]l|c[oó]mo|qu[eé]) (?:era|fue|dijimos|pusimos|hab[ií]amos puesto)(?= ?\W)"
    r"|what (?:was it|is it(?= ?\W)|did (?:we|i) (?:say|pick|put|choose|use|set))|how about"
    r"|(?:just )?tell (?:him|her|them|the \w+)|just say|let me see|let's see|i think"
    r"|i believe|that would be|that'd be|that's|it's|it is|it was|it would be|is|let's (?:do|say|go"
    r" with|use|make it)|(?:she|he|they|i)(?:'ll| will| can|'d) say|(?:she|he|they) says?|dile"
    r"|make it"
    r"|put|use|say|go with|my \w+ is|the (?:word|answer|name) is|a ver|ay"
    r"|pues|mire|bueno|este|eh|s[ií]|claro|creo que|es|era|ser[ií]a|que sea|sea|p[oó]n(?:ga(?:mos"
    r"|le)?|me|le)?"
    r"|d[ií]gale|la de siempre|la (?:palabra|respuesta|clave) es|digamos|vamos con)(?:\W+|$))*"
)
NO_ANSWER = (
    r"(?:called|se llama|no|not|none|nothing|nope|never|i|we|you|she|he|they|why|what|when|where"
    r"|who|how|there|this|which|"
    r"can|could|do|does|did|isn't|wasn't|don't|doesn't|that|about|already|twice|still|just|wrong"
    r"|correct|hard|easy|too|very|the same|a different|n[aá]da|ning\w+|nunca|por qu[eé]|para"
    r" qu[eé]|qu[eé]|cu[aá]l\w*|cu[aá]ndo|d[oó]nde|qui[eé]n|c[oó]mo|se me|yo|ya|todav[ií]a|me|le|lo"
    r"|les|nos|la misma|muy|esa|ese|eso|as[ií]|en|desde|hace|perd[oó]n|espere|esp[eé]rame|wait"
    r"|hold|one|un|una|please|sorry|thanks|thank|gracias|good|fine|great|perfect\w*)\b"
)
_NEXT = (
    r"[.,;…]+\s+(?:(?:creo|i think|maybe|quiz[aá]s?)[.,;]\s+)?"
    r"((?:or|o)\s+(?:(?:maybe|perhaps|was it|era|quiz[aá]s?)\s+)?)?"
)
_WHAT_IT_IS = r"\b(?:names? of|nombres? del?|(?:['’]s|her|his|my|su|mi) (?:name|nombre))\b"


def answer_begins(words: str) -> int:
    """Return where ``words`` come to what they answer: "um, let's do sunflower"."""
    lead = any_case(_LEAD).match(words)
    return lead.end() if lead else 0


def answers_with(words: str) -> Iterator[tuple[int, int]]:
    """Yield the first clause of ``words`` that is more than a filler, if it is short.

    Behind it what is said in its place: "Girasol. O era girasoles."
    """
    begin = answer_begins(words)
    if any_case(NO_ANSWER).match(words, begin) or "•••" in words:
        return
    clause = any_case(r"(?:(?:mrs?|ms|dr|sra?|st)\. )?[^\s.,;!?…][^.,;!?…\n]*").match(words, begin)
    if clause and len(clause[0].split()) <= _FEW_WORDS:
        yield begin, begin + cut(clause[0])
        yield from _said_too(words, clause)


def _said_too(words: str, clause: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Yield another word in the place of ``clause``, or the name that ``clause`` only describes."""
    behind = any_case(_NEXT).match(words, clause.end())
    if not behind or not (behind[1] or any_case(_WHAT_IT_IS).search(clause[0])):
        return
    other = any_case(r"[^\s.,;!?][^.,;!?\n]{0,40}").match(words, behind.end())
    if other and len(other[0].split()) <= _FEWEST:
        yield other.span()


def cut(secret: str) -> int:
    """Return how much of ``secret`` the word itself is: what follows an "and" is talk."""
    end = any_case(
        rf"\s(?:and|but|or|if|so|because|like|for|on|at|in case|then|pero|porque|si|para|como|o"
        rf"|que|les?|y(?! (?:{number_words()})\b))\s"
    ).search(secret)
    return len((secret[: end.start()] if end else secret).rstrip(" \"'”»"))
