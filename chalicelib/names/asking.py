"""What the agent asks about names: the caller's own, a part of it, somebody else's. No I/O."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from chalicelib.names.pattern import Pattern
from chalicelib.names.pieces import Piece, pieces
from chalicelib.names.run import name_at
from chalicelib.names.whom_it_means import LAST, is_this, meant, that_is, wanted

Asked = Literal["", "name", "first", "last", "called", "spelling", "spelling it", "another's"]

_KIND = r"(?:(?:full|first|last|family|given|own|whole|good|beautiful)(?: and (?:last|family))? )?"
_OWN = Pattern(
    rf"\byour {_KIND}(?:sur)?names?\b|\bname,? please"
    r"|\bwhom? (?:am i|do i have|is (?:this$|(?:calling|speaking)(?=$| please| today| now))|i am"
    r"|i'm)\b|\bwho's (?:this|calling|speaking)(?=$| please| today| now)"
    r"|^and you(?:rs|rself)?$|\bwho are you\b|\band (?:you are|it is|your name is|that is)$"
    r"|\bmay i ask who\b"
    r"|\bname (?:for|on|under|to put on) (?:the|this|that|your) \w{1,20}(?: \w{1,20})?$"
    r"|\b(?:what|which|whose) (?:first |last |full )?name"
    r" (?:is|was|should|shall|can|may|will|would|does|do) (?:it|that|this|i|we"
    r"|the \w{1,20}|your \w{1,20}) (?:be )?(?:under|on|in|for|put|use|write|have|go"
    r"|book(?:ed)?)\b"
    r"|\b(?:what|which|whose) name (?:goes|should go|would you like|do you want) (?:on|in|under)\b"
    r"|\bwhom? (?:should|shall|do|can) (?:they|we|i|he|she) ask for\b"
    r"|\bunder (?:what|which|whose) name\b|\b(?:a|en|bajo) (?:nombre de qui[eé]n|qu[eé] nombre)\b"
    r"|\bintroduce yourself\b"
    r"|\b(?:should|shall|may|can|could|do|would you like me to|to) (?:i |we )?(?:call"
    r"|address) you\b(?! (?:back|at|on|in|to|when|if|once|after|before|between|about|with|from|for"
    r"|and|later|again|tomorrow|tonight|this|next|the|as|right|by \w{1,20}day|any ?time)\b)"
    r"|\b(?:have|get|take|need|ask|put|for) an?(?: last| first| full)? name\b"
    r"|\bneed (?:the|your) (?:parent|guardian|customer|caller|owner|patient|tenant"
    r"|account holder)'s (?:full )?name\b"
    r"|\b(?:necesito|d[eé]me|me (?:da|dice|puede dar)|tomo|tomarle) (?:\S+ ){0,2}"
    r"(?:sus|tus) datos\b"
    r"|\byou like to be called\b"
    r"|\b(?:su|tu) (?:nombre|apellido)\b|\b(?:sus|tus) (?:dos )?apellidos\b"
    r"|\bc[oó]mo (?:se llama(?: usted)?|te llamas)$"
    r"|\b(?:con )?qui[eé]n (?:hablo|tengo el gusto|habla|me habla|llama|es usted|eres)\b"
    r"|\bc[oó]mo (?:\S+ ){0,3}(?:le|lo|la|te) (?:llame|llamen|llamo|digan|diga|digo)\b"
)
_ABOUT_IT = Pattern(
    r"\byour name (?:is|was|means?|comes?|came)\b"
    r"|\b(?:gave|chose|picked|choose|named|mean|(?<!i )(?<!we )put)\b"
    r"|\b(?:era|significa|viene|puso|pusieron)\b"
)
_WANTS = Pattern(
    r"^(?:and )?is your\b|^your (?:\w+ )?name$"
    r"|\b(?:what|what's|who|who's|whom|how|may|might|can|could|would|will"
    r"|tell|just|necesito|give|have|get|please|and|say|need"
    r"|which|whose|qu[eé]|cu[aá]l|c[oó]mo|catch|caught|missed|hear|me|dice|diga|da|d[eé]|puede|podr[ií]a|regala|y"
    r"|qui[eé]n|favor|sus?)\b"
)
_FIRST = Pattern(r"\b(?:first|given) name\b|\bnombre de pila\b")
_FULL = Pattern(r"\b(?:first|full|nombres?) (?:name )?(?:and|y|&) |\bnombre completo\b")
_NAME = Pattern(r"\b(?:names?|nombres?|apellidos?|surname)\b")
_SPELLING = Pattern(r"\bpronounce|\bspell|\bdeletre|\bse escribe\b")
_ANOTHERS = Pattern(
    r"\b(?:who|whom|whose|who's|names?|named|called|call|quien|qui[eé]n(?:es)?|llam\w{1,6}"
    r"|nombres?|puso|pusieron)\b"
)
_CALL = Pattern(r"\b(?:call|called|address)\b|\b(?:llame|llamen|llamo|digan|diga)\b")
_CUT_OFF = Pattern(r"\b(?:could|may|can|might|would|what|who|please|su|me|podr[ií]a)(?: \S+){0,5}$")
_HELLO = Pattern(
    r"(?:(?:oh|well|and|ah|so) )?(?:i have you down as|hello|hi|hey|welcome|welcome back"
    r"|thank you|thanks",
    r"|thank you so much|goodbye|bye|good (?:morning|afternoon|evening|night)|nice to meet you",
    r"|sorry|dear|hola|gracias|bienvenid[oa]|adi[oó]s|mucho gusto|buen d[ií]a|buenos d[ií]as",
    r"|buenas tardes",
    r"|perd[oó]n|hasta pronto|don|do[nñ]a)(?: again)? (?=\S)",
)
_BEGS_PARDON = Pattern(r"\b(?:sorry|pardon|perd[oó]n|disculp\w{1,3})\b")
_GREETS = Pattern(
    r"\b(?:hello|hi|hey|welcome|good (?:morning|afternoon|evening|day)|hola|bienvenid[oa]s?",
    r"|buen d[ií]a|buenos d[ií]as|buenas (?:tardes|noches)|(?:speak|talk) (?:to|with)|hablar con"
    r"|se encuentra)\b",
)


@dataclass(frozen=True)
class Question:
    """What one turn of the agent asks about names, and how it addresses the caller."""

    asked: Asked = ""
    is_this: str = ""  # the name in "Is this Anna?"
    meant: str = ""  # the name that the caller is to confirm, also in "Anna, is that right?"
    spoken_to: str = ""  # the name in "Thank you, Anna."
    hailed: str = ""  # the name in "Hello, Anna."
    begs_pardon: bool = False
    greets: bool = False
    is_sought: bool = False  # "I'm calling for Anna", who may have to be fetched

    @property
    def asks_own(self) -> bool:
        """Whether the caller's own name, or a part of it, is asked for."""
        return self.asked not in {"", "another's", "spelling", "spelling it"}

    @property
    def to_confirm(self) -> str:
        """The name that is the caller's if they say yes."""
        return self.is_this or (self.meant if self.asks_own else "")

    @property
    def addressed(self) -> str:
        """The name by which the agent takes the caller."""
        return self.spoken_to or self.meant


