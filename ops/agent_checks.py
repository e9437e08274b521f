"""What ``doctor`` says of an agent's connection: one line a check. No I/O."""

from collections.abc import Iterator
from typing import Any

from ops import search_tool
from ops.agent_settings import (
    EVENTS,
    FETCH,
    FORMAT,
    INITIATION,
    OVERRIDE,
    POST_CALL,
    TRANSCRIPT,
    WORKSPACE_KEY_HEADER,
)
from ops.agent_variables import unfilled
from ops.check import Check
from ops.connection_record import Record, Webhook
from ops.connection_words import shown_url
from ops.deployed_app import DeployedApp, fingerprint
from ops.differences import differences
from ops.elevenlabs_account import Account
from ops.elevenlabs_api import Json
from ops.entry_checks import collection_check, preview_check


def agent_checks(app: DeployedApp, account: Account, record: Record) -> list[Check]:
    """Return how the account's agent is connected to ``app``, all of it, in the order of a call."""
    again = f"make connect AGENT={account.agent_id} STAGE={app.stage}"
    return [
        *_before_call(app, account, record, again),
        *_during_call(app, account, again),
        *_after_call(app, account, record, again),
        collection_check(account.settings, again),
    ]


def _before_call(app: DeployedApp, account: Account, record: Record, again: str) -> Iterator[Check]:
    settings = account.settings
    shared = account.workspace.get(INITIATION.rpartition(".")[2])
    webhook = settings[INITIATION] or shared or {}
    url = webhook.get("url", "")
    is_ours = url == app.client_data_url
    yield Check("initiation webhook", shown_url(url) or "none", "" if is_ours else again)
    if is_ours:
        yield _key_check(app, account, record, webhook, again)
    is_on = settings[FETCH]
    yield Check("fetch initiation data", "on" if is_on else "off", "" if is_on else again)
    for field in sorted(app.overrides):
        is_on = settings[OVERRIDE[field]]
        to_do = "" if is_on else f"{again}; else each call ends, or take {field} out of OVERRIDES"
        yield Check(f"override of {field}", "allowed" if is_on else "not allowed", to_do)
    problems = unfilled(app, account)
    to_do = "Correct the names, or take them out: the conversation ends without a value."
    found = "; ".join(problems) or "all are filled in"
    yield Check("dynamic variables", found, to_do if problems else "")
    yield preview_check(settings, again)


def _key_check(
    app: DeployedApp, account: Account, record: Record, webhook: Json, again: str
) -> Check:
    """Say whether the initiation webhook sends a key that the app takes, as far as can be seen."""
    headers = {name.lower(): value for name, value in (webhook["request_headers"] or {}).items()}
    sent = headers.get(WORKSPACE_KEY_HEADER.lower())
    what = "key of the initiation webhook"
    if isinstance(sent, str):
        to_do = "" if sent in app.workspace_keys else again
        return Check(what, "written into the header", to_do)
    secret_id = (sent or {}).get("secret_id")
    names = [one["name"] for one in account.secrets if one["secret_id"] == secret_id]
    if not names:
        return Check(what, "none", again)
    if not record.secret or record.secret.id != secret_id:
        return Check(what, f"secret {names[0]}, made by hand: a call shows whether it is right")
    is_taken = record.secret.fingerprint in map(fingerprint, app.workspace_keys)
    found = "one that the app takes" if is_taken else "one that the app does not take"
    return Check(what, f"secret {names[0]}, {found}", "" if is_taken else again)


def _during_call(app: DeployedApp, account: Account, again: str) -> Iterator[Check]:
    ours = [one for one in account.own_tools if search_tool.is_ours(one, app)]
    what = f"tool {search_tool.NAME}"
    if len(ours) != 1 or account.same_named(app):
        theirs = [shown_url(search_tool.url_of(one)) for one in account.same_named(app)]
        found = ", ".join(theirs) or ("none" if not ours else "more than once")
        yield Check(what, found, again)
    for tool in ours:
        config = tool["tool_config"]
        mended = search_tool.mended(config, app, _sent_secret(config, account))
        wrong = [_last_words(path) for path in differences(config, mended)]
        found = f"wrong: {', '.join(wrong)}" if wrong else f"POST {app.retrieve_url}"
        yield Check(what, found, again if wrong else "")
    if account.gone:
        to_do = "Take them out of the agent or its workflow in the dashboard."
        yield Check("tools that are gone", ", ".join(account.gone), to_do)


