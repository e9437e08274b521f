"""A call's summary without what it only says of the agent: asked, told, quoted, supposed. No I/O.

"The agent mentioned a balance of 602.00. She said her brother paid." What was agreed stays.
"""

import re
from collections.abc import Iterator

from chalicelib.only_agent import OnlyAgent
from chalicelib.patterns import any_case, says
from chalicelib.prices import without_prices
from chalicelib.sentences import sentences

_AGENT = r"(?:the |an |el |la )?(?:(?:ai|virtual|voice) )?(?:agent|assistant|agente|asistente)"
_TELLS = (
    r"(?:(?:also|then|first|again|too|tambi[eé]n|luego|adem[aá]s) )?(?:ask(?:s|ed)|inquire[sd]"
    r"|wonder(?:s|ed)|inform(?:s|ed)|sa(?:ys|id)|t(?:ells|old)|mention(?:s|ed)|recall(?:s|ed)"
    r"|remind(?:s|ed)|remember(?:s|ed)|offer(?:s|ed)|suggest(?:s|ed)|explain(?:s|ed)|quote[sd]?"
    r"|stat(?:es|ed)|read|noted?|list(?:s|ed)|describe[sd]|advise[sd]|propose[sd]|recommend(?:s|ed)"
    r"|guess(?:es|ed)|assume[sd]|pregunt[oó]|inform[oó]|dijo|mencion[oó]|record[oó]|ofreci[oó]"
    r"|sugiri[oó]|explic[oó]|coment[oó]|indic[oó]|ley[oó]|cotiz[oó]|propuso|recomend[oó]|supuso"
    r"|(?:le |les )(?:pregunt[oó]|inform[oó]|dijo|mencion[oó]|ofreci[oó]|explic[oó]|record[oó]))\b"
)
_IS_TOLD = (
    r"\b(?:was|were|is) (?:\w+ )?(?:told|informed|offered|quoted|reminded|advised|asked)\b"
    r"|\bse le (?:inform[oó]|ofreci[oó]|dijo|pregunt[oó]|record[oó]|explic[oó])\b"
)
_SUPPOSED = (
    r"\b(?:(?-i:may)|might|possibly|perhaps|maybe|probably|presumably|apparently|likely|seems?"
    r"|appears?"
    r"|posiblemente|quiz[aá]s?|tal vez|probablemente|al parecer|parece|podr[ií]an?|supuestamente)\b"
)
_AGREED = (
    r"\b(?:accept\w*|agree[sd]?|confirm\w*|consent\w*|approve[sd]?|book\w*|schedul\w*|reserv\w*"
    r"|acept\w*|confirm[oó]|acord\w*|agend\w*|reserv[oó]|qued[oó] en)\b"
)
_BETWEEN = re.compile(
    r"(?<=[,;])\s+|\s+(?=(?:and|but|y|pero) (?:(?:the|he|she|they|el|la|ella|ellos)\b|\w+(?:ed|ó)\b"
    r"|said\b|chose\b|told\b|dijo\b))"
)
_JOINS = r"^\W*(?:and|but|y|e|pero)\s+"
_BEGINS = (
    r"^\W*(?:(?:and|but|then|when|after|while|y|pero|luego|cuando) )?"
    rf"{_AGENT}(?: \([^)]*\))? {_TELLS}"
)
_SUBJECT = (
    r"^\W*(?:(?:and|but|y|pero)\s+)?(?:the|an?|he|she|they|it|this|her|his|their|el|la|los|las"
    r"|ella|ellos|su|sus|un|una|(?-i:[A-ZÁÉÍÓÚÑ])\w+)\b"
)
_MOST = 8_000  # characters; a longer summary is no summary


def without_agents_part(summary: str, agents: OnlyAgent) -> str:
    """Return ``summary`` without its clauses that only report or suppose what the agent said.

    ``agents`` are the words that the agent alone has said.
    """
    if len(summary) > _MOST:
        return summary
    told = filter(None, (_callers_part(one, agents) for one in sentences(summary)))
    return " ".join(told)


def _callers_part(sentence: str, agents: OnlyAgent) -> str:
    parts = _BETWEEN.split(sentence)
    kept = list(_kept(parts, agents))
    if kept == parts:
        return sentence
    words = re.sub(_JOINS, "", " ".join(kept), flags=re.IGNORECASE).strip(" ,;")
    if not re.search(r"\w", words):
        return ""
    end = re.search(r"[.!?…]*$", sentence)
    words = words.rstrip(".!?…") + (end[0] if end else "")
    return words[:1].upper() + words[1:]


def _kept(parts: list[str], agents: OnlyAgent) -> Iterator[str]:
    """Yield the parts that stay: a part without a subject goes on with the report before it."""
    is_reported, who = False, ""
    for number, part in enumerate(parts):
        is_taken = any(says(_AGREED, one) for one in parts[number : number + 2])
        goes_on = is_reported and not says(_JOINS, part) and not says(_SUBJECT, part)
        if goes_on or (_reports(part) and not is_taken and agents.is_guess(part)):
            told = None if goes_on else any_case(_IS_TOLD).search(part)
            who = part[: told.start()].strip() if told else who
            is_reported = not part.endswith(";")
            continue
        if (says(_SUPPOSED, part) and agents.is_guess(part)) or agents.is_passed_over(part):
            continue
        is_headless = is_reported and who and not says(_SUBJECT, part)
        is_reported = False
        told_part = re.sub(_JOINS, f"{who} ", part, flags=re.IGNORECASE) if is_headless else part
        yield without_prices(told_part, agents.is_guess)


def _reports(part: str) -> bool:
    return says(_BEGINS, part) or says(_IS_TOLD, part)
