"""The tables of sentences: what callers say, a line each, and what was asked before it."""

from pathlib import Path

TABLES = Path(__file__).parent / "tables"


def read(name):
    """Return the lines of a table as pairs: what the agent asked, or "", and what was said."""
    rows = _rows((TABLES / f"{name}.txt").read_text(encoding="utf-8"))
    return [tuple(row.split(" | ", 1)) if " | " in row else ("", row) for row in rows]


def read_talks(name):
    """Return the conversations of a table, each as its lines of (speaker, what was said)."""
    blocks = (TABLES / f"{name}.txt").read_text(encoding="utf-8").split("\n\n")
    return [[tuple(row.split(": ", 1)) for row in _rows(block)] for block in blocks]


def read_calls(name):
    """Return the whole calls of a table: lines by their sign, "A" agent, "C" caller, "S" summary.

    "D" is collected; "-" and "+" are the pieces that go and stay. A call's name is its "#" line.
    """
    blocks = (TABLES / f"{name}.txt").read_text(encoding="utf-8").strip().split("\n\n")
    return [[(line[0], line[2:].strip()) for line in block.split("\n")] for block in blocks]


def _rows(text):
    return [line for line in text.splitlines() if line and not line.startswith("#")]
