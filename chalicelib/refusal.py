"""The one shape of a refusal: ``{"error": "<one plain sentence>"}``."""

import logging
from collections.abc import Callable
from typing import Any

from chalice.app import Request, Response

from chalicelib import log
from chalicelib.container import Container, container
from chalicelib.settings import SettingsError

Door = Callable[[Request, Container], Response]


def refuse(status: int, sentence: str) -> Response:
    """Return a refusal with ``status``; ``sentence`` tells the caller of ours what to do."""
    return Response({"error": sentence}, status_code=status)


def answer(door: Door, request: Any) -> Response:
    """Return what ``door`` answers; a refusal when the app is not set up, and a log line why."""
    try:
        box = container()
    except SettingsError as error:
        logging.getLogger(log.NAME).error("not set up: %s", error)
        return refuse(
            500, "This service is not set up yet; its operator finds the reason in its log."
        )
    return door(request, box)


def one_shape(event: Any, get_response: Callable[[Any], Response]) -> Response:
    """Give Chalice's own refusals our shape; a middleware for ``http``.

    Chalice answers ``{"Code", "Message"}`` to a wrong method, to a wrong content type, and to an
    error that nobody caught, which it has logged by then.
    """
    response = get_response(event)
    if isinstance(response.body, dict) and {"Code", "Message"} <= response.body.keys():
        return Response({"error": response.body["Message"]}, response.headers, response.status_code)
    return response
