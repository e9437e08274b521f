"""Playing the call of ``smoke``: each step taken, timed, and everything erased at the end."""

import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass

import httpx
from botocore.exceptions import BotoCoreError, ClientError

from chalicelib.archive import ArchiveError
from chalicelib.mem0_errors import MemoryStoreError
from ops.operator_error import OperatorError
from ops.smoke_erasure import erase
from ops.smoke_steps import Call, StepError
from ops.stores import Stores

Showing = Callable[[str], AbstractContextManager[object]]  # what is under way

ERASED = "everything of it is erased"  # the last step


@dataclass(frozen=True)
class Step:
    """What came of one step. ``secs`` is None for one that was not tried."""

    what: str
    secs: float | None
    found: str
    is_ok: bool


def play(http: httpx.Client, stores: Stores, wait_secs: float, showing: Showing) -> Iterator[Step]:
    """Yield each step when it is over, the erasure last; after one that failed none is tried.

    ``http`` has the stage's API for its base.

    What the call left behind is erased whatever happens, also when somebody interrupts.
    """
    has_failed = False
    try:
        for what, take in Call(http, stores, wait_secs).steps():
            step = _untried(what)
            if not has_failed:
                step = _taken(what, take, showing)
            has_failed = not step.is_ok
            yield step
    finally:
        erased = _taken(ERASED, lambda: _erase(stores), showing)
    yield erased


def untried(http: httpx.Client, stores: Stores, wait_secs: float, _: Showing) -> Iterator[Step]:
    """Yield the steps that ``play`` would take, and take none."""
    for what, _take in Call(http, stores, wait_secs).steps():
        yield _untried(what)
    yield _untried(ERASED)


def _untried(what: str) -> Step:
    return Step(what, None, "not tried", is_ok=False)


def _taken(what: str, take: Callable[[], str], showing: Showing) -> Step:
    started = time.monotonic()
    try:
        with showing(what):
            found, is_ok = take(), True
    except (StepError, MemoryStoreError, ArchiveError) as error:
        found, is_ok = str(error), False
    except OperatorError as error:
        found, is_ok = error.message, False
    except httpx.HTTPError as error:
        found, is_ok = f"the API does not answer ({type(error).__name__})", False
    except ClientError as error:
        found, is_ok = f"AWS refused ({error.response['Error']['Code']})", False
    except BotoCoreError as error:
        found, is_ok = f"AWS does not answer ({type(error).__name__})", False
    return Step(what, time.monotonic() - started, found, is_ok)


def _erase(stores: Stores) -> str:
    erase(stores)
    return "payload, record, card and memories"
