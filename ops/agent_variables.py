"""The dynamic variables that an agent uses, and whether somebody fills them in. No I/O.

A conversation whose prompt, first message or tools use a variable without a value ends at its
start. https://elevenlabs.io/docs/eleven-agents/customization/personalization/dynamic-variables
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ops import search_tool
from ops.deployed_app import DeployedApp
from ops.elevenlabs_account import Account

# As documented in October 2026; besides, system__env_<label> and, of SIP headers, sip_<name>.
SYSTEM = frozenset(
    f"system__{name}"
    for name in (
        "agent_id agent_turns call_duration_secs call_id call_sid called_number caller_id "
        "conversation_history conversation_id current_agent_id current_agent_turns "
        "current_subagent_turns is_text_only time time_utc timezone"
    ).split()
)
FILLED_IN_BY_THEM = ("system__env_", "sip_")

_TEMPLATE = re.compile(r"\{\{\s*([^{}\s]+)\s*\}\}")
_NAMES_A_VARIABLE = ("dynamic_variable", "allowed_values_dynamic_variable", "variable_name")
_NOT_SAID = ("dynamic_variables", "assignments")  # test values, and what a tool fills in


@dataclass(frozen=True)
class Use:
    """A variable where it is used; only headers may hold one that is secret."""

    name: str
    place: str
    is_in_header: bool


def unfilled(app: DeployedApp, account: Account) -> list[str]:
    """Return each use of a variable that nobody fills in, or that is secret there, in words."""
    known = app.variables | SYSTEM | _assigned(account)
    problems = {}
    for use in uses(account):
        if use.name.startswith("secret__") and not use.is_in_header:
            problems[use] = f"{use.name} in {use.place} (secret ones work in headers only)"
        elif use.name not in known and not use.name.startswith(FILLED_IN_BY_THEM):
            problems[use] = f"{use.name} in {use.place}"
    return list(problems.values())


def uses(account: Account) -> Iterator[Use]:
    """Yield every use of a variable by the agent, its workflow and its tools."""
    config = account.agent.get("conversation_config") or {}
    prompt = (config.get("agent") or {}).get("prompt") or {}
    said = {name: part for name, part in prompt.items() if name != "tools"}
    agent = {**(config.get("agent") or {}), "prompt": said}
    yield from _uses({**config, "agent": agent}, "")
    yield from _uses(account.agent.get("workflow"), "workflow")
    for tool in account.used_tools:
        yield from _uses(tool["tool_config"], f"tool {search_tool.name_of(tool)}")


def _uses(part: Any, place: str) -> Iterator[Use]:
    if isinstance(part, str):
        for name in _TEMPLATE.findall(part):
            yield _use(name, place)
    elif isinstance(part, Mapping):
        yield from _named(part, place)
        for name, inside in part.items():
            if name not in _NOT_SAID:
                yield from _uses(inside, f"{place}.{name}" if place else name)
    elif isinstance(part, Iterable):
        for inside in part:
            yield from _uses(inside, place)


def _named(part: Mapping[str, Any], place: str) -> Iterator[Use]:
    """Yield the variables that ``part`` names without braces: of a tool, or of a workflow."""
    names = [part.get(key) for key in _NAMES_A_VARIABLE]
    if part.get("type") == "dynamic_variable":
        names.append(part.get("name"))
    for name in names:
        if isinstance(name, str) and name:
            yield _use(name, place)


def _use(name: str, place: str) -> Use:
    return Use(name, place, is_in_header="request_headers" in place)


def _assigned(account: Account) -> frozenset[str]:
    """Return the variables that tools fill in with what they are answered."""
    told = [tool["tool_config"].get("assignments") or () for tool in account.used_tools]
    return frozenset(str(one.get("dynamic_variable")) for several in told for one in several)
