"""Whether the caller says that nobody else calls from their number any more. No I/O.

"I only got this number last week", "Tom has moved out, so it's just me now".
"""

from collections.abc import Sequence

from chalicelib.conversation import Turn
from chalicelib.names.pattern import Pattern
from chalicelib.names.words import RELATIVE

_ALONE = Pattern(
    r"\b(?:(?:just|only|recently) got (?:this|the) (?:number|phone|sim)|this is my number (?:now"
    r"|since)"
    r"|(?:has |'s )been my number (?:for|since)|gave (?:it|this number|the number) to me"
    r"|(?:phone|number)(?:'s| is) mine now|my (?:phone|number) now\b|getting calls for (?:him"
    r"|her|them|that)|got this number (?:just |only )?(?:last|a|this|two|three)\b|new (?:sim"
    r"|owner of this)"
    r"|(?:just|only) (?:be )?me (?:on|at|with) this (?:number|line|phone)|it'?s (?:just"
    r"|only) me now"
    r"|it'?ll (?:just|only) be me (?:now|from now|on)|(?:moved|moving) out,? so"
    r"|(?:there's|there is) no \S+ here\b|don'?t know any(?:body called)? \S+"
    r"|(?:me dieron|acabo de (?:sacar|comprar)|tengo) este n[uú]mero (?:hace|desde|la semana"
    r"|el mes)"
    r"|me (?:han|acaban de) (?:vendido|vender|dado|dar) este (?:chip|n[uú]mero)|no hay ning[uú]n\S*"
    r"|(?:este|el) n[uú]mero (?:ahora es m[ií]o|es nuevo|ya no es de)"
    r"|(?:ahora|ya) (?:solo|s[oó]lo|nada m[aá]s) (?:estoy|llamo|soy) yo|no conozco a ning[uú]n\S*)"
)


_BORROWED = Pattern(
    r"\b(?:i|i'm|im|i am|i was)\b[^.?!]{0,50}\b(?:from|on|using|with|borrow\w*) (?:his|her|their"
    r"|(?:my|a|the) (?:\S{1,20} )?\S{1,20}'s) (?:cell ?)?(?:phone|number|line|cell|mobile)\b"
    rf"|\bthis is (?:his|her|their|my (?:\S{{1,20}} )?(?:{RELATIVE})'s) (?:cell ?)?(?:phone|number"
    rf"|line|cell|mobile)\b"
    rf"|\b(?:del|desde el|con el|es el) (?:tel[eé]fono|celular|m[oó]vil|n[uú]mero) de (?:ella"
    rf"|[eé]l|mi (?:{RELATIVE}))\b"
)


def is_borrowed(turns: Sequence[Turn]) -> bool:
    """Return whether the caller says that the telephone is another's: "from his phone"."""
    return any(turn.speaker == "caller" and _BORROWED.search(turn.words.lower()) for turn in turns)


def is_alone(turns: Sequence[Turn]) -> bool:
    """Return whether the caller says that the number is theirs alone from now on."""
    return any(turn.speaker == "caller" and _ALONE.search(turn.words.lower()) for turn in turns)
