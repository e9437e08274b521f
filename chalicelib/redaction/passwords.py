"""Passwords that are called so, or that answer who asks for one. No I/O."""

import re
from collections.abc import Iterator
from functools import cache

from chalicelib.patterns import any_case
from chalicelib.redaction.another_figure import tells_another
from chalicelib.redaction.answered_word import answer_begins
from chalicelib.redaction.secret_words import asks_for_password, password_said, refuses
from chalicelib.sentences import is_question, sentences
from chalicelib.spoken_numbers import number_words, runs

_LONGEST_ANSWER = 400  # characters; a longer one is more than a password

Span = tuple[int, int]


def passwords(words: str, asked: str, mark: str) -> Iterator[Span]:
    """Yield where ``words`` tell a password; ``mark`` stands where one was taken out already."""
    found = False
    for said in password_said().finditer(words):
        found = True
        yield said.start("secret"), said.start("secret") + _length(said["secret"], mark)
    is_asked = asks_for_password(asked) and not _asks_for_other(asked)
    if is_asked and not refuses(words) and mark not in words:
        begin = _behind_name(words) if _wants_name(asked) else answer_begins(words)
        yield begin, begin + _length(words[begin:], mark)
        yield from _with_figures(words, begin)
    if found or is_asked:
        yield from (mixed.span() for mixed in mixed().finditer(words))


def _asks_for_other(asked: str) -> bool:
    """Say whether the last question of ``asked`` wants a name or a day, and no password."""
    questions = [each for each in sentences(asked) if is_question(each)]
    return bool(questions) and tells_another(questions[-1]) and not asks_for_password(questions[-1])


def _wants_name(asked: str) -> bool:
    """Say whether ``asked`` wants a name before the password: "Your name and your passcode?"."""
    return bool(any_case(r"\b(?:names?|nombre)\b[^.!?]{0,20}\b(?:and|y)\b").search(asked))


def _behind_name(words: str) -> int:
    """Return where ``words`` come to the password behind a name: "Gwen, and it's, uh, plum"."""
    begin = answer_begins(words)
    name = any_case(r"[^.,;!?]{1,40}(?:[.,;]\s+|\s+(?=(?:and|y)\b))(?:(?:and|y)\s+)?").match(
        words, begin
    )
    if not name:
        return begin
    filler = any_case(
        r"(?:(?:it's|it is|the \w+ is|es|la \w+ es|uh|um|oh|what did we say|c[oó]mo era|este|a ver)"
        r"[\s,]+)*"
    ).match(words, name.end())
    return filler.end() if filler else name.end()


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
        rf"[.!?;…]+(?=\s|$)|,(?=\s|$){spelled}|\s(?:(?:and|y)(?!\s(?:then|luego|capital"
        rf"|{number_words()})\b)|but|pero|porque|because|like|como|if"
        rf"|so|for|on|at)\s",
        re.IGNORECASE,
    )


@cache
def _clause() -> re.Pattern[str]:
    return re.compile(r"[^\s,.!?][^,.!?]*")
