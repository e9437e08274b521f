"""The words the app says itself: greetings, and the agent's prompt. Data files beside this one.

``greetings.json`` holds every greeting by language; ``agent_prompt.<language>.md`` the agent's own
prompt. Either can be edited without touching code.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

DEFAULT_LANGUAGE = "en"

_HERE = Path(__file__).parent


def greetings(language: str) -> dict[str, Any]:
    """Return the greetings in ``language`` (``"es"``, ``"es-MX"``); in English for others."""
    return _all_greetings()[spoken_language(language)]


def agent_prompt(language: str) -> str:
    """Return the default prompt of the agent in ``language``; in English for others."""
    return _read(f"agent_prompt.{spoken_language(language)}.md")


def spoken_language(language: str) -> str:
    """Return the language of ours that serves a caller who speaks ``language``."""
    primary = language.lower().replace("_", "-").partition("-")[0]
    return primary if primary in _all_greetings() else DEFAULT_LANGUAGE


@cache
def _all_greetings() -> dict[str, dict[str, Any]]:
    languages: dict[str, dict[str, Any]] = json.loads(_read("greetings.json"))
    return languages


@cache
def _read(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8").strip()
