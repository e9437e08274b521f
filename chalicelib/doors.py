"""The doors: what each route does with a request before, during and after a call."""

import time
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from chalice.app import Request, Response

from chalicelib import correlation, identity, metrics, signature
from chalicelib.access import require_workspace
from chalicelib.archive import ArchiveError
from chalicelib.client_data import client_data
from chalicelib.container import Container
from chalicelib.findings import findings
from chalicelib.memory_token import Bearer, issue
from chalicelib.payload import read_object, read_payload, safe_id, text
from chalicelib.question import Question, read_question
from chalicelib.recollect import outcome, recollect
from chalicelib.recollection import Recollection
from chalicelib.refusal import RefusalError
from chalicelib.remembered import Remembered
from chalicelib.texts import DEFAULT_LANGUAGE, greetings
from chalicelib.warm_up import LONGEST_HELD_SECS, seconds_held

ANSWERING_SECS = 0.05  # of the budget, kept for writing the answer
WARMING_SECS, WARM_FOR_SECS = 2.0, 60.0

ARCHIVED = {"kept": "Archived", "duplicate": "Duplicate", "kept again": "KeptAgain"}

_OK = {"status": "ok"}


def before_call(request: Request, box: Container) -> Response:
    """POST /client-data: say who is calling and how to greet them, within the budget."""
    started = time.monotonic()
    require_workspace(request.headers, box.settings)
    body = read_object(_raw(request))
    if body is None or not {"caller_id", "system__caller_id"} & body.keys():
        raise RefusalError(400, "Missing caller_id: send a JSON object that holds it.")
    correlation.begin(text(body, "conversation_id"))
    caller_id = identity.caller_before_call(body, box.settings.agent_numbers)
    until = started + box.settings.client_data_budget_ms / 1_000 - ANSWERING_SECS
    recollection = recollect(box, caller_id, until) if caller_id else Recollection()
    settings, now = box.settings, box.clock()
    told = client_data(caller_id, recollection, settings.overrides, settings.agent_prompt, now)
    if settings.retrieve_auth == "token":
        told["dynamic_variables"]["secret__memory_token"] = _token(box, caller_id, body)
    known = "Greeted" if recollection.is_returning else "Unknown"
    _note(box, "client-data", body, started, known if caller_id else "Withheld")
    return Response(told)


def during_call(request: Request, box: Container) -> Response:
    """POST /retrieve: tell the agent what the caller said before that fits its question."""
    started = time.monotonic()
    question = read_question(_raw(request), request.headers, box.settings, box.clock())
    correlation.begin(question.conversation_id)
    found = _search(box, question) if question.caller_id else []
    result = "NotSearched" if found is None else "Found" if found else "NothingFound"
    _note(box, "retrieve", asdict(question), started, result)
    if found is None:
        message = greetings(DEFAULT_LANGUAGE)["memory_unreachable"]
        return Response({"memories": [], "message": message})
    return Response({"memories": findings(found)})


def after_call(request: Request, box: Container) -> Response:
    """POST /post-call: archive what ElevenLabs has signed; a stranger gets the same answer."""
    started = time.monotonic()
    raw, headers = _raw(request), request.headers
    signed = headers.get("elevenlabs-signature") or headers.get("x-elevenlabs-signature")
    try:
        _verify(box, raw, signed)
    except signature.SignatureError as error:
        box.log.warning("signature refused", extra={"reason": error.reason})
        metrics.emit({"reason": error.reason}, SignatureRefused=1)
        return Response(_OK)
    payload = read_payload(raw)
    correlation.begin(payload.folder)
    ids = {"conversation_id": payload.folder, "agent_id": payload.agent_id}
    try:
        kept = box.archive.keep(payload, raw)
    except ArchiveError as error:
        box.log.error("payload not archived", extra={**ids, "reason": error.reason})
        metrics.emit({"door": "post-call"}, NotArchived=1)
        raise RefusalError(503, "The payload could not be archived. Send it again.") from error
    _note(box, "post-call", ids, started, ARCHIVED[kept])
    return Response(_OK)


def health(request: Request, box: Container) -> Response:
    """GET /health: be up, with the connections open that the next caller will need.

    Anybody may ask; so keys and connections are looked after once a minute, not at each request.
    The schedule asks several containers at once, and has each hold its
    answer for as long as it says.
    """
    started = time.monotonic()
    if reading := box.freshen(WARM_FOR_SECS):
        box.wait_for([reading], WARMING_SECS)
    if box.is_due(WARM_FOR_SECS):
        opening = [box.start(box.memory_store.open_connections), box.start(_open_archive, box)]
        box.wait_for(opening, WARMING_SECS)
        for connection in opening:
            outcome(box, "connection not opened", connection, None)
    held_secs = min(seconds_held(request.context), LONGEST_HELD_SECS)
    time.sleep(max(0.0, held_secs - (time.monotonic() - started)))
    return Response(_OK)


def _verify(box: Container, raw: bytes, signed: str | None) -> None:
    """Return if ``signed`` is valid, be it with a key that was set a moment ago."""
    known = box.settings

    def verify() -> None:
        settings, now = box.settings, box.clock()
        tolerance_secs = settings.signature_tolerance_secs
        signature.verify(raw, signed, settings.hmac_keys, now, tolerance_secs)

    try:
        verify()
    except signature.SignatureError as error:
        if error.reason != "mismatch" or not box.has_newer_keys(known):
            raise
        verify()


def _open_archive(box: Container) -> None:
    box.archive.open_connection()  # its client is built on that thread too


def _search(box: Container, question: Question) -> list[Remembered] | None:
    """Return what fits best, or None when Mem0 failed or took too long."""
    asked = question.caller_id, question.query, box.settings.mem0_search_limit
    search = box.start(box.memory_store.search, *asked)
    box.wait_for([search], box.settings.mem0_timeout_secs)
    found: list[Remembered] | None = outcome(box, "search failed", search, None)
    return found


def _token(box: Container, caller_id: str | None, body: Mapping[str, Any]) -> str:
    bearer = Bearer(caller_id or "", text(body, "agent_id"), text(body, "conversation_id"))
    settings = box.settings
    return issue(bearer, settings.hmac_keys, box.clock(), settings.token_ttl_secs)


def _raw(request: Request) -> bytes:
    """Return the body as it came; nothing for what API Gateway would not have sent."""
    try:
        body = request.raw_body
    except ValueError:  # said to be base64 and is not, or no text that UTF-8 can carry
        return b""
    return body if isinstance(body, bytes) else body.encode()


def _note(box: Container, door: str, ids: Mapping[str, Any], started: float, result: str) -> None:
    """Log and count what came of a request; without auth its ids may hold anything."""
    said = {name: text(ids, name) for name in ("conversation_id", "agent_id")}
    safe = {name: safe_id(one) for name, one in said.items() if any(map(str.isdigit, one))}
    latency_ms = round((time.monotonic() - started) * 1_000)
    box.log.info("answered", extra={"door": door, "outcome": result, **safe, "ms": latency_ms})
    metrics.emit({"door": door}, LatencyMs=latency_ms, **{result: 1})
