"""A conversation without secrets, also where one was said bit by bit or said again. No I/O."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from chalicelib.conversation import Collected, Conversation, Turn
from chalicelib.redaction.awaited_secret import awaited
from chalicelib.redaction.card_date import card_date
from chalicelib.redaction.dictated import rest_of_dictated, spread, without_numbers
from chalicelib.redaction.passwords import mixed
from chalicelib.redaction.put_together import in_pieces
from chalicelib.redaction.redact import MARK, marked, redact
from chalicelib.redaction.secret_words import password_said
from chalicelib.redaction.spoken_codes import codes
from chalicelib.redaction.told_before import told_before
from chalicelib.redaction.told_keys import refuses_secret
from chalicelib.redaction.word_wanted import checked
from chalicelib.sentences import sentences
from chalicelib.spoken_numbers import YEAR, pieces_of, runs

_SHORTEST = 3  # digits of a secret, and of a part of one
_MOST_TIMES = 4  # that a conversation is looked through until nothing changes
_SHORT_WORD = 4  # letters
_FEW_WORDS = 4  # that are looked for as one
_LONGEST_WORD = 100  # characters that are taken out in one place
_SPELLED = re.compile(r"[^\W\d_](?:[\s,.-]{1,3}[^\W\d_]){3,}")  # "B, A, K, E"
_MOST_MARKS = 3  # in a turn that is looked at for words


def redact_turns(turns: Iterable[Turn]) -> tuple[Turn, ...]:
    """Return ``turns`` without secrets, also where one was said over several turns or repeated."""
    turns = tuple(turns)
    for _ in range(_MOST_TIMES):
        told = _redacted(turns)
        if told == turns:
            break
        turns = told
    return turns


def _redacted(turns: tuple[Turn, ...]) -> tuple[Turn, ...]:
    bit_by_bit = spread(turns)
    told: list[Turn] = []
    asked = before = ""
    for at, (turn, since) in enumerate(zip(turns, awaited(turns), strict=True)):
        words = without_numbers(turn.words) if at in bit_by_bit else turn.words
        words = redact(words, asked, since, _refused(turns, at))
        words = marked(words, rest_of_dictated(words, told))
        words = marked(words, card_date(words, told))
        told.append(replace(turn, words=words))
        asked = checked(before, turn.words) if turn.speaker == "agent" else ""
        before = asked or before
    told = [
        replace(turn, words=marked(turn.words, told_before(told, at)))
        for at, turn in enumerate(told)
    ]
    secrets = _said_secrets(turns, told)
    return tuple(replace(turn, words=_without(secrets, turn.words)) for turn in told)


def _refused(turns: Sequence[Turn], at: int) -> str:
    """Return the agent's next sentence by which it wants no password that was told at ``at``."""
    if turns[at].speaker != "caller" or at + 1 == len(turns) or turns[at + 1].speaker != "agent":
        return ""
    return next(filter(refuses_secret, sentences(turns[at + 1].words)), "")


def redact_conversation(conversation: Conversation) -> Conversation:
    """Return ``conversation`` with its turns, collected values and summary without secrets."""
    turns = redact_turns(conversation.turns)
    secrets = _said_secrets(conversation.turns, turns)
    return replace(
        conversation,
        turns=turns,
        collected=tuple(
            Collected(each.item, _without(secrets, _value(each))) for each in conversation.collected
        ),
        summary=_without(secrets, redact(conversation.summary)),
    )


def _value(collected: Collected) -> str:
    """Return the collected value without secrets: its item may be the label that tells one."""
    value = redact(collected.value, collected.item)
    label = re.sub(r"[\W_]+", " ", collected.item).strip().lower() + ": "
    told = redact(label + value)
    return told.removeprefix(label) if told.startswith(label) else value


def _joined(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the ``spans``, in their order, with those that overlap as one."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], end
        else:
            joined.append((start, end))
    return joined


def _said_secrets(before: Iterable[Turn], after: Iterable[Turn]) -> frozenset[str]:
    """Return the numbers of four digits and more that were taken out, and passwords of one word."""
    before, after = tuple(before), tuple(after)
    gone = set(in_pieces(before, after))
    for was, now in zip(before, after, strict=True):
        if was.words != now.words:
            gone |= set(_numbers(was.words) - _numbers(now.words))
            gone |= {word for word in mixed().findall(was.words) if word not in now.words}
            gone |= _codes(was.words) - _codes(now.words)
            gone |= _lone_words(was.words, now.words)
            gone |= {
                said["secret"].split()[0].strip(".,;!?\"'")
                for said in password_said().finditer(was.words)
            }
    return frozenset(each for each in gone if len(each) > _SHORTEST and not YEAR.fullmatch(each))


def _lone_words(was: str, now: str) -> set[str]:
    """Return the words that stood alone where something was taken out: they are said again."""
    kept = re.escape(now).replace(re.escape(MARK), f"(.{{1,{_LONGEST_WORD}}}?)")
    if now.count(MARK) > _MOST_MARKS:
        return set()
    found = re.fullmatch(kept, was, re.DOTALL)
    gone = found.groups() if found else ()
    spelled = {re.sub(r"\W", "", word) for word in gone if _SPELLED.fullmatch(word)}
    return {word for word in (*gone, *spelled) if _is_a_word(word)}


def _is_a_word(words: str) -> bool:
    """Say whether ``words`` are one that nobody says by the way, or few that belong together."""
    parts = words.split()
    is_long = len(words) > _SHORT_WORD or (words.isupper() and len(words) == _SHORT_WORD)
    return (
        is_long
        and len(parts) <= _FEW_WORDS
        and all(map(str.isalpha, parts))
        and not any(runs(words))
    )


def _codes(words: str) -> set[str]:
    """Return the codes in ``words`` that have letters."""
    return {code.signs for code in codes(words) if code.letters and code.digits >= _SHORTEST}


def _numbers(words: str) -> Counter[str]:
    return Counter(run.digits for run in runs(words))


def _without(secrets: frozenset[str], words: str) -> str:
    """Return ``words`` without the ``secrets`` that were said elsewhere."""
    if not secrets:
        return words
    spans = [span for run in runs(words) for span in run.among(secrets)]
    spans += _joined(pieces_of(secrets, words))
    spans += [(code.start, code.end) for code in codes(words) if code.signs in secrets]
    for secret in secrets:
        if not secret.isdigit() and len(secret) <= 80:  # noqa: PLR2004
            spelled = r"[\s,.-]{1,3}".join(map(re.escape, secret)) if secret.isalpha() else r"\b\B"
            said = rf"(?<!\w)(?:{re.escape(secret)}|{spelled})(?!\w)"
            again = re.compile(said, re.IGNORECASE)
            spans += [found.span() for found in again.finditer(words)]
    return marked(words, spans)
