"""A deployed stage of the app as ElevenLabs meets it: its routes, its keys, and what it expects."""

import hashlib
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from chalicelib.client_data import client_data
from chalicelib.recollection import Recollection
from chalicelib.settings import OVERRIDDEN, Settings, read_settings
from ops.operator_error import OperatorError

MEMORY_TOKEN = "secret__memory_token"  # noqa: S105 - a variable's name


@dataclass(frozen=True)
class DeployedApp:
    """What ElevenLabs is told of stage ``stage``. ``api_url`` ends without a slash."""

    stage: str
    api_url: str
    workspace_keys: tuple[str, ...] = field(repr=False)
    hmac_keys: tuple[str, ...] = field(repr=False)
    retrieve_auth: str = Settings.retrieve_auth
    overrides: frozenset[str] = OVERRIDDEN
    search_secs: float = Settings.mem0_timeout_secs

    @property
    def client_data_url(self) -> str:
        """Where the initiation webhook goes."""
        return f"{self.api_url}/client-data"

    @property
    def retrieve_url(self) -> str:
        """Where the tool goes."""
        return f"{self.api_url}/retrieve"

    @property
    def post_call_url(self) -> str:
        """Where the post-call webhook goes."""
        return f"{self.api_url}/post-call"

    @property
    def secret_name(self) -> str:
        """The workspace's secret that holds our key.

        Other stages, and other people's, may be known to the same workspace: so it names the API.
        """
        host = urlsplit(self.api_url).hostname or ""
        api = host.partition(".")[0] if host.endswith(".amazonaws.com") else host
        return re.sub(r"[^A-Z0-9]+", "_", f"AGENTIC_MEMORY_{self.stage}_{api}".upper())

    @property
    def webhook_name(self) -> str:
        """The name of our webhook in the dashboard, which shows its URL beside it."""
        return f"agentic-memory {self.stage}"

    @property
    def tool_timeout_secs(self) -> int:
        """How long the tool waits: as long as a search may take, and the way there and back."""
        return math.ceil(self.search_secs) + 5

    @property
    def variables(self) -> frozenset[str]:
        """The dynamic variables that /client-data returns, for every caller."""
        token = {MEMORY_TOKEN} if self.retrieve_auth == "token" else set()
        return frozenset(new_callers_variables()) | token


def new_callers_variables() -> dict[str, str]:
    """Return the dynamic variables that /client-data returns for a caller without a number."""
    told = client_data(None, Recollection(), frozenset(), "none", 0.0)["dynamic_variables"]
    return dict(told)


def deployed_app(stage: str, api_url: str, environ: Mapping[str, str]) -> DeployedApp:
    """Return the app that runs with the settings ``environ``, its keys among them.

    The webhook's key may be missing: it is ``connect`` that brings it. Raises SettingsError when
    the app would not start for another reason, OperatorError for a URL that ElevenLabs can't call.
    """
    if not api_url.startswith("https://"):
        raise OperatorError(f"ElevenLabs calls https:// only; {api_url!r} is none.")
    hmac_key = environ.get("ELEVENLABS_HMAC_KEY", "").strip()
    settings = read_settings({**environ, "ELEVENLABS_HMAC_KEY": hmac_key or "to come"})
    return DeployedApp(
        stage=stage,
        api_url=api_url.rstrip("/"),
        workspace_keys=settings.workspace_keys,
        hmac_keys=settings.hmac_keys if hmac_key else (),
        retrieve_auth=settings.retrieve_auth,
        overrides=settings.overrides,
        search_secs=settings.mem0_timeout_secs,
    )


def fingerprint(key: str) -> str:
    """Return what tells two keys apart and gives neither away."""
    return hashlib.sha256(b"agentic-memory fingerprint " + key.encode()).hexdigest()[:16]
