"""ElevenLabs' API, as far as an operator's commands need it.

https://elevenlabs.io/docs/api-reference. A read is repeated while ElevenLabs is busy or broken. A
write is not: whoever writes can be run again, and goes on where it stopped.
"""

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote, urlsplit

import requests
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry

from ops.elevenlabs_errors import ElevenLabsError, UnreachableError, refusal

BASE_URL = "https://api.elevenlabs.io"  # other hosts for data residency: see ELEVENLABS_API_URL
PAGE_SIZE = 100  # the most that they allow
TIMEOUT_SECS = (5, 30)  # to connect, and between two pieces of an answer

AGENTS, TOOLS, SECRETS = "/v1/convai/agents", "/v1/convai/tools", "/v1/convai/secrets"
CONVERSATIONS, WEBHOOKS = "/v1/convai/conversations", "/v1/workspace/webhooks"

Json = dict[str, Any]

READS = Retry(
    total=5,
    allowed_methods=("GET",),
    status_forcelist=(429, 500, 502, 503, 504),
    backoff_factor=0.5,
    retry_after_max=60,  # seconds
    raise_on_status=False,
)


class ElevenLabsApi:
    """One workspace of ElevenLabs. What can go wrong is an ElevenLabsError that says what to do."""

    def __init__(self, session: requests.Session, base_url: str = BASE_URL) -> None:
        self._session = session
        self.base_url = base_url.rstrip("/")

    def agent(self, agent_id: str) -> Json:
        """Return the agent, whole."""
        return self._object("GET", _at(AGENTS, agent_id), f"the agent {agent_id}")

    def patch_agent(self, agent_id: str, changes: Json) -> Json:
        """Change these parts of the agent; return it as it is then."""
        return self._object("PATCH", _at(AGENTS, agent_id), f"the agent {agent_id}", json=changes)

    def tools(self, name: str) -> list[Json]:
        """Return the workspace's tools whose name begins with ``name``."""
        return list(self._pages(TOOLS, "tools", {"search": name}))

    def tool(self, tool_id: str) -> Json:
        """Return one tool."""
        return self._object("GET", _at(TOOLS, tool_id), f"the tool {tool_id}")

    def create_tool(self, config: Json) -> str:
        """Create a tool; return its id."""
        made = self._object("POST", TOOLS, "the new tool", json={"tool_config": config})
        return str(made["id"])

    def update_tool(self, tool_id: str, config: Json) -> None:
        """Put ``config``, which is whole, in place of the tool's."""
        body = {"tool_config": config}
        self._ask("PATCH", _at(TOOLS, tool_id), f"the tool {tool_id}", json=body)

    def delete_tool(self, tool_id: str, *, even_if_used: bool = False) -> None:
        """Delete a tool; NotAcceptedError when an agent has it, unless ``even_if_used``."""
        asked = {"force": "true"} if even_if_used else {}
        self._ask("DELETE", _at(TOOLS, tool_id), f"the tool {tool_id}", params=asked)

    def secrets(self) -> list[Json]:
        """Return the workspace's secrets: their names and who uses them, not their values."""
        return list(self._pages(SECRETS, "secrets", {}))

    def create_secret(self, name: str, value: str) -> str:
        """Create a secret; return its id."""
        body = {"type": "new", "name": name, "value": value}
        made = self._object("POST", SECRETS, "the new secret", json=body)
        return str(made["secret_id"])

    def update_secret(self, secret_id: str, name: str, value: str) -> None:
        """Put another value in place of a secret's."""
        body = {"type": "update", "name": name, "value": value}
        self._ask("PATCH", _at(SECRETS, secret_id), f"the secret {name}", json=body)

    def delete_secret(self, secret_id: str) -> None:
        """Delete a secret."""
        self._ask("DELETE", _at(SECRETS, secret_id), f"the secret {secret_id}")

    def webhooks(self, *, with_usage: bool) -> list[Json]:
        """Return the workspace's webhooks; what uses each is told to administrators only."""
        asked = {"include_usages": "true"} if with_usage else {}
        told = self._object("GET", WEBHOOKS, "the list of webhooks", params=asked)
        return list(told["webhooks"])

    def create_webhook(self, name: str, url: str) -> tuple[str, str]:
        """Create a signed webhook; return its id, and its secret, which nobody can ask for again.

        The secret is ``""`` when ElevenLabs tells none.
        """
        body = {"settings": {"auth_type": "hmac", "name": name, "webhook_url": url}}
        made = self._object("POST", WEBHOOKS, "the new webhook", json=body)
        return str(made["webhook_id"]), str(made.get("webhook_secret") or "")

    def enable_webhook(self, webhook_id: str, name: str) -> None:
        """Switch a webhook on, and its retries."""
        body = {"is_disabled": False, "name": name, "retry_enabled": True}
        self._ask("PATCH", _at(WEBHOOKS, webhook_id), f"the webhook {name}", json=body)

    def delete_webhook(self, webhook_id: str) -> None:
        """Delete a webhook."""
        self._ask("DELETE", _at(WEBHOOKS, webhook_id), f"the webhook {webhook_id}")

    def workspace(self) -> Json:
        """Return what holds for every agent that says nothing else."""
        return self._object("GET", "/v1/convai/settings", "the workspace's settings")

    def conversations(self, **asked: str | int) -> Iterator[Json]:
        """Yield conversations in short, newest first: without numbers and words.

        By ``agent_id``, ``user_id``, ``call_start_after_unix``, ``call_start_before_unix``.
        """
        yield from self._pages(CONVERSATIONS, "conversations", asked)

    def conversation(self, conversation_id: str) -> Json:
        """Return one conversation, whole: the ``data`` of a post-call payload."""
        what = f"the conversation {conversation_id}"
        return self._object("GET", _at(CONVERSATIONS, conversation_id), what)

    def delete_conversation(self, conversation_id: str) -> None:
        """Erase one conversation at ElevenLabs."""
        what = f"the conversation {conversation_id}"
        self._ask("DELETE", _at(CONVERSATIONS, conversation_id), what)

    def _pages(self, path: str, listed: str, asked: Mapping[str, str | int]) -> Iterator[Json]:
        params: dict[str, str | int] = {**asked, "page_size": PAGE_SIZE}
        seen = {""}
        while True:
            page = self._object("GET", path, f"the list of {listed}", params=params)
            yield from page[listed]
            cursor = str(page.get("next_cursor") or "")
            if cursor in seen or not page.get("has_more", True):
                return
            seen.add(cursor)
            params["cursor"] = cursor

    def _object(self, method: str, path: str, what: str, **asked: Any) -> Json:
        if isinstance(answer := self._ask(method, path, what, **asked), dict):
            return answer
        raise ElevenLabsError(f"ElevenLabs' answer about {what} can't be read. Run it again.")

    def _ask(self, method: str, path: str, what: str, **asked: Any) -> Any:
        """Return the answer's JSON. The API key would go with a redirect: none is followed."""
        url = self.base_url + path
        try:
            answer = self._session.request(
                method, url, timeout=TIMEOUT_SECS, allow_redirects=False, **asked
            )
        except requests.RequestException as error:
            raise UnreachableError(type(error).__name__) from error
        body = _json(answer)
        if not 200 <= answer.status_code < 300:  # noqa: PLR2004 - HTTP's own
            sent = asked.get("json") or {}
            raise refusal(answer.status_code, what, body, hidden=sent.get("value", ""))
        return body


