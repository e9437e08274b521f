"""Gaps of moto 5.2.5 that the real ``chalice deploy`` falls into, each closed as AWS does it.

- S3 notifications: moto takes the names of filter rules in lower case only; Chalice writes
  ``Prefix`` and ``Suffix``, which S3 takes as well.
- S3 policies: moto passes over conditions, and would deny everything to everybody where S3 denies
  only what comes without TLS. The lab speaks HTTP where AWS speaks HTTPS: what has a condition is
  not applied.
- Lambda: moto knows a layer's version by name and number, not by its ARN.
- Lambda: moto does not tell an account's limits. Here they are those of a new account.
- API Gateway imports: moto refuses Swagger 2.0, asks for ``info.description``, and forgets the type
  of endpoint that it was asked for.
"""

import io
import json
from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import parse_qs

from moto.apigateway.models import apigateway_backends
from moto.iam.access_control import IAMPolicy, PermissionResult
from moto.s3.models import FakeBucket

ACCOUNT = "123456789012"
NEW_ACCOUNT = {"ConcurrentExecutions": 10, "UnreservedConcurrentExecutions": 10}

Served = Callable[[dict[str, Any], Any], Iterable[bytes]]


def closed(moto: Served) -> Served:
    """Return ``moto`` without these gaps."""
    replaced: Any = FakeBucket
    replaced.get_permission = _permission

    def serve(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        if environ["PATH_INFO"] == "/2016-08-19/account-settings":
            start_response("200 OK", [("Content-Type", "application/json")])
            return [json.dumps({"AccountLimit": NEW_ACCOUNT}).encode()]
        method, path = environ["REQUEST_METHOD"], environ["PATH_INFO"]
        asked = parse_qs(environ.get("QUERY_STRING", ""), keep_blank_values=True)
        if method == "PUT" and "notification" in asked:
            return moto(_rewritten(environ, _lower_filter_rules), start_response)
        if path.startswith("/restapis") and "mode" in asked:
            answer = list(moto(_rewritten(environ, _as_openapi), start_response))
            _keep_endpoint_type(answer, asked)
            return answer
        if asked.get("find") == ["LayerVersion"]:
            *_, layer, version = asked["Arn"][0].split(":")
            path = f"{path}/{layer}/versions/{version}"
            return moto({**environ, "PATH_INFO": path, "QUERY_STRING": ""}, start_response)
        return moto(environ, start_response)

    return serve


def _permission(bucket: FakeBucket, action: str, resource: str) -> Any:
    policy = json.loads(bucket.policy or b'{"Statement": []}')
    statements = [one for one in policy["Statement"] if "Condition" not in one]
    if not statements:
        return PermissionResult.NEUTRAL
    heeded = IAMPolicy(json.dumps({**policy, "Statement": statements}))
    return heeded.is_action_permitted(action, resource)


def _rewritten(environ: dict[str, Any], rewrite: Callable[[bytes], bytes]) -> dict[str, Any]:
    body = rewrite(environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0)))
    return {**environ, "wsgi.input": io.BytesIO(body), "CONTENT_LENGTH": str(len(body))}


def _lower_filter_rules(body: bytes) -> bytes:
    for name in (b"Prefix", b"Suffix"):
        body = body.replace(b"<Name>%s</Name>" % name, b"<Name>%s</Name>" % name.lower())
    return body


def _as_openapi(body: bytes) -> bytes:
    document = json.loads(body)
    document["openapi"] = "3.0.1"
    document.pop("swagger", None)
    document["info"].setdefault("description", "")
    return json.dumps(document).encode()


def _keep_endpoint_type(answer: list[bytes], asked: dict[str, list[str]]) -> None:
    made = json.loads(b"".join(answer))
    if "endpointConfigurationTypes" in asked and "id" in made:
        for backend in apigateway_backends[ACCOUNT].values():
            if made["id"] in backend.apis:
                types = asked["endpointConfigurationTypes"]
                backend.apis[made["id"]].endpoint_configuration = {"types": types}
