"""Finding archived payloads that nobody was told of, over a real S3 API."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chalicelib.layout import record_key
from chalicelib.lost import find_lost

IDS = st.text("abAB_-019", min_size=1, max_size=4)


@pytest.fixture
def put(archive):
    """Put empty objects under these keys."""

    def put_all(*keys: str) -> None:
        for key in keys:
            archive.mark(key)

    return put_all


def _key(name: str) -> str:
    return f"post-call/{name}/post_call_transcription.json"


def _lost(archive, after: str = "", most: int = 1_000) -> tuple[list[str], str]:
    found, go_on = find_lost(archive, after, most)
    return [one.key for one in found], go_on


def test_a_payload_without_a_record_is_lost(archive, put):
    """Of two payloads the one without a record is found, with the time when it was archived."""
    put(_key("conv_1"), record_key(_key("conv_1")), _key("conv_2"))
    (found,), go_on = find_lost(archive, "")
    assert (found.key, go_on) == (_key("conv_2"), "")
    assert found.at > 1_700_000_000


def test_sound_is_no_payload(archive, put):
    """The .mp3 beside an audio payload is not looked for among the records."""
    put("post-call/conv_1/post_call_audio.mp3")
    assert _lost(archive) == ([], "")


def test_an_empty_archive_has_lost_nothing(archive):
    """Where nothing is archived nothing is lost."""
    assert _lost(archive) == ([], "")


def test_a_look_is_gone_on_with(archive, put):
    """A look that has seen as much as it may is gone on with, and begins anew at the end."""
    put(*(_key(f"conv_{number}") for number in range(5)), record_key(_key("conv_3")))
    first, after = _lost(archive, most=2)
    second, after = _lost(archive, after, most=2)
    third, after = _lost(archive, after, most=2)
    assert first == [_key("conv_0"), _key("conv_1")]
    assert second == [_key("conv_2")]
    assert (third, after) == ([_key("conv_4")], "")


def test_looking_costs_the_same_however_much_there_is(archive, put, s3, monkeypatch):
    """A look asks S3 for what it compares and for no more, however much lies behind it."""
    put(*(_key(f"conv_{number:02}") for number in range(30)))
    asked: list[str] = []
    archive._client.meta.events.register(
        "before-call.s3.ListObjectsV2", lambda params, **_: asked.append(params["url_path"])
    )
    _lost(archive, most=10)
    assert len(asked) == 2


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.dictionaries(IDS, st.booleans(), max_size=6), st.integers(1, 4))
def test_going_round_finds_each_lost_payload_once(s3, archive, known, most):
    """However the keys sort and however small the slices, one round finds what has no record."""
    s3.reset()
    for name, has_record in known.items():
        archive.mark(_key(name))
        if has_record:
            archive.mark(record_key(_key(name)))
    found, after = _lost(archive, most=most)
    while after:
        more, after = _lost(archive, after, most)
        found += more
    assert sorted(found) == sorted(_key(name) for name in known if not known[name])
