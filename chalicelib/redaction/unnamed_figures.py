"""Figures and letters that are a code though nothing names them: so they are said. No I/O."""

from itertools import pairwise

from chalicelib.patterns import compiled
from chalicelib.redaction.another_figure import tells_another
from chalicelib.redaction.figures import AND_AN_AMOUNT, FEW, TELEPHONE, Told, counts_up, is_other
from chalicelib.spoken_numbers import YEAR, runs

_EMERGENCY = ("911", "411", "311", "211", "112", "988")
_LONG = 5  # figures that are said in groups
_SPELLED = 5  # pieces of what is spelled
_SPELLED_SHORT = 4  # signs, of which some are letters
_BARE_BEFORE = r"(?:^|[,:;]|\b(?:is|it's|its|es|um|uh|like|yeah|yes|s[ií]|okay))\W*$"
_SET = r"\b(?:line (?:it |them )?up|dial(?: it)? to|punch in|set (?:it )?to|gir\w+ a)\W{1,3}$"


def is_unnamed(told: Told, *, has_paper: bool) -> bool:
    """Say whether figures that nothing names are dictated so that they are a code all the same."""
    code = told.code
    if is_other(told) or tells_another(told.before):
        return False
    if _is_long(told) or _is_spelled(told):
        return True
    if not told.is_dictated or code.digits < FEW:
        return False
    is_telephone = code.digits in TELEPHONE and not code.letters and not told.is_beside_a_mark
    is_telephone = is_telephone and not has_paper
    if is_telephone or code.signs in _EMERGENCY or counts_up(code.signs):
        return False
    if len(code.signs) == code.parts + 1 and not told.is_doubled:  # "4, then 7, then 12"
        return False
    return told.is_typed or code.digits > FEW


def is_dialled(told: Told, *, is_awaited: bool) -> bool:
    """Say whether the dials of a lock are set to letters and figures: "line up C A T 9".

    ``is_awaited`` says whether a way in was asked for: "It's the letters F O X and then a four."
    """
    is_lettered = is_awaited and bool(compiled(r"\b(?:letters|letras)\W+$").search(told.before))
    return (_is_set(told) and _is_spelled(told)) or (is_lettered and told.code.letters > 1)


def _is_long(told: Told) -> bool:
    """Say whether figures and letters are so many, in so many pieces, that they are no count."""
    code = told.code
    is_spelled = code.letters > 1 and code.digits >= FEW and code.parts >= _SPELLED
    is_short = told.is_amount and code.digits == min(TELEPHONE)
    is_telephone = code.digits in TELEPHONE and not code.letters and not is_short
    if _is_bare(told):
        return not is_telephone
    is_thousand = bool(compiled(r"\b(?:mil|thousand)\b").search(told.piece))
    if told.is_grouped and not is_thousand and code.digits > _LONG and code.parts >= FEW:
        return not (is_telephone or _is_list(told))
    return is_spelled and len(code.signs) <= 2 * code.parts


def _is_spelled(told: Told) -> bool:
    """Say whether letters and figures are told sign by sign, as of a booking: "R, T, 7, 7"."""
    code = told.code
    is_by_sign = code.parts >= _SPELLED_SHORT and len(code.signs) <= code.parts + 1
    return is_by_sign and code.letters > 1 and (code.digits > 1 or _is_set(told))


def _is_set(told: Told) -> bool:
    return bool(compiled(_SET).search(told.before))


def _is_bare(told: Told) -> bool:
    """Say whether five figures and more stand alone: "it's 55820"; a round number is a count."""
    bare = told.piece.strip()
    is_number = bare.isdigit() and len(bare) >= _LONG and not bare.endswith("00")
    return is_number and told.others <= FEW and bool(compiled(_BARE_BEFORE).search(told.before))


def _is_list(told: Told) -> bool:
    """Say whether the groups are years, thousands, or numbers that only grow."""
    groups = [group for run in runs(told.piece) for group in run.groups]
    is_growing = all(int(one) < int(other) for one, other in pairwise(groups))
    has_thousands = bool(compiled(r"\d,\d{3}\b").search(told.piece))
    is_listed = bool(compiled(AND_AN_AMOUNT).search(told.piece))
    return is_listed or has_thousands or is_growing or all(map(YEAR.fullmatch, groups))
