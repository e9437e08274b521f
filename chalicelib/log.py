"""Log lines: JSON, with ids, and never a number, a name or a word of a caller.

What may be logged is decided here and not at each call: an exception leaves its type and where it
happened, never its text; and the libraries below us, which log URLs, are silent.
"""

import logging
from types import TracebackType
from typing import Any

from aws_lambda_powertools import Logger
from aws_lambda_powertools.logging.formatter import LambdaPowertoolsFormatter

from chalicelib import correlation

NAME = "agentic-memory"  # also the name of Chalice's own logger, whose lines so come here too
_TALKATIVE = ("boto3", "botocore", "httpcore", "httpx", "mem0", "posthog", "s3transfer", "urllib3")


class _PrivateFormatter(LambdaPowertoolsFormatter):
    """Powertools' formatter without the text of exceptions, which may quote anything.

    What happens for a conversation bears its id, so that one search finds all of it.
    """

    def formatException(self, ei: Any) -> str:  # noqa: N802 - logging's own name
        """Return the type of the exception and the places it went through."""
        kind, _, trace = ei
        return f"{kind.__name__} at {' < '.join(_places(trace))}"

    def serialize(self, log: Any) -> str:
        """Return ``log`` as a line of JSON, with the id of the conversation it belongs to."""
        if conversation_id := correlation.current():
            log["correlation_id"] = conversation_id
        return str(super().serialize(log))


def configure(level: str) -> Logger:
    """Return the app's logger at ``level`` (``"INFO"``), and silence the libraries."""
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    # None keeps the notes of exceptions out, which Powertools would add.
    formatter = _PrivateFormatter(serialize_stacktrace=False, exception_notes=None)
    logger = Logger(service=NAME, level=level, logger_formatter=formatter)
    logger.setLevel(level)  # Powertools passes over the level of a logger that it has seen before
    return logger


def _places(trace: TracebackType | None) -> list[str]:
    places = []
    while trace is not None:
        code = trace.tb_frame.f_code
        places.append(f"{code.co_filename.rpartition('/')[2]}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    return places[::-1]
