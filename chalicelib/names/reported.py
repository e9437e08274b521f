"""Whether words are somebody else's: quoted, reported, or from a television. No I/O."""

from collections.abc import Sequence

from chalicelib.names.pattern import Pattern
from chalicelib.names.pieces import Piece

_VERB = (
    r"(?:said|says?|saying|tells?|told|telling|goes|went|asks?|asked|shout\w{0,3}|yell\w{0,3}"
    r"|cried|whisper\w{0,3}|sang|sings?"
    r"|answer\w{0,3}|wrote|writes?|announc\w{0,3}|introduc\w{0,3}|pretend\w{0,3}|reads?"
    r"|repl\w{0,4}|was like|thinks?|thought"
    r"|dij\w{1,6}|dice[ns]?|dec[ií]\w{0,4}|grit\w{1,5}|contest\w{1,4}|respond\w{1,4}"
    r"|pregunt\w{1,4}|escrib\w{1,4}|digo)"
)
_SENTENCE = 6  # pieces
_BEFORE = Pattern(rf"\b{_VERB}\b")
_AT_END = Pattern(rf"\b{_VERB}(?: \S{{1,20}}){{0,3}}$")
_AFTER = Pattern(
    r"(?:he|she|they|[eé]l|ella|me|le|nos)? ?(?:said|says|told|dijo|dice|dec[ií]a|contest[oó])\b"
)
_MINE = Pattern(
    r"\b(?:i (?:already|never) (?:said|told)|i told you|me (?:dicen|llaman)|ya (?:(?:le"
    r"|te) )?dije|nobody says|nadie (?:me )?dice)\b"
)
_BROADCAST = Pattern(
    r"\b(?:tv|telly|television|televisi[oó]n|la tele|the radio|on the news|novela"
    r"|in the background|noticias|programa)\b"
)


_NOISE = Pattern(
    r"(?<!can't )(?<!cannot )(?<!couldn't )"
    r"\bturn (?:this|that|it|him|her|the \w{1,12}) (?:down|off)\b"
    r"|\bchannel \w{1,8}\b"
    r"|\bstay (?:with us|tuned)\b"
    r"|\b(?:that's|that was|it's|only|just|sorry,?|hear) (?:the|my|a|your|his|her) (?:tv|telly"
    r"|television|radio)\b"
    r"|\b(?:es|era|oigo|perd[oó]n,?) (?:la|el|una|mi|su) (?:tele|televisi[oó]n|televisor|radio"
    r"|novela)\b"
    r"|\b(?:apag|baj)\w{1,6} (?:la|el|esa|ese) (?:tele|televisi[oó]n|televisor|radio)\b"
)


def reported_from(found: Sequence[Piece], at: int) -> int:
    """Return from which character on piece ``at`` is another's speech: past its end, if none is.

    A verb of speech stands before it, in the same sentence, or right behind the sentence.
    """
    text = found[at].text
    for earlier in reversed(found[max(0, at - _SENTENCE) : at]):
        if earlier.end not in {",", ":", ";"}:
            break
        if _AT_END.search(_MINE.sub("", earlier.text)):
            return 0
    if _is_told_afterwards(found, at):
        return 0
    said = _BEFORE.search(_MINE.sub(lambda own: "-" * len(own.group()), text))
    return said.end() if said else len(text) + 1


def is_elsewhere(words: str, following: str, *, own: bool) -> bool:
    """Return whether a television may be heard; who was asked for a name may speak of one."""
    if is_noise(words) or is_noise(following):
        return True
    return not own and (is_broadcast(words) or is_broadcast(following))


def is_broadcast(words: str) -> bool:
    """Return whether ``words`` say that a television or radio was heard."""
    return bool(_BROADCAST.search(words.lower()))


def is_noise(words: str) -> bool:
    """Return whether ``words`` say that it was a television or radio that was heard just now."""
    return bool(_NOISE.search(words.lower()))


def _is_told_afterwards(found: Sequence[Piece], at: int) -> bool:
    for earlier, later in zip(found[at : at + 4], found[at + 1 : at + 5], strict=False):
        if earlier.end not in {",", "?", "!"}:
            return False
        if _AFTER.match(later.text):
            return True
    return False
