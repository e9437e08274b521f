"""How people come back to what was open: they keep their word, have what they waited for, drop it.

"I found it", "it came", "never mind", "ya llegó". No I/O.
"""

import re

from chalicelib.patterns import any_case

_KEEPING = (
    r"\b(?:promised|i said|owed? (?:you|me)|here it is|i've got|i got|i have the|found it|as i"
    r" said|as you asked"
    r"|as we (?:said|agreed)|you (?:wanted|were going|asked me|said you|told me you|mentioned)"
    r"|le debo|me deb(?:e|ía|es|ías)"
    r"|prometí|prometió|aquí (?:la|lo) tengo|ya (?:la|lo|los|las) tengo|dije que|como quedamos"
    r"|quedó (?:en|de)"
    r"|quería (?:usted )?contar\w*|me iba a)\b"
)
_DROPPED = (
    r"\b(?:never ?mind|forget (?:about )?(?:it|that|the|my|what)|cancel(?:led|ed)?|don't"
    r" (?:bother|need)"
    r"|won't need|no longer|not any ?more|no need|call(?:ed)? (?:it )?off|changed my mind|skip"
    r" (?:it|that|the)"
    r"|olvíd[ae](?:lo|la|se)|olvida|ya no (?:\w+ )?(?:hace falta|quiero|necesito|viene|va|voy"
    r"|se|lo|la)|cancel(?:e|a|ar|aron|ó|en)"
    r"|no hace falta|déjelo|cambié de (?:idea|opinión))\b"
)
_DONE = (
    r"\b(?:it|they|he|she|that|the \w+|your [\w ]{1,25}?|my \w+|somebody|someone|we|i"
    r"|(?-i:[A-Z]\w+))(?:'s|'ve| has| have)? (?:\w+ )?"
    r"(?:came|arrived|got here|showed up|called|rang|turned up|gotten|got it|received|went"
    r" (?:well|fine|ok)|is done|is fixed"
    r"|was (?:fine|lovely|good|great|here)|did (?:it|that|ask)|asked|found|wrote|sent|brought"
    r"|paid|fixed|picked)\b"
    r"|\b(?:i |we )?(?:got|received) (?:it|them|your|the|my)\b|\ball (?:done|set|taken care)\b"
    r"|\bis here\b"
    r"|\bya (?:\w+ ){0,2}(?:llegó|llegaron|vino|vinieron|llamaron|hablaron|recibí|tengo|fui"
    r"|fuimos|hice|está|pasó|mandé|encontré"
    r"|pregunté|pagué|trajeron|arreglaron|dieron|mandaron)\b|\bme (?:llegó|llegaron|llamaron"
    r"|mandaron|trajeron|dieron)\b"
)
_MOVED = (
    r"\b(?:moved|move it|make it|instead|rather than|resched\w+|push(?:ed)? (?:it )?back"
    r"|change(?:d)? (?:it )?(?:to|from)"
    r"|postponed|put (?:it )?off (?:to|until)|lo (?:pasaron|cambiaron|movieron)|en vez de|mejor"
    r" el|cambi(?:ar|arla|arlo) (?:para|a))\b"
)
_VERBS = {
    "ask": "asked|pregunté|dije",
    "find": "found|encontré|encontramos",
    "look": "found|looked|dug|encontré|busqué",
    "dig": "found|dug|got|have it here",
    "write": "wrote|written|escribí|escrito",
    "bring": "brought|have|got|traje|tengo",
    "send": "sent|mailed|received|(?:it|they) (?:came|arrived)|got (?:it|them|your|the)|mandé"
    "|llegó|llegaron|recibí",
    "call": "called|rang|llamé|llamaron|hablaron",
    "come": r"(?:he|she|they|it|your \w+) came|was here|were here|vino|vinieron",
    "read": "read|leí|started",
    "preguntar": "pregunté|preguntamos",
    "buscar": "busqué|encontré|encontramos|aquí",
    "pedir": "pedí|bajó|trajo",
    "mandar": "mandé|llegó|recibí",
    "llamar": "llamé|llamaron",
    "viene": "vino|vinieron|nació|llegó",
}
_VERB_FORMS = {"mail": "send", "email": "send", "visit": "come", "pido": "pedir", "llamo": "llamar"}


def keeps_word(words: str) -> bool:
    """Tell if ``words`` go back to what was promised."""
    return bool(any_case(_KEEPING).search(words.replace("\u2019", "'")))


def drops(words: str) -> bool:
    """Tell if in ``words`` something is cancelled or no longer wanted."""
    return bool(any_case(_DROPPED).search(words.replace("\u2019", "'")))


def is_done(words: str) -> bool:
    """Tell if ``words`` say that something came, or was done."""
    return bool(any_case(_DONE).search(words.replace("\u2019", "'")))


def moves(words: str) -> bool:
    """Tell if in ``words`` something is moved to another time."""
    return bool(any_case(_MOVED).search(words.replace("\u2019", "'")))


def did(thread: str, words: str) -> bool:
    """Tell if ``words`` say that what ``thread`` promises was done: "I asked", "it came"."""
    promised = re.findall(r"[^\W\d_]+", thread.lower())
    verbs = {_VERB_FORMS.get(word, word) for word in promised} & set(_VERBS)
    return any(any_case(rf"\b(?:{_VERBS[verb]})\b").search(words) for verb in verbs)
