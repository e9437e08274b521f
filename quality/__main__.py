"""``make quality``: how well callers are remembered, on calls the rules were not made for too."""

import argparse
import sys

from rich.console import Console

from quality.judging import judge_all
from quality.report import print_report, thresholds_missed


def main() -> None:
    """Play the callers and print the report; exit with 1 when a threshold is missed."""
    asked, console = _arguments(), Console()
    parts = judge_all(asked.callers, console, items=not asked.without_items)
    print_report(console, parts, asked.worst)
    sys.exit(bool(thresholds_missed(parts)))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m quality", description=__doc__)
    parser.add_argument("callers", nargs="*", help="play only these, as A01 B07")
    parser.add_argument("--worst", type=int, default=3, help="cases to show of each measure")
    parser.add_argument(
        "--without-items", action="store_true", help="of an agent that collects no items of ours"
    )
    return parser.parse_args()


if __name__ == "__main__":
    main()
