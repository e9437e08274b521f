"""The tables of sentences: what callers say, a line each, and what was asked before it."""

from pathlib import Path

TABLES = Path(__file__).parent / "tables"


def read(name):
    """Return the lines of a table as pairs: what the agent asked, or "", and what was said."""
    lines = (TABLES / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    rows = [line for line in lines if line and not line.startswith("#")]
    return [tuple(row.split(" | ", 1)) if " | " in row else ("", row) for row in rows]
