"""What goes on around the telephone while a caller talks: the kettle, the door, the television.

It is of the moment, so nobody wants to be reminded of it. A goodbye often gives such a reason, and
"hold on" announces one. English and Spanish. No I/O.
"""

from collections.abc import Sequence

from chalicelib.patterns import compiled
from chalicelib.small_talk.broadcast import is_broadcast
from chalicelib.small_talk.leaving import LEAVING
from chalicelib.small_talk.life import has_name, tells_of_a_life
from chalicelib.small_talk.small_talk import is_goodbye, is_small_talk

_HOLD = (
    r"(?:^|[.,;:!?…]\s)\W*(?:(?:oh|well|and|no|yes|ay|perdón|sorry)\W+)*(?:(?:hold"
    r"|hang) on\b(?! to)|(?:just |wait )?(?:a|one) (?:second|minute|moment|sec)\b(?! (?:thing"
    r"|can|of|that|in|he|she|i)\b)|wait[,.]|esp[eé]r(?:e|eme|ame)\b|un (?:momento|momentito"
    r"|segundo|segundito)\W|excuse me a)"
)
_BACK = (
    r"^\W*(?:(?:so|now|okay|well|and|ah|bueno|ya|y|pues)\W+)*(?:where (?:was i|were we)"
    r"|what (?:was it|were we saying|was i saying|did you (?:say|ask))|en qué (?:iba|íbamos"
    r"|estaba|estábamos)|qué me (?:decía|preguntó)|i'm back|ya volví)\b(?:\W+(?:now|me|again"
    r"|there))?\W*$"
)
_LINE_TALK = (
    r"\b(?:can you hear|can't hear|am i (?:too )?(?:loud|quiet)|me oye|me escucha|speaker"
    r"|altavoz)\b"
)
_OF_THE_LINE = (
    r"\b(?:telephones?|phones?|buttons?|receiver|the line|tel[eé]fonos?|bot[oó]n(?:es)?)\b"
)
# What makes a sentence worth its while even beside a goodbye: a plan, a wish, a time, the past.
_LASTING = (
    r"\b(?:i'll|i will|we'll|i want|i wish|i'm going to|next (?:time|week|month)|tomorrow"
    r"|remind me|don't|call|put|write|send|tell|bring|print|leave|never|was|were|had|did|died"
    r"|said|told|used to|\w+ed|january|february|march|april|may|june|july|august|september"
    r"|october|november|december|\w+day(?:s)?|\d+|insulin|(?:that's|this is|he's|she's) my"
    r"|luego|otro día|la (?:próxima|otra)|mañana|quiero|voy a|llám\w+|ponga|no ponga|díga\w+"
    r"|escriba|era|fue|había|tenía|dijo|murió|lunes|martes|miércoles|jueves|viernes|sábado"
    r"|domingo|\w+aba|\w+ía)\b"
)
_PROMISE = (
    r"\b(?:i'll|luego|next time|otro día|remind me|no ponga|call me|(?:that's"
    r"|this is) my (?!bus|ride|taxi|cab|bell|doorbell|phone|kettle|timer|oven)\w*)\b"
)
_PRESENT = (
    r"^\W*(?:(?:well|oh|so|no|yes|pues|bueno|ay|sí|and)\W+)?(?:(?:he|she|it|they|somebody"
    r"|someone|that|there|here|the|my)\b.{0,80}\b(?:is|are|says|wants|has|needs)\b|(?:he|she|it"
    r"|they|that|there|here)(?:'s|'re)\b|(?:he|she|it|they) \w+s\b|(?:ya )?(?:está|es|son|llegó"
    r"|viene|quiere)\b|que (?:la|lo|los|las|me|se|le|ya|está|tengo|viene|hay|llegó|suena)\b)"
)
# In a caller's last turn any short sentence without a mark of a life that says one of these.
_GOING = (
    r"\b(?:(?:i'd|i had|i) better \w+|(?:have to|got to|gotta|need to|must|should|ought to) "
    r"(?:go(?! back| to)"
    r"|run|get (?:that|it|this|the)|take (?:this|that|my)|see (?:to|who)|feed|eat|answer|hang"
    r"|stop|rest|leave"
    r"|catch|turn|lie)\b|(?:time (?:for|to)|about to) \w+|(?:won't|don't want to|mustn't) keep "
    r"you|ringing"
    r"|honk\w*|knocking|here comes|there's the|calling (?:us|me)|(?:no la|no lo|no le) "
    r"(?:entretengo|quito)"
    r"|(?:llaman|hablan|esperan|buscan) (?:a|para)|es hora de|tengo que (?:irme|colgar|comer"
    r"|salir|ver|dejar)"
    r"|ya (?:viene|llega|mero|está (?:la|el|aquí|ahí|afuera|\w+ndo)))\b"
)
_ARRIVES = (
    r"^\W*(?:(?:well|oh|so|no|yes|sí|bueno|pues)\W+)?(?:there's|here's|here comes|that's"
    r"|(?:ya )?(?:llegó|viene|está))\b"
)
_WITHDRAWN = (
    r"^\W*(?:(?:no|and|but|oh|please|y|pero|ay)\W+)*(?:(?:you )?(?:don't|do not) (?:put|print"
    r"|write|keep|use|record) (?:that|it|this)(?: one| bit| part)?(?: in| down)?|(?:scratch"
    r"|strike|forget|erase|cut) that(?: out)?|forget i said (?:that|it)|(?:eso )?no (?:ponga"
    r"|anote|escriba|guarde|apunte) eso|eso no lo (?:ponga|anote|escriba|apunte)|b[oó]rre(?:lo"
    r"| eso)|no lo (?:ponga|anote|escriba|apunte))(?: in| please| por favor| the book"
    r"| en el libro)*\W*$"
)
_SHORT = 12  # words; a longer sentence is rarely only the reason why somebody hangs up


