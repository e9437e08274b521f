"""A deployed stage over HTTP: API Gateway's requests to its function, S3's to the rememberer."""

import json
from collections.abc import Mapping

import httpx

from bench import api_gateway
from lab.functions import Functions
from tests.ops.story import API, created


class DeployedRoutes(httpx.BaseTransport):
    """Has ``functions`` answer what is asked of the stage, and remember what they archive.

    ``bucket`` is the stage's archive. Only POST is understood, as of our routes for ElevenLabs.
    """

    def __init__(self, functions: Functions, bucket: str) -> None:
        self._functions, self._bucket = functions, bucket

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Answer as API Gateway would, whose path begins with the stage."""
        assert request.method == "POST"
        _, _, path = request.url.path.lstrip("/").partition("/")
        body, headers = request.read().decode(), dict(request.headers)
        answer = self._functions.invoke(API, api_gateway.event(f"/{path}", body, headers))
        if path == "post-call":
            self._remember(json.loads(body)["data"])
        told = {"Content-Type": "application/json"}
        return httpx.Response(answer["statusCode"], headers=told, text=answer["body"])

    def _remember(self, data: Mapping[str, str]) -> None:
        key = f"post-call/{data['conversation_id']}/post_call_transcription.json"
        self._functions.invoke(f"{API}-remember", created(self._bucket, key))
