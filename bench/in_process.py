"""The app in this process, called as Lambda would call it."""

import json
import os
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, redirect_stdout
from importlib import import_module
from pathlib import Path
from typing import Any

from bench.sample import NotMeasuredError, Sample
from chalicelib.container import Container, container


class Context:
    """What Lambda tells a function about its invocation."""

    function_name = "agentic-memory-bench"
    aws_request_id = "bench"
    memory_limit_in_mb = 512
    invoked_function_arn = "arn:aws:lambda:us-east-1:123456789012:function:agentic-memory-bench"


class App:
    """The app, set up by ``environment``, with the container that answers its requests."""

    def __init__(self, handler: Callable[[Any, Any], Any], box: Container) -> None:
        self._handler = handler
        self.box = box

    def answer(self, event: dict[str, Any]) -> dict[str, Any]:
        """Return the JSON that answers a request of API Gateway; NotMeasuredError unless 200."""
        answer = self._handler(event, Context())
        if answer["statusCode"] != 200:
            raise NotMeasuredError(f"{event['path']} answered {answer['statusCode']}")
        told: dict[str, Any] = json.loads(answer["body"])
        return told


@contextmanager
def app_in(environment: Mapping[str, str]) -> Iterator[App]:
    """Yield the app as ``environment`` sets it up; afterwards this process is as before.

    What it prints, its metrics for CloudWatch, goes nowhere.
    """
    before = dict(os.environ)
    os.environ.update(environment)
    container.cache_clear()
    try:
        with Path(os.devnull).open("w", encoding="utf-8") as nowhere, redirect_stdout(nowhere):
            yield App(import_module("app").app, container())
    finally:
        os.environ.clear()
        os.environ.update(before)
        container.cache_clear()


def interleaved(
    actions: Mapping[str, Callable[[], Any]], rounds: int, advance: Callable[[], None]
) -> dict[str, Sample]:
    """Time each action in each round, in ms: what disturbs the machine disturbs them all alike.

    Each round begins with another action, so that none always follows the same one.
    """
    names, taken = [*actions], {name: list[float]() for name in actions}
    for number in range(rounds):
        first = number % len(names)
        for name in (*names[first:], *names[:first]):
            started = time.perf_counter()
            actions[name]()
            taken[name].append((time.perf_counter() - started) * 1_000)
        advance()
    return {name: Sample(tuple(values)) for name, values in taken.items()}
