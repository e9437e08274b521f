"""The contract of ElevenLabs' API, as far as ops/ uses it: whether a message is one of theirs.

``elevenlabs_contract.json`` says where it is from.
"""

import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from referencing import Registry
from referencing.jsonschema import DRAFT202012

CONTRACT = json.loads((Path(__file__).parent / "elevenlabs_contract.json").read_bytes())
_REGISTRY = Registry().with_resource("urn:contract", DRAFT202012.create_resource(CONTRACT))


class ContractError(AssertionError):
    """A request or an answer that the contract does not know."""


def operation(method: str, path: str) -> tuple[str, str]:
    """Return the template of ``path`` and the id in it; raise ContractError."""
    for template in CONTRACT["paths"]:
        found = re.fullmatch(re.sub(r"\{\w+\}", "([^/]+)", template), path)
        if found and method.lower() in CONTRACT["paths"][template]:
            return template, "".join(found.groups())
    raise ContractError(f"{method} {path}")


def check_request(method: str, template: str, query: Mapping[str, list[str]], body: Any) -> None:
    """Return if the contract knows this request; raise ContractError."""
    told = CONTRACT["paths"][template][method.lower()]
    known = {one["name"] for one in told.get("parameters", ()) if one["in"] == "query"}
    if unknown := set(query) - known:
        raise ContractError(f"{method} {template}: {unknown}")
    if "requestBody" in told:
        _check(body, method, template, "requestBody")
    elif body is not None:
        raise ContractError(f"{method} {template} has no body")


def check_answer(method: str, template: str, status: int, body: Any) -> None:
    """Return if the contract knows this answer; statuses that it does not tell of may say anything.

    Raises ContractError.
    """
    told = CONTRACT["paths"][template][method.lower()]["responses"].get(str(status), {})
    if "content" in told:
        _check(body, method, template, f"responses/{status}")


def _check(body: Any, method: str, template: str, part: str) -> None:
    for error in _validator(method.lower(), template, part).iter_errors(body):
        raise ContractError(f"{method} {template} {part}: {error.json_path}: {error.message}")


@cache
def _validator(method: str, template: str, part: str) -> Draft202012Validator:
    path = template.replace("~", "~0").replace("/", "~1")
    where = f"/paths/{path}/{method}/{part}/content/application~1json/schema"
    return Draft202012Validator({"$ref": f"urn:contract#{where}"}, registry=_REGISTRY)
