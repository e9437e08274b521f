"""What runs behind the doors, with nobody waiting: remembering, and staying awake."""

import os
import re
from typing import TYPE_CHECKING, Any

from chalicelib import correlation, current_settings, metrics
from chalicelib.archive import ArchiveError
from chalicelib.container import Container
from chalicelib.layout import conversation_of
from chalicelib.mem0_errors import MemoryStoreError
from chalicelib.patience import RememberLaterError
from chalicelib.settings import read_warm_concurrency
from chalicelib.warm_up import api_function
from chalicelib.warm_up import warm_up as warm

if TYPE_CHECKING:
    from chalicelib.remember import Rememberer
    from chalicelib.sweep import Swept

# What remembers is imported where it is used: the API has no need of it, and starts without.

LEFT_FOR_THE_END_SECS = 5.0  # to write down how it ended before Lambda stops us
TIME_WITHOUT_LAMBDA_SECS = 300.0

LEFT_FOR_ONE_SECS = 60.0  # what the sweep begins last has this long

COUNTED = {
    "remembered": "Remembered",
    "not_remembered": "NotRemembered",
    "parked": "Parked",
    "forgotten": "Forgotten",
    "gone": "Gone",
}


def remember(box: Container, key: str, context: Any) -> None:
    """Remember the archived payload under ``key``; raise what failed, so that Lambda retries it."""
    correlation.begin(conversation_of(key))
    box.freshen(current_settings.FRESH_SECS)
    try:
        record = rememberer(box, _secs_left(context)).remember(key)
    except (ArchiveError, MemoryStoreError, RememberLaterError) as error:
        box.log.error("not remembered yet", extra={"key": key, "reason": str(error)})
        metrics.emit({"handler": "remember"}, Failed=1)
        raise
    shown = ("status", "reason", "memories", "attempts", "conversation_id", "agent_id")
    facts = {name: getattr(record, name) for name in shown} if record else {"status": "gone"}
    metrics.emit({"handler": "remember"}, **{COUNTED[facts["status"]]: 1})
    box.log.info("payload settled", extra={"key": key, **facts})


def sweep(box: Container, context: Any) -> None:
    """Remember what is archived and was not remembered yet; raise ArchiveError when S3 fails."""
    correlation.begin()
    box.freshen(current_settings.FRESH_SECS)
    from chalicelib.sweep import Sweep  # noqa: PLC0415 - see above

    secs_left = _secs_left(context)
    until = box.clock() + max(secs_left - LEFT_FOR_ONE_SECS, secs_left / 2)
    swept = Sweep(rememberer(box, secs_left), box.archive, box.log, box.clock, until).run()
    box.log.info("swept", extra={"lost": swept.lost, **swept.outcomes})
    metrics.emit({"handler": "sweep"}, **_measured(swept, box.clock()))


def rememberer(box: Container, secs_left: float) -> "Rememberer":
    """Return the rememberer of ``box``, with ``secs_left`` until it must be done."""
    from chalicelib.remember import Rememberer  # noqa: PLC0415 - see above

    return Rememberer(
        archive=box.archive,
        memory_store=box.memory_store,
        caller_salt=box.settings.caller_salt,
        agent_numbers=box.settings.agent_numbers,
        clock=box.clock,
        sleep=box.sleep,
        deadline=box.clock() + secs_left - LEFT_FOR_THE_END_SECS,
    )


def warm_up(context: Any) -> None:
    """Have the API's containers answer a health request; raise WarmUpError if one does not."""
    import boto3  # noqa: PLC0415 - slow, and only this schedule needs it

    function = api_function(context.function_name)
    warm(boto3.client("lambda"), function, read_warm_concurrency(os.environ))


def _measured(swept: "Swept", now: float) -> dict[str, float]:
    counts = {
        "".join(map(str.capitalize, re.split("[_ ]", word))): count
        for word, count in swept.outcomes.items()
    }
    lag_secs = now - swept.oldest if swept.oldest else 0.0
    return {"SweepLagSecs": lag_secs, "NotificationLost": swept.lost, **counts}


def _secs_left(context: Any) -> float:
    remaining = getattr(context, "get_remaining_time_in_millis", None)
    return remaining() / 1_000 if remaining else TIME_WITHOUT_LAMBDA_SECS
