"""A name with one letter put right: "with a K", "two Ts at the end". No I/O."""

import re

from chalicelib.names.written import capitalised, plain

_MISTAKEN = "b-v v-bw c-kszq k-cq q-ck z-sc s-zc g-j j-gx x-js y-ij i-y d-t t-d m-n n-m f-v w-v l-y"
_MISTAKEN_FOR = dict(pair.split("-") for pair in _MISTAKEN.split())


def changed(word: str, letter: str, how: str, count: str) -> str:
    """Return ``word`` with ``letter``, itself if it is so already, ``""`` if it can't be meant."""
    folded = [plain(sign) for sign in word]
    last = max((at for at, sign in enumerate(folded) if sign == plain(letter)), default=-1)
    if how in {"without", "sin"}:
        without = word[:last] + word[last + 1 :]
        return (without if last else capitalised(without, 0)) if last >= 0 else ""
    if count in {"two", "double", "2", "dos", "doble"}:
        is_double = last > 0 and folded[last - 1] == folded[last]
        # Of consonants two stand together; "Winifred" has two I's as it is.
        has_two = is_double or (letter in "aeiou" and folded.count(letter) > 1)
        return (
            word if has_two else word[: last + 1] + letter + word[last + 1 :] if last >= 0 else ""
        )
    if count.endswith(("middle", "medio")):
        return word  # where in the middle, nobody can tell
    if count.startswith(("at ", "al ")):
        return _put_at(word, folded, letter, count)
    if count:
        is_double = last > 0 and folded[last - 1] == folded[last]
        return word[:last] + word[last + 1 :] if is_double else word if last >= 0 else ""
    return word if last >= 0 else _put_in(word, folded, letter)


def _put_at(word: str, folded: list[str], letter: str, place: str) -> str:
    """Return ``word`` with ``letter`` at its end or beginning, instead of one mistaken for it."""
    is_end = place.endswith(("end", "final"))
    there = folded[-1] if is_end else folded[0]
    if there == plain(letter):
        return word
    is_mistaken = there in _MISTAKEN_FOR.get(letter, "")
    if is_end:
        return (word[:-1] if is_mistaken else word) + letter
    return capitalised(letter + (word[1:] if is_mistaken else word), 0)


def _put_in(word: str, folded: list[str], letter: str) -> str:
    if letter == "h":
        return (
            capitalised("h" + word, 0)
            if folded[0] in "aeiou"
            else word + "h"
            if folded[-1] == "a"
            else ""
        )
    if letter == "e":
        return word + "e" if folded[-1] not in "aeiou" else ""
    if letter in "fv" and "ph" in "".join(folded):
        return re.sub("ph", letter, word)
    mistaken = [
        at for at, sign in enumerate(folded) if sign and sign in _MISTAKEN_FOR.get(letter, "")
    ]
    if not mistaken:
        return ""
    at = mistaken[-1]
    return word[:at] + (letter.upper() if word[at].isupper() else letter) + word[at + 1 :]