def without_interruptions(
    said: Sequence[str], *, last: bool = False, held: bool = False
) -> list[str]:
    """Return the sentences ``said`` in one turn without what only the moment brought.

    ``last`` says whether it is the caller's last turn: there people say why they must go; ``held``
    whether the turn before asked the agent to wait.
    """
    said = _without_aside([each for each in said if not is_broadcast(each)], held=held)
    said = _without_withdrawn(said)
    about_the_line = any(_found(_LINE_TALK, each) for each in said)
    marks = [_announces(each, last=last) for each in said]
    kept, announced = [], False
    for at, each in enumerate(said):
        announced = announced or marks[at]
        of_the_line = about_the_line and _found(_OF_THE_LINE, each)
        before = _found(_ARRIVES, each) and any(marks[at + 1 : at + 2])
        if not (of_the_line or _of_the_moment(each, announced=announced or before, last=last)):
            kept.append(each)
    return kept


def _announces(sentence: str, *, last: bool) -> bool:
    """Say whether ``sentence`` says that the caller must go, or asks the agent to wait."""
    if is_goodbye(sentence) or holds(sentence):
        return True
    return (last or len(sentence.split()) <= _SHORT) and _leaves(sentence)


def _leaves(sentence: str) -> bool:
    return _found(LEAVING, sentence) and not _found(_PROMISE, sentence)


def holds(sentence: str) -> bool:
    """Say whether ``sentence`` asks the agent to wait."""
    return _found(_HOLD, sentence)


def _without_aside(said: list[str], *, held: bool) -> list[str]:
    """Return ``said`` without what lies between "hold on" and "where were we"."""
    back = max((at for at, each in enumerate(said) if _found(_BACK, each)), default=-1)
    if back < 0:
        return said
    begun = 0 if held else back
    start = next((at for at, each in enumerate(said[:back]) if holds(each)), begun)
    return said[:start] + said[back + 1 :]


def _without_withdrawn(said: list[str]) -> list[str]:
    """Return ``said`` without what the caller takes back at once: "Don't put that in"."""
    kept: list[str] = []
    for each in said:
        if _found(_WITHDRAWN, each):
            kept = kept[:-1]
        else:
            kept.append(each)
    return kept


def _of_the_moment(sentence: str, *, announced: bool, last: bool) -> bool:
    is_short = len(sentence.split()) <= _SHORT
    if last and is_short and _found(_GOING, sentence) and not tells_of_a_life(sentence):
        return True
    if not announced or _leaves(sentence):
        return announced
    is_lasting = _found(_LASTING, sentence) or has_name(sentence)
    return is_short and not is_lasting and (_is_present(sentence) or holds(sentence))


def _is_present(sentence: str) -> bool:
    return is_small_talk(sentence) or _found(_PRESENT, sentence)


def _found(pattern: str, sentence: str) -> bool:
    return bool(compiled(pattern).search(sentence[:600].lower().replace("\u2019", "'")))
