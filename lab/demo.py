"""``make demo``: one caller's story, over HTTP, each step checked.

A first call from a number nobody knows, its transcript, the remembering, and the second call.
"""

import re
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any, TypeVar

import httpx
from botocore.exceptions import BotoCoreError, ClientError
from rich.console import Console

from chalicelib import names
from chalicelib.conversation import Conversation, NotUnderstoodError
from chalicelib.findings import LONGEST_FINDING
from chalicelib.layout import payload_key, record_key
from chalicelib.payload import Payload
from chalicelib.quotation import quote
from chalicelib.record import REMEMBERED, Record, read_record
from chalicelib.texts import greetings
from lab.call_sheet import CallSheet
from lab.mem0.encoder import load_meanwhile
from lab.phone_lab import PhoneLab
from lab.routes import RoutesError
from lab.story import Story, read_story

REMEMBERING_SECS = 60.0

_Seen = TypeVar("_Seen")


class StepFailedError(Exception):
    """A step of the story did not happen."""


def main(path: Path | None) -> int:
    """Play the conversation in ``path``, or the lab's own; return 0, or 1 if a step failed."""
    sheet = CallSheet(Console())
    try:
        story = read_story(path)
    except (OSError, NotUnderstoodError) as error:
        sheet.failed("the conversation is read", str(error))
        return 1
    load_meanwhile()
    try:
        with ExitStack() as stack:
            with sheet.waiting("Starting the lab: S3, Mem0 and the app's routes"):
                lab = stack.enter_context(PhoneLab(log_level="ERROR"))
            return play(lab, story, sheet)
    except RoutesError as error:
        sheet.failed("the lab starts", str(error))
        return 1


def play(lab: PhoneLab, story: Story, sheet: CallSheet) -> int:
    """Play ``story`` in ``lab``; return 0, or 1 when a step did not happen."""
    try:
        _play(lab, story, sheet)
    except StepFailedError:
        return 1
    sheet.timings()
    return 0


def _play(lab: PhoneLab, story: Story, sheet: CallSheet) -> None:
    step, talk = _Steps(sheet), story.conversation
    sheet.chapter("The first call: a number nobody knows")
    first = step("the unknown caller is welcomed", lambda: _client_data(lab, talk, "no"))
    sheet.answer(first)
    sheet.talk((turn.speaker, turn.words) for turn in talk.turns)
    sheet.chapter("They hang up: ElevenLabs sends the signed transcript")
    step("the transcript is taken and archived", lambda: _hang_up(lab, story))
    with sheet.waiting("Remembering"):
        record = step("the conversation is remembered", lambda: _remembered(lab, story))
        step("Mem0 has extracted further facts", lambda: _extracted(lab, record.event_id))
    sheet.stored(_memories(lab, talk))
    step("a second delivery changes nothing", lambda: _deliver_again(lab, story))
    sheet.chapter("The second call")
    second = step("the caller is recognised", lambda: _client_data(lab, talk, "yes"))
    sheet.answer(second)
    step("the caller is greeted by name", lambda: _greeted(second, talk))
    found = step("the agent finds what was said", lambda: _searched(lab, story))
    sheet.search(story.question, found)


class _Steps:
    def __init__(self, sheet: CallSheet) -> None:
        self._sheet = sheet

    def __call__(self, name: str, action: Callable[[], Any]) -> Any:
        started = time.perf_counter()
        try:
            result = action()
        except (BotoCoreError, ClientError, httpx.HTTPError, StepFailedError) as error:
            self._sheet.failed(name, str(error))
            raise StepFailedError(name) from error
        self._sheet.done(name, time.perf_counter() - started)
        return result


def _client_data(lab: PhoneLab, talk: Conversation, returning: str) -> dict[str, Any]:
    answer = lab.elevenlabs.before_call(talk.caller_id, agent_id=talk.agent_id)
    _expect(answer.status_code == 200, f"/client-data answered {answer.status_code}")
    told: dict[str, Any] = answer.json()
    said = told["dynamic_variables"]["returning_caller"]
    _expect(said == returning, f"returning_caller is {said}")
    return told


