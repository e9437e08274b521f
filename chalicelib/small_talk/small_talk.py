"""Small talk: what a caller says to the call, the agent or the moment, and not of their life.

Judged clause by clause, because people say goodbye and tell something in one breath. When in doubt
it is no small talk: a remark that was kept costs less than a story that was lost. English and
Spanish. No I/O.
"""

import re
from functools import cache

from chalicelib.machine_text import is_for_a_machine
from chalicelib.sentences import clauses
from chalicelib.small_talk.call_talk import is_about_the_call
from chalicelib.small_talk.courtesies import (
    ADDRESSED,
    ASSENT,
    FILLER,
    GOODBYE,
    GREETING,
    INTERESTED,
    THANKS,
)
from chalicelib.small_talk.leading_over import leads_over
from chalicelib.small_talk.life import has_name, tells_of_a_life
from chalicelib.small_talk.line import LINE
from chalicelib.small_talk.to_the_agent import is_to_the_agent
from chalicelib.small_talk.weather import WEATHER

_AGENT = (
    r"(?:are you (?:a|an|the|real|human|recording|sitting|still)\b.*|is this (?:a|the|being"
    r"|recorded|call)\b.*|am i (?:talking|speaking) (?:to|with) .*|who am i (?:talking"
    r"|speaking) .*|who is this|what(?: was|'s| is) your name.*|do you (?:ever )?(?:sleep|eat"
    r"|get tired|remember me|record|dream)\b.*|you (?:sound|have a (?:\w+ )?voice|ask (?:good"
    r"|such|the)|do listen|passed|remembered|talk (?:more|too)|(?:don't|do not) forget|needn't"
    r"|wouldn't|are (?:very|so|too)|never forget)\b.*|you're (?:a |an |very |so |too "
    r"|such )*(?:kind|polite|sweet|nice|good|careful|funny|patient|smart|clever|machine|robot"
    r"|computer|dear|angel|listener)\b.*|that(?:'s| is| was) (?:very |so |really )?(?:nice|kind"
    r"|sweet|good) of you.*|is (?:that|this) you|that(?:'s| is) a (?:good|hard|nice|funny|big"
    r"|tough|tricky) (?:question|one)|(?:esa|eso) (?:está|es) (?:muy )?(?:difícil|bueno|buena)"
    r"|you(?:'ve)? made my (?:day|week)|testing|good question|no offen[sc]e|like you|(?:don't"
    r"|do not) (?:you )?(?:wear|mention|worry|bother|rush|laugh at me|tease)\b.{0,20}"
    r"|what a .{0,30}\byou (?:know|remember|are|have)|i (?:nearly|almost) (?:didn't"
    r"|did not) (?:ring|call|phone)\b.{0,20}|how long (?:does|will|do) (?:this|it|we)\b.*"
    r"|press (?:one|two|\d)\b.*|es usted (?:un|una|muy)\b.*|estoy hablando con .*"
    r"|tiene usted una voz .*|con quién (?:hablo|estoy hablando|tengo el gusto)"
    r"|cómo (?:me dijo que )?se llama(?:ba)? usted|(?:esto )?se graba(?: esto)?"
    r"|(?:muy )?buena pregunta|(?:oprima|marque|presione) (?:uno|dos|el|la|\d)\b.*"
    r"|usted sí (?:que )?(?:escucha|sabe).*|se acordó|no se le (?:va|olvida|escapa) nada.*"
    r"|cuánto (?:dura|tarda) esto|esto se (?:está )?grab.*)"
)
_THINKING = (
    r"(?:let me think\b.{0,60}|let me (?:see|sit|turn|put|close|shut|move|get (?:my|a|the)|grab"
    r"|fetch|check)\b(?! about).{0,50}|i'll just (?:close|turn|put|get|grab|sit|move"
    r"|shut)\b.{0,50}|where was i|where were we|what (?:was i|were we) (?:saying|talking).*"
    r"|what was it|what do you call it|how do you say|i (?:don't|do not) know what to say"
    r"|(?:it's|it was) on the tip of my tongue|it'll come to me"
    r"|lo tengo en la punta de la lengua|i (?:don't|didn't) (?:quite )?(?:understand|follow"
    r"|get) (?:the question|you|that|what you mean)|no (?:le|te|la) ent(?:endí|iendo)\b.{0,30}"
    r"|what do you mean\b.{0,20}|cómo que|i lost my (?:train of thought|place|thread)|how (?:do"
    r"|shall|should) i (?:put|say) (?:it|that|this)|d[eé]j(?:e|eme|ame)(?: me)? (?:pensar|ver"
    r"|siento|sentar(?:me)?|bajar|apagar|cerrar|poner(?:me)?|acord\w+)\b.{0,50}"
    r"|voy a (?:ponerme|bajar|apagar|cerrar) .{0,40}|a ver|en qué (?:iba|íbamos|estaba"
    r"|estábamos)|de qué (?:estábamos|hablábamos).*|se me fue el hilo|cómo (?:se dice|le diré)"
    r"|no sé qué decir)"
)
_BODY = (
    r"(?:(?:i'm |i am )?just (?:visiting|calling|checking in)(?: to (?:say )?(?:hello|hi|chat"
    r"|talk))?|(?:i'm|i am)(?: just| only)?(?: a (?:bit|little))?(?: so)? (?:hoarse|tired"
    r"|all right|fine|okay|ok|here|back|listening|coming|ready|afraid so)(?: now| today)?"
    r"|(?:i'm|i am) (?:sitting|standing|lying|parked|driving)\b(?!.*\b(?:died|was|were|had"
    r"|used)\b).{0,60}|(?:excuse|pardon) (?:my|the) \w+|(?:perdone|disculpe) (?:mi|la|el) \w+"
    r"|i (?:just )?need (?:a|some) (?:sip|drink|glass|water|tissue)\b.{0,20}|my (?:voice"
    r"|throat)(?:'s| is| isn't)\b.{0,40}|(?:ando|estoy) mal de la (?:garganta|voz)\b.{0,20}"
    r"|deje tomo .{0,20}|(?:i'm|i am|we're) (?:still )?(?:talking )?on the phone"
    r"|estoy (?:hablando )?(?:por|en|al) (?:el )?teléfono|i have a (?:frog|tickle) in my throat"
    r"|(?:that was )?my cough(?:ing)?|(?:estoy|ando) (?:un poco |algo |bien |muy )?(?:ronc[oa]"
    r"|afónic[oa]|cansad[oa]|bien|list[oa])(?: hoy| ahora)?|ronc[oa]|that's enough(?: \w+){0,2}"
    r"|me (?:agarró|pegó|dio|enfermó|tumbó) (?:el|la|un|una) (?:aire|clima|frío|gripe|gripa"
    r"|catarro|resfriado"
    r"|sereno|tos|alergia|ventilador)\b.{0,20}|(?:the )?(?:air conditioning|a\.?c\.?|pollen"
    r"|cold air|draft) got"
    r" (?:me|to me|my throat)|i(?:'ve| have)? (?:got|caught|have) (?:a|this|some) (?:bit of a "
    r"|little |bad )?(?:cold|cough|chill|bug"
    r"|sore throat|runny nose)|(?:it's|that's|that is|it is|that was) (?:not |really "
    r"|such )*an? (?:bad|dirty|ugly|rude) word\b.{0,20}"
    r"|(?:es|no es) una (?:grosería|mala palabra)\b.{0,20}|no complaints|can't complain|ya voy)"
)
_REASON = (
    r"(?:it's|it is|that's|es|son|será) (?:only |just |por )?(?:the|el|la|this|these|los"
    r"|las) \w+(?: \w+)?"
)
_MINE = r"\b(?:i|i'm|i've|i'll|me|my|mine|we|us|our|he|she|they|his|her)\b"
_ASKS = (
    r"\W*(?:(?:and|so|but|well|oh|say|hey|y)\W+)?(?:(?:who|what|where|how|when|how old"
    r"|why) )?(?:are|do|did|were|have|don't|aren't|didn't) you\b"
)
_GREETED = rf"{GREETING} [^\W\d_]+"
_NOTHING = r"(?!)"  # matches no word, so that only the words around it are left
_ALL = "|".join(
    (GREETING, THANKS, GOODBYE, ASSENT, INTERESTED, WEATHER, LINE, _AGENT, _THINKING, _BODY)
)
# A caller's question is of the moment unless it asks for something, or tells while it asks.
_TELLS = (
    r"\b(?:would|says|say|we|us|our"
    r"|(?:can|could|will|would) (?:you|someone|somebody|i) (?:\w+ ){0,2}(?:print|send|call"
    r"|write|tell|mail"
    r"|put|change|stop|add|read|do|find|get|give|bring|cancel|move|keep|leave|make)"
    r"|puede[ns]? (?:\w+ ){0,2}(?:mand|llam|escrib|imprim|cambi|pon|quit|agreg|envi)\w*"
    r"|(?:me|nos|le|les) (?:manda|llama|escribe|imprime|cambia|envía)\w*)\b"
)
_ANYBODY = (
    r"(?:nobody|no one|everybody|everyone|you can't|one can't|nadie|todo el mundo|no se puede)\b"
)
_FEW = 6  # words
_ECHOED = 2  # words; "Strict?" takes the agent's word up
_LONGEST_QUESTION = 12  # words
_MOST = 600  # characters of a clause; a longer one is a story


