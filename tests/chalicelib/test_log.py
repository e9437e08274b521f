"""What the app's log really writes."""

import io
import json
import logging
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib import log

NUMBER, NAME = "+16125550123", "Stefan Berg"
QUOTE = f"{NAME} <{NUMBER}> said hello"


@pytest.fixture
def logger():
    """Return the app's logger at INFO, and put it back afterwards."""
    before = logging.getLogger(log.NAME).level
    yield log.configure("INFO")
    logging.getLogger(log.NAME).setLevel(before)


@pytest.fixture
def written(logger):
    """Return what the logger has written, in lines, as Lambda would collect them."""
    (handler,) = logger.handlers
    stream = io.StringIO()
    before = handler.setStream(stream)
    yield lambda: stream.getvalue().splitlines()
    handler.setStream(before)


def quoting():
    """Raise an error that quotes a caller, from another that does, with a note that does."""
    try:
        raise KeyError(QUOTE)
    except KeyError as cause:
        error = ValueError(QUOTE)
        error.add_note(QUOTE)
        raise error from cause


def test_a_line_is_json_with_its_ids(logger, written):
    """A line is one JSON object with its level, its message, the service and the ids."""
    logger.info("payload archived", extra={"conversation_id": "conv_1"})
    (line,) = map(json.loads, written())
    assert line["level"] == "INFO"
    assert line["message"] == "payload archived"
    assert line["service"] == log.NAME
    assert line["conversation_id"] == "conv_1"


def test_an_exception_leaves_its_type_and_its_places(logger, written):
    """Of an exception its type and the places it went through are written, innermost first."""
    try:
        quoting()
    except ValueError as error:
        logger.error("search failed", exc_info=error)
    (line,) = map(json.loads, written())
    assert line["exception_name"] == "ValueError"
    here = r"test_log.py:\d+"
    pattern = rf"ValueError at {here} quoting < {here} test_an_exception_leaves_its_type\w*"
    assert re.fullmatch(pattern, line["exception"])


@pytest.mark.parametrize("name", [log.NAME, f"{log.NAME}.child"])
@pytest.mark.parametrize("how", ["error", "exception", "app"])
def test_no_text_of_an_exception_is_written(logger, written, name, how):
    """An exception that quotes a number and a name, in text, cause or note, writes neither."""
    try:
        quoting()
    except ValueError as error:
        if how == "error":
            logger.error("failed", exc_info=error)
        elif how == "exception":
            logger.exception("failed")
        else:
            logging.getLogger(name).exception("failed")
    (line,) = written()
    assert NUMBER not in line
    assert NAME not in line
    assert "ValueError" in line


@given(st.text(min_size=8))
def test_no_exception_is_quoted(text):
    """Whatever the text of an exception, it is not in what is made of it."""
    formatter = log.configure("INFO").handlers[0].formatter
    error = RuntimeError(f"⟦{text}⟧")
    error.add_note(f"⟦{text}⟧")
    info = (RuntimeError, error, None)
    record = logging.LogRecord(log.NAME, logging.ERROR, "x.py", 1, "failed", (), info)
    line = json.loads(formatter.format(record))
    assert f"⟦{text}⟧" not in str(line)
    assert line["exception_name"] == "RuntimeError"


@pytest.mark.parametrize(
    "library",
    [
        "mem0",
        "mem0.client.main",
        "httpx",
        "httpcore.connection",
        "boto3",
        "botocore",
        "botocore.hooks",
        "botocore.credentials",
        "urllib3.connectionpool",
        "s3transfer",
        "posthog",
    ],
)
def test_the_libraries_are_silent(logger, library, caplog):
    """No library below writes a line, not even of the worst, whatever the level of the app."""
    log.configure("DEBUG")
    caplog.set_level(logging.DEBUG)
    for level in (logging.DEBUG, logging.ERROR, logging.CRITICAL):
        logging.getLogger(library).log(level, "DELETE /v1/memories/?user_id=%s", NUMBER)
    assert caplog.records == []
    logging.getLogger("another").error("heard")
    assert [record.message for record in caplog.records] == ["heard"]


@pytest.mark.parametrize(
    ("level", "levels"),
    [
        ("DEBUG", ["DEBUG", "INFO", "WARNING", "ERROR"]),
        ("INFO", ["INFO", "WARNING", "ERROR"]),
        ("ERROR", ["ERROR"]),
        ("CRITICAL", []),
    ],
)
def test_the_level_is_the_one_that_is_set(logger, written, level, levels):
    """Lines below the level are not written, also when the log was at another level before."""
    configured = log.configure(level)
    for method in (configured.debug, configured.info, configured.warning, configured.error):
        method("a line")
    assert [json.loads(line)["level"] for line in written()] == levels


def test_configuring_twice_writes_once(logger, written):
    """A log that was configured twice still writes each line once."""
    log.configure("INFO").info("a line")
    assert len(written()) == 1


PROGRAM = f"""
import logging, sys
logging.basicConfig(stream=sys.stdout)  # as Lambda's own runtime does
from chalicelib import log
logger = log.configure("INFO")
try:
    raise ValueError("{QUOTE}")
except ValueError:
    logger.exception("failed")
logging.getLogger("httpx").error("{QUOTE}")
"""


def test_in_a_fresh_process_one_line_is_written():
    """Where the runtime has a handler of its own, an exception is one line, and quotes nothing."""
    root = Path(log.__file__).parents[1]
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True, cwd=root
    )
    (line,) = ran.stdout.splitlines()
    assert json.loads(line)["exception"] == "ValueError at <string>:7 <module>"
    assert NUMBER not in ran.stdout + ran.stderr
