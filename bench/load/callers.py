"""The callers: invented people, each with a number, a name and a home town of their own. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

# Real area codes around the agent's; behind each lie the hundred numbers 555-0100 to 555-0199,
# which are given to nobody.
AREA_CODES = "612 218 507 320 763 952 701 605 715 608 414 262 319 515 712 641 906".split()
NUMBERS_EACH = 100

FIRST_NAMES = (
    "Ada Bea Cora Dora Ella Fay Gwen Hana Ines Jada Kira Lena Mona Nora Olga Pia Quinn Rosa Selma "
    "Tara Uma Vera Wilma Xenia Yara Zoe Amos Boris Carl Dirk Egon Felix Gustav Hugo Ivar Jonas "
    "Karl Lars Milo Niels Otto Piet"
).split()
LAST_NAMES = (
    "Abbott Bergman Calder Dahl Eklund Farrow Granger Halvorsen Iverson Jansen Kessler Lindqvist "
    "Marlow Norgaard Osterman Pruitt Quimby Rasmussen Sandoval Thorne Ulrich Vance Whitfield Yates "
    "Zeller Ashby Boone Colby Drummond Ellery Fenwick Gentry Hollis Ingram Jessup Kendrick Lowell "
    "Merritt Norwood Oakley Prescott Redfern"
).split()
TOWN_STARTS = (
    "Alder Birch Cedar Dapple Elder Fern Garnet Hazel Iron Juniper Kettle Larch Maple Nettle Otter "
    "Pebble Quarry Raven Sable Thistle Umber Violet Willow Yarrow Amber Bramble Copper Dove Ember "
    "Flint Goose Heron Indigo Jasper Kestrel Lark Marten Needle Onyx Plover Quail Rook"
).split()
TOWN_ENDS = (
    "ford wick stead holm dale brook field mere gate haven ridge cote fell shaw leigh burn croft "
    "grove marsh moor well thorpe hurst bury ham ton by garth beck combe den wold hythe ness wald "
    "land mouth pool port quay sett worth"
).split()
MOST = len(AREA_CODES) * NUMBERS_EACH

_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Caller:
    """One person. No two share a number (E.164), a full name, or a town."""

    number: str
    name: str
    town: str


def callers(count: int) -> tuple[Caller, ...]:
    """Return ``count`` people, always the same; ValueError for more than there are numbers."""
    if not 0 < count <= MOST:
        raise ValueError(f"there are 1 to {MOST} callers")
    return tuple(map(_caller, range(count)))


def strangers_in(told: Any, caller: Caller, towns: frozenset[str]) -> frozenset[str]:
    """Return which of ``towns`` the JSON ``told`` names that are not the caller's own.

    Everything that people tell in their calls names their town, so it is somebody else's word.
    """
    return towns.intersection(_words(told)) - {caller.town}


def _caller(place: int) -> Caller:
    code, line = divmod(place, NUMBERS_EACH)
    return Caller(
        number=f"+1{AREA_CODES[code]}55501{line:02}",
        name=" ".join(_pair(place, FIRST_NAMES, LAST_NAMES)),
        town="".join(_pair(place, TOWN_STARTS, TOWN_ENDS)),
    )


def _pair(place: int, first: list[str], second: list[str]) -> tuple[str, str]:
    """Return the pair at ``place``, of which neighbours share neither half."""
    turn, start = divmod(place, len(first))
    return first[start], second[(start + turn) % len(second)]


def _words(told: Any) -> Iterator[str]:
    if isinstance(told, str):
        yield from _WORD.findall(told)
    elif isinstance(told, dict | list):
        for each in told.values() if isinstance(told, dict) else told:
            yield from _words(each)
