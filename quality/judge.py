"""What is judged of a played call: greeting, name, language, facts, junk and echo.

A stored memory is *junk* when nobody said it: it holds words that are not the caller's (guesses,
recitals, machines), or most of what it says was neither spoken in the call nor found by ElevenLabs'
analysis; and when most of it is small talk. It is an *echo* when words that are not the caller's
are the agent's. Secrets, and any piece of small talk at all, are judged for themselves.
"""

import json
from collections.abc import Iterator

from chalicelib.names import spoken_name
from chalicelib.payload import dig
from quality.fixture import Call, Said
from quality.judgement import Judgement
from quality.player import Played
from quality.wording import content, holds, part_holding, part_said, plain

SAID_FROM = 0.5  # of a memory's words
SMALL_TALK_FROM = 0.5  # of a memory's words, by sentences
# The app's own words around what was said.
_OUR_WORDS = "agent asked caller said name what"


def judge(played: Played) -> Iterator[Judgement]:
    """Yield what there is to say of one call."""
    yield from _greeting(played)
    yield from _name(played)
    yield from _facts(played)
    yield from _memories(played)


def _greeting(played: Played) -> Iterator[Judgement]:
    call, told = played.call, played.variables
    greeting, spoken = told["memory_greeting"], told["caller_name"]
    expected = call.greeted or " or ".join(call.asks_for) or "nobody by name"
    asks = not call.asks_for or any(holds(greeting, name) for name in call.asks_for)
    is_right = plain(spoken) == plain(call.greeted) and asks
    yield Judgement("name greeted", is_right, expected, greeting)
    allowed = {plain(name) for name in ("", call.greeted, spoken_name(call.known))}
    is_allowed = plain(spoken) in (allowed if call.greeted else {""})
    yield Judgement("no wrong name spoken", is_allowed, expected, greeting)
    agent = dig(played.told, "conversation_config_override", "agent") or {}
    is_right = agent.get("language", "en") == call.greeting_language
    yield Judgement("greeting language", is_right, call.greeting_language, greeting)
    returning = "yes" if call.is_returning else "no"
    is_right = told["returning_caller"] == returning
    yield Judgement("returning", is_right, returning, told["returning_caller"])


def _name(played: Played) -> Iterator[Judgement]:
    """Yield whether the speaker's full name is kept, and no other as theirs."""
    kept = [one.name for one in played.stored if one.kind == "name" and one.is_sure]
    expected, shown = played.call.name, played.context_afterwards
    if kept:
        is_right = plain(kept[0]) == plain(expected) or holds(shown, expected)
        is_right = is_right and bool(expected)
        yield Judgement("name kept", is_right, expected or "no name", kept[0])
    elif expected:
        seen = "\n".join(shown.splitlines()[:6])
        yield Judgement("name kept", holds(shown, expected), expected, seen)


def _facts(played: Played) -> Iterator[Judgement]:
    texts = [memory.text for memory in played.stored]
    for fact in played.call.facts:
        is_found = any(holds_all(text, fact) for text in texts)
        yield Judgement("facts found", is_found, f"{fact.meaning} {fact.words}", "\n".join(texts))


def _memories(played: Played) -> Iterator[Judgement]:
    call = played.call
    wanted = (*call.facts, *call.opened)
    for memory in played.stored:
        text, seen = memory.text, f"{memory.kind}: {memory.text}"
        unsaid, secret = _held(text, call.forbidden.unsaid), _held(text, call.forbidden.secrets)
        small_talk = _held(text, call.forbidden.small_talk)
        junk = unsaid or _junk(text, call)
        yield Judgement("no junk", not junk, f"without: {junk}", seen)
        is_echo = bool(unsaid) and any(holds(turn, unsaid) for turn in _agents_words(call))
        yield Judgement("no echo", not is_echo, f"without: {unsaid}", seen)
        yield Judgement("no secret", not secret, f"without: {secret}", seen)
        yield Judgement("no small talk", not small_talk, f"without: {small_talk}", seen)
        is_wanted = memory.kind == "name" or any(holds_all(text, one) for one in wanted)
        yield Judgement("facts precise", is_wanted, "something that was expected", seen)


def _held(text: str, pieces: tuple[str, ...]) -> str:
    return next((words for words in pieces if holds(text, words)), "")


def holds_all(text: str, said: Said) -> bool:
    """Tell if all of the words stand in ``text``."""
    return all(holds(text, words) for words in said.words)


def _junk(text: str, call: Call) -> str:
    """Return why ``text`` is junk, or ""."""
    if part_holding(text, call.forbidden.small_talk) > SMALL_TALK_FROM:
        return _held(text, call.forbidden.small_talk)
    spoken = " ".join((*call.turns, *_analysed(call)))
    return "nobody said it" if content(text) and part_said(text, spoken) < SAID_FROM else ""


def _analysed(call: Call) -> Iterator[str]:
    analysis = dig(call.data, "analysis")
    yield str(dig(analysis, "transcript_summary") or "")
    for item, result in (dig(analysis, "data_collection_results") or {}).items():
        yield f"{item.replace('_', ' ')} {dig(result, 'value')}"
    yield _OUR_WORDS


def _agents_words(call: Call) -> list[str]:
    """Return all that the agent said, meant to say, or was told: the caller's turns left out."""
    turns = [turn for turn in call.transcript if turn["role"] == "agent"]
    results = [turn.get("tool_results") for turn in call.transcript]
    told = dig(call.data, "conversation_initiation_client_data")
    return [json.dumps(one, ensure_ascii=False) for one in (*turns, *results, told)]
