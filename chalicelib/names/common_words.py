"""Whether a name is only a word that everybody says. No I/O.

A name that is nothing but one of them ("Nah", "Venga", "Email") is likelier to be the word, and
where nothing is written with a capital it ends a name.
"""

from functools import cache

from chalicelib.names.written import plain


def is_common(name: str) -> bool:
    """Return whether ``name`` is one word, and one that everybody says, also in the plural."""
    word = plain(name)
    return any(one in _words() for one in (word, word.removesuffix("s"), word.removesuffix("'s")))


@cache
def _words() -> frozenset[str]:
    # Needed after a call alone: the greeting's cold start goes without them.
    from chalicelib.names.english_words import WORDS as ENGLISH  # noqa: PLC0415
    from chalicelib.names.spanish_words import WORDS as SPANISH  # noqa: PLC0415

    return frozenset(f"{ENGLISH} {SPANISH}".split())