def is_small_talk(sentence: str) -> bool:
    """Say whether nothing in ``sentence`` is worth remembering, whatever was asked."""
    told = clauses(sentence)
    if is_for_a_machine(sentence) or is_about_the_call(sentence) or _asks_the_agent(sentence):
        return True
    if is_to_the_agent(sentence) or all(map(_is_empty, told)):
        return True
    return _is_courtesy(told) or _says_how_it_is(told)


def _is_courtesy(told: list[str]) -> bool:
    """Say whether a goodbye or a thank you stands with nothing but a name."""
    courteous = any(_is(f"(?:{GOODBYE}|{THANKS})", each) for each in told)
    return courteous and sum(len(each.split()) for each in told if not _is_empty(each)) == 1


def _says_how_it_is(told: list[str]) -> bool:
    """Say whether the weather or a cold only gets its reason: "I'm hoarse, it's the air"."""
    rest = [each for each in told if not _is_empty(each)]
    is_reason = all(_pattern(_REASON).fullmatch(each) or _is_of_all(each) for each in rest)
    return is_reason and any(_is(f"(?:{WEATHER}|{_BODY})", each) for each in told)


def _is_of_all(clause: str) -> bool:
    """Say whether ``clause`` is of nobody in particular: "nobody goes anywhere"."""
    is_short = len(clause.split()) <= _FEW
    return is_short and bool(_pattern(_ANYBODY).match(clause)) and not tells_of_a_life(clause)


def _asks_the_agent(sentence: str) -> bool:
    """Say whether ``sentence`` asks the agent about itself, and not for something."""
    said = sentence.lower().strip()
    if not said.rstrip("\"'»”)").endswith("?") or len(said) > _MOST:
        return False
    if has_name(sentence) or leads_over(said):
        return False
    if _pattern(_ASKS).match(said) and not _pattern(_MINE).search(said):
        return True
    is_short = _ECHOED < len(said.split()) <= _LONGEST_QUESTION
    return is_short and not (_pattern(_TELLS).search(said) or tells_of_a_life(sentence))


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
    if kind in {_REASON, _MINE, _ASKS, _GREETED, _TELLS, _ANYBODY}:
        return re.compile(kind)
    around = rf"(?:{FILLER}[\s-]+){{0,4}}"
    return re.compile(
        rf"{around}(?:{kind})(?:[\s-]+(?:{kind}|{FILLER}|{ADDRESSED})){{0,3}}|{around}{FILLER}"
        rf"|{ADDRESSED}|"
    )
