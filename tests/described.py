"""docs/openapi.json, read for tests: what it says of each route, and what is not as it says."""

import json
from pathlib import Path
from typing import Any

from openapi_schema_validator import OAS31Validator

PATH = Path(__file__).parent.parent / "docs" / "openapi.json"
DOCUMENT: dict[str, Any] = json.loads(PATH.read_text(encoding="utf-8"))
SHARED: dict[str, Any] = DOCUMENT["components"]
OPERATIONS: dict[str, dict[str, Any]] = {
    f"{method.upper()} {path}": operation
    for path, operations in DOCUMENT["paths"].items()
    for method, operation in operations.items()
}


def responses(route: str) -> dict[int, dict[str, Any]]:
    """Return what is described of each status of ``route`` (``"GET /health"``)."""
    described = OPERATIONS[route]["responses"].items()
    return {int(status): _followed(response) for status, response in described}


def examples(described: dict[str, Any]) -> dict[str, Any]:
    """Return the examples, by their names, of a request body or a response."""
    given = described["content"]["application/json"]["examples"]
    return {name: example["value"] for name, example in given.items()}


def schema(described: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a request body or a response."""
    found: dict[str, Any] = described["content"]["application/json"]["schema"]
    return found


def mistakes(wanted: dict[str, Any], value: Any) -> list[str]:
    """Return what about ``value`` is not as the schema ``wanted`` says."""
    validator = OAS31Validator({**wanted, "components": SHARED})
    return [error.message for error in validator.iter_errors(value)]


def _followed(response: dict[str, Any]) -> dict[str, Any]:
    *_, name = response.get("$ref", "").split("/")
    return SHARED["responses"][name] if name else response
