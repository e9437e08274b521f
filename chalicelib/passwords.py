"""Passwords that are called so, or that answer who asks for one. No I/O."""

import re
from collections.abc import Iterator
from functools import cache

from chalicelib.secret_words import asks_for_password, password_said, refuses
from chalicelib.spoken_numbers import runs
from chalicelib.told_word import answer_begins

_LONGEST_ANSWER = 400  # characters; a longer one is more than a password

Span = tuple[int, int]


def passwords(words: str, asked: str, mark: str) -> Iterator[Span]:
    """Yield where ``words`` tell a password; ``mark`` stands where one was taken out already."""
    found = False
    for said in password_said().finditer(words):
        found = True
        yield said.start("secret"), said.start("secret") + _length(said["secret"], mark)
    if asks_for_password(asked) and not refuses(words) and mark not in words:
        begin = answer_begins(words)
        yield begin, begin + _length(words[begin:], mark)
        yield from _with_figures(words, begin)
    if found or asks_for_password(asked):
        yield from (mixed.span() for mixed in mixed().finditer(words))


def _with_figures(words: str, begin: int) -> Iterator[Span]:
    """Yield the clauses of the first sentence that hold figures: "My dog's name, Schatzi 70"."""
    for clause in _clause().finditer(words[:_LONGEST_ANSWER], begin):
        if any(len(run.digits) > 1 for run in runs(clause[0])):
            yield clause.span()
        if words[clause.end() : clause.end() + 1] in {".", "!", "?"}:
            break


def _length(secret: str, mark: str) -> int:
    """Return how much of ``secret`` the password is: its first word, and its clause."""
    if secret.startswith(mark):
        return len(mark)
    end = _end_of_password().search(secret)
    whole = secret[: end.start()] if end else secret
    return len(whole.rstrip(" .,;\"'")) or len(whole)


@cache
def mixed() -> re.Pattern[str]:
    """Return the pattern of a word that has both letters and figures, as passwords do."""
    return re.compile(r"(?<![\w])(?=[^\W\d]{0,30}\d)(?=\d{0,30}[^\W\d])[\w!@#$%&*+-]{4,40}")


@cache
def _end_of_password() -> re.Pattern[str]:
    spelled = r"(?!,? (?:capital|upper|lower|all|with a|in|mayúscula|minúscula|con)\b)"
    return re.compile(
        rf"[.!?;…]+(?=\s|$)|,(?=\s|$){spelled}|\s(?:and|but|y|pero|porque|because|like|como|if"
        rf"|so|for|on|at)\s",
        re.IGNORECASE,
    )


@cache
def _clause() -> re.Pattern[str]:
    return re.compile(r"[^\s,.!?][^,.!?]*")
