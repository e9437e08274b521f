"""The clauses of an agent's sentence that promise or offer, without what it recites. No I/O.

"You had asked for a level row, I'll look for that." "The oak one is two hundred, Tuesday at ten?"
"""

import re
from collections.abc import Iterable

from chalicelib.named_times import names_day, names_time
from chalicelib.patterns import any_case, says
from chalicelib.prices import is_amount, without_prices

_TITLE = "".join(rf"(?<!\b{one}\.)" for one in ("Dr", "Mr", "Mrs", "Ms", "St", "Sr", "Sra", "Dra"))
_BETWEEN = re.compile(rf"{_TITLE}(?<=[.!?,;:…])\s+|(?<=\s[-–—])\s+|(?<=—)\s*")
_AND = r"^\W*(?:(?:and|so|but|then|y|e|pero|entonces)\s+)?"
_REPORTS = (
    r"\b(?:you|usted)(?:'d|'ve| had| have| me| nos| había)* (?:said|told|mentioned|asked|wanted"
    r"|wished|liked?|prefer\w*|needed|wrote|called|ordered|dijo|contó|pidió|quería|prefiere|pedido"
    r"|dicho|contado)\b|\b(?:me|nos) (?:dij\w+|cont[óa]\w*|pid\w+|habías?n? \w+|coment\w+)\b"
    r"|\b(?:i see|i know|i remember|it says|according to|as (?:i|you)|veo que|sé que|recuerdo"
    r"|me acuerdo|según|sale que|dice que|dice aquí|aquí dice|says here)\b"
)
_OF_THE_CALLER = (
    rf"{_REPORTS}|{_AND}(?:since|because|you|your|you're|you've|usted|su|sus|ya que"
    r"|dado que|como (?:usted|ya|me|le|te|su|no))\b"
)
_PRICE = (
    r"\b(?:dollars?|cents?|bucks|pesos|euros|soles|colones|usd|a (?:night|piece)|each|apiece|al mes"
    r"|por noche|no charge|free of|gratis|deposit|copay|saldo|balance|in stock|quedan|precio"
    r"|prices?|fee)\b|[$€]\s?\d"
)
_COSTS = (
    r"\b(?:is|are|it's|runs?|costs?|comes? to|es|son|cuestan?|valen?|salen?) (?!at|on|by)\w+\W+\w+"
)
_STATED = (
    rf"{_AND}(?:it|it's|that|that's|they|they're|you|you're|he|he's|she|she's|we|we've|there"
    r"|there's|this|your|the \w+ (?:is|are|was|were)|es|son|está|están|cuesta\w*|vale\w*|vive\w*"
    r"|se|nos|tenemos|hay|usted|sus?)\b"
)
_IS_ALL = r"(?:[!?]|\b\w\.)$"  # a sentence before: "It is the model C."
_BELONGS = (
    r"^\W*(?:then|too|also|as well|instead|entonces|también"
    r"|and|or|to|for|so|with|without|by|before|after|on|at|in|from|until|till|as|about|if"
    r"|when|once|unless|y|e|o|para|por|con|sin|antes|después|a|al|de|del|desde|hasta|en|si|cuando"
    r"|que)\b"
)
_ASKS_THE_CALLER = rf"{_AND}(?:please|por favor)\b"
_CONDITION = r"^\W*(?:(?:and|y)\s+)?(?:if|when|once|as soon|unless|si|cuando|en cuanto)\b"


def promise_in(sentence: str, promise: str) -> str:
    """Return the clause of ``sentence`` in which the pattern ``promise`` is, with its own.

    Before it, what tells of the caller goes, and behind it what only states something.
    """
    said = sentence.replace("\u2019", "'")
    begins = any_case(promise).search(said)
    parts = _BETWEEN.split(said)
    if not begins:
        return sentence
    own, at = _part_at(parts, said, begins.start())
    lead = parts[own][:at]
    words = parts[own][at:] if says(_OF_THE_CALLER, lead) else parts[own]
    before = [one for one in parts[:own] if says(_CONDITION, one) or not _is_recital(one)]
    before = [one for one in before if not says(_IS_ALL, one)]
    behind = [one for one in parts[own + 1 :] if _belongs(one) and not _is_stated(one)]
    return _joined([*before, words, *behind], said)


def offer_in(sentence: str) -> str:
    """Return the clauses of ``sentence`` that offer a time, with what belongs to them, or ""."""
    said = sentence.replace("\u2019", "'")
    parts = _BETWEEN.split(said)
    first = next((at for at, one in enumerate(parts) if _is_offer(one)), len(parts))
    kept = [
        one
        for at, one in enumerate(parts)
        if _is_offer(one)
        or not (_is_recital(one) or _is_stated(one) or (at > first and not _belongs(one)))
    ]
    return _joined(kept, said) if any(map(_is_offer, kept)) else ""


def _part_at(parts: list[str], said: str, place: int) -> tuple[int, int]:
    """Return which of ``parts`` holds the sign at ``place`` of ``said``, and where in it."""
    start = 0
    for number, part in enumerate(parts):
        start = said.index(part, start)
        if place < start + len(part):
            return number, max(0, place - start)
        start += len(part)
    return len(parts) - 1, 0


def _belongs(part: str) -> bool:
    """Tell if ``part``, behind a promise, goes on with it: when, for whom, if what."""
    is_of_it = says(_BELONGS, part) or names_time(part)
    return is_of_it and not says(_ASKS_THE_CALLER, part)


def _is_offer(part: str) -> bool:
    return names_time(part) and not _is_price(part) and not says(_REPORTS, part)


def _is_recital(part: str) -> bool:
    return _is_price(part) or says(_OF_THE_CALLER, part)


def _is_stated(part: str) -> bool:
    return _is_price(part) or (says(_STATED, part) and not names_time(part))


def _is_price(part: str) -> bool:
    is_told = says(_COSTS, part) and names_time(part) and not names_day(part)
    return says(_PRICE, part) or is_told or (is_amount(part) and not names_time(part))


def _joined(parts: Iterable[str], said: str) -> str:
    """Return ``parts`` as one sentence that begins and ends as ``said`` does."""
    words = " ".join(parts).strip()
    end = re.search(r"[.!?…]*$", said.strip())
    words = words.rstrip(" ,;:—–-.!?…") + (end[0] if end else "")
    words = without_prices(words)
    return words[:1].upper() + words[1:] if said[:1].isupper() else words
