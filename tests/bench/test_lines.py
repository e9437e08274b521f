"""What each measurement says: promised, measured, met or missed."""

import zipfile

import pytest

from bench import cold_start, hanging, layer, many_memories, round_trips, warm
from bench.artifact import Artifact
from bench.cold_start import OURS, PLAIN, ColdStarts
from bench.hanging import Hanging
from bench.sample import Sample


def _cold(ours_ms: float, plain_ms: float, peak_mb: float) -> ColdStarts:
    times = {OURS: Sample((ours_ms,)), PLAIN: Sample((plain_ms,))}
    memory = {OURS: Sample((60.0, peak_mb), "MB"), PLAIN: Sample((130.0,), "MB")}
    return ColdStarts("none", times, memory)


@pytest.mark.parametrize(
    ("ours_ms", "peak_mb", "verdicts"),
    [(350, 75, ["met", "met"]), (351, 75.1, ["missed", "missed"])],
)
def test_a_cold_start_is_judged_by_its_ratio_and_its_largest_peak(ours_ms, peak_mb, verdicts):
    """0.35 of the plain import and 75 MB are met, and not a bit more."""
    lines = cold_start.lines(_cold(ours_ms, 1_000, peak_mb))
    assert [line.verdict for line in lines] == verdicts
    assert lines[0].measured == ("0.35x")


def _warm(client_data: float, retrieve: float) -> warm.Warm:
    bare = {name: Sample((2.0,)) for name in (warm.BARE_LIST, warm.BARE_LISTS, warm.BARE_SEARCH)}
    ours = {warm.CLIENT_DATA: Sample((client_data,)), warm.RETRIEVE: Sample((retrieve,))}
    return warm.Warm(50, ours | bare)


def test_the_overhead_is_what_goes_beyond_the_bare_request():
    """Overheads are differences, judged beside one bare request; beside two nothing is promised."""
    one, two, search = warm.lines(_warm(3.5, 3.6))
    assert (one.measured, one.verdict) == ("+1.50 ms at p50, +1.50 ms at p99", "met")
    assert (two.verdict, two.target) == ("–", "–")
    assert search.verdict == "missed"
    assert "Mem0 answering in 50 ms" in one.what


@pytest.mark.parametrize(
    ("starts", "waits"),
    [
        ([], 0),
        ([7.0], 1),
        ([7.0, 7.001], 1),
        ([7.049, 7.0], 1),
        ([7.0, 7.05], 2),
        ([7.0, 7.04, 7.09], 2),
        ([7.0, 7.06, 7.12], 3),
    ],
)
def test_requests_that_overlap_are_one_round_trip(starts, waits):
    """A request that begins once the first answer could be there is another round trip."""
    assert round_trips.sequential(starts, 0.05) == waits


def test_each_route_has_its_own_number_of_round_trips():
    """Two overlapping requests are met for /client-data, and any is missed for /post-call."""
    starts = {"/client-data": [1.0, 1.001], "/retrieve": [1.0, 1.2], "/post-call": []}
    lines = round_trips.lines(starts)
    assert [line.verdict for line in lines] == ["met", "missed", "met"]
    assert lines[0].measured == "1 (2 requests, 1.0 ms apart)"


def _many(medians: tuple[float, ...]) -> dict[int, Sample]:
    return {count: Sample((ms,)) for count, ms in zip((10, 1_000, 100_000), medians, strict=True)}


@pytest.mark.parametrize(
    ("medians", "measured", "verdict"),
    [
        ((2.0, 2.2, 2.4), "+20% (2.00, 2.20, 2.40 ms)", "met"),
        ((2.0, 2.5, 2.4), "+25% (2.00, 2.50, 2.40 ms)", "missed"),
        ((2.0, 1.5, 2.0), "-25% (2.00, 1.50, 2.00 ms)", "missed"),
    ],
)
def test_many_memories_are_compared_with_few(medians, measured, verdict):
    """The largest deviation from the caller with the fewest memories decides, either way."""
    both = {many_memories.OURS: _many(medians), many_memories.BARE: _many((1, 1, 1))}
    line, bare = many_memories.lines(both, many_memories.LATELY)
    assert (line.measured, line.verdict) == (measured, verdict)
    assert "10, 1,000, 100,000 memories" in line.what
    assert bare.verdict == "–"


def test_a_hanging_mem0_is_judged_by_the_slowest_answer_and_by_every_greeting():
    """One answer beyond the budget's grace, or one greeting without the name, is a miss."""
    in_time = hanging.lines(Hanging(Sample((1_450, 1_550)), 1_500, ("Sarah", "Sarah")))
    late = hanging.lines(Hanging(Sample((1_450, 1_551)), 1_500, ("Sarah", "")))
    assert [line.verdict for line in in_time] == ["met", "met"]
    assert [line.verdict for line in late] == ["missed", "missed"]
    assert late[1].measured == "1 of 2"


def _artifact(tmp_path, layer_bytes: int, left_out_bytes: int, lacking: tuple[str, ...]):
    (tmp_path / "layer.zip").write_bytes(bytes(layer_bytes))
    (tmp_path / "left_out.zip").write_bytes(bytes(left_out_bytes))
    return Artifact(b"", tmp_path / "layer.zip", tmp_path / "left_out.zip", lacking)


def test_a_whole_layer_is_judged_by_its_own_size(tmp_path):
    """Where nothing was left out, the zip is all there is."""
    (line,) = layer.lines(_artifact(tmp_path, layer.MB, 22, ()))
    assert (line.measured, line.verdict) == ("1.0 MB", "met")


def test_what_was_left_out_of_the_layer_counts(tmp_path, monkeypatch):
    """A layer is not small because something is missing from it, and the line names what is."""
    monkeypatch.setattr(layer, "TARGET_MB", 2)
    (line,) = layer.lines(_artifact(tmp_path, layer.MB, layer.MB, ("numpy",)))
    assert line.measured == "2.0 MB (1.0 MB as packed, without numpy)"
    assert line.verdict == "missed"
    assert "numpy" in line.how


def test_an_empty_zip_is_what_is_left_out_of_a_whole_layer(tmp_path):
    """The names of what was left out are kept in the zip itself."""
    from bench.artifact import _add_installed, _lacking  # noqa: PLC0415

    for names in ((), ("six", "iniconfig")):
        path = tmp_path / "left_out.zip"
        with zipfile.ZipFile(path, "w") as packing:
            _add_installed(packing, names)
        assert _lacking(path) == names
    with zipfile.ZipFile(path) as packed:
        packages = {name.partition("/")[0] for name in packed.namelist()}
    assert {"six.py", "iniconfig"} <= packages
    assert not any(name.endswith(".pyc") for name in packages)
