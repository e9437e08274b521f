"""Whether the caller says that nobody else calls from their number any more. No I/O.

"I only got this number last week", "Tom has moved out, so it's just me now".
"""

import re
from collections.abc import Sequence

from chalicelib.conversation import Turn
from chalicelib.names.another_person import DIED
from chalicelib.names.pattern import Pattern
from chalicelib.names.pieces import pieces
from chalicelib.names.words import RELATIVE
from chalicelib.names.written import first_name, plain

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
    r"|(?:handed|passed) (?:it |this |the phone )?on to me|(?:given|gave) (?:it|the \w+) "
    r"to me|(?:i've|have) taken (?:over )?(?:his|her"
    r"|their|this) (?:\w+ )?(?:job|number|place|phone)(?: over)?|(?:the|this) (?:number|phone) over"
    r"|had this (?:number|phone|sim) (?:since|for|from)|never met (?:the man|him|her|them)"
    r"|(?:este|el) (?:tel[eé]fono|celular|m[oó]vil"
    r"|n[uú]mero)(?: de \w+)? (?:ahora )?(?:lo tengo yo|es m[ií]o"
    r"|me lo)|ni (?:lo|la) conozco|me lo (?:acaban de dar|dieron)|he heredado este"
    r"|hered[eé] (?:este|el)"
    r"|(?:not got|hasn't got|doesn't use|no longer (?:has|uses)) (?:this|the|a) (?:phone|number"
    r"|telephone)"
    r"|me dieron este n[uú]mero|(?:acabo de (?:sacar|comprar)|tengo) este n[uú]mero (?:hace"
    r"|desde|la semana"
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
    r"|\b(?:i've|i have|we've|i) (?:got|borrowed|have|pinched|took|taken) (?:his|her|their) "
    r"(?:cell ?)?(?:phone|telephone|mobile|handset)\b|\b(?:his|her|their) direct line\b"
    rf"|\b(?:del|desde el|con el|es el) (?:tel[eé]fono|celular|m[oó]vil|n[uú]mero) de (?:ella"
    rf"|[eé]l|mi (?:{RELATIVE}))\b"
)


_FIRST_ANSWERS = 2  # of the caller's
_THEY_DIED = Pattern(
    rf"\b(?:he|she)(?:'s)? {DIED}|^(?:daddy|dad|mom|mum|mama|mam[aá]|pap[aá]) {DIED}"
)
_SPOUSE_DIED = Pattern(
    rf"\b(?:my|mi) (?:late )?(?:husband|wife|marido|mujer|esposo|esposa) {DIED}",
)


def is_dead(name: str, turns: Sequence[Turn]) -> bool:
    """Return whether the caller says that ``name``, or who was greeted so, has died.

    Of whom "he" and "Daddy" are is only sure at the beginning, and "my husband" is one alone.
    """
    first = plain(first_name(name))
    named = re.compile(rf"\b(?:don )?{re.escape(first)} {DIED}")
    was = re.compile(rf"\b{re.escape(first)} (?:era|was) (?:mi|my) \w+\b.{{0,40}}{DIED}")
    said = [pieces(turn.words) for turn in turns if turn.speaker == "caller"]
    whole = " ".join(plain(piece.text) for found in said for piece in found)
    begun = [piece.text for found in said[:_FIRST_ANSWERS] for piece in found]
    later = [piece.text for found in said for piece in found]
    is_told = bool(named.search(whole) or was.search(whole)) if first else False
    return is_told or any(map(_THEY_DIED.search, begun)) or any(map(_SPOUSE_DIED.search, later))


def is_borrowed(turns: Sequence[Turn]) -> bool:
    """Return whether the caller says that the telephone is another's: "from his phone"."""
    return any(turn.speaker == "caller" and _BORROWED.search(turn.words.lower()) for turn in turns)


def is_alone(turns: Sequence[Turn]) -> bool:
    """Return whether the caller says that the number is theirs alone from now on."""
    return any(turn.speaker == "caller" and _ALONE.search(turn.words.lower()) for turn in turns)