def open_api(environ: Mapping[str, str], waits: Retry = READS) -> ElevenLabsApi:
    """Return the API for ELEVENLABS_API_KEY, at ELEVENLABS_API_URL if that is set.

    ``waits`` says how often and after how long a read is repeated. Raises ElevenLabsError when the
    key is missing, or would travel unencrypted.
    """
    key = environ.get("ELEVENLABS_API_KEY", "").strip()
    url = environ.get("ELEVENLABS_API_URL", "").strip() or BASE_URL
    if not key:
        raise ElevenLabsError("Set ELEVENLABS_API_KEY to an API key of the agent's workspace.")
    parts = urlsplit(url)
    if parts.scheme != "https" and parts.hostname not in {"127.0.0.1", "localhost"}:
        raise ElevenLabsError(f"ELEVENLABS_API_URL must begin with https://, as {BASE_URL} does.")
    session = requests.Session()
    session.mount("https://", HTTPAdapter(max_retries=waits))
    session.mount("http://", HTTPAdapter(max_retries=waits))
    session.headers["xi-api-key"] = key
    return ElevenLabsApi(session, url)


def _json(answer: requests.Response) -> Any:
    try:
        return answer.json()
    except requests.JSONDecodeError:
        return None


def _at(collection: str, one: str) -> str:
    return f"{collection}/{quote(one, safe='')}"
