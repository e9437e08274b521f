"""The archive, over a real S3 API."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from botocore.exceptions import ClientError

from chalicelib.archive import (
    Archive,
    ArchiveError,
    ChangedError,
)
from chalicelib.layout import audio_key, payload_key, record_key
from chalicelib.payload import read_payload
from lab.faults import Fault

RAW = b'{"type": "post_call_transcription", "data": {"conversation_id": "conv_1"}}'
PAYLOAD = read_payload(RAW)


def test_names_say_conversation_and_type():
    """Payload, sound and record of one event lie under names that say which it is."""
    assert payload_key(PAYLOAD) == "post-call/conv_1/post_call_transcription.json"
    assert audio_key(PAYLOAD) == "post-call/conv_1/post_call_transcription.mp3"
    assert record_key(payload_key(PAYLOAD)) == "remembered/conv_1/post_call_transcription.json"


def test_what_is_kept_can_be_read(archive):
    """A kept payload is read back as the bytes that were kept."""
    assert archive.keep(PAYLOAD, RAW) == "kept"
    assert archive.read(payload_key(PAYLOAD)).body == RAW


def test_keeping_twice_is_a_duplicate(archive):
    """The same bytes again are a duplicate; others are kept under a name of their own."""
    archive.keep(PAYLOAD, RAW)
    assert archive.keep(PAYLOAD, RAW) == "duplicate"
    assert archive.keep(PAYLOAD, RAW + b" ") == "kept again"
    assert archive.keep(PAYLOAD, RAW + b" ") == "duplicate"
    assert archive.read(payload_key(PAYLOAD)).body == RAW


def test_nothing_is_read_from_an_empty_name(archive):
    """A name without an object reads as None."""
    assert archive.read("post-call/none") is None


def test_an_object_is_created_once(archive):
    """Creating under a name that is taken raises ChangedError, and leaves what is there."""
    archive.create("a", b"1")
    with pytest.raises(ChangedError):
        archive.create("a", b"2")
    assert archive.read("a").body == b"1"


def test_only_the_version_that_was_read_is_replaced(archive):
    """Replacing an older version, or one that is gone, raises ChangedError."""
    first = archive.create("a", b"1")
    second = archive.replace("a", b"2", first)
    with pytest.raises(ChangedError):
        archive.replace("a", b"3", first)
    with pytest.raises(ChangedError):
        archive.replace("never", b"3", second)
    assert archive.read("a").body == b"2"


def test_of_many_creators_one_succeeds(archive):
    """Of sixteen that create the same object at once, exactly one does."""

    def create(number: int) -> bool:
        try:
            archive.create("a", f"{number}".encode())
        except ChangedError:
            return False
        return True

    with ThreadPoolExecutor(16) as threads:
        assert sum(threads.map(create, range(16))) == 1


@pytest.mark.parametrize(
    "act",
    [
        lambda archive: archive.keep(PAYLOAD, RAW),
        lambda archive: archive.create("a", b"1"),
        lambda archive: archive.replace("a", b"1", '"etag"'),
    ],
)
def test_a_bucket_that_is_not_there_is_an_archive_error(s3, act):
    """Writing to a bucket that does not exist raises ArchiveError, or finds nothing to replace."""
    with pytest.raises((ArchiveError, ChangedError)) as raised:
        act(Archive(s3.client(), "no-such-bucket"))
    assert "conv_1" not in str(raised.value)


def test_an_s3_that_cannot_be_reached_is_an_archive_error(s3, box, monkeypatch):
    """Each verb raises ArchiveError when nobody answers."""
    monkeypatch.setenv("AWS_ENDPOINT_URL_S3", "http://127.0.0.1:9")
    with pytest.raises(ArchiveError):
        box.archive.keep(PAYLOAD, RAW)
    with pytest.raises(ArchiveError):
        box.archive.read("a")
    with pytest.raises(ArchiveError):
        box.archive.open_connection()


def test_opening_the_connection_needs_no_permission(s3):
    """An answer of any kind means that the connection is open."""
    Archive(s3.client(), s3.bucket).open_connection()
    Archive(s3.client(), "no-such-bucket").open_connection()


class Conflicting:
    """An S3 that answers 409 to the first ``times`` writes, as if another were under way."""

    def __init__(self, client, times: int) -> None:
        self._client, self.left = client, times

    def put_object(self, **parameters):
        if self.left:
            self.left -= 1
            error = {"Error": {"Code": "ConditionalRequestConflict"}}
            raise ClientError(error, "PutObject")
        return self._client.put_object(**parameters)

    def __getattr__(self, name):
        return getattr(self._client, name)


def test_a_conflict_is_tried_again(s3):
    """A write that S3 answers with 409 is made again, under the same name."""
    archive = Archive(Conflicting(s3.client(), 2), s3.bucket)
    assert archive.keep(PAYLOAD, RAW) == "kept"
    assert archive.read(payload_key(PAYLOAD)).body == RAW


def test_a_conflict_without_end_is_an_error(s3):
    """When every write meets a conflict the payload is not acknowledged, and nothing is kept."""
    archive = Archive(Conflicting(s3.client(), 1_000), s3.bucket)
    with pytest.raises(ArchiveError):
        archive.keep(PAYLOAD, RAW)


def test_a_mark_keeps_its_first_date(archive, s3):
    """Marking again leaves the object as it is, so that its date tells when it began."""
    archive.mark("unsettled/a")
    first = s3.client().head_object(Bucket=s3.bucket, Key="unsettled/a")["LastModified"]
    archive.mark("unsettled/a")
    (listed,) = archive.listed("unsettled/")
    assert listed.at == first.timestamp()


def test_removing_what_is_not_there_is_no_error(archive):
    """An object is gone after removing it, however often that is asked for."""
    archive.mark("unsettled/a")
    archive.remove("unsettled/a")
    archive.remove("unsettled/a")
    assert archive.read("unsettled/a") is None


def test_a_list_is_in_the_order_of_the_keys(archive):
    """What lies under a prefix is listed by key, from the one after the given."""
    for name in ("b", "a", "c", "other"):
        archive.mark(f"{'x' if name == 'other' else 'unsettled'}/{name}")
    assert [one.key for one in archive.listed("unsettled/", after="unsettled/a")] == [
        "unsettled/b",
        "unsettled/c",
    ]


@pytest.mark.parametrize("operation", ["get", "put", "list", "delete"])
@pytest.mark.parametrize("fault", [{"status": 500}, {"status": 503}, {"drop": "before"}], ids=str)
def test_whatever_fails_is_an_archive_error(archive, s3, operation, fault):
    """Each verb raises ArchiveError when S3 refuses it or hangs up."""
    verbs = {
        "get": lambda: archive.read("a"),
        "put": lambda: archive.mark("a"),
        "list": lambda: list(archive.listed("a")),
        "delete": lambda: archive.remove("a"),
    }
    s3.faults.add(Fault(operation=operation, **fault))
    with pytest.raises(ArchiveError):
        verbs[operation]()
