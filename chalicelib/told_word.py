"""Words that open or identify, told where one is asked for or spoken of. No I/O.

A word for the school's gate or the driver ("¿Qué palabra clave le damos?" "Que sea, este,
colibrí"), the answer to a question for security ("your mother's maiden name"), "the family word
is tangerine", "una clave de padres, que es colibrí". English and Spanish. Talk of a pet's or a
school's name stays where nobody asks for it to be sure of who calls.
"""

from collections.abc import Iterator

from chalicelib.patterns import any_case
from chalicelib.sentences import is_question, placed, sentences
from chalicelib.spoken_numbers import number_words

_MOST = 600  # characters of what was asked that are looked at, the last ones
_FEW_WORDS = 8  # of a clause that is but an answer
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
)
_SURE = (
    r"\b(?:security|secret|verification) (?:question|answer)s?\b"
    r"|\b(?:for|as a) (?:your )?(?:security|verification)\b"
    r"|\b(?:verify|make sure|confirm|prove) (?:that )?(?:(?:it's|it is|this is) (?:really )?you"
    r"\b(?:what|what's|which|who|where|answer|hint|cu[aá]l|qu[eé]|c[oó]mo|qui[eé]n|d[oó]nde"
    r"|respuesta|pista|apellido)\b"
    r"|secretas?)\b"
    r"|\bpara (?:verificar|confirmar|comprobar) (?:que es|su identidad|qui[eé]n)"
)
_CHECKS = (
    r"\b(?:to|let me|need to|can i) (?:verify|confirm|check)\b"
    r"|\bpara (?:verificar|confirmar|comprobar)"
)
_NOBODY_KNOWS = (
    r"\bmaiden\b|\b(?:first|favou?rite|childhood) (?:pet|car|school|job|teacher|street|city|best"
    r"|friend|concert|colou?r|food)|\bgr[eo]w up\b|\bapellido (?:de soltera|materno)\b|\bsoltera\b"
    r"|\b(?:primer[ao]?|favorit[ao]|mejor) (?:mascota|carro|coche|escuela|trabajo|maestr[ao]"
    r"|amig[ao]"
    r"|novi[ao]|perr[ao]|calle)|\bmascota\b|\binfancia\b|\bcreci[oó]\b"
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
_LEAD = (
    r"\W*(?:(?:well|so|oh|okay|ok|right|sure|yeah|yes|uh|um|uhm|hmm|let me see|let's see|i think"
    r"|i believe|that would be|that'd be|that's|it's|it is|it was|it would be|is|let's (?:do|say|go"
    r" with|use|make it)|make it|put|use|say|go with|my \w+ is|the (?:word|answer|name) is|a ver|ay"
    r"|pues|mire|bueno|este|eh|s[ií]|claro|creo que|es|era|ser[ií]a|que sea|sea|pon(?:ga(?:mos"
    r"|le)?|le)?"
    r"|d[ií]gale|la de siempre|la (?:palabra|respuesta|clave) es|digamos|vamos con)(?:\W+|$))*"
)
_NO_ANSWER = (
    r"(?:called|se llama|no|not|none|nothing|nope|never|i|we|you|she|he|they|why|what|when|where"
    r"|who|how|there|this|which|"
    r"can|could|do|does|did|isn't|wasn't|don't|doesn't|that|about|already|twice|still|just|wrong"
    r"|correct|hard|easy|too|very|the same|a different|n[aá]da|ning\w+|nunca|por qu[eé]|para"
    r" qu[eé]|qu[eé]|cu[aá]l\w*|cu[aá]ndo|d[oó]nde|qui[eé]n|c[oó]mo|se me|yo|ya|todav[ií]a|me|le|lo"
    r"|les|nos|la misma|muy|esa|ese|eso|as[ií]|en|desde|hace|perd[oó]n|espere|esp[eé]rame|wait"
    r"|hold|one|un|una|please|sorry|thanks|thank|gracias|good|fine|great|perfect\w*)\b"
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
_CHANGED = r"\b(?:did|have|has|reset|chang|cambi|olvid|forgot)"
_ALARM = r"\b(?:alarms?|alarmas?|signal|señal|sensors?|monitoring|monitoreo|triggered)\b"
_WHO = (
    r"\b(?:(?:verify|identify) yourself|who you are|verificarse|identificarse|identif[ií]quese)\b"
)
_FEW_OF_A_WORD = 4
_IT = r"\b(?:it|that|la|lo|es[ae]|cu[aá]l|(?:d[ií]ga|recu[eé]rde)me)\b"
_TELL = r"\b(?:tell|give) (?:him|her|them|the \w+)|\b(?:just )?say|\bd[ií]ga?l[eo]s?|\bdi(?:le)?"
_TOLD_THE_GUARD = (
    rf"^\W*(?:{_TELL}),? [\"“]?(?P<secret>(?!{_NO_ANSWER}|(?:the|a|an|it|to|que|hi|hello)\b)"
    r"[^.,;!?\n]{2,40})"
)


def told_words(words: str, asked: str) -> Iterator[tuple[int, int]]:
    """Yield where ``words`` tell a word that opens or identifies.

    ``asked`` is what they answer.
    """
    for at, sentence in placed(words):
        for found in any_case(_NAMED).finditer(sentence.replace("\u2019", "'")):
            end = _cut(found["secret"])
            yield at + found.start("secret"), at + found.start("secret") + end
    yield from _alarm_word(words, asked)
    if _is_wanted(asked):
        yield from _answers(words)
    elif any_case(_GUARD).search(asked[-_MOST:]) and is_question(asked):
        for said in any_case(_TOLD_THE_GUARD).finditer(words):
            yield said.start("secret"), said.start("secret") + _cut(said["secret"])


def answer_begins(words: str) -> int:
    """Return where ``words`` come to what they answer: "um, let's do sunflower"."""
    lead = any_case(_LEAD).match(words)
    return lead.end() if lead else 0


def _alarm_word(words: str, asked: str) -> Iterator[tuple[int, int]]:
    """Yield the words that stand alone in a sentence where an alarm's watch asks who is there."""
    if not (any_case(_ALARM).search(asked[-_MOST:]) and any_case(_WHO).search(asked[-_MOST:])):
        return
    for at, sentence in placed(words):
        begin = answer_begins(sentence)
        said = sentence[begin:].rstrip(" .!?")
        is_short = 0 < len(said.split()) <= _FEW_OF_A_WORD and not any_case(r"[,;]").search(said)
        if begin and is_short and not any_case(_NO_ANSWER).match(said):
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


def _answers(words: str) -> Iterator[tuple[int, int]]:
    """Yield the first clause of ``words`` that is more than a filler, if it is short."""
    begin = answer_begins(words)
    if any_case(_NO_ANSWER).match(words, begin) or "•••" in words:
        return
    clause = any_case(r"(?:(?:mrs?|ms|dr|sra?|st)\. )?[^\s.,;!?…][^.,;!?…\n]*").match(words, begin)
    if clause and len(clause[0].split()) <= _FEW_WORDS:
        yield begin, begin + _cut(clause[0])


def _cut(secret: str) -> int:
    """Return how much of ``secret`` the word itself is: what follows an "and" is talk."""
    end = any_case(
        rf"\s(?:and|but|or|if|so|because|like|for|on|at|in case|then|pero|porque|si|para|como|o"
        rf"|que|les?|y(?! (?:{number_words()})\b))\s"
    ).search(secret)
    return len((secret[: end.start()] if end else secret).rstrip(" \"'”»"))
