"""Marks of a life in a sentence: the past, people, days, numbers, habits, the book. No I/O.

A short sentence without any of them may be about the call; with one it is not judged to be.
English and Spanish.
"""

import re
from functools import cache

_MOST = 600  # characters that are looked at
PAST = (
    r"(?!usted\b|speed\b)\w{3,}ed|was|were|had|did|went|came|left|took|gave|said|told|knew|saw"
    r"|found|kept|held|lost|sold|bought|brought|taught|thought|felt|met|ran|sang|sat|stood|wore"
    r"|wrote|drove|broke|spoke|grew|threw|flew|blew|died|fell|built|sent|spent|slept|wept|won(?!')"
    r"|hung|sewed|wove|used to|could|\w+(?:aba|aban|ábamos|ía|ían|íamos|ieron|aron|amos|imos)|era"
    r"|eran|fue|fueron|dijo|hizo|tuvo|vino|murió|nació|\w{2,}(?:ó|é|í)"
)
_PEOPLE = (
    r"mother|mom|mama|father|dad|papa|daddy|parents?|brothers?|sisters?|sons?|daughters?|wife"
    r"|husband|uncle|aunt|cousins?|nephew|niece|grand\w+|neighbou?rs?|friends?|child(?:ren)?|kids?"
    r"|twins?|he|she|him|her|his|madre|mamá|padre|papá|herman[oa]s?|hij[oa]s?|espos[oa]|marido"
    r"|mujer|suegr[oa]|tí[oa]s?|prim[oa]s?|abuel[oa]s?|niet[oa]s?|vecin[oa]s?|amig[oa]s?|padrino"
    r"|madrina|él|ella|ellos|ellas"
)
TIME = (
    r"(?:mon|tues|wednes|thurs|fri|satur|sun|birth)days?|january|february|march|april|june|july"
    r"|august|september|october|november|december|years?|months?|weeks?|next|every|always|never"
    r"|usually|often|sometimes|since|until|anniversary|birthday|lunes|enero|febrero|marzo|abril"
    r"|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|martes|miércoles|jueves"
    r"|viernes|sábado|domingo|años?|mes(?:es)?|semana|siempre|nunca|cada|todos|desde|hasta|cumplo"
)
_WISH = (
    r"book|chapters?|story|stories|print|write|letter|remind|libro|historia|escrib\w+|want|wish"
    r"|hope|prefer|hate|love|quiero|quisiera|prefiero|odio|order|invoice|account|refund"
    r"|machine leaks"
)
_MARKS = rf"\b(?:{PAST}|{_PEOPLE}|{TIME}|{_WISH})\b|\d"
_NAME = r"[^\W_][,;]? ¿?(?!I\b|I')[A-ZÀ-Þ][^\W\d_A-Z]"


def tells_of_a_life(sentence: str) -> bool:
    """Say whether a mark of somebody's life stands in ``sentence``."""
    seen = sentence[:_MOST].replace("\u2019", "'")
    return bool(_marks().search(seen.lower()) or has_name(seen))


def has_name(sentence: str) -> bool:
    """Say whether a capital stands inside ``sentence``, as names have one."""
    return bool(_name().search(sentence[:_MOST]))


@cache
def _marks() -> re.Pattern[str]:
    return re.compile(_MARKS)


@cache
def _name() -> re.Pattern[str]:
    return re.compile(_NAME)
