"""The word that answers who asks for one: "um, let's do sunflower". No I/O.

English and Spanish.
"""

import re
from collections.abc import Iterator

from chalicelib.patterns import any_case
from chalicelib.sentences import placed
from chalicelib.spoken_numbers import number_words

_FEW_WORDS = 8  # of a clause that is but an answer
_FEWEST = 3  # words of a sentence that only names what was told before
_LEAD = (
    r"\W*(?:(?:well|so|oh|okay|ok|right|sure|yeah|yes|uh|um|uhm|hmm|ha|ah|ja|tell you what"
    r"|gosh|fun|cute|neat|that one|i (?:do )?(?:know|remember) (?:that|this|it)(?: one)?|easy"
    r"|(?:se|te) la (?:di|dije|dej[eé])(?= ?\W)|i (?:gave|told) (?:it to )?(?:her|him"
    r"|them)(?: it)?(?= ?\W)"
    r"|en(?= (?-i:[A-ZÁÉÍÓÚÑ]))|let me think|i always forget|hold on|wait a (?:sec\w*|minute)"
    r"|(?:espere"
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
_IN_ITS_PLACE = (
    r"^\W*(?:(?:no|wait|sorry|perd[oó]n|actually)\W+)*(?:ours|mine|the (?:new|right|real|other) one"
    r"|la nuestra|la m[ií]a|la (?:nueva|buena)|now it|make it|que sea|let's (?:do|say|use"
    r"|go with)|p[oó]ngale|change it to|i mean|ahora|c[aá]mbiela"
    r" (?:a|por))\b(?:['\u2019]s| is| was| es| era)?\W+"
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
        yield from _put_right(words)


def _put_right(words: str) -> Iterator[tuple[int, int]]:
    """Yield the word that ``words`` say in place of the first: "Ours is, oh, Buttercup"."""
    for at, sentence in placed(words):
        lead = any_case(_IN_ITS_PLACE).match(sentence)
        begin = at + lead.end() + answer_begins(sentence[lead.end() :]) if lead else at
        clause = any_case(r"[^\s.,;!?…][^.,;!?…\n]*").match(words, begin) if lead else None
        if clause and len(clause[0].split()) <= _FEWEST:
            yield begin, begin + cut(clause[0])


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
