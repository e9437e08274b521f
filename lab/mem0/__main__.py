"""``python -m lab.mem0 --port 8001 --database lab.db --extraction-delay 2``: Mem0, on its own."""

import argparse
import signal
from pathlib import Path

from lab.mem0.server import API_KEY, Mem0Lab


def main() -> None:
    """Serve until SIGINT or SIGTERM."""
    signals = (signal.SIGINT, signal.SIGTERM)
    signal.pthread_sigmask(signal.SIG_BLOCK, signals)  # the threads inherit it; sigwait gets them
    asked = _arguments()
    with Mem0Lab(
        asked.database, asked.api_key, asked.extraction_delay, asked.port, seed=asked.seed
    ) as mem0:
        print(f"Mem0's API on {mem0.url}, key {mem0.api_key}", flush=True)
        signal.sigwait(signals)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m lab.mem0", description=main.__doc__)
    parser.add_argument("--port", type=int, default=8001)
    parser.add_argument("--database", type=Path, help="a file; without it nothing is kept")
    parser.add_argument("--extraction-delay", type=float, default=0.0, metavar="SECS")
    parser.add_argument("--api-key", default=API_KEY)
    parser.add_argument("--seed", type=int, default=0, help="of faults with a probability")
    return parser.parse_args()


if __name__ == "__main__":
    main()
