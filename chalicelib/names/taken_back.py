"""A name that is taken back as a joke or a lie, or not told at all. No I/O."""

from collections.abc import Sequence

from chalicelib.names.pattern import Pattern
from chalicelib.names.pieces import Piece

_TAKEN_BACK = Pattern(
    r"\b(?:made (?:that|it) up|not my (?:real |actual )?name|(?:just|only|i'm|am) (?:joking"
    r"|kidding|teasing)|pulling your leg"
    r"|(?<!not )(?<!n't )(?:joking|kidding)$|forget (?:the|that) name|never said that|^(?:(?:no"
    r"|oh|but"
    r"|well) )*that's not me$"
    r"|(?<!no )es (?:una |un |en )?(?:broma|joda|chiste|guasa)|(?:lo|la) invent[eé]"
    r"|no es mi nombre|(?<!no )estoy bromeando|mentira|that (?:was|is|'s) a (?:lie|joke))"
)
_JOKE = Pattern(r"\b(?:joking|kidding|teasing|joke|broma|bromeando|joda|chiste|guasa)\b")
_FIRST = 1  # piece of a turn in which a joke is about the name: later it is about what was said
_NAMED = Pattern(r"\b(?:name|nombre|that's not me)\b")
_NOT_ME = Pattern(r"\bthat's not me$")
_REFUSED = Pattern(
    r"\b(?:rather not|no names?\b|not (?:going|gonna) to (?:tell|say|give)|(?:won't|don't"
    r"|do not) (?:give|tell|say) (?:you )?(?:my|the) name"
    r"|(?:don't|do not) need (?:to know )?my name|prefer not|prefiero no|no (?:le )?(?:voy a"
    r"|quiero) (?:decir|dar)"
    r"|none of your business|keep (?:that|it|my name) to myself)"
)


def after_taking_back(
    found: Sequence[Piece], *, is_near: bool, is_named: bool
) -> list[Piece] | None:
    """Return what follows where the caller takes a name back; None when they do not.

    ``is_near`` says that the name was given lately: long after it, a joke is one in a story.
    ``is_named`` says that the agent has just named them: else a garage is "not me".
    """
    taken = [
        at
        for at, piece in enumerate(found)
        if (back := _TAKEN_BACK.search(piece.text))
        and (at <= _FIRST or not _JOKE.search(back.group()))
        and (is_near or _NAMED.search(piece.text))
        and (is_named or not _NOT_ME.search(piece.text))
    ]
    return list(found[taken[-1] + 1 :]) if taken else None


def is_refused(found: Sequence[Piece]) -> bool:
    """Return whether the caller says that they do not tell their name."""
    return any(_REFUSED.search(piece.text) for piece in found)
