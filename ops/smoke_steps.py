"""The steps of ``smoke``: one call from greeting to greeting, and what has to come of each step."""

from collections.abc import Callable, Iterator
from typing import Any, TypeVar
from uuid import uuid4

import httpx

from chalicelib.layout import record_key
from chalicelib.payload import dig, text
from chalicelib.record import REMEMBERED, Record, read_record
from chalicelib.signature import sign
from ops import smoke_call
from ops.smoke_call import AGENT, AGENT_NUMBER, ANSWER, CALLER, CONVERSATIONS, FIRST_NAME, QUESTION
from ops.smoke_erasure import erase, is_left
from ops.stores import Stores

POLLED_SECS = 0.5

_SHOWN = ("returning_caller", "caller_name", "memory_greeting")
_Found = TypeVar("_Found")


class StepError(Exception):
    """A step did not come to what it should; the text says what to look at."""


class Call:
    """One call: posted by ``http``, whose base is the stage's API, and looked for in ``stores``.

    Nothing is waited for longer than ``wait_secs``.
    """

    def __init__(self, http: httpx.Client, stores: Stores, wait_secs: float) -> None:
        self._http, self._stores, self._wait_secs = http, stores, wait_secs
        self._conversation = f"{CONVERSATIONS}{uuid4().hex}"
        self._key = f"post-call/{self._conversation}/post_call_transcription.json"
        self._token = ""
        self._planned = 0

    def steps(self) -> Iterator[tuple[str, Callable[[], str]]]:
        """Yield each step: what it shows, and a function that returns what it found.

        The function raises StepError when it is otherwise; what does not answer raises its own.
        """
        yield "nothing is left of an earlier run", self._clear
        yield "a new caller is greeted", self._greet_stranger
        yield "the signed call is acknowledged", self._hang_up
        yield "it is archived", self._find_archived
        yield "it is remembered", self._wait_until_remembered
        yield "Mem0 holds it", self._wait_for_memories
        yield "the agent's search finds it", self._search
        yield "the caller is greeted by name", self._greet_by_name

    def _clear(self) -> str:
        if not is_left(self._stores):
            return "nothing was"
        erase(self._stores)
        return "it was erased"

    def _greet_stranger(self) -> str:
        told = self._client_data()
        if told["returning_caller"] != "no":
            raise StepError("the invented caller is known already: is another smoke running?")
        return "returning_caller is no"

    def _greet_by_name(self) -> str:
        told = self._client_data()
        if told["caller_name"] != FIRST_NAME:
            raise StepError(
                f"caller_name is {told['caller_name']!r}, not {FIRST_NAME!r}: "
                "Mem0 and the caller card were too slow or not found."
            )
        return told["memory_greeting"]

    def _client_data(self) -> dict[str, str]:
        asked = {"caller_id": CALLER, "called_number": AGENT_NUMBER, "agent_id": AGENT}
        asked |= {"call_sid": "", "conversation_id": self._conversation}
        headers = {"X-Workspace-Key": self._stores.settings.workspace_keys[0]}
        answer = self._http.post("/client-data", json=asked, headers=headers)
        variables = dig(_read(answer, "/client-data"), "dynamic_variables") or {}
        self._token = text(variables, "secret__memory_token")
        return {name: text(variables, name) for name in _SHOWN}

    def _hang_up(self) -> str:
        now = int(self._stores.clock())
        body = smoke_call.payload(self._conversation, now)
        headers = {"Content-Type": "application/json"}
        headers["ElevenLabs-Signature"] = sign(body, self._stores.settings.hmac_keys[0], now)
        _read(self._http.post("/post-call", content=body, headers=headers), "/post-call")
        return "200"

    def _find_archived(self) -> str:
        if self._stores.archive.read(self._key) is None:
            raise StepError(
                "it was acknowledged and is not in the archive: the signature was refused. The "
                "API's log says why: signature refused, reason. See the runbook, Signatures fail."
            )
        return f"under {self._key}"

    def _wait_until_remembered(self) -> str:
        record = self._until(self._settled)
        if record is None:
            raise StepError(
                f"not within {self._wait_secs:.0f} s{self._last_failure()}. See python -m ops "
                f"doctor --stage {self._stores.stage}, and the log of the remember function."
            )
        if record.status != REMEMBERED:
            raise StepError(f"{record.status}: {record.reason}")
        self._planned = record.memories
        return f"at attempt {record.attempts}, in {record.memories} memories"

    def _settled(self) -> Record | None:
        record = self._record()
        return record if record and record.is_settled else None

    def _last_failure(self) -> str:
        record = self._record()
        return f", and failed so far: {record.reason}" if record and record.reason else ""

    def _record(self) -> Record | None:
        stored = self._stores.archive.read(record_key(self._key))
        return read_record(stored.body) if stored else None

    def _wait_for_memories(self) -> str:
        def enough() -> int:
            count = self._stores.memories.count(CALLER)
            return count if count >= self._planned else 0

        if not (count := self._until(enough)):
            raise StepError(
                f"it lacks some of the {self._planned} memories that were stored. Is it the same "
                "Mem0: MEM0_HOST, and the project of the key?"
            )
        return f"{count} memories"

    def _search(self) -> str:
        answer = self._until(self._found)
        if not answer:
            raise StepError(
                f"/retrieve does not find {QUESTION!r}, RETRIEVE_AUTH is "
                f"{self._stores.settings.retrieve_auth}. See the runbook, Memory not found."
            )
        return answer

    def _found(self) -> str:
        settings, asked, headers = self._stores.settings, {"query": QUESTION}, {}
        if settings.retrieve_auth == "token":
            headers["X-Memory-Token"] = self._token
        else:
            asked["user_id"] = CALLER
        if settings.retrieve_auth == "key":
            headers["X-Workspace-Key"] = settings.workspace_keys[0]
        told = _read(self._http.post("/retrieve", json=asked, headers=headers), "/retrieve")
        memories = [text(one, "memory") for one in told.get("memories") or ()]
        is_found = any(ANSWER in memory for memory in memories)
        return f"in {len(memories)} memories" if is_found else ""

    def _until(self, look: Callable[[], _Found]) -> _Found:
        """Return what ``look`` returns as soon as that is something, or at last what it is."""
        until = self._stores.clock() + self._wait_secs
        while not (found := look()) and self._stores.clock() < until:
            self._stores.sleep(POLLED_SECS)
        return found


def _read(answer: httpx.Response, route: str) -> dict[str, Any]:
    """Return the JSON object that ``route`` answered with 200; raise StepError for another."""
    try:
        told = answer.json()
    except ValueError:
        told = None
    if answer.status_code != 200 or not isinstance(told, dict):  # noqa: PLR2004 - HTTP's own
        said = text(told, "error") or text(told, "message")
        raise StepError(f"{route} answered {answer.status_code} {said}".rstrip())
    return told
