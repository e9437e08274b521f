"""``python -m bench.load.handlers``: the object-created handler, called as Lambda would call it.

It runs in a process of its own, beside the routes, as many invocations at once as it is told.
"""

import argparse
import json
import os
import signal
import sys
from importlib import import_module
from typing import Any

import boto3

from lab.pump import Pump


def main() -> None:
    """Say that the handler is ready, and call it for each new payload until SIGINT or SIGTERM."""
    signals = (signal.SIGINT, signal.SIGTERM)
    signal.pthread_sigmask(signal.SIG_BLOCK, signals)  # the threads inherit it; sigwait gets them
    asked, sqs = _arguments(), boto3.client("sqs")

    def give_up(event: dict[str, Any]) -> None:
        sqs.send_message(QueueUrl=asked.given_up, MessageBody=json.dumps(event))

    with Pump(
        sqs,
        asked.queue,
        import_module("app").remember,
        at_once=asked.at_once,
        retry_secs=asked.retry_secs,
        give_up=give_up,
    ):
        print("remembering", flush=True)
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # nobody reads what the app logs
        signal.sigwait(signals)
        os._exit(0)  # as a container ends: what is under way is not waited for


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.load.handlers", description=main.__doc__)
    parser.add_argument("--queue", required=True, help="the URL of the queue of new payloads")
    parser.add_argument("--given-up", required=True, help="the URL of that for what never succeeds")
    parser.add_argument("--at-once", type=int, required=True, help="invocations under way at most")
    parser.add_argument("--retry-secs", type=int, required=True, help="from one try to the next")
    return parser.parse_args()


if __name__ == "__main__":
    main()
