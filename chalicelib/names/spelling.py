"""Names spelled out: letter by letter, "B as in boy", "with a K", "con zeta". No I/O."""

import re
import unicodedata

from chalicelib.names.common_words import is_common
from chalicelib.names.one_letter import changed
from chalicelib.names.pattern import Pattern
from chalicelib.names.pieces import LONGEST_TURN
from chalicelib.names.same_person import LIKE, unlike
from chalicelib.names.written import capitalised, plain

_NAMES_OF_LETTERS = """
b be/be larga/be grande/be alta, c ce, d de, f efe, g ge, h hache/aitch, j jota, k ka, l ele, m eme,
n ene, ñ eñe, p pe, q cu, r erre/ere, s ese, t te, v uve/ve/ve chica/ve corta, w doble u/doble ve,
x equis, y i griega/ye, i i latina, z zeta/ceta/zed/zee, ' apostrophe/apóstrofo,
- hyphen/dash/guion/guión
"""
_LETTERS = {
    name: row.split(maxsplit=1)[0]
    for row in _NAMES_OF_LETTERS.replace("\n", " ").split(",")
    for name in row.split(maxsplit=1)[1].strip().split("/")
}
_SURE = frozenset("efe hache jota ka ele eme ene eñe cu erre equis zeta uve ge".split())
_LETTER = (
    r"(?:" + "|".join(sorted(_LETTERS, key=len, reverse=True)) + r"|[^\W\d_])(?![^\W_]|['\u2019]\w)"
)
_TWICE, _AS_IN = (
    r"(?:double|doble)[ -](?!(?:u|ve|uve)\b)",
    r"(?:,? (?:as in|like in|is for|for|like|de|como) [^\W\d_]{2,20})?",
)
_MARK = r"(?P<mark>,? (?:con|with (?:an?|the)) (?:la )?(?:tilde|acento|accent|di[eé]resis))?"
_CAPITAL = r"(?:capital |may[uú]scula )?"
_PLAIN_UNIT = _CAPITAL + f"(?:{_TWICE})?{_LETTER}{_MARK.replace('?P<mark>', '?:')}{_AS_IN}"
_ONE = Pattern(
    rf"(?<![^\W\d_]){_CAPITAL}(?P<twice>{_TWICE})?(?P<letter>{_LETTER}){_MARK}{_AS_IN}",
    flags=re.IGNORECASE,
)
_ROW = Pattern(
    rf"(?<![\w'\u2019])(?<!\bcon )(?<!\bsin )(?<!\bwith )(?<!\bwith a )(?<!\bwith an )"
    rf"{_PLAIN_UNIT}(?:[\s,.-]{{1,3}}(?:and |then |y |luego )?{_PLAIN_UNIT}){{2,30}}",
    flags=re.IGNORECASE,
)
_WITH = Pattern(
    r"(?:\b(?P<word>[^\W\d_]{2,40}),? )?(?:is |es |spelled |written |se escribe )?\b(?P<how>with"
    r"|without|con|sin) "
    r"(?:an? |the |una? |la )?(?:(?P<count>two|double|one|only one|a single|2|1|dos|doble"
    r"|una sola) )?"
    rf"(?:(?P<letter>{_LETTER})|(?P<many>[^\W\d_])['\u2019]?s\b)"
    r"(?P<place> at the (?:end|beginning|start)| al (?:final|principio|inicio)"
    r"| (?:in the|en el|en) (?:middle|medio))?",
    flags=re.IGNORECASE,
)
_BEGUN = Pattern(r"\b(?:with an?|con(?: la)?) (?P<letter>[^\W\d_])[,.]? $", flags=re.IGNORECASE)
_APART = Pattern(r",? (?:capital|may[uú]scula) (?P<letter>[^\W\d_])(?=,)", flags=re.IGNORECASE)
_HALVED = Pattern(r"\b(?:double|doble)(?= )", flags=re.IGNORECASE)  # from its letter: "E-double L"
_DOUBLE_U = Pattern(r"\b(?:double|doble) (?:u|ve)$", flags=re.IGNORECASE)
_OTHERS = Pattern(
    r"\b(?:siempre|always|everyone|everybody|they|people|usually|todos|la gente)\b[^.]*$",
    flags=re.IGNORECASE,
)
_NEAR = 40  # characters before "with a K", in which "they always write it" makes it wrong
_THRICE = Pattern(r"(.)\1\1", flags=re.IGNORECASE)
_IS_NOT = Pattern(r"(?:no|not) (?:with|con)\b", flags=re.IGNORECASE)


def spelled(words: str) -> list[str]:
    """Return the words that are spelled letter by letter in ``words``, as names are written."""
    found = []
    for row in _ROW.finditer(words[:LONGEST_TURN]):
        if not _is_spelling(row.group()):
            continue
        begun = _BEGUN.search(words[max(0, row.start() - 20) : row.start()])
        is_more = begun and plain(begun["letter"]) != plain(row.group()[0])
        whole = f"{begun['letter']}, {row.group()}" if begun and is_more else row.group()
        whole = _APART.sub(r"-\g<letter>", whole) if "-" in whole else whole
        whole = _HALVED.sub(r"\g<0>-", whole) if "-" in whole else whole
        parts = whole.replace("- ", "-").split(" ") if "-" in whole else _sentences(whole)
        found += [word for part in parts if len(word := _spelled_out(part)) > 1]
    return [_as_said(word, words) for word in found]


