"""Every setting of the app: read once from the environment into a frozen object.

The table in README.md is the reference; ``tests/test_documentation.py`` holds the two together.
"""

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass, field

from chalicelib.identity import normalise

LONGEST_TIMEOUT_SECS = 15  # the API's Lambda is stopped after 20
OVERRIDABLE = frozenset({"prompt", "first_message", "language"})
OVERRIDDEN = frozenset({"prompt", "first_message"})  # unless the operator says otherwise
RETRIEVE_AUTH_MODES = frozenset({"none", "key", "token"})
LOG_LEVELS = frozenset({"debug", "info", "warning", "error", "critical"})


class SettingsError(Exception):
    """A setting is missing or can't be used; the message names it and never holds its value."""


@dataclass(frozen=True)
class Settings:
    """What the operator has chosen. Secrets are left out of ``repr``."""

    mem0_api_key: str = field(repr=False)
    workspace_keys: tuple[str, ...] = field(repr=False)
    hmac_keys: tuple[str, ...] = field(repr=False)
    archive_bucket: str
    caller_salt: str = field(repr=False)
    mem0_org_id: str = ""
    mem0_project_id: str = ""
    mem0_host: str = "https://api.mem0.ai"
    mem0_dir: str = "/tmp/.mem0"  # noqa: S108 - the one folder a Lambda can write to
    mem0_search_limit: int = 3
    mem0_timeout_secs: float = 5.0
    client_data_budget_ms: int = 1_500
    signature_tolerance_secs: int = 1_800
    retrieve_auth: str = "none"
    token_ttl_secs: int = 7_200
    secrets_arn: str = ""
    agent_numbers: tuple[str, ...] = ()
    agent_prompt: str = ""
    overrides: frozenset[str] = OVERRIDDEN
    warm_concurrency: int = 1
    log_level: str = "INFO"


def read_settings(environ: Mapping[str, str]) -> Settings:
    """Return the settings that ``environ`` holds; raise SettingsError naming what is wrong."""
    return Settings(
        mem0_api_key=_required(environ, "MEM0_API_KEY"),
        workspace_keys=_keys(environ, "ELEVENLABS_WORKSPACE_KEY"),
        hmac_keys=_keys(environ, "ELEVENLABS_HMAC_KEY"),
        archive_bucket=_required(environ, "ARCHIVE_BUCKET"),
        caller_salt=_text(environ, "CALLER_SALT") or _derived_salt(environ),
        mem0_org_id=_text(environ, "MEM0_ORG_ID"),
        mem0_project_id=_text(environ, "MEM0_PROJECT_ID"),
        mem0_host=_text(environ, "MEM0_HOST") or Settings.mem0_host,
        mem0_dir=_text(environ, "MEM0_DIR") or Settings.mem0_dir,
        mem0_search_limit=_whole(environ, "MEM0_SEARCH_LIMIT", Settings.mem0_search_limit, 1, 100),
        mem0_timeout_secs=_seconds(environ, "MEM0_TIMEOUT", Settings.mem0_timeout_secs),
        client_data_budget_ms=_whole(
            environ, "CLIENT_DATA_BUDGET_MS", Settings.client_data_budget_ms, 1, 15_000
        ),
        signature_tolerance_secs=_whole(
            environ, "SIGNATURE_TOLERANCE_SECS", Settings.signature_tolerance_secs, 1, 86_400
        ),
        retrieve_auth=_one_of(environ, "RETRIEVE_AUTH", RETRIEVE_AUTH_MODES, "none"),
        token_ttl_secs=_whole(environ, "TOKEN_TTL_SECS", Settings.token_ttl_secs, 60, 86_400),
        secrets_arn=_text(environ, "SECRETS_ARN"),
        agent_numbers=_numbers(environ, "AGENT_NUMBERS"),
        agent_prompt=_text(environ, "AGENT_PROMPT"),
        overrides=_overrides(environ),
        warm_concurrency=read_warm_concurrency(environ),
        log_level=_one_of(environ, "LOG_LEVEL", LOG_LEVELS, "INFO").upper(),
    )


def read_warm_concurrency(environ: Mapping[str, str]) -> int:
    """Return WARM_CONCURRENCY: how many containers ``warm_up`` keeps warm at once."""
    return _whole(environ, "WARM_CONCURRENCY", Settings.warm_concurrency, 1, 100)


def _derived_salt(environ: Mapping[str, str]) -> str:
    """Return a salt that nobody can guess, of a secret that is there anyway.

    With another Mem0 key the cards are out of reach until each caller's next call is remembered.
    """
    secret = _required(environ, "MEM0_API_KEY").encode()
    return hmac.new(secret, b"agentic-memory caller card", hashlib.sha256).hexdigest()


def _text(environ: Mapping[str, str], name: str) -> str:
    return environ.get(name, "").strip()


def _listed(environ: Mapping[str, str], name: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in environ.get(name, "").split(",") if part.strip())


def _required(environ: Mapping[str, str], name: str) -> str:
    if not (value := _text(environ, name)):
        raise SettingsError(f"{name} is not set; the app can't work without it")
    return value


def _keys(environ: Mapping[str, str], name: str) -> tuple[str, ...]:
    _required(environ, name)
    if not (keys := _listed(environ, name)):
        raise SettingsError(f"{name} holds no key; separate several by commas")
    return keys


def _whole(environ: Mapping[str, str], name: str, default: int, least: int, most: int) -> int:
    value = _text(environ, name) or str(default)
    is_short_number = value.isascii() and value.isdigit() and len(value) <= len(str(most))
    if not (is_short_number and least <= int(value) <= most):
        raise SettingsError(f"{name} must be a whole number from {least} to {most}")
    return int(value)


def _seconds(environ: Mapping[str, str], name: str, default: float) -> float:
    try:
        value = float(_text(environ, name) or default)
    except ValueError as error:
        raise SettingsError(f"{name} must be a number of seconds") from error
    if not 0 < value <= LONGEST_TIMEOUT_SECS:  # refuses nan as well
        raise SettingsError(f"{name} must be more than 0 and at most {LONGEST_TIMEOUT_SECS}")
    return value


def _numbers(environ: Mapping[str, str], name: str) -> tuple[str, ...]:
    listed = _listed(environ, name)
    numbers = tuple(normalise(number) for number in listed)
    if None in numbers:
        raise SettingsError(f"{name} must hold numbers with country code, as +16515550100")
    return tuple(filter(None, numbers))


def _one_of(environ: Mapping[str, str], name: str, allowed: frozenset[str], default: str) -> str:
    value = (_text(environ, name) or default).lower()
    if value not in allowed:
        raise SettingsError(f"{name} must be one of: {', '.join(sorted(allowed))}")
    return value


def _overrides(environ: Mapping[str, str]) -> frozenset[str]:
    """Return the overridden fields; set but empty means none, not the default."""
    if "OVERRIDES" not in environ:
        return OVERRIDDEN
    chosen = frozenset(_listed(environ, "OVERRIDES"))
    if not chosen <= OVERRIDABLE:
        raise SettingsError(f"OVERRIDES can hold {', '.join(sorted(OVERRIDABLE))} and nothing else")
    return chosen
