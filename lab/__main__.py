"""``python -m lab demo [PAYLOAD]`` plays a story; ``python -m lab run`` leaves the lab running."""

import argparse
import sys
from pathlib import Path

from lab import demo, run


def main() -> int:
    """Do what the command line says; return the exit status."""
    parser = argparse.ArgumentParser(prog="lab", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    story = commands.add_parser("demo", help="play one caller's two calls and check each step")
    story.add_argument("payload", nargs="?", type=Path, help="an exported ElevenLabs conversation")
    running = commands.add_parser("run", help="run the lab until Ctrl-C")
    running.add_argument("--port", type=int, default=8000, help="of the app's routes")
    running.add_argument("--mem0-port", type=int, default=8001)
    running.add_argument("--s3-port", type=int, default=8002)
    running.add_argument("--keep", type=Path, help="a folder in which Mem0 keeps its memories")
    chosen = parser.parse_args()
    if chosen.command == "demo":
        return demo.main(chosen.payload)
    return run.main(chosen.port, chosen.mem0_port, chosen.s3_port, chosen.keep)


if __name__ == "__main__":
    sys.exit(main())
