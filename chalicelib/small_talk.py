"""Small talk: what a caller says to the call, the agent or the moment, and not of their life.

Judged clause by clause, because people say goodbye and tell something in one breath. When in doubt
it is no small talk: a remark that was kept costs less than a story that was lost. English and
Spanish. No I/O.
"""

import re
from functools import cache

from chalicelib.courtesies import (
    ADDRESSED,
    ASSENT,
    FILLER,
    GOODBYE,
    GREETING,
    INTERESTED,
    THANKS,
)
from chalicelib.line import LINE
from chalicelib.orders import is_order
from chalicelib.sentences import clauses

_WEATHER = (
    r"(?:(?:(?:it's|it is) (?:so |very |\w+ly )?)?(?:hot|cold|freezing|chilly|wet|windy"
    r"|snowing|raining|pouring|sunny|humid|muggy|icy)\b.*"
    r"\b(?:here|today|out(?: there)?|outside|now|this morning|tonight)\b.*"
    r"|(?:it's|it is) (?:so |very |awful |really |pretty )?(?:hot|cold|freezing|chilly|raining"
    r"|snowing"
    r"|pouring|windy|humid|muggy)\b(?! in\b).{0,60}|(?:how's|what's) the weather.*"
    r"|(?:it's )?hot as "
    r".{0,40}|(?:está|hace|sigue) (?:lloviendo|nevando|mucho (?:frío|calor)|(?:un )?(?:frío"
    r"|calor)"
    r"|(?:buen|mal) tiempo)\b.{0,60}|hoy (?:hace|está|llueve)\b.{0,60}|y allá (?:qué"
    r"|cómo).{0,40})"
)
_AGENT = (
    r"(?:are you (?:a|an|the|real|human|recording|sitting|still)\b.*|is this (?:a|the|being"
    r"|recorded|"
    r"call)\b.*|am i (?:talking|speaking) (?:to|with) .*|who am i (?:talking|speaking) .*"
    r"|who is this"
    r"|what(?: was|'s| is) your name.*|do you (?:ever )?(?:sleep|eat|get tired|remember me"
    r"|record|dream)"
    r"\b.*|you (?:sound|have a (?:\w+ )?voice|ask (?:good|such|the)|do listen|passed"
    r"|remembered|talk"
    r" (?:more|too)|(?:don't|do not) forget|needn't|wouldn't|are (?:very|so|too)"
    r"|never forget)\b.*"
    r"|you're (?:a |an |very |so |too |such )*(?:kind|polite|sweet|nice|good|careful|funny"
    r"|patient|smart"
    r"|clever|machine|robot|computer|dear|angel|listener)\b.*|that(?:'s| is| was) (?:very |so "
    r"|really )?"
    r"(?:nice|kind|sweet|good) of you.*|is (?:that|this) you|that(?:'s| is) a (?:good|hard"
    r"|nice|funny|big) question|good "
    r"question|no offen[sc]e|like you|(?:don't|do not) (?:you )?(?:wear|mention|worry|bother"
    r"|rush|laugh at me|tease)\b.{0,20}|what a .{0,30}\byou (?:know|remember|are|have)"
    r"|i (?:nearly|almost) (?:didn't|did not) (?:ring|call|phone)\b.{0,20}|how long (?:does"
    r"|will|do) (?:this|it|we)\b.*|press (?:one|two|\d)"
    r"\b.*|es usted (?:un|una|muy)\b.*|estoy hablando con .*|tiene usted una voz .*|con quién "
    r"(?:hablo|estoy hablando|tengo el gusto)|cómo (?:me dijo que )?se llama(?:ba)? usted"
    r"|(?:esto )?se "
    r"graba(?: esto)?|(?:muy )?buena pregunta|(?:oprima|marque|presione) (?:uno|dos|el|la"
    r"|\d)\b.*|usted sí "
    r"(?:que )?(?:escucha|sabe).*|se acordó|no se le (?:va|olvida|escapa) nada.*"
    r"|cuánto (?:dura|tarda) "
    r"esto|esto se (?:está )?grab.*)"
)
_THINKING = (
    r"(?:let me (?:think|see|sit|turn|put|close|shut|move|get (?:my|a|the)|grab|fetch"
    r"|check)\b(?! about)"
    r".{0,50}|i'll just (?:close|turn|put|get|grab|sit|move|shut)\b.{0,50}|where was i"
    r"|where were we"
    r"|what (?:was i|were we) (?:saying|talking).*|what was it|what do you call it"
    r"|how do you say|i "
    r"(?:don't|do not) know what to say|i lost my (?:train of thought|place|thread)|how (?:do"
    r"|shall|should)"
    r" i (?:put|say) (?:it|that|this)|d[eé]j(?:e|eme|ame)(?: me)? (?:pensar|ver|siento"
    r"|sentar(?:me)?"
    r"|bajar|apagar|cerrar|poner(?:me)?|acord\w+)\b.{0,50}|voy a (?:ponerme|bajar|apagar"
    r"|cerrar) .{0,40}"
    r"|a ver|en qué (?:iba|íbamos|estaba|estábamos)|de qué (?:estábamos|hablábamos).*"
    r"|se me fue el hilo"
    r"|cómo (?:se dice|le diré)|no sé qué decir)"
)
_BODY = (
    r"(?:(?:i'm |i am )?just (?:visiting|calling|checking in)(?: to (?:say )?(?:hello|hi|chat"
    r"|talk))?|(?:i'm|i am)(?: just| only)?(?: a (?:bit|little))?(?: so)? (?:hoarse|tired"
    r"|all right|fine|okay|ok"
    r"|here|back|listening|coming|ready|afraid so)(?: now| today)?|(?:i'm|i am) (?:sitting"
    r"|standing|lying|parked|driving)\b.{0,60}|i have a (?:frog|tickle) in my throat"
    r"|(?:that was )?my cough(?:ing)?|(?:estoy|ando) (?:un poco |algo |bien |muy )?(?:ronc[oa]"
    r"|afónic[oa]"
    r"|cansad[oa]|bien|list[oa])(?: hoy| ahora)?|ronc[oa]|that's enough(?: \w+){0,2}"
    r"|no complaints|can't "
    r"complain|ya voy)"
)
_REASON = (
    r"(?:it's|it is|that's|es|son|será) (?:only |just |por )?(?:the|el|la|this|these|los|las) \w+"
    r"(?: \w+)?"
)
_MINE = r"\b(?:i|i'm|i've|i'll|me|my|mine|we|us|our|he|she|they|his|her)\b"
_ASKS = (
    r"\W*(?:(?:and|so|but|well|oh|say|hey|y)\W+)?(?:(?:who|what|where|how|when|how old"
    r"|why) )?(?:are|do|did"
    r"|were|have|don't|aren't|didn't) you\b"
)
_GREETED = rf"{GREETING} [^\W\d_]+"
_NOTHING = r"(?!)"  # matches no word, so that only the words around it are left
_ALL = "|".join(
    (GREETING, THANKS, GOODBYE, ASSENT, INTERESTED, _WEATHER, LINE, _AGENT, _THINKING, _BODY)
)
_MOST = 600  # characters of a clause; a longer one is a story


