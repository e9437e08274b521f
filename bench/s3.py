"""``python -m bench.s3``: the lab's S3 in a process of its own, so that it takes none of ours."""

import json
import signal

from lab.s3 import S3Lab


def main() -> None:
    """Print the environment with which to find it, and serve until SIGINT or SIGTERM."""
    signals = (signal.SIGINT, signal.SIGTERM)
    signal.pthread_sigmask(signal.SIG_BLOCK, signals)  # the threads inherit it; sigwait gets them
    with S3Lab() as s3:
        print(json.dumps(s3.environment()), flush=True)
        signal.sigwait(signals)


if __name__ == "__main__":
    main()