def _sent_secret(config: Json, account: Account) -> str:
    """Return the secret that the tool's header sends, if there is such a secret, else ``none``."""
    headers: Any = (config.get("api_schema") or {}).get("request_headers") or {}
    sent = headers.get(WORKSPACE_KEY_HEADER)
    secret_id = str(sent.get("secret_id", "")) if isinstance(sent, dict) else ""
    return secret_id if secret_id in [one["secret_id"] for one in account.secrets] else "none"


def _last_words(path: str) -> str:
    return path.removeprefix("api_schema.").removeprefix("request_body_schema.properties.")


def _after_call(app: DeployedApp, account: Account, record: Record, again: str) -> Iterator[Check]:
    settings = account.settings
    shared = account.workspace.get("webhooks") or {}
    is_own = settings[POST_CALL] is not None
    webhook_id = settings[POST_CALL] if is_own else shared.get("post_call_webhook_id")
    webhook = account.webhook(webhook_id)
    what = "post-call webhook"
    if not webhook or webhook["webhook_url"] != app.post_call_url:
        yield Check(what, shown_url(webhook["webhook_url"]) if webhook else "none", again)
        return
    yield _enabled_check(what, webhook, again)
    yield _signed_check(app, record, webhook, again)
    yield _retries_check(record, webhook, again)
    events = settings[EVENTS] if is_own else shared.get("events") or []
    shape = settings[FORMAT] if is_own else shared.get("transcript_format") or "json"
    is_right = TRANSCRIPT in events and shape == "json"
    found = f"{', '.join(events) or 'none'}, as {shape}"
    if "audio" in events:
        found += "; recordings over 6 MB never arrive, and count as failures"
    yield Check("post-call events", found, "" if is_right else again)


def _enabled_check(what: str, webhook: Json, again: str) -> Check:
    status = webhook.get("most_recent_failure_error_code")
    failed = f"; its last failure was status {status}" if status else ""
    if webhook["is_auto_disabled"]:
        to_do = f"Repair what fails (its log says what), then {again}"
        return Check(what, f"disabled by ElevenLabs after failures{failed}", to_do)
    if webhook["is_disabled"]:
        return Check(what, "disabled by somebody", again)
    return Check(what, f"{shown_url(webhook['webhook_url'])}{failed}")


def _signed_check(app: DeployedApp, record: Record, webhook: Json, again: str) -> Check:
    """Say whether the app has the webhook's signing secret, as far as can be seen."""
    what = "key of the post-call webhook"
    if webhook["auth_type"] != "hmac":
        return Check(what, f"{webhook['auth_type']}, and only hmac is verified", again)
    noted = _noted(record, webhook)
    if not noted:
        return Check(what, "made by hand: a call shows whether the app has it")
    has_it = noted.fingerprint in map(fingerprint, app.hmac_keys)
    return Check(what, "the app has it" if has_it else "the app lacks it", "" if has_it else again)


def _retries_check(record: Record, webhook: Json, again: str) -> Check:
    """Say whether transcripts that could not be archived are sent again; they do not tell."""
    what, noted = "retries of the post-call webhook", _noted(record, webhook)
    if not noted:
        return Check(what, f"made by hand, and not told: {again} makes one whose retries are on")
    is_on = noted.retries
    return Check(what, "on" if is_on else "not switched on", "" if is_on else again)


def _noted(record: Record, webhook: Json) -> Webhook | None:
    known = [one for one in (record.webhook, *record.former) if one]
    return next((one for one in known if one.id == webhook["webhook_id"]), None)
