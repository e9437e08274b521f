"""Who may ask: the workspace with its key, and an agent with the token of the call it is in."""

import hmac
from collections.abc import Mapping

from chalicelib import memory_token
from chalicelib.refusal import RefusalError
from chalicelib.settings import Settings


def require_workspace(headers: Mapping[str, str], settings: Settings) -> None:
    """Return if the request carries one of the workspace's keys; else refuse with 401.

    How long it takes tells nothing of the keys.
    """
    sent = headers.get("x-workspace-key", "").encode("utf-8", "replace")
    if True not in [hmac.compare_digest(sent, key.encode()) for key in settings.workspace_keys]:
        raise RefusalError(401, "Send the workspace's key in the header X-Workspace-Key.")


def require_token(
    headers: Mapping[str, str], settings: Settings, now: float
) -> memory_token.Bearer:
    """Return whom the request's memory token is for; refuse with 401 when it has no valid one."""
    try:
        return memory_token.read(headers.get("x-memory-token"), settings.hmac_keys, now)
    except memory_token.TokenError as error:
        raise RefusalError(
            401, "Send the dynamic variable secret__memory_token in the header X-Memory-Token."
        ) from error
