"""Which questions want a word that opens or identifies, not figures. No I/O.

"¿Qué palabra clave le damos?", "your mother's maiden name", "we go by a word". In English and
Spanish. A pet's name is none where nobody asks for it to be sure of who calls.
"""

from chalicelib.patterns import any_case
from chalicelib.sentences import is_question, sentences

_MOST = 600  # characters of what was asked that are looked at, the last ones
_FEW_OF_A_WORD = 4
WORD_THAT_OPENS = (
    r"(?:(?:code|safe|safety|pass|security|secret|(?:family|household)(?:'s)?|pick-? ?up|magic"
    r"|watch|verbal|challenge"
    r"|duress)[ -]?(?:word|phrase)s?|passphrases?|pass ?words?|palabras? (?:clave|secreta|m[aá]gica"
    r"|familiar|de (?:la )?(?:familia|seguridad|alarma|paso|contrase[ñn]a))|contraseñas?"
    r"|frase (?:clave"
    r"|secreta|de seguridad)|word (?:only|that only|nobody)|palabra que (?:s[oó]lo|nadie)|clave"
    r" (?:secreta|familiar|de (?:la )?(?:familia|padres|casa|voz|seguridad))|clave en la familia)"
)
_WANTED = (
    r"\b(?:what|which|choose|pick|give|tell|need|want|set|have|there|confirm|say|your|remind"
    r"|recu[eé]rd\w+|qu[eé]"
    r"|cu[aá]l|elij\w+|escoj\w+|dig\w+|deme|d[aá]me|tien\w+|hay|necesit\w+|quier\w+|confirm\w+|su"
    r"|tu|we (?:use|do)|uses?|go by|usamos|pedimos|manejamos|ponemos|pide|falta)\b|^\W*(?:and"
    r"|y) (?:an?"
    r"|una?)\b"
)
_A_WORD = (
    r"\b(?:ask|need|use|want|pedimos|usamos|necesitamos|manejamos|requerimos|piden?"
    r"|pide)\b[^.!?]{0,20}"
    r"\b(?:an?|una) (?:word|palabra|phrase|frase)\W*$|"
    r"\b(?:knows?|have|has|got|remember|and|sabe|tiene|recuerda|y)\b[^.!?]{0,30}\b(?:the|your|la"
    r"|su)"
    r" (?:word|phrase|palabra|frase|contraseña)\W*$|"
    r"\b(?:a|what|which|qu[eé]|una|cu[aá]l) (?:word|palabra|phrase|frase)\b(?! (?:describ|best"
    r"|would|comes|mean"
    r"|is"
    r" that|significa|es esa)).{0,30}\b(?:pick\w*|use|say|tell|give|know|dig\w+|us[aeo]\w*"
    r"|identific\w+|recog\w+"
    r"|entreg\w+|damos|d[eé])\b"
    r"|\b(?:la|the) (?:word|palabra) (?:que|that|on|you)\b.{0,25}\b(?:dej\w+|registr\w+|dio"
    r"|puso|file"
    r"|record|gave|chose|set|left)\b"
    r"|\bwhat(?:'ll| (?:will|should|does|do|can)) (?:he|she|they|we|i|the \w+|our \w+) (?:say"
    r"|tell)\b"
    r".{0,40}\b(?:door|gate|desk|pick\w*|know|recogni\w+|sure|in)\b"
    r"|\bqu[eé] (?:(?:le|les) )?(?:decimos|digo|diga|dir[aá]|va a decir)\b.{0,40}\b(?:sep[ao]n?"
    r"|puerta|reconozca\w*|entregu\w+|dejen?|abra\w*)\b"
)
_SURE = (
    r"\b(?:security|secret|verification) (?:question|answer)s?\b"
    r"|\b(?:for|as a) (?:your )?(?:security|verification)\b|\bpor (?:su |razones de )?seguridad\b"
    r"|\b(?:verify|make sure|confirm|prove) (?:that )?(?:it's|it is|this is) (?:really )?you\b"
    r"|\b(?:to be|so i'm) sure (?:that )?it(?:'s| is) you\b"
    r"|\b(?:question|answer) (?:we have )?on (?:file|record)\b"
    r"|\b(?:pregunta|respuesta)s? (?:de seguridad|secretas?)\b"
    r"|\bpara (?:verificar|confirmar|comprobar) (?:que es|su identidad|qui[eé]n)"
)
_CHECKS = (
    r"\b(?:to|let me|need to|can i) (?:verify|confirm|check)\b|\bi (?:have"
    r"|need) to ask(?: you)?[:,]"
    r"|\bpara (?:verificar|confirmar|comprobar|validar)\b"
)
_NOBODY_KNOWS = (
    r"\bmaiden\b|\b(?:first|favou?rite|childhood) (?:pet|car|school|job|teacher|street|city|best"
    r"|friend|concert|colou?r|food)|\bgr[eo]w up\b|\bapellido (?:de soltera|materno)\b|\bsoltera\b"
    r"|\b(?:primer[ao]?|favorit[ao]|mejor) (?:mascota|carro|coche|escuela|trabajo|maestr[ao]"
    r"|amig[ao]"
    r"|novi[ao]|enamorad[ao]|perr[ao]|calle)|\bmascota\b|\binfancia\b|\bcreci[oó]\b"
)
_ASKS = (
    r"\b(?:what|what's|which|who|where|answer|hint|cu[aá]l|qu[eé]|c[oó]mo|qui[eé]n|d[oó]nde"
    r"|respuesta|pista|apellido)\b"
)
_HARMLESS = (
    r"\byour (?:full |first |last |legal )*names?\b|\bname on\b|\b(?:date|phone|address|e-?mail|zip"
    r"|number|live|living|calling|called|help|reach|time|day|order|speaking|name, please)\b"
    r"|\bbirth ?da\w+|\bdate of birth|\bwhen\b|\b(?:su|tu) (?:nombre|apellido)\b(?! de soltera)"
    r"|\b(?:nombre completo|fecha|tel[eé]fono|direcci[oó]n|correo|postal|n[uú]mero|vive|hora|d[ií]a"
    r"|usted|se llama usted|ayudo|ayudarle|pedido)\b"
)
_ANYTHING = (
    r"^\W*(?:anything|whatever|any (?:word|one)|you (?:choose|pick)|it's up"
    r"|lo que|la que|cualquier|usted (?:elige|escoge))\b"
)
_CHANGED = r"\b(?:did|have|has|reset|chang|cambi|olvid|forgot)"
_IT = r"\b(?:it|that|la|lo|es[ae]|cu[aá]l|(?:d[ií]ga|recu[eé]rde)me)\b"


