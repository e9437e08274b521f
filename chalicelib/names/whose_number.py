"""Whether the caller says that nobody else calls from their number any more. No I/O.

"I only got this number last week", "Tom has moved out, so it's just me now".
"""

from collections.abc import Sequence

from chalicelib.conversation import Turn
from chalicelib.names.pattern import Pattern

_ALONE = Pattern(
    r"\b(?:(?:just|only|recently) got (?:this|the) (?:number|phone|sim)|this is my number (?:now"
    r"|since)"
    r"|got this number (?:just |only )?(?:last|a|this|two|three)\b|new (?:sim|owner of this)"
    r"|(?:just|only) (?:be )?me (?:on|at|with) this (?:number|line|phone)|it'?s (?:just"
    r"|only) me now"
    r"|it'?ll (?:just|only) be me (?:now|from now|on)|(?:moved|moving) out,? so"
    r"|(?:there's|there is) no \S+ here\b|don'?t know any(?:body called)? \S+"
    r"|(?:me dieron|acabo de (?:sacar|comprar)|tengo) este n[uú]mero (?:hace|desde|la semana"
    r"|el mes)"
    r"|(?:este|el) n[uú]mero (?:ahora es m[ií]o|es nuevo|ya no es de)"
    r"|(?:ahora|ya) (?:solo|s[oó]lo|nada m[aá]s) (?:estoy|llamo|soy) yo|no conozco a ning[uú]n\S*)"
)


def is_alone(turns: Sequence[Turn]) -> bool:
    """Return whether the caller says that the number is theirs alone from now on."""
    return any(turn.speaker == "caller" and _ALONE.search(turn.words.lower()) for turn in turns)