def read_question(words: str) -> Question:
    """Return what ``words`` of the agent ask about names."""
    found, lower = pieces(words), words.lower()
    sentences = _sentences(found)
    sought = next(filter(None, map(wanted, sentences)), "")
    return Question(
        asked=_asked(sentences),
        is_this=next((name for name, is_all in map(is_this, sentences) if name and is_all), "")
        or that_is(found)
        or sought,
        meant=next(filter(None, map(meant, sentences)), ""),
        spoken_to=next(_spoken_to(found), ""),
        hailed=_hailed(found),
        greets=bool(sought or _GREETS.search(lower)),
        begs_pardon=bool(_BEGS_PARDON.search(lower)),
        is_sought=bool(sought),
    )


def _asked(sentences: list[Piece]) -> Asked:
    """Return what of names is asked for; the last question counts."""
    for piece in reversed(sentences):
        text = piece.text
        if _SPELLING.search(text) and piece.end == "?":
            return "spelling" if _NAME.search(text) else "spelling it"
        if is_this(piece)[0] or (not piece.end and _CUT_OFF.search(text)):
            return "name"
        if _OWN.search(text) and _WANTS.search(text) and not _ABOUT_IT.search(text):
            return _part_asked(text)
        if piece.end == "?" and _ANOTHERS.search(text):
            return "another's"
    return ""


def _spoken_to(found: list[Piece]) -> Iterator[str]:
    before = ""
    for piece in found:
        hello = _HELLO.match(piece.text)
        name, end = name_at(piece.words, hello.group().count(" ") if hello else 0)
        if name and end == len(piece.words) and (hello or before == ","):
            yield name
        before = piece.end


def _hailed(found: list[Piece]) -> str:
    """Return the name behind a hello, and not one in "Radio Tres, Santa Ana, dígame"."""
    starts = [at for at, piece in enumerate(found) if _GREETS.search(piece.text)]
    return next(_spoken_to(found[starts[0] :]), "") if starts else ""


def _part_asked(text: str) -> Asked:
    is_last, is_first = bool(LAST.search(text)), bool(_FIRST.search(text))
    if is_last and (is_first or _FULL.search(text)):
        return "name"
    if is_last or is_first:
        return "last" if is_last else "first"
    return "called" if _CALL.search(text) else "name"


def _sentences(found: list[Piece]) -> list[Piece]:
    """Return the pieces ``found``, joined over commas: a question goes on behind one."""
    joined: list[Piece] = []
    run: tuple[str, ...] = ()
    for piece in found:
        run += piece.words
        if piece.end not in {",", ":", ";"}:
            joined.append(Piece(run, piece.end))
            run = ()
    return [*joined, Piece(run, "")] if run else joined
