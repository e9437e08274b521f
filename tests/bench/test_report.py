"""The table in the terminal, docs/benchmarks.md, and the picture."""

import io

from rich.console import Console

from bench import plot, report, warm
from bench.cold_start import OURS, PLAIN, ColdStarts
from bench.line import HEADINGS, Line
from bench.machine import environment
from bench.sample import Sample

MET = Line("cold start", "at most 0.35x", "0.20x", True, "Started anew.", Sample((1.0, 2.0)))
MISSED = Line(
    "warm | hot", "at most 1 ms", "2 ms", False, "In turn.", Sample((3.0,)), "bare", Sample((1.0,))
)
UNPROMISED = Line("beside it", "–", "1 ms", None, "In turn.")
LINES = (MET, MISSED, UNPROMISED)


def test_the_terminal_shows_each_line_with_its_verdict_and_samples():
    """Every line stands there within 80 columns, with both samples where there are two."""
    written = io.StringIO()
    Console(file=written, width=80).print(report.table(LINES))
    shown = written.getvalue()
    for said in ("cold start", "0.20x", "met", "missed", "bare 1.00 / 1.00 / 1.00 ms"):
        assert said in shown


def test_no_cell_is_cut_off_in_a_narrow_terminal():
    """However long the cells, every word of them and the verdict are there in 80 columns."""
    words = [f"word{number}" for number in range(20)]
    long = " ".join(words)
    written = io.StringIO()
    line = Line(long, long, long, False, "", Sample((1.0,)), long, Sample((2.0,)))
    Console(file=written, width=80).print(report.table([line]))
    assert all(written.getvalue().count(word) >= 4 for word in words)
    assert "missed" in written.getvalue()


def test_the_document_is_one_table_with_all_columns():
    """Each line is one row with a cell for each heading; a bar inside a cell breaks nothing."""
    text = report.markdown(LINES, {"python": "CPython 3.11", "processors": "2"}, "plot.png")
    rows = [row for row in text.splitlines() if row.startswith("| ")]
    assert len(rows) == len(LINES) + 2
    assert all(row.replace(r"\|", "").count("|") == len(HEADINGS) + 1 for row in rows)
    assert "**missed**" in rows[3]
    assert "python CPython 3.11, processors 2" in text
    assert "![Latency of warm requests, and cold starts](plot.png)" in text


def test_the_document_says_how_each_line_was_measured():
    """Every line is named beside its explanation, and no explanation stands there twice."""
    text = report.markdown(LINES, {}, "plot.png").partition("## How")[2]
    assert "- **cold start.** Started anew." in text
    assert "- **warm | hot; beside it.** In turn." in text


def test_the_summary_counts_what_was_promised():
    """Lines without a target count neither way."""
    assert report.summary(LINES) == "1 of 2 targets met; missed: warm | hot."
    assert report.summary([MET]) == "1 of 1 targets met."


def test_the_environment_tells_nothing_of_whose_machine_it_is():
    """No name of a host or user and no path is in the environment that is written down."""
    assert environment().keys() == {"date", "python", "system", "architecture", "processors"}
    assert not any("/" in value for value in environment().values())


def test_the_picture_is_drawn(tmp_path):
    """The picture is a PNG, drawn from the samples of the run."""
    times = {name: Sample((1.0, 2.0, 3.0)) for name, _, _ in plot.CURVES}
    cold = {OURS: Sample((300.0,)), PLAIN: Sample((1_200.0,))}
    path = tmp_path / "plot.png"
    plot.draw(warm.Warm(0, times), [ColdStarts("none", cold, cold)], path)
    assert path.read_bytes().startswith(b"\x89PNG")
