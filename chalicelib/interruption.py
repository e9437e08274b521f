"""What goes on around the telephone while a caller talks: the kettle, the door, the television.

It is of the moment, so nobody wants to be reminded of it. A goodbye often gives such a reason, and
"hold on" announces one. English and Spanish. No I/O.
"""

import re
from collections.abc import Sequence
from functools import cache

from chalicelib.broadcast import is_broadcast
from chalicelib.small_talk import is_goodbye, is_small_talk

_THING = (
    r"(?:kettle|soup|oven|stove|pot|tea|coffee|toast|bread|rice|beans|dinner|supper|lunch|bus"
    r"|taxi|cab|ride"
    r"|truck|car|van|nurse|doorbell|bell|phone|door|battery|dog|cat|baby|mailman|postman"
    r"|doctor|therapist"
    r"|aide|timer|alarm|other line|dryer|washer)"
)
_COSA = (
    r"(?:olla|cafetera|tetera|sopa|arroz|frijoles|comida|cena|horno|estufa|puerta|timbre"
    r"|teléfono|pila"
    r"|batería|taxi|camión|coche|carro|enfermer[oa]|muchach[oa]|doctor[a]?|perr[oa]|gat[oa]"
    r"|niñ[oa]|bebé"
    r"|cartero|terapia|leche)"
)
_LEAVING = (
    r"\b(?:(?:i|we)(?:'ve| have|'d)? (?:got to|gotta|better|had better|have to|must|need to"
    r"|should|ought to)"
    r" (?:go|run|hang up|stop|let you go|get going|be off|get off|scoot"
    r"|dash)\b(?! (?:to (?!bed)|back|and (?:see"
    r"|visit)|there|home to|through|on (?:with|living)))|(?:my|the) \w+(?:'s| is) (?:on|here"
    r"|ready|waiting)\W*$|(?:my|that's the|there's the|the) "
    + _THING
    + r"(?:(?:'s| is| are) (?:going|on|boiling|ringing|here|whistling|burning|ready|dying"
    r"|knocking|crying"
    r"|barking|waiting|beeping|at the|up|downstairs)|wants out)\b|(?:that's|there's|there goes"
    r"|here's|here "
    r"comes) (?:the|my|her|his|our|your) "
    + _THING
    + r"\b|(?:he|she|they|somebody|someone|\w+)(?:'s| is| are) (?:hollering|calling me"
    r"|waving at me|yelling"
    r" (?:at|for)|calling for|knocking|at the door|waiting for me)\b|(?:somebody|someone)(?:'s"
    r"| is) at the\b|phone is (?:ringing|dying)|(?:i've got|i"
    r" have|i left|there's) (?:\w+ ){0,2}(?:on the stove|in the oven|soup on)|i've got soup on"
    r"|i should let you"
    r" go|i'll let you go|i'm (?:coming|going to hang up)|ya me voy|me tengo que ir"
    r"|tengo que (?:colgar|irme"
    r"|dejarl[aoe])|(?:la|lo|te|le) dejo(?! (?:dicho|a))|se me (?:está |van? a )?(?:quem|peg"
    r"|acab|enfrí)\w+ (?:el|la|los"
    r"|las)\b|(?:ya )?(?:llegó|llegaron|está aquí|está) (?:el|la|mi|aquí el|aquí la|pitando la"
    r"|sonando el) "
    + _COSA
    + r"\b|(?:toc|llam)an (?:a|en) la puerta|me (?:están llamando|llaman|hablan) (?:a|para|de)\b)"
)
_HOLD = (
    r"\b(?:hold on(?! to)|hang on(?! to)|just a (?:second|minute|moment|sec)|one (?:second"
    r"|minute|moment)|wait[,.]|wait a (?:second"
    r"|minute|moment)|esp[eé]r(?:e|eme|ame)\b|un (?:momento|momentito|segundo|segundito)"
    r"|excuse me a)"
)
_BACK = (
    r"\b(?:where (?:was i|were we)|what (?:was it|were we|was i|did you (?:say|ask))"
    r"|en qué (?:iba|íbamos|estaba"
    r"|estábamos)|qué me (?:decía|preguntó)|i'm back|ya volví)\b"
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
    r"|remind me|don't|call|"
    r"put|write|send|tell|bring|print|leave|never|was|were|had|did|died|said|told|used to"
    r"|\w+ed|january|"
    r"february|march|april|may|june|july|august|september|october|november|december"
    r"|\w+day(?:s)?|\d+|insulin"
    r"|(?:that's|this is|he's|she's) my|luego|otro día|la (?:próxima|otra)|mañana|quiero|voy a"
    r"|llám\w+|ponga|no ponga|díga\w+|escriba|era|fue"
    r"|había|tenía|dijo|murió|lunes|martes|miércoles|jueves|viernes|sábado|domingo|\w+aba"
    r"|\w+ía)\b"
)
_PROMISE = (
    r"\b(?:i'll|luego|next time|otro día|remind me|no ponga|call me|"
    r"(?:that's|this is) my (?!bus|ride|taxi|cab|bell|doorbell|phone|kettle|timer|oven)\w*)\b"
)
_PRESENT = (
    r"^\W*(?:(?:well|oh|so|no|yes|pues|bueno|ay|sí|and)\W+)?(?:"
    r"(?:he|she|it|they|somebody|someone|that|there|here|the|my)\b.{0,80}\b(?:is|are|says"
    r"|wants|has|needs)\b"
    r"|(?:he|she|it|they|that|there|here)(?:'s|'re)\b|(?:he|she|it|they) \w+s\b"
    r"|(?:ya )?(?:está|es|son|llegó|viene|quiere)\b)"
)
_ARRIVES = (
    r"^\W*(?:(?:well|oh|so|no|yes|sí|bueno|pues)\W+)?"
    r"(?:there's|here's|here comes|that's|(?:ya )?(?:llegó|viene|está))\b"
)
_WITHDRAWN = (
    r"^\W*(?:(?:no|and|but|oh|please|y|pero|ay)\W+)*(?:(?:you )?(?:don't|do not) (?:put|print"
    r"|write|keep|use|record)"
    r" (?:that|it|this)(?: one| bit| part)?(?: in| down)?|(?:scratch|strike|forget|erase"
    r"|cut) that(?: out)?|forget i "
    r"said (?:that|it)|(?:eso )?no (?:ponga|anote|escriba|guarde|apunte) eso"
    r"|eso no lo (?:ponga|anote|escriba|apunte)"
    r"|b[oó]rre(?:lo| eso)|no lo (?:ponga|anote|escriba|apunte))(?: in| please| por favor"
    r"| the book| en el libro)*\W*$"
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
        if not (of_the_line or _of_the_moment(each, announced=announced or before)):
            kept.append(each)
    return kept


def _announces(sentence: str, *, last: bool) -> bool:
    """Say whether ``sentence`` says that the caller must go, or asks the agent to wait."""
    if is_goodbye(sentence) or holds(sentence):
        return True
    return (last or len(sentence.split()) <= _SHORT) and _leaves(sentence)


def _leaves(sentence: str) -> bool:
    return _found(_LEAVING, sentence) and not _found(_PROMISE, sentence)


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


def _of_the_moment(sentence: str, *, announced: bool) -> bool:
    if not announced:
        return False
    if _leaves(sentence):
        return True
    is_short = len(sentence.split()) <= _SHORT
    is_lasting = _found(_LASTING, sentence) or _names(sentence)
    return is_short and not is_lasting and (_is_present(sentence) or holds(sentence))


def _names(sentence: str) -> bool:
    """Say whether a name stands inside ``sentence``: what has one is of somebody's life."""
    return bool(_compiled(r"[^\W_][,;]? (?!I\b)[A-ZÀ-Þ][^\W\d_A-Z]").search(sentence[:600]))


def _is_present(sentence: str) -> bool:
    return is_small_talk(sentence) or _found(_PRESENT, sentence)


def _found(pattern: str, sentence: str) -> bool:
    return bool(_compiled(pattern).search(sentence[:600].lower().replace("\u2019", "'")))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