def is_small_talk(sentence: str) -> bool:
    """Say whether nothing in ``sentence`` is worth remembering, whatever was asked."""
    told = clauses(sentence)
    if is_order(sentence) or _asks_the_agent(sentence) or all(map(_is_empty, told)):
        return True
    return _is_courtesy(told) or _says_how_it_is(told)


def _is_courtesy(told: list[str]) -> bool:
    """Say whether a goodbye or a thank you stands with nothing but a name."""
    courteous = any(_is(f"(?:{GOODBYE}|{THANKS})", each) for each in told)
    return courteous and sum(len(each.split()) for each in told if not _is_empty(each)) == 1


def _says_how_it_is(told: list[str]) -> bool:
    """Say whether the weather or a cold only gets its reason: "I'm hoarse, it's the air"."""
    rest = [each for each in told if not _is_empty(each)]
    is_reason = all(_pattern(_REASON).fullmatch(each) for each in rest)
    return is_reason and any(_is(f"(?:{_WEATHER}|{_BODY})", each) for each in told)


def _asks_the_agent(sentence: str) -> bool:
    """Say whether ``sentence`` asks the agent about itself, and not for something."""
    said = sentence.lower().strip()
    if not said.endswith("?") or len(said) > _MOST or _pattern(_MINE).search(said):
        return False
    return bool(_pattern(_ASKS).match(said))


def is_assent(sentence: str) -> bool:
    """Say whether ``sentence`` only agrees or disagrees."""
    told = clauses(sentence)
    return bool(told) and all(_only(ASSENT, clause) for clause in told)


def is_goodbye(sentence: str) -> bool:
    """Say whether ``sentence`` says goodbye, whatever else it says."""
    return any(_is(GOODBYE, clause) for clause in clauses(sentence))


def _is_empty(clause: str) -> bool:
    return _only(_ALL, clause) or bool(_pattern(_GREETED).fullmatch(clause))


def _is(kind: str, clause: str) -> bool:
    return _only(kind, clause) and not _only(_NOTHING, clause)


def _only(kind: str, clause: str) -> bool:
    return len(clause) <= _MOST and _pattern(kind).fullmatch(clause) is not None


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    """Return ``kind`` with the words around it that add nothing; "june" may be the agent's name."""
    if kind in {_REASON, _MINE, _ASKS, _GREETED}:
        return re.compile(kind)
    around = rf"(?:{FILLER}[\s-]+){{0,4}}"
    return re.compile(
        rf"{around}(?:{kind})(?:[\s-]+(?:{kind}|{FILLER}|{ADDRESSED})){{0,3}}|{around}{FILLER}"
        rf"|{ADDRESSED}|"
    )
