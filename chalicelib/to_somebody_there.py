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
_SPANISH = rf"^\W*(?:{_DEAR}[,!]\s*){{1,3}}{_FAMILIAR}"
_ENGLISH = (
    r"^\W*(?:hey\W+|no\W+|oh\W+)?(?:babe|baby|sweetie|sweetheart|buddy|kiddo)\W+(?:please )?(?:turn"
    r"|shut|close|stop|get|put|quit|leave|let|take|tell|come|go|don't|be|hush|move|pick|feed|watch"
    r"|can you|could you|did you|do you|where)\b"
)
_FOR_THE_CALLER = r"\b(?:me|my|us|our|usted|señorita|joven|anot\w+|apunt\w+|ll[aá]m\w+)\b"


def is_to_somebody_there(sentence: str) -> bool:
    """Say whether ``sentence`` is said to somebody in the room, and not to the agent."""
    said = sentence[:400].replace("\u2019", "'")
    if len(said.split()) > _LONGEST or any_case(_FOR_THE_CALLER).search(said):
        return False
    return bool(any_case(_SPANISH).search(said) or any_case(_ENGLISH).search(said))
