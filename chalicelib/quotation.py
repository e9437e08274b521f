"""A quotation: what a caller said, as the agent may be told it. No I/O.

A quotation stands in a prompt, in a greeting that is spoken, in a template's variable, or in a
tool's answer. So it is one line without a template's braces, markup, links, tags of a voice or of a
model, prefixes of a role, signs that nobody sees, or the marks of our own block. What it asks for
is not judged: the block and the prompt say that it is data. What is stored keeps its words.
"""

import re
import unicodedata

from chalicelib.impostors import without_impostors
from chalicelib.unseen import seen

_ROOM = 4  # times as long as allowed is looked at: more would only be cut, after all the work
_LONGEST_WORD = 60  # characters, in scripts that put spaces between words
_MOST_MARKS = 4  # on one letter; Burmese has that many

# Each sign here is shown as the one before it, which means nothing to a template, a parser of
# markup, a voice (its tags stand in square brackets) or a chat template. Unicode's NFKC turns some
# of them into ASCII, so whoever normalises would bring those back.
_SHOWN_AS = {
    "(": "{[｛﹛︷❴⦃［﹇⟦",
    ")": "}]｝﹜︸❵⦄］﹈⟧",
    "'": "`｀\u1fef",
    "/": "|\\｜＼﹨",
    "‹": "⟨❬❮❰˂ᐸ",
    "›": "⟩❭❯❱˃ᐳ",
    "<": "＜﹤",
    ">": "＞﹥",
    '"': "＂",
    "#": "＃﹟",
    "&": "＆﹠",
    "*": "＊﹡",
    "_": "＿︳︴﹍﹎﹏",
    "=": "＝﹦⩴⩵⩶",
}
_SIGNS = str.maketrans({sign: shown for shown, signs in _SHOWN_AS.items() for sign in signs})
_SIGN = re.compile(f"[{re.escape(''.join(_SHOWN_AS.values()))}]")

_CROWD = re.compile(rf"[^\w\s\x00-\x7f]{{{_MOST_MARKS + 1},}}")  # marks are no \w, nor is emoji
_LONG_WORD = re.compile(rf"([!-~¡-ɏ]{{{_LONGEST_WORD - 1}}})[!-~¡-ɏ]{{2,}}\ufe0f?")

_LINK = re.compile(r"(?i)(?<![a-z])[a-z][a-z0-9+.-]+:/+(?=[^\s/])([\w.:@-]*)\S*")
_AFTER_LINK = ".,;:!?)>”'"
_PATH = r"(\.[a-z]{2,24})[/?]+(?=\w)"  # of a link, where nothing says "http"
# What is looked for where this stands in the line, and what is shown instead.
_MARKUP = (
    ("/", _PATH, r"\1 "),
    ("?", _PATH, r"\1 "),
    ("&", r"&(?=#*\w{1,31};)", "+"),  # an entity
    ("**", r"\*+", "*"),  # bold, fences, rules; "--" and "C++" stay
    ("__", "_+", "_"),
    ("~~", "~+", "~"),
    ("''", "'+", "'"),
    ("//", "/+", "/"),
    ("---", "-{3,}", "-"),
    ("===", "={3,}", "="),
    ("+++", r"\+{3,}", "+"),
    ("<", r"<(?! ?[\d€$£…])", "‹"),  # but not that of "< 5 EUR"
    (">", r">(?! ?[\d€$£…])", "›"),
    ('"', r'"(?<![^\s(‹=:/–—-]")', "“"),  # straight quotes would end those of a prompt
    ('"', '"', "”"),
    ("#", r"#(?<!\S#)(?:#+(?!\ufe0f)|(?=\s))\s*", ""),  # a heading
    (" ", r"\A(?:[-*+#=~_›•]+\s+)+", ""),  # a list, a quotation
)
_REWRITTEN = tuple((sign, re.compile(pattern), shown) for sign, pattern, shown in _MARKUP)
_NO_LETTERS = frozenset({"Mn", "Mc", "Me", "Cf"})  # marks and joiners, in Unicode's words


def quote(words: str, longest: int) -> str:
    """Return ``words`` on one line of at most ``longest`` characters, harmless wherever it stands.

    Ordinary sentences, in whatever language, come out as they went in. Quoting twice changes
    nothing more.
    """
    line = _one_line(words[: longest * _ROOM])
    if len(line) > longest:
        line = line[: longest - 1].rstrip(" \u200c\u200d\ufe0f") + "…"
    line = _without_markup(line)
    told = without_impostors(line)
    return told if told == line else _with_short_words(told)


def _one_line(words: str) -> str:
    shown = words.translate(_SIGNS) if _SIGN.search(words) else words
    line = " ".join(shown.split())
    if not (line.isascii() and line.isprintable()):
        line = " ".join(_seen(line).split())
    return _with_short_words(line)


def _with_short_words(line: str) -> str:
    is_long = len(line) > _LONGEST_WORD and max(map(len, line.split(" "))) > _LONGEST_WORD
    return _LONG_WORD.sub(r"\1…", line) if is_long else line


def _seen(words: str) -> str:
    """Return ``words`` without what nobody sees, and with few marks on each letter."""
    shown = seen(words)
    thinned = shown if shown.isascii() else _CROWD.sub(_thinned, shown)
    return shown if thinned == shown else seen(thinned)


def _thinned(crowd: re.Match[str]) -> str:
    kept, marks = [], 0
    for sign in crowd[0]:
        marks = marks + 1 if unicodedata.category(sign) in _NO_LETTERS else 0
        if marks <= _MOST_MARKS:
            kept.append(sign)
    return "".join(kept)


def _without_markup(line: str) -> str:
    if ":/" in line:
        line = _LINK.sub(_host, line)
    for sign, markup, shown in _REWRITTEN:
        if sign in line:
            line = markup.sub(shown, line)
    return line.rstrip()


def _host(link: re.Match[str]) -> str:
    """Return whose page it is; path and query say nothing on the phone, but could carry it away."""
    rest = link[0].rstrip(_AFTER_LINK)
    host = link[1].rpartition("@")[2].rstrip(_AFTER_LINK)
    return (host or "…") + link[0][len(rest) :]
