"""Requests as API Gateway hands them to the function. Pure.

Shape: https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html
"""

import json
from typing import Any

from chalicelib import signature

WORKSPACE_KEY, HMAC_KEY = "bench-workspace-key", "bench-hmac-key"


def client_data(caller_id: str) -> dict[str, Any]:
    """Return the initiation webhook of a call from ``caller_id``."""
    body = json.dumps({"caller_id": caller_id, "call_sid": ""})
    return event("/client-data", body, {"X-Workspace-Key": WORKSPACE_KEY})


def retrieve(caller_id: str, query: str) -> dict[str, Any]:
    """Return the request of the agent's tool ``search_memory``."""
    return event("/retrieve", json.dumps({"query": query, "user_id": caller_id}), {})


def post_call(payload: bytes, at: int) -> dict[str, Any]:
    """Return the post-call webhook with ``payload``, signed at ``at`` (unix seconds)."""
    signed = signature.sign(payload, HMAC_KEY, at)
    return event("/post-call", payload.decode(), {"ElevenLabs-Signature": signed})


def event(path: str, body: str, headers: dict[str, str]) -> dict[str, Any]:
    """Return the POST of ``body`` to ``path``, as API Gateway hands it on."""
    sent = {"Content-Type": "application/json", **headers}
    context = {"resourcePath": path, "httpMethod": "POST", "path": path}
    return {
        "resource": path,
        "path": path,
        "httpMethod": "POST",
        "headers": sent,
        "multiValueHeaders": {name: [value] for name, value in sent.items()},
        "queryStringParameters": None,
        "multiValueQueryStringParameters": None,
        "pathParameters": None,
        "stageVariables": None,
        "requestContext": {**context, "identity": {"sourceIp": "127.0.0.1"}},
        "body": body,
        "isBase64Encoded": False,
    }
