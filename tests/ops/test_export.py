"""The command ``export``: everything of a caller, in one file that only its owner may read."""

import json
import zipfile

import pytest

from tests.conftest import SARAH, STEFAN
from tests.ops.callers import FIRST, PARKED, SARAHS, UNKNOWN_TO_ALL, call, sound

TRANSCRIPT = "post_call_transcription.json"


class CrashError(Exception):
    """The operator's machine went away."""


@pytest.fixture
def file(tmp_path):
    """Where the export goes."""
    return tmp_path / "sarah.zip"


def _read(file):
    with zipfile.ZipFile(file) as bundle:
        assert bundle.testzip() is None
        return {name: bundle.read(name) for name in bundle.namelist()}


def test_everything_is_in_it(called, file):
    """Each payload byte for byte, sound, records, memories and card are in the file."""
    told = called.told("export", SARAH, "--output", str(file))
    found = _read(file)
    for folder in SARAHS:
        assert found[f"post-call/{folder}/{TRANSCRIPT}"] == call(folder)
    assert found[f"post-call/{FIRST}/post_call_audio.json"] == sound(FIRST)
    assert found[f"post-call/{FIRST}/post_call_audio.mp3"].startswith(b"ID3")
    assert [name for name in found if name.startswith(f"again/{FIRST}/")]
    assert json.loads(found[f"remembered/{PARKED}/{TRANSCRIPT}"])["status"] == "parked"
    assert json.loads(found["memories.json"]) == called.stores.memories.all_of(SARAH)
    assert json.loads(found["caller_card.json"])["call_count"] == 1
    assert told["conversations"] == 3
    assert told["memories"] == len(json.loads(found["memories.json"]))


def test_the_contents_name_every_file(called, file):
    """contents.json names each file of the bundle but itself."""
    called.ops("export", SARAH, "--output", str(file))
    found = _read(file)
    told = json.loads(found.pop("contents.json"))
    assert set(told["files"]) == set(found)
    assert told["caller"] == SARAH


def test_nothing_of_others_is_in_it(called, file):
    """No byte of another caller's is in the file."""
    called.ops("export", SARAH, "--output", str(file))
    assert [name for name, body in _read(file).items() if STEFAN.encode() in body] == []


def test_what_was_deleted_and_is_still_there_is_in_it(called, file):
    """A payload below a delete marker is exported as an earlier one."""
    key = f"post-call/{UNKNOWN_TO_ALL}/{TRANSCRIPT}"
    called.stores.archive.remove(key)
    called.ops("export", SARAH, "--output", str(file))
    (earlier,) = [name for name in _read(file) if name.endswith(key)]
    assert earlier.startswith("earlier/")


def test_only_its_owner_may_read_it(called, file):
    """The file is its owner's alone, and nothing else is left beside it."""
    called.ops("export", SARAH, "--output", str(file))
    assert file.stat().st_mode & 0o077 == 0
    assert list(file.parent.glob("*sarah*")) == [file]


def test_the_archive_is_only_read(called, file):
    """Exporting leaves every object version and memory as it was."""
    before = called.versions(), called.mem0s()
    called.ops("export", SARAH, "--output", str(file))
    assert (called.versions(), called.mem0s()) == before


def test_a_dry_run_writes_no_file(called, tmp_path, monkeypatch):
    """--dry-run tells how much there is, and leaves the folder empty."""
    monkeypatch.chdir(tmp_path)
    told = called.told("export", SARAH, "--dry-run")
    assert (told["file"], told["conversations"], told["has_card"]) == (None, 3, True)
    assert list(tmp_path.glob("*.zip*")) == []


def test_its_own_name_names_nobody(called, tmp_path, monkeypatch):
    """Without --output the file is called by a digest."""
    monkeypatch.chdir(tmp_path)
    name = called.told("export", SARAH)["file"]
    assert (tmp_path / name).exists()
    assert SARAH[1:] not in name


def test_no_file_is_overwritten(called, file):
    """A file that is there stays as it is."""
    file.write_text("somebody's")
    result = called.ops("export", SARAH, "--output", str(file))
    assert (result.exit_code, file.read_text()) == (1, "somebody's")


def test_a_run_that_was_cut_off_is_gone_on_with(called, file, monkeypatch):
    """The next run looks only at what the first has not, and the file is the same."""
    monkeypatch.setattr("ops.looking.SAVED_EVERY", 1)
    before = call(FIRST)
    read, reads = called.stores.versions.read, []

    def crash(version):
        reads.append(version.key)
        if len(reads) == 3:
            raise CrashError
        return read(version)

    monkeypatch.setattr(called.stores.versions, "read", crash)
    with pytest.raises(CrashError):
        called.ops("export", SARAH, "--output", str(file))
    assert not file.exists()
    looked_at = reads[:2]
    called.ops("export", SARAH, "--output", str(file))
    assert not set(looked_at) & set(reads[3 : reads.index(reads[2], 3) + 1])
    assert _read(file)[f"post-call/{FIRST}/{TRANSCRIPT}"] == before
    assert list(file.parent.glob("*sarah*")) == [file]
