"""What a caller says to somebody in the room: "¡Yaretzi, bájale a la tele!" No I/O.

In Spanish callers say "usted" to an agent, and "tú" to who is called by name or "mi amor". In
English only what is said to a "babe" or "sweetie", and asks nothing for the caller.
"""

from chalicelib.patterns import any_case

_LONGEST = 18  # words
_DEAR = (
    r"(?:oye|mi (?:amor|vida|cielo|reina|rey)|amor|m'?ij[oa]|mijit[oa]|viej[oa]|gord[oa]|nen[ea]"
    r"|(?-i:[A-ZÁÉÍÓÚ][a-záéíóúñ]+))"
)
_FAMILIAR = (
    r"(?:que )?(?:si )?(?:t[uú]\b|no (?:te|le|la|lo)? ?\w+es\b|(?:apaga|baja|sube|ven|cierra|abre"
    r"|di|quita|deja|pon|trae|corre|calla|para|ve|vete|vente|haz|sal|ten|cuida|mete|saca|espera)"
    r"(?:te|le|lo|la|me)?\b|(?:b[aá]ja|s[uú]be|ap[aá]ga|qu[ií]ta|d[eé]ja|tr[aá]e|c[aá]lla|esp[eé]ra"
    r"|c[ié]rra|[aá]bre|p[oó]n|d[ií])(?:te|le|lo|la|selo|sela)\b|(?:quieres|puedes|vienes|vas)\b)"
)
_BY_TITLE = (
    r"^\W*(?:niñ[oa]|muchach[oa]|chamac[oa]|patoj[oa]),? (?:b[aá]j|ap[aá]g|c[ií]err|qu[ií]t"
    r"|ci[eé]rr)\w*"
    r" (?:a )?(?:el|la|los|las|es[aeo]s?|est[aeo]s?)\b|^\W*(?-i:[Dd]on|[Dd]oña) \w+,? ¡(?:cierr"
    r"|abr|apag|baj|sub|quit|dej|traig|teng|saqu|met|call)\w*"
)
_SPANISH = rf"^\W*(?:{_DEAR}[,!]\s*){{1,3}}{_FAMILIAR}"
_ENGLISH = (
    r"^\W*(?:hey\W+|no\W+|oh\W+)?(?:babe|baby|sweetie|sweetheart|buddy|kiddo)\W+(?:please )?(?:turn"
    r"|shut|close|stop|get|put|quit|leave|let|take|tell|come|go|don't|be|hush|move|pick|feed|watch"
    r"|can you|could you|did you|do you|where)\b"
)
_TO_KIN = (
    r"^\W*(?:hey\W+|no\W+|what\W+){0,2}(?:mom|mama|mommy|dad|daddy|grandma|grandpa|nana"
    r"|honey)[,!]\s+"
    r"(?:it was|that was|it's|that's|they're|put|turn|shut|stop|wait|leave|sit|hush)\b"
    r"|^\W*no, the \w+(?: one)?, (?:shut|turn|switch|put|leave|take)\b"
    r"|^\W*(?:would|could|can) you (?:turn|shut|switch) (?:it|that|this|the (?:tv|radio"
    r"|television))"
    r" (?:down|off|up), [A-Z]?\w+\W*$|^\W*no, the (?-i:[A-Z]{2,}) \w+\W*$"
)
_FOR_THE_CALLER = r"\b(?:me|my|us|our|usted|señorita|joven|anot\w+|apunt\w+|ll[aá]m\w+)\b"


def is_to_somebody_there(sentence: str) -> bool:
    """Say whether ``sentence`` is said to somebody in the room, and not to the agent."""
    said = sentence[:400].replace("\u2019", "'")
    if len(said.split()) > _LONGEST or any_case(_FOR_THE_CALLER).search(said):
        return False
    return any(any_case(one).search(said) for one in (_SPANISH, _BY_TITLE, _ENGLISH, _TO_KIN))
