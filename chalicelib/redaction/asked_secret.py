"""What a sentence asks for, or speaks of, that somebody could misuse: how sure it is. No I/O.

"And the gate code?" wants figures. "How will the driver get in?" may be answered with some. In
English and Spanish.
"""

from enum import IntEnum

from chalicelib.patterns import compiled
from chalicelib.redaction.another_figure import OTHER_CODES, tells_another
from chalicelib.sentences import is_question

_MOST = 400  # characters of a sentence that are looked at

_CODE = (
    r"(?:what's|what is|what are) (?:it|they|the \w+) set (?:to|at|on)|(?:pass ?|key ?)?codes?"
    r"|pins?|pin number|n[ií]p|combination|combo|c[oó]digos?|clave"
    r"|combinaci[oó]n|cvv2?|cvc2?|otp|security number|access number|n[uú]mero (?:secreto"
    r"|de acceso)|the security(?=\W*$)|(?:three|four|six|3|4|6)[- ](?:digits?|numbers?|figures?)"
    r"|(?:tres|cuatro|seis)"
    r" (?:n[uú]meros|d[ií]gitos|cifras)|sequence|secuencia|digits|d[ií]gitos|last (?:four|4)"
    r"|(?:[uú]ltimos cuatro"
    r"|cuatro [uú]ltimos)|(?:number|what)(?: did)? (?:it|they|we|the \w+)(?: just)? (?:sen[dt]"
    r"|texted|give|gave)|on the back|back of (?:it|the card|that)|(?:de|por) atr[aá]s|del reverso"
)
_LOCK = (
    r"key ?pads?|key ?box|lock ?box|key ?safe|pad ?lock|call ?box|entry ?phone|buzzer|intercom"
    r"|(?:the|a|my|our|floor|wall|gun)(?: \w+)? safe(?:(?! \w)|(?= (?:won't|doesn't|isn't|opens?"
    r"|beeps?|keeps|still|in (?:my|the|our))\b))|box with (?:the )?numbers?|caja con n[uú]meros"
    r"|strong ?box|teclado|tablero|candado"
    r"|cajita|caja fuerte"
    r"|caja de (?:las )?llaves|(?:the|a|its) dial|dial (?:ones?|locks?)|number(?:ed)? locks?"
    r"|cerrojo|portero el[eé]ctrico|interf[oó]n"
)
_TYPES = (
    r"(?:what|which|anything|something|qu[eé]|cu[aá]l(?:es)?|algo)\b.{0,30}\b(?:press|punch|dial"
    r"|enter|type|buzz|key in|put in|push|marc\w+|pongo|tecle\w+|presion\w+|apriet\w+|digit\w+)"
)
_NUMBER = r"(?:numbers?|n[uú]meros?|no\.|ids?|identification|identificaci[oó]n|#|c[oó]digo)"
_PAPER = (
    r"(?:polic(?:y|ies)|p[oó]lizas?|member(?:ship)?(?:'s)?|subscriber|account|cuenta|cards?"
    r"|tarjeta|licen[sc]e(?! plate| tag)|licencia|insurance|seguro|group|grupo|contract|contrato"
    r"|claim|benefits?|medicare|medicaid|social|passport|pasaporte|patient|paciente|customer"
    r"|client|cliente|loan|pr[eé]stamo|case|caso|expediente|soci[oa]|afiliad[oa]|afiliaci[oó]n"
    r"|beneficiari[oa]|c[eé]dula|identity|identidad|tax|routing|checking|savings|carn[eé]t?|va"
    r"|permit|permiso|residen\w+|registration|elector|taxpayer|veteran\w*|booking|reservation"
    r"|reservaci[oó]n|reserva|confirmation|confirmaci[oó]n|reference|referencia|record|bar ?code"
    r"|c[oó]digo de barras|transponder|library|loyalty|rewards?|miles|fiscal|abonad[oa])"
)
_PAPERS = (
    rf"{_PAPER}\W{{1,2}}(?:\w+\W){{0,2}}{_NUMBER}|{_NUMBER} (?:(?:that's|which is|que (?:viene"
    rf"|est[aá]|sale)) )?(?:de(?:l| la)?|of|on|for|from|en)\b.{{0,24}}\b{_PAPER}|ssn"
    r"|(?:photo|picture|government) ids?|social security|(?:my|her|his|your|their"
    r"|\w+'s) social(?! (?:life|media|work|hour|dance"
    r"|event|club|skill|stud))|seguro social|ending in|ends in|que termina en|termina en|dni|nie"
    r"|curp"
    r"|rfc|iban|clabe|itin|ein|nss|nif|cif|ruc|nuhsa"
)
_ENTRY = (
    r"how (?:do|will|can|does|would|should|did|could|is|are|am)\b.{0,40}\b(?:in|inside|into"
    r"|through|open|enter|access|past|up)|ways? in|let (?:us|him|her|them|me|our \w+|the \w+) in"
    r"|access|(?:what|qu[eé]) (?:\w+ ){0,2}(?:the|your|that|el|su) (?:text|sms|message"
    r"|letter|mensaje)"
    r"|qu[eé] dice|(?:not|isn't|nobody's|nobody is|no one's) (?:home|there|in)|alarms?|gated?"
    r"|lock(?:ed|s|er)?|where\b.{0,20}\bkeys?|d[oó]nde\b.{0,20}\bllaves?|garage|elevator|(?:front"
    r"|side|back) door|c[oó]mo (?:\w+ ){0,2}?(?:entr"
    r"|abr|pas|acced|sub)\w+|por d[oó]nde (?:\w+ )?entr\w+|port[oó]n|reja|alarma|elevador|chapa"
    r"|cerradura|cochera"
)
_WORDS_THAT_OPEN = (
    r"pass ?words?|pass ?phrase|contraseñas?|(?:word|phrase|palabra|frase) (?:for|to|de"
    r"|para) (?:the |la |el |my |our |mi )?(?:alarm|gate|door|pick-?up|account|alarma|puerta"
    r"|recogida|cuenta)|(?:secret|pick-?up|family|safe|safety|security|magic|verbal|alarm)"
    r" ?word|palabra (?:clave|secreta|de (?:la )?(?:alarma|seguridad|paso))|(?:wi-?fi|network"
    r"|router|internet) (?:key|code|phrase)|clave de(?:l| la)? (?:wi-?fi|internet|portal|correo"
    r"|red|m[oó]dem|computadora|p[aá]gina)"
)
_ANY_NUMBER = (
    r"(?:numbers?(?! of)|ids?|n[uú]meros?(?! de (?!la |el |su ))|numeritos|identificaci[oó]n)"
)
# The paper itself is asked for, and its number is meant: "¿Me da la cédula?"
_ITSELF = (
    r"c[eé]dula|rut|dni|nif|cif|ruc|nie|curp|dui|dpi|nit|cuit|cuil|ine|rfc|nss|ssn"
    r"|identificaci[oó]n|documento"
    r"|identity card|credencial(?= (?:a la mano|con|de|que|ah[ií])|\W*$)|(?:insurance "
    r"|member\w* |id )?card(?= (?:on you|handy|with you|in front|there|nearby)\b)|(?:policy"
    r"|p[oó]liza|contrato|abono|expediente|bar ?code|reference|confirmation"
    r"|localizador|transponder|locator)(?= (?:on|you|que|de la|please|por favor|there|handy"
    r"|with you|in front|a la mano|ah[ií])\b|\W*$)"
    r"|cuenta(?! con)|pasaporte|licencia de (?:conducir|manejo)"
)
_GIVE_ME = (
    r"(?:reg[aá]l[ea]me|d[eé]me|d[aá]me|d[ií]game|p[aá]seme|necesito|give me|(?:i|we)(?:'ll)? need)"
)
_NEEDS_NUMBER = (
    r"(?:need|give me|have|confirm|verify|necesit\w+|d[eé]me|reg[aá]leme) (?:me )?(?:your"
    r" (?:\w+ ){1,2}number|su n[uú]mero de \w+)"
)
_CARD_EXPIRES = (
    r"(?:expir\w+|vence|caduca|good (?:until|through))\b.{0,30}\b(?:card|visa|mastercard|tarjeta)"
    r"|(?:card|visa|mastercard|tarjeta)\b.{0,30}\b(?:expir\w+|vence|caduca)"
    r"|expir(?:y|ation)(?: date)?|(?:fecha de )?vencimiento"
)
_EXPIRES = r"expir\w+|expiry|good (?:until|through|till|thru)|vence|vencimiento|caduca\w*"


