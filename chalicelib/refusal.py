"""The one shape of a refusal: ``{"error": "<one plain sentence>"}``."""

import logging
from collections.abc import Callable
from typing import Any

from chalice.app import Request, Response

from chalicelib import correlation, current_settings, log
from chalicelib.container import Container, container
from chalicelib.keys import KeysUnreachableError
from chalicelib.settings import SettingsError

# Chalice's own sentences repeat what was sent.
_SENTENCES = {
    405: "Use another method for this route; its documentation names it.",
    415: "Send the body as application/json.",
    500: "Something went wrong here. Try again.",
}

KEY_REFUSED = 401

Door = Callable[[Request, Container], Response]


class RefusalError(Exception):
    """The request is refused with ``status``; ``sentence`` tells the caller of ours what to do."""

    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(sentence)
        self.status = status
        self.sentence = sentence


def refuse(status: int, sentence: str) -> Response:
    """Return a refusal with ``status``; ``sentence`` tells the caller of ours what to do."""
    return Response({"error": sentence}, status_code=status)


def answer(door: Door, request: Any) -> Response:
    """Return what ``door`` answers, or its refusal.

    An app that is not set up refuses everything, and says in its log what is missing. Who is
    refused for a key is asked in again when another key holds by now.
    """
    correlation.begin()
    try:
        box = container()
    except KeysUnreachableError as error:
        logging.getLogger(log.NAME).error("no keys: %s", error)
        return refuse(503, "This service can't read its keys now. Try again.")
    except SettingsError as error:
        logging.getLogger(log.NAME).error("not set up: %s", error)
        return refuse(
            500, "This service is not set up yet; its operator finds the reason in its log."
        )
    box.freshen(current_settings.FRESH_SECS)
    known = box.settings
    answered = _answered(door, request, box)
    if answered.status_code == KEY_REFUSED and box.has_newer_keys(known):
        return _answered(door, request, box)
    return answered


def _answered(door: Door, request: Request, box: Container) -> Response:
    try:
        return door(request, box)
    except RefusalError as error:
        return refuse(error.status, error.sentence)


def one_shape(event: Any, get_response: Callable[[Any], Response]) -> Response:
    """Give Chalice's own refusals our shape; a middleware for ``http``.

    Chalice answers ``{"Code", "Message"}`` to a wrong method, to a wrong content type, and to an
    error that nobody caught, which it has logged by then.
    """
    response = get_response(event)
    if isinstance(response.body, dict) and {"Code", "Message"} <= response.body.keys():
        sentence = _SENTENCES.get(response.status_code, _SENTENCES[500])
        return Response({"error": sentence}, response.headers, response.status_code)
    return response
