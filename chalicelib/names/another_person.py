"""Whether somebody else answers than the one who is greeted. No I/O."""

import re
from collections.abc import Sequence
from itertools import pairwise

from chalicelib.conversation import Turn
from chalicelib.names.goes_by import speaks_of_another, wishes
from chalicelib.names.pattern import Pattern
from chalicelib.names.pieces import Piece, pieces
from chalicelib.names.words import RELATIVE
from chalicelib.names.written import plain

_FIRST_PIECES = 2
_FIRST_ANSWERS = 3  # of the caller: later it is a story
_AWAY = (
    r"(?:not (?:here|home|in|available|well enough)|at\b|out\b|on (?:nights|days|shift|holidays?"
    r"|vacation|leave"
    r"|a (?:trip|break|train|plane|boat)|the (?:road|roof|boat|train|bus|water|field|late|early"
    r"|night))"
    r"\b|away\b|next to me|beside me|asleep|sleeping|in (?:the|bed"
    r"|hospital)|gone|away|napping|busy|resting"
    r"|lying down|no est[aá]|est[aá] (?:dormid|fuera|en)|sali[oó]|anda|no puede)"
)
_IS_AWAY = (
    rf"(?:(?:'s| is|is) {_AWAY}|isn't (?:here|home|in|available)|can't (?:come|talk|speak)"
    rf"|(?!at\b|out\b|on\b){_AWAY}"
    r"|(?:left (?:it|the|his|her|this)|forgot|told me|asked me|sent me|dej[oó] (?:el|la|su)"
    r"|olvid[oó]"
    r"|(?:goes|went) home|leaves (?:at|early)|sale a las|ya se fue|libra hoy|no trabaja"
    r"|me (?:dijo|pidi[oó]|mand[oó]))\b)"
)
_OF_MINE = rf"(?:my|our|mi|nuestr[oa]) (?:\w{{1,20}} )?(?:{RELATIVE})\b"
_ANIMAL = (
    r"(?:\w+ )?(?:dog|cat|horse|pony|mare|puppy|kitten|rabbit|beagle|terrier|poodle|collie|labrador"
    r"|lab|hound|tabby|parrot|hamster|perr[oa]|perrit[oa]|gat[oa]|gatit[oa]|caballo|yegua|conejo)"
)
DIED = (
    r"(?:(?:has |had )?(?:passed(?: away| on|(?= last| in| on|$))|died)|is (?:gone now|dead"
    r"|no longer"
    r" with us)|(?:se nos )?(?:muri[oó]|falleci[oó])\b)"
)
_WRONG = Pattern(
    r"\b(?:wrong (?:person|man|woman|one|lady|fellow|name|guy|sister|brother|twin|half)"
    r"|not (?:her|him|she|he)"
    r"|equivocad[oa]|no soy (?:ella|[eé]l)"
    r"|(?:it's|this is|i'm) (?:someone|somebody) else(?!')|not the (?:one|same))\b"
)
_RELATION = Pattern(
    rf"(?:(?:no|sorry|oh|hello|hi|yes|er|um|uh|well|hey|mij[aiot]{{1,3}}|hij[ao]|joven|se[nñ]orita"
    rf"|se[nñ]or|dear|love|honey) )*(?:this(?: is)?|it's|it is|i'm|i am"
    rf"|(?:yo )?soy|habla|le habla"
    rf"|es)(?: just| only)? "
    rf"(?:her|his|their|su|la|el) (?:\w{{1,20}} )?(?:{RELATIVE})\b"
    r"(?! of\b| de\b(?! (?:ella|[eé]l|piso|cuarto|casa|trabajo)\b))"
)
_HER_SPEAKING = Pattern(  # "No, no, her husband speaking", "walter passed this is his wife"
    rf"(?:(?:no|sorry|oh|er|um) )*(?:her|his) (?:{RELATIVE}) (?:speaking|here)\b"
    rf"|.{{0,80}}\b(?:this is|its|it's|i'm|im|soy) (?:(?!for\b|to\b|about\b|from"
    rf"|with\b|not\b|on\b|in\b|at\b|of\b|by\b|para\b)\w{{2,20}} ){{1,2}}(?:her|his|su) "
    rf"(?:{RELATIVE})\b(?! of\b| de\b)"
    rf"|.{{0,80}}\b(?:this is|soy) (?:her|his|su) (?:{RELATIVE})\b(?! of\b| de\b)"
)
_SAYS_WHO = Pattern(r"\b(?:this is|it's|its|i'm|i am|soy|habla)\b")
_HER_RELATIVE = Pattern(
    rf"(?:his|her|their|su|la|el) (?:\w{{1,20}} )?(?:{RELATIVE})$(?! of\b| de\b)"
)
_OF_A_THIRD = Pattern(  # "No, es el papa de Mathias", "no, this is Lily's dad"
    rf"(?:(?:no|buenas|hola|hi|hello) )*(?:es|soy|habla|con) (?:el"
    rf"|la) (?:\w{{1,20}} )?(?:{RELATIVE}) de \w"
    rf"|(?:(?:no|hi|hello) )*(?:this is|it's"
    rf"|i'm) (?:the )?\w{{2,20}}'s (?:\w{{1,20}} )?(?:{RELATIVE})$"
)
_NO = Pattern(r"(?:(?:oh|uh|er|um|ha|hi|hello|hey|buenas|hola|ay) )*no\b")
_HERS = Pattern(
    r"(?:but|pero) (?:this is|it's|i'm|i am|soy|habla) (?:her|his|their|su) ",
    rf"(?:{RELATIVE})\b",
)
_SHE_IS_AWAY = Pattern(
    rf"(?:(?:no|sorry|nah|naw|nope|oh|hello|hi) )*(?:she|he|ella|[eé]l) ?{_IS_AWAY}"
)
_FORMER = Pattern(  # "I go by Alan. Robert's my dad."
    r"(?:'s| is| was| es| era) (?:my|mi) (?:father|dad|grandfather|grandpa|mother|mom|mum"
    r"|pap[aá]|padre"
    r"|abuelo|mam[aá]|madre)\b"
)
_CANNOT_COME = Pattern(
    r"^(?!.*\b(?:i|i'm|i'd|we|you|it|that|yo|nosotros|usted|which)\b.* (?:can't|cannot|couldn't"
    r"|no))"
    r".*\b(?:(?:can't|cannot|couldn't) (?:(?:come|get)(?: to (?:the|his|her|a) (?:tele)?phone"
    r"| right now"
    r"| just now| on the (?:tele)?phone)|(?:talk|speak|answer)\b)|no puede (?:(?:venir|pasar)"
    r"(?:$| al (?:tel[eé]fono|aparato)| ahora)|hablar|contestar|atender)\b)"
)