def _hang_up(lab: PhoneLab, story: Story) -> None:
    answer = lab.elevenlabs.after_call(story.raw)
    _expect(answer.status_code == 200, f"/post-call answered {answer.status_code}")
    stored = lab.s3.client().get_object(Bucket=lab.s3.bucket, Key=payload_key(story.payload))
    _expect(stored["Body"].read() == story.raw, "the archived bytes are not those that were sent")


def _remembered(lab: PhoneLab, story: Story) -> Record:
    record = _until(lambda: _settled(lab, story.payload))
    _expect(record.status == REMEMBERED, f"it was not: {record.reason}")
    return record


def _settled(lab: PhoneLab, payload: Payload) -> Record | None:
    s3 = lab.s3.client()
    key = record_key(payload_key(payload))
    try:
        record = read_record(s3.get_object(Bucket=lab.s3.bucket, Key=key)["Body"].read())
    except s3.exceptions.NoSuchKey:
        return None
    return record if record.is_settled else None


def _extracted(lab: PhoneLab, event_id: str) -> None:
    event = _until(lambda: _finished(lab, event_id))
    _expect(event["status"] == "SUCCEEDED", f"Mem0 says {event['status']}")


def _finished(lab: PhoneLab, event_id: str) -> dict[str, Any] | None:
    event: dict[str, Any] = _ask_mem0(lab, "GET", f"/v1/event/{event_id}/")
    return event if event["status"] in ("SUCCEEDED", "FAILED") else None


def _deliver_again(lab: PhoneLab, story: Story) -> None:
    before = len(_memories(lab, story.conversation))
    answer = lab.elevenlabs.after_call(story.raw)
    _expect(answer.status_code == 200, f"/post-call answered {answer.status_code}")
    after = len(_memories(lab, story.conversation))
    _expect(before == after, f"there were {before} memories and now are {after}")


def _greeted(told: dict[str, Any], talk: Conversation) -> None:
    name = names.name_of(talk).spoken
    greeting = told["conversation_config_override"]["agent"]["first_message"]
    expected = name or greetings(talk.language)["caller_without_name"]
    _expect(expected in greeting, f"the greeting was {greeting!r}")


def _searched(lab: PhoneLab, story: Story) -> list[dict[str, Any]]:
    answer = lab.elevenlabs.search(story.conversation.caller_id, story.question)
    _expect(answer.status_code == 200, f"/retrieve answered {answer.status_code}")
    found: list[dict[str, Any]] = answer.json()["memories"]
    told = _words("\n".join(memory["memory"] for memory in found))
    _expect(
        _words(quote(story.answer, LONGEST_FINDING)) in told,
        f"it is not among the {len(found)} memories found",
    )
    return found


def _words(text: str) -> str:
    """Return ``text`` without its punctuation, which may differ where it is quoted."""
    return " ".join(re.findall(r"\w+", text))


def _memories(lab: PhoneLab, talk: Conversation) -> list[dict[str, Any]]:
    filters = {"filters": {"user_id": talk.caller_id}, "page_size": 200}
    found: list[dict[str, Any]] = _ask_mem0(lab, "POST", "/v3/memories/", filters)["results"]
    return found


def _ask_mem0(lab: PhoneLab, method: str, path: str, body: Any = None) -> Any:
    key = {"Authorization": f"Token {lab.mem0.api_key}"}
    return httpx.request(method, f"{lab.mem0.url}{path}", json=body, headers=key).json()


def _until(look: Callable[[], _Seen | None]) -> _Seen:
    """Return what ``look`` sees as soon as it sees something; StepFailedError after a minute."""
    until = time.monotonic() + REMEMBERING_SECS
    while (seen := look()) is None:
        _expect(time.monotonic() < until, "it did not happen within a minute")
        time.sleep(0.05)
    return seen


def _expect(is_so: bool, otherwise: str) -> None:
    if not is_so:
        raise StepFailedError(otherwise)
