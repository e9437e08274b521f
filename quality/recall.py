"""Whether /retrieve finds the turn that answers a question."""

from collections.abc import Iterator

from quality.fixture import Caller
from quality.judgement import Judgement
from quality.player import Searched
from quality.wording import part_said

FOUND_FROM = 0.6  # of the answering turn's words: small talk around them is not kept


def judge_search(searched: Searched, caller: Caller) -> Iterator[Judgement]:
    """Yield for 1 and 3 memories whether one of them holds an answering turn."""
    question = searched.question
    turns = [caller.calls[call - 1].turns[turn] for call, turn in question.answers]
    hits = [any(part_said(turn, found) >= FOUND_FROM for turn in turns) for found in searched.found]
    seen = "\n".join(searched.found) or "nothing"
    for most in (1, 3):
        expected = f"{question.words} -> {turns[0]}"
        yield Judgement(f"recall@{most}", any(hits[:most]), expected, seen)