def is_denied(turns: Sequence[Turn], name: str) -> bool:
    """Return whether the caller says at the beginning that they are not ``name``.

    That is: they deny it, say that she is elsewhere, or call themself her husband.
    """
    said = [turn.words for turn in turns if turn.speaker == "caller"][:_FIRST_ANSWERS]
    return any(_denies(pieces(words), name, is_first=not at) for at, words in enumerate(said))


def is_somebody_s(found: Sequence[Piece]) -> bool:
    """Return whether a turn says "but this is her daughter": its name is another's."""
    return any(_HERS.match(piece.text) for piece in found)


def _denies(found: Sequence[Piece], name: str, *, is_first: bool) -> bool:
    is_wish = wishes(found)
    first = _FIRST_PIECES + bool(found and _NO.match(found[0].text))
    if is_wish and speaks_of_another(found):
        return True
    for at, piece in enumerate(found[:8]):
        text = piece.text
        is_own = is_wish and (text.startswith("not ") or bool(_FORMER.search(text)))
        if is_not(text, name) and not is_own:
            return True
        if is_first and _WRONG.search(text):
            return True
        if is_first and (
            _RELATION.match(text) or _HER_SPEAKING.match(text) or _CANNOT_COME.match(text)
        ):
            return True
        if is_first and at < first and _SHE_IS_AWAY.match(text):
            return True
    return is_first and (_says_whose(found) or _is_of_a_third(found))


def _is_of_a_third(found: Sequence[Piece]) -> bool:
    """Return whether a turn begins with a no, and says that it is somebody's father who speaks."""
    begun = found[:4]
    is_no = any(_NO.match(piece.text) for piece in begun)
    return is_no and any(_OF_A_THIRD.match(piece.text) for piece in begun)


def _says_whose(found: Sequence[Piece]) -> bool:
    """Return whether a turn says whose relative speaks: "This is Dot Hale, his wife."."""
    return any(
        _HER_RELATIVE.match(after.text) and _SAYS_WHO.search(before.text)
        for before, after in pairwise(found[:8])
    )


def is_whose(first: str, turns: Sequence[Turn]) -> bool:
    """Return whether the caller says that they are somebody's of whom ``first`` is the name.

    "I'm Priya's mother", "habla la mamá de Priya".
    """
    one = re.escape(plain(first))
    whose = re.compile(
        rf"(?:\b(?:this is|it's|i'm|i am|im|es|soy|habla|con)"
        rf"|^) (?:the )?{one}'s (?:\w{{1,20}} )?(?:{RELATIVE})\b"
        rf"|\b(?:soy|es|habla|habla con) (?:el|la) (?:\w{{1,20}} )?(?:{RELATIVE}) de {one}\b"
    )
    said = (piece for turn in turns if turn.speaker == "caller" for piece in pieces(turn.words))
    return any(whose.search(" " + " ".join(plain(word) for word in piece.words)) for piece in said)


def is_taken_for_another(found: Sequence[Piece], addressed: str) -> bool:
    """Return whether a turn says that the caller is not whom the agent has just spoken to."""
    return bool(addressed) and any(is_not(piece.text, addressed) for piece in found)


def is_not(text: str, name: str) -> bool:
    """Return whether ``text`` says that the speaker is not ``name``, or that ``name`` is away."""
    first = re.escape(plain(name.split(maxsplit=1)[0])) if name.split() else "(?!)"
    folded = " ".join(plain(word) for word in text.split())
    return bool(
        re.search(rf"\b(?:not|isn't|ain't|no soy|no es|no habla) (?:\w+ )?{first}\b(?!')", folded)
        or re.search(rf"\b{first}(?:'s)? ?{_IS_AWAY}", folded)
        or re.search(rf"\b{first}(?:'s| is| es) {_OF_MINE}", folded)
        or re.search(rf"\b{first} (?:was|era) (?:my|mi) (?:wife|husband|mujer|marido)\b", folded)
        or re.search(rf"\b{first}(?:'s)? {DIED}", folded)
        or re.search(rf"\b{first}(?:'s| is| es) (?:the|our|my|el|la|mi) {_ANIMAL}\b", folded)
    )
