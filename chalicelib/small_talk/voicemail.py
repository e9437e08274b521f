"""A voicemail box: what a machine says where nobody answered. English and Spanish. No I/O."""

import re
from functools import cache

_MOST = 2_000  # characters; a greeting is shorter


def is_voicemail(words: str) -> bool:
    """Say whether ``words`` are those of a voicemail box, or of an exchange that finds nobody."""
    return bool(_box().search(words[:_MOST].lower().replace("\u2019", "'")))


@cache
def _box() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:(?:after|at) the (?:noise|sound|signal|buzzer|chime|bell)\b.{0,40}"
        r"\b(?:name|number|message)"
        r"|(?:speak|talk|say \w+) (?:after|at) the (?:noise|sound|signal)"
        r"|(?:leave|record) (?:me |us )?(?:a|your|the) (?:\w+ )?message|(?:at"
        r"|after) the (?:tone|beep)"
        r"|(?:can't|cannot|can not|unable to) (?:come to|get to|answer) the phone"
        r"|(?:the )?(?:mail ?box|voice ?mail"
        r"(?: box)?) (?:is full|of|belonging)|(?:person|party|subscriber|customer|number"
        r"|user) you (?:are|have|were)"
        r" (?:trying to reach|called|calling|dialed|reached)|you(?:'ve| have) (?:reached"
        r"|got) (?:the|\w+(?: and \w+)?"
        r"'s|\w+'s) (?:\w+ ){0,3}(?:machine|residence|voice ?mail|mail ?box|phone|office"
        r"|family|answering|home)"
        r"|you(?:'ve| have) reached\b|is not available (?:right now|at the moment|to take)"
        r"|(?:automated|automatic) "
        r"voice messag\w+|(?:has|have) been forwarded to|buz[oó]n(?: de (?:voz"
        r"|mensajes))? (?:está|de|del)\b|el buzón "
        r"de voz|deje? (?:su|tu|un|el) (?:mensaje|recado)|despu[eé]s (?:de la señal|del tono"
        r"|del bip|de oír)|número que "
        r"(?:usted )?(?:marcó|ha marcado|marca)|(?:usted )?ha (?:llamado|marcado) (?:a|al)\b"
        r"|no (?:me encuentro|estamos"
        r"|está) (?:en (?:casa|este momento)|disponible)|en este momento no (?:puedo"
        r"|podemos) (?:atender|contestar))"
    )