def wants_word(asked: str) -> bool:
    """Say whether the last that ``asked`` says wants a word that opens or identifies."""
    told = sentences(asked[-_MOST:].replace("\u2019", "'"))
    questions = [each for each in told if is_question(each)] or told
    last = questions[-1] if questions else ""
    if len(told) > 1 and len(last.split()) <= _FEW_OF_A_WORD + 1 and any_case(_IT).search(last):
        last = f"{told[told.index(last) - 1]} {last}"  # "We go by a word. Remind me of it?"
    if any_case(_A_WORD).search(last):
        return True
    if not any(map(is_question, told)) and any_case(_ANYTHING).search(last):
        last = " ".join(told[-3:])  # "We do a pick-up word. Anything you like."
    if any_case(WORD_THAT_OPENS).search(last) and any_case(_WANTED).search(last):
        return not any_case(_CHANGED).search(last)
    said = " ".join(told[-3:])
    is_checked = any_case(rf"{_CHECKS}|{_SURE}").search(said)
    if is_checked and any_case(_NOBODY_KNOWS).search(last):
        return True
    is_to_be_sure = any_case(_SURE).search(said) and any_case(_ASKS).search(last)
    itself = last.rsplit(": ", 1)[-1]  # "Before I change the address, a question: where ...?"
    return bool(is_to_be_sure) and not any_case(_HARMLESS).search(itself)


def names_word(sentence: str) -> bool:
    """Say whether ``sentence`` speaks of a word that opens or identifies."""
    return bool(any_case(rf"{WORD_THAT_OPENS}|\b(?:la|su|una) clave\b").search(sentence))


def checked(before: str, asked: str) -> str:
    """Return what the agent ``asked``, with why it asks if that was said ``before``."""
    is_checking = any_case(rf"{_CHECKS}|{_SURE}").search(before[-_MOST:])
    goes_on = is_checking and any_case(_NOBODY_KNOWS).search(asked[-_MOST:])
    return f"{before} {asked}" if goes_on else asked