class Secrecy(IntEnum):
    """How likely it is that figures beside such a sentence are a secret."""

    NONE = 0
    MAYBE = 1  # "How do we get in?"
    SURE = 2  # "And the code?"


def secrecy(sentence: str) -> Secrecy:
    """Return how surely ``sentence`` speaks of figures that could be misused."""
    said = plain(sentence)
    said = compiled(OTHER_CODES).sub(" ", said)
    if _has(rf"{_CODE}|{_LOCK}|{_TYPES}|{_PAPERS}|{_CARD_EXPIRES}", said):
        return Secrecy.SURE
    if is_question(said) and _has(rf"{_ANY_NUMBER}|{_EXPIRES}", said) and not tells_another(said):
        return Secrecy.SURE
    if asks_for_paper(sentence) or (_has(_NEEDS_NUMBER, said) and not tells_another(said)):
        return Secrecy.SURE
    return Secrecy.MAYBE if _has(_ENTRY, said) else Secrecy.NONE


def wants(sentence: str) -> Secrecy:
    """Return how surely the agent's ``sentence`` wants such figures; a mention is no question."""
    found = secrecy(sentence)
    return Secrecy.NONE if found is Secrecy.MAYBE and not is_question(sentence) else found


def asks_for_paper(sentence: str) -> bool:
    """Say whether ``sentence`` asks for a paper whose number is meant: "¿Y el RUT?"."""
    said = plain(sentence)
    is_asked = is_question(said) or _has(_GIVE_ME, said)
    return is_asked and _has(_ITSELF, said) and not tells_another(said)


def speaks_of_password(sentence: str) -> bool:
    """Say whether ``sentence`` speaks of a password, a word that opens something."""
    return _has(_WORDS_THAT_OPEN, plain(sentence))


def plain(words: str) -> str:
    """Return the first of ``words`` in small letters, with plain apostrophes."""
    return words[:_MOST].lower().replace("\u2019", "'")


def _has(pattern: str, said: str) -> bool:
    return bool(compiled(rf"(?<![\w-])(?:{pattern})(?!\w)").search(said))
