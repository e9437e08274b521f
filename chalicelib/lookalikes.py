"""What words look like to a reader, in whatever signs they are written. No I/O.

"ＳＹＳＴＥＭ", "𝐬𝐲𝐬𝐭𝐞𝐦", "ѕуѕtеm" (half of it Cyrillic) and "sy5tem" look alike. The table holds
the letters of scripts in which whole English words can be written so; it is far from all that
Unicode knows of (https://www.unicode.org/reports/tr39/#Confusable_Detection).
"""

import unicodedata

_MOST_KEPT = 4_096  # signs whose look is remembered; nobody's text can fill the memory

_LOOK_LIKE = {
    "a": "АаΑαɑᎪꓮᴀⲀ4@",
    "b": "ВЬΒᏴꓐʙƄ",
    "c": "СсϹϲᏟꓚᴄⲤⲥ",
    "d": "ԁᎠꓓᴅđ",
    "e": "ЕеҽΕεᎬꓰᴇ℮Ⲉ3",
    "f": "ϜꓝꜰƑք",
    "g": "ԌɡցᏀꓖɢ",
    "h": "НһհΗᎻꓧʜħⲎ",
    "i": "lІіΙιıɩɪᎥӏӀƖǀᏞꓡꓲʟłIL|1",
    "j": "ЈјͿϳᎫꓙᴊ",
    "k": "КкΚκᏦꓗᴋⲔ",
    "m": "МмΜᎷꓟᴍϺⲘ",
    "n": "ΝηոռꓠɴпⲚ",
    "o": "ОоΟοՕօσᴏꓳⲞⲟø0",
    "p": "РрΡρᏢꓑᴘⲢ",
    "q": "Ԛԛզ",
    "r": "ᎡᏒꓣʀгᴦⲅ",
    "s": "ЅѕՏᏚꓢꜱƽ5$",
    "t": "ТтΤτᎢꓔᴛŧⲦ",
    "u": "ՍսυʋꓴᴜՄ",
    "v": "ѴѵνᏙꓦᴠ",
    "w": "ԜԝѡաᎳꓪᴡω",
    "x": "ХхΧχꓫⲬ×",
    "y": "УуҮүΥγᎩꓬʏ",
    "z": "ΖᏃꓜᴢ",
    ":": "꞉ː∶׃։",
    " ": "_",
}
_LOOKS_LIKE = {sign: seen for seen, signs in _LOOK_LIKE.items() for sign in signs}
# Letters in boxes and discs, from the code of their A on; the last are what flags are made of.
_BOXED = (0x1F150, 0x1F170, 0x1F1E6)


def look(words: str) -> str:
    """Return ``words`` in small letters as they look, sign by sign: it is as long as ``words``."""
    return words.translate(_LOOKS)


class _Looks(dict[int, str]):
    """The look of each sign by its code, found when it is first met."""

    def __missing__(self, code: int) -> str:
        seen = _look(code)
        if len(self) < _MOST_KEPT:
            self[code] = seen
        return seen


def _look(code: int) -> str:
    boxed = (chr(ord("a") + code - first) for first in _BOXED if first <= code < first + 26)
    sign = next(boxed, chr(code))
    if sign not in _LOOKS_LIKE:
        sign = unicodedata.normalize("NFKD", sign)[0]
    if sign not in _LOOKS_LIKE and len(sign.lower()) == 1:
        sign = sign.lower()
    return _LOOKS_LIKE.get(sign, sign)


_LOOKS = _Looks()
