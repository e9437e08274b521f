"""Words that open or identify, told where one is asked for or spoken of. No I/O.

A word for the school's gate or the driver ("¿Qué palabra clave le damos?" "Que sea, este,
colibrí"), the answer to a question for security ("your mother's maiden name"), "the family word
is tangerine", "una clave de padres, que es colibrí". English and Spanish. Talk of a pet's or a
school's name stays where nobody asks for it to be sure of who calls.
"""

from collections.abc import Iterator

from chalicelib.answered_word import NO_ANSWER, answer_begins, answers_with, cut
from chalicelib.patterns import any_case
from chalicelib.sentences import is_question, placed, sentences

_MOST = 600  # characters of what was asked that are looked at, the last ones
_WORD = (
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
    r"|tu)\b"
)
_A_WORD = (
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
    r"|\b(?:for|as a) (?:your )?(?:security|verification)\b"
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
_GUARD = (
    r"\b(?:guards?|gatekeeper|doorman|concierge|vigilante|guardia|portero|caseta|pick (?:\w+ )?up"
    r"|release|recog\w+|entreg\w+|retir\w+)\b"
)
_NOTHING = (
    r"(?:(?:the|la|el|a|an|una?|my|mi|in|on|at|for|to|que|de|del|con|very|muy|so|not?|none|nothing"
    r"|too|still|always|never|easy|hard|long|short|wrong|expired|gone|out|up|here|there|what|only"
    r"|just|some\w+|algo|written|called|known|clave|secreta|m[aá]gica|\w+ing|\w+ed|\w+[aei]r)\b)"
)
_NAMED = (
    rf"\b(?:{_WORD}(?: (?!is\b|es\b|was\b|era\b)[\w'-]{{1,15}}){{0,3}},?"
    r"(?: (?:which|that|que))? (?:is|was|es|era|ser[aá]|will be)"
    r"|(?:una|la|mi|su|nuestra) clave(?: de (?!l? ?[eé]xito)\w+)?,? que es"
    r"|(?:who(?:ever)?|any(?:one|body)|el|la|quien) (?:que )?(?:\w+ )?(?:says?|knows|gives?|has"
    r"|dig[ao]"
    r"|dice|sepa|d[eé]) (?:the|la) (?:word|palabra|phrase|frase)(?: (?:is|es|de))?)[\s,:\"“«]{1,3}"
    rf"(?P<secret>(?!{_NOTHING})[^\W_][^.,;!?\n]{{1,40}})"
)
_TO_TYPE = (
    r"\b(?:type|enter|key in|press|punch|dial|marc\w+|tecle\w+|pong\w+|pone\w*)\b[^.!?]{0,30}\?"
)
_THE_WORD = (
    r"\b(?:the word|la palabra)\s[\"“«]?(?P<secret>(?!is\b|es\b|for\b|that\b|que\b)[^\W\d_]{3,20})"
)
_CHANGED = r"\b(?:did|have|has|reset|chang|cambi|olvid|forgot)"
_ALARM = r"\b(?:alarms?|alarmas?|signal|señal|sensors?|monitoring|monitoreo|triggered)\b"
_WHO = (
    r"\b(?:(?:verify|identify) yourself|who you are|verificarse|identificarse|identif[ií]quese)\b"
)
_FEW_OF_A_WORD = 4
_IT = r"\b(?:it|that|la|lo|es[ae]|cu[aá]l|(?:d[ií]ga|recu[eé]rde)me)\b"
_TELL = r"\b(?:tell|give) (?:him|her|them|the \w+)|\b(?:just )?say|\bd[ií]ga?l[eo]s?|\bdi(?:le)?"
_TOLD_THE_GUARD = (
    rf"^\W*(?:{_TELL}),? [\"“]?(?P<secret>(?!{NO_ANSWER}|(?:the|a|an|it|to|que|hi|hello)\b)"
    r"[^.,;!?\n]{2,40})"
)


def told_words(words: str, asked: str) -> Iterator[tuple[int, int]]:
    """Yield where ``words`` tell a word that opens or identifies.

    ``asked`` is what they answer.
    """
    for at, sentence in placed(words):
        for found in any_case(_NAMED).finditer(sentence.replace("\u2019", "'")):
            end = cut(found["secret"])
            yield at + found.start("secret"), at + found.start("secret") + end
    yield from _alarm_word(words, asked)
    if any_case(_TO_TYPE).search(asked[-_MOST:]):
        yield from (found.span("secret") for found in any_case(_THE_WORD).finditer(words))
    if _is_wanted(asked):
        yield from answers_with(words)
    elif any_case(_GUARD).search(asked[-_MOST:]) and is_question(asked):
        for said in any_case(_TOLD_THE_GUARD).finditer(words):
            yield said.start("secret"), said.start("secret") + cut(said["secret"])


def _alarm_word(words: str, asked: str) -> Iterator[tuple[int, int]]:
    """Yield the words that stand alone in a sentence where an alarm's watch asks who is there."""
    if not (any_case(_ALARM).search(asked[-_MOST:]) and any_case(_WHO).search(asked[-_MOST:])):
        return
    for at, sentence in placed(words):
        begin = answer_begins(sentence)
        said = sentence[begin:].rstrip(" .!?")
        is_short = 0 < len(said.split()) <= _FEW_OF_A_WORD and not any_case(r"[,;]").search(said)
        if begin and is_short and not any_case(NO_ANSWER).match(said):
            yield at + begin, at + begin + len(said)


def checked(before: str, asked: str) -> str:
    """Return what the agent ``asked``, with why it asks if that was said ``before``."""
    is_checking = any_case(rf"{_CHECKS}|{_SURE}").search(before[-_MOST:])
    goes_on = is_checking and any_case(_NOBODY_KNOWS).search(asked[-_MOST:])
    return f"{before} {asked}" if goes_on else asked


def _is_wanted(asked: str) -> bool:
    """Say whether the last that ``asked`` says wants a word that opens or identifies."""
    told = sentences(asked[-_MOST:].replace("\u2019", "'"))
    questions = [each for each in told if is_question(each)] or told
    last = questions[-1] if questions else ""
    if len(told) > 1 and len(last.split()) <= _FEW_OF_A_WORD + 1 and any_case(_IT).search(last):
        last = f"{told[told.index(last) - 1]} {last}"  # "We go by a word. Remind me of it?"
    if any_case(_A_WORD).search(last):
        return True
    if any_case(_WORD).search(last) and any_case(_WANTED).search(last):
        return not any_case(_CHANGED).search(last)
    said = " ".join(told[-3:])
    is_checked = any_case(rf"{_CHECKS}|{_SURE}").search(said)
    if is_checked and any_case(_NOBODY_KNOWS).search(last):
        return True
    is_to_be_sure = any_case(_SURE).search(said) and any_case(_ASKS).search(last)
    return bool(is_to_be_sure) and not any_case(_HARMLESS).search(last)
