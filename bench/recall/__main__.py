"""``python -m bench.recall locomo10.json``: what the lab's search finds, told as a table."""

import argparse
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console

from bench.progress import Progress
from bench.recall.asking import Asked, ask
from bench.recall.locomo import Conversation, NotLocomoError, read_locomo
from bench.recall.table import is_kept, told
from chalicelib.mem0_client import build_client
from lab.mem0 import Mem0Lab

WAITING_SECS = 60.0  # a first search makes the vectors of all that was told
NO_DATA = (
    "Say where LoCoMo's file is: make recall LOCOMO=locomo10.json (from "
    "https://github.com/snap-research/locomo, data/locomo10.json; licence CC BY-NC 4.0: to measure "
    "with, never to be added to this project)."
)
NOTHING_TO_DO = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Return 0 when the recall that was promised is reached, 1 when not, 2 without data."""
    parser = argparse.ArgumentParser(prog="python -m bench.recall", description=__doc__)
    parser.add_argument("locomo", type=Path, nargs="?", help="LoCoMo's file of conversations")
    path, console = parser.parse_args(arguments).locomo, Console(file=sys.stdout)
    try:
        conversations = read_locomo(path) if path else []
    except (OSError, NotLocomoError) as error:
        console.print(f"{error}. {NO_DATA}", highlight=False, soft_wrap=True)
        return NOTHING_TO_DO
    if not any(conversation.questions for conversation in conversations):
        console.print(NO_DATA, highlight=False, soft_wrap=True)
        return NOTHING_TO_DO
    asked = run(conversations, Progress(console))
    console.print(told(asked), highlight=False)
    return 0 if is_kept(asked) else 1


def run(conversations: Sequence[Conversation], progress: Progress) -> Asked:
    """Ask a lab of its own, which ends with the run."""
    rounds = sum(1 + len(conversation.questions) for conversation in conversations)
    with (
        TemporaryDirectory() as scratch,
        Mem0Lab() as mem0,
        progress.step("telling and asking", rounds) as advance,
    ):
        client = build_client(mem0.api_key, mem0.url, scratch, WAITING_SECS)
        with closing(client.client):
            return ask(mem0, client, conversations, advance)


if __name__ == "__main__":
    sys.exit(main())
