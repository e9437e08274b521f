"""Talk about the call itself, told by its words rather than by its phrases. No I/O.

Phrases are endless, but a short sentence that has no mark of a life and speaks of the line, the
agent's voice or today's weather is about the call, however it is put. English and Spanish.
"""

from chalicelib.patterns import compiled
from chalicelib.small_talk.life import tells_of_a_life

_LONGEST = 9  # words; a longer sentence has more to tell
_TOPICS = (
    # hearing and understanding each other
    r"\b(?:(?:hear|understand|follow|losing)\b.{0,20}\b(?:you|me)|catch that)\b",
    r"\b(?:la|le|lo|te|me) (?:oigo|oye|oyes|escucho|escucha|entiendo|entiende)\b",
    # the line and the telephone
    (
        r"\b(?:static|echo|reception|still connected|(?:the|this|other|bad|your) (?:line"
        r"|connection"
        r"|signal|call)"
        r"|(?:wrong|the|this|a|which) button|switch ears|speaker ?phone|volume|on mute|hang up"
        r"|dialed)\b"
    ),
    (
        r"\b(?:en la línea|la señal|la llamada|el botón|el volumen|la bocina|el auricular|el "
        r"altavoz)\b"
    ),
    (
        r"\b(?:hearing aids?|battery|light|screen|headset|receiver|handset)\b.{0,20}\b(?:whistl"
        r"|blink|beep|dying|low|dead|buzz|squeal|acting)\w*"
    ),
    # the agent
    (
        r"\b(?:you|your)\b.{0,30}\b(?:voice|listener|computer|machine|robot|patient|kind|sweet"
        r"|clever|smart"
        r"|polite|angel|dear|questions?|memory|best|know everything)\b"
    ),
    r"\b(?:talk|speak)ing to (?:a|the|some) (?:computer|machine|robot|recording|voice)\b",
    (
        r"\b(?:usted|su|tu|tú)\b.{0,30}\b(?:voz|bonito|amable|paciente|máquina|robot|computadora"
        r"|preguntas?)\b"
    ),
    r"\b(?:the|that|your|a|la|su|esa|otra) (?:question|pregunta)\b",
    # giving way
    (
        r"\b(?:if you say so|whatever you (?:say|like|think)|up to you|as you (?:like|wish)|you "
        r"know best"
        r"|not (?:too|so) bad|can't complain|been a pleasure|no me quejo|ahí vamos|(?:como|lo "
        r"que) "
        r"(?:usted )?"
        r"(?:diga|quiera|guste))\b"
    ),
    # today's weather
    (
        r"\b(?:rain|snow|sun|sunny|cloudy|windy|storm|weather|sleet|hail|fog)\b.{0,20}\b(?:today"
        r"|out|outside"
        r"|now)\b|\blooks like (?:rain|snow)|\bthe sun's out\b"
    ),
    (
        r"\b(?:va a|parece que|quiere) (?:llover|nevar)\b|\b(?:lluvia|sol|calor|frío"
        r"|viento)\b.{0,20}\b(?:hoy|ahorita"
        r"|afuera)\b"
    ),
)
_WISH = (
    r"^\W*(?:(?:and|well|y|pues|bueno)\W+)?(?:enjoy|merry|happy|have (?:a|yourself)|god "
    r"(?:bless|be)|stay"
    r" (?:safe|well|warm)|be (?:well|good|safe)|give my best|que (?:pase|tenga|descanse|est[ée]"
    r"|le vaya)"
    r"|feliz|felices|dios (?:la|lo|te)|saludos)\b"
)
_OWN = r"\b(?:my|mine|mi|mis|mío|mía)\b"
_LONGEST_WISH = 7  # words
_ASKED_AGAIN = (
    r"\b(?:what|cuál|qué) (?:was|era|fue) (?:the|that|your|la|su|esa) (?:question|pregunta)\b"
    r"|\b(?:start over|start again|begin again)\b.*\?"
)


def is_about_the_call(sentence: str) -> bool:
    """Say whether ``sentence`` is short, tells of no life, and speaks of the call."""
    words = len(sentence.split())
    said = sentence.lower().replace("\u2019", "'")
    if words <= _LONGEST_WISH and _found(_WISH, said) and not _found(_OWN, said):
        return True
    if words > _LONGEST:
        return False
    if _found(_ASKED_AGAIN, said):
        return True
    return not tells_of_a_life(sentence) and any(_found(topic, said) for topic in _TOPICS)


def _found(pattern: str, said: str) -> bool:
    return bool(compiled(pattern).search(said))