def without_spelling(words: str) -> str:
    """Return ``words`` with a full stop in place of what is spelled."""
    return _ROW.sub(
        lambda row: ". " if _is_spelling(row.group()) else row.group(), words[:LONGEST_TURN]
    )


def respelled(name: str, word: str) -> str:
    """Return ``name`` with ``word`` in place of the part that it is like, ``""`` if of none."""
    parts = name.split()
    if not parts:
        return ""
    at = min(range(len(parts)), key=lambda place: unlike(parts[place], word))
    is_only = len(parts) == 1 and plain(parts[0])[:1] == plain(word)[:1]
    if unlike(parts[at], word) > LIKE and not is_only:
        return ""
    if plain(parts[at]) != plain(word) or parts[at].isascii() > word.isascii():
        parts[at] = word
    return " ".join(parts)


def with_letters(name: str, words: str) -> str:
    """Return ``name`` as ``words`` say that it is written: "with a K", "con ve chica"."""
    target = ""
    for told in _WITH.finditer(words[:LONGEST_TURN]):
        is_more = (told["word"] or "y").lower() in {"y", "and"}
        target = target if is_more else told["word"]
        letter = _letter(told["letter"] or told["many"])
        if is_more and target and letter in plain(name):
            continue  # "con q y con c" are both there
        if _DOUBLE_U.search(told.group()):
            letter = "w"
        if not letter.isalpha() or _IS_NOT.match(told.group()):
            continue
        if letter == "a" and words[told.end() : told.end() + 2].strip().isalpha():
            continue  # "without a coat"
        count = (told["count"] or "").lower() or (told["place"] or "").strip()
        if _is_of_another(target, name) or _OTHERS.search(words[: told.start()][-_NEAR:]):
            continue
        count = "" if letter == "w" else count
        name = _with_letter(name, target, letter, told["how"].lower(), count)
    return name


def _is_of_another(target: str, name: str) -> bool:
    """Return whether ``target``, of which letters are told, is a name and none of ``name``."""
    is_name = target[:1].isupper() and not is_common(target)
    return is_name and min(unlike(target, part) for part in name.split()) > LIKE


def tells_letters(words: str) -> bool:
    """Return whether ``words`` spell something, or tell of a letter as in "with a K"."""
    return bool(_ROW.search(words[:LONGEST_TURN]) or _WITH.search(words[:LONGEST_TURN]))


def _with_letter(name: str, target: str, letter: str, how: str, count: str) -> str:
    parts = name.split()
    is_begun = any(plain(part).startswith(letter) for part in parts)
    is_there = is_begun or (how == "con" and letter == "y" and letter in plain(name))
    if how in {"with", "con"} and not count and is_there:
        return name
    places = [at for at, part in enumerate(parts) if plain(part) == plain(target)]
    others = () if places and how in {"without", "sin"} else reversed(range(len(parts)))
    for at in [*places, *others]:
        part = changed(parts[at], letter, how, count)
        if part:
            parts[at] = part
            break
    return " ".join(parts)


def _is_spelling(row: str) -> bool:
    names = [unit["letter"].lower() for unit in _ONE.finditer(row)]
    return all(len(name) == 1 for name in names) or any(name in _SURE for name in names)


def _as_said(word: str, words: str) -> str:
    """Return ``word`` without a letter that was said twice, where ``words`` have it so.

    "Ccahuana, con doble ce: ce, ce, a"; the spelling then seems to have a third C.
    """
    said = set(map(plain, re.findall(r"[^\W\d_]+", words[:LONGEST_TURN])))
    found = _THRICE.search(word)
    shorter = capitalised(word[: found.start()] + word[found.start() + 1 :], 0) if found else word
    return shorter if plain(shorter) in said else word


def _sentences(row: str) -> list[str]:
    """Return ``row`` cut where a sentence ends: "H, A, L, E. I called before."."""
    return re.split(r"\.\s+", row) if "," in row else [row]


def _spelled_out(row: str) -> str:
    letters = [
        _marked(_letter(unit["letter"]), unit["mark"] or "") * (2 if unit["twice"] else 1)
        for unit in _ONE.finditer(row)
    ]
    return capitalised("".join(letters).strip("'-"), 0)


def _marked(letter: str, mark: str) -> str:
    """Return ``letter`` with the mark that is told of: "e con tilde", "u con diéresis"."""
    if not mark:
        return letter
    sign = "\u0308" if mark.endswith("resis") else "\u0303" if letter == "n" else "\u0301"
    return unicodedata.normalize("NFC", letter + sign)


def _letter(name: str) -> str:
    return _LETTERS.get(name.lower(), name.lower())
