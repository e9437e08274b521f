"""What ``doctor`` says of a stage: one line a check, judged from what was found. No I/O."""

from collections.abc import Callable, Mapping
from typing import Any

from chalicelib.keys import KEYS
from chalicelib.layout import PAYLOADS
from ops.check import Check, unmade
from ops.function_checks import functions_check, version_check
from ops.stage_facts import MOST_COUNTED, Facts
from ops.surrounding_checks import (
    aws_clock_check,
    mem0_account_check,
    mem0_clock_check,
    mem0_key_check,
    settings_check,
)
from ops.surroundings import Unread

REMEMBER = "remember"  # the handler's name in config.json

_CREATED = ("s3:ObjectCreated:*", "s3:ObjectCreated:Put")


def stage_checks(facts: Facts) -> list[Check]:
    """Return how the stage is, all of it."""
    return [check(facts) for check in CHECKS]


def _keys(facts: Facts) -> Check:
    if isinstance(facts.variables, Unread):
        to_do = "See that you may read the stage's secret and its functions."
        return unmade("keys", facts.variables.why, to_do)
    absent = [name for name in KEYS if not facts.variables.get(name, "").strip()]
    if absent:
        to_do = f"{_ops(facts, 'keys')} {absent[0]}"
        return Check("keys", f"missing: {', '.join(absent)}", to_do)
    return Check("keys", "all are set")


def _api(facts: Facts) -> Check:
    what, answer = "API", facts.api
    if isinstance(answer, Unread):
        return unmade(what, answer.why, "See to what can't be read first, or to this network.")
    said = str(answer.told.get("error") or answer.told.get("message") or "nothing")
    found = f"answers {answer.status}: {said}"
    to_do = {
        400: "",  # it takes the key, and misses a caller
        401: "Wait five minutes, until each container has read the secret again; then as for 500.",
        403: f"No such route is deployed at {facts.stage.api_url}: {_make(facts, 'deploy')}",
        429: "Raise BURST and RATE_PER_SEC in ops/beyond_chalice.py if this is ordinary traffic.",
    }.get(answer.status, f"Read its log: {_log(facts, 'api_handler')}")
    return Check(what, found if to_do else "answers, and takes the workspace key", to_do)


def _archive(facts: Facts) -> Check:
    what = "archive"
    if isinstance(facts.notified, Unread):
        to_do = f"See that you may read {facts.stage.bucket}; if it is gone, deploy or restore it."
        return Check(what, facts.notified.why, to_do)
    return Check(what, f"{facts.stage.bucket} can be reached")


def _notification(facts: Facts) -> Check:
    what, function = "notification of new payloads", facts.stage.functions[REMEMBER]
    if isinstance(facts.notified, Unread):
        return unmade(what, facts.notified.why, "See to the archive first.")
    if any(_tells(one, function) for one in facts.notified):
        return Check(what, f"goes to {function}")
    to_do = f"{_make(facts, 'deploy')}; what was archived since, the hourly sweep remembers"
    return Check(what, f"does not go to {function}", to_do)


def _tells(notification: Mapping[str, Any], function: str) -> bool:
    rules = notification.get("Filter", {}).get("Key", {}).get("FilterRules", ())
    told = {rule["Name"].lower(): rule["Value"] for rule in rules}
    return (
        notification["LambdaFunctionArn"].endswith(f":function:{function}")
        and any(event in notification["Events"] for event in _CREATED)
        and told.get("prefix", "") in ("", PAYLOADS)
        and told.get("suffix", "") in ("", ".json")
    )


def _failed_events(facts: Facts) -> Check:
    what = "events that failed for good"
    if isinstance(facts.failed_events, Unread):
        return unmade(what, facts.failed_events.why, "See that you may read the queue.")
    count = facts.failed_events
    to_do = f"See docs/runbook.md, and the log: {_log(facts, REMEMBER)}" if count else ""
    return Check(what, f"{count} in the queue" if count else "none", to_do)


def _parked(facts: Facts) -> Check:
    what = "payloads that were given up"
    if isinstance(facts.parked, Unread):
        return unmade(what, facts.parked.why, "See to the archive first.")
    count = facts.parked
    more = " or more" if count >= MOST_COUNTED else ""
    to_do = "Their records say why: see docs/runbook.md." if count else ""
    return Check(what, f"{count}{more}, under parked/" if count else "none", to_do)


def _ops(facts: Facts, command: str) -> str:
    return f"python -m ops {command} --stage {facts.stage.name}"


def _make(facts: Facts, target: str) -> str:
    return f"make {target} STAGE={facts.stage.name}"


def _log(facts: Facts, handler: str) -> str:
    return f"aws logs tail /aws/lambda/{facts.stage.functions[handler]} --since 1h"


CHECKS: tuple[Callable[[Facts], Check], ...] = (
    _keys,
    settings_check,
    mem0_key_check,
    mem0_account_check,
    _archive,
    _notification,
    functions_check,
    version_check,
    _api,
    _failed_events,
    _parked,
    aws_clock_check,
    mem0_clock_check,
)
