"""Which version is checked out: what changes it, and what does not."""

import copy
import shutil

import pytest

from ops.deployed_version import checkout_version
from ops.project import Config, read_config
from tests.ops.rehearsal import PROJECT


@pytest.fixture
def checkout(tmp_path):
    """A checkout of its own, as far as functions are made of it."""
    for name in ("app.py", "requirements.txt", "constraints.txt"):
        shutil.copy(PROJECT / name, tmp_path)
    for name in ("chalicelib", ".chalice"):
        ignored = shutil.ignore_patterns("__pycache__", "build", "deploy*")
        shutil.copytree(PROJECT / name, tmp_path / name, ignore=ignored)
    return tmp_path


def _version(folder, config=None, stage="dev"):
    return checkout_version(folder, config or read_config(folder), stage)


def test_two_checkouts_of_the_same_are_the_same_version(checkout):
    """Where it lies, and what Python or a deployment left there, makes no difference."""
    before = _version(checkout)
    (checkout / "chalicelib" / "__pycache__").mkdir()
    (checkout / "chalicelib" / "__pycache__" / "doors.pyc").write_bytes(b"")
    (checkout / "docs").mkdir()
    (checkout / "docs" / "new.md").write_text("words")
    assert _version(checkout) == before == _version(PROJECT)


@pytest.mark.parametrize(
    "file",
    [
        "app.py",
        "constraints.txt",
        "requirements.txt",
        "chalicelib/doors.py",
        "chalicelib/texts/agent_prompt.en.md",
        ".chalice/policy-remember.json",
    ],
)
def test_what_functions_are_made_of_makes_the_version(checkout, file):
    """One more blank line in code, prompt, pins or a policy is another version."""
    before = _version(checkout)
    path = checkout / file
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert _version(checkout) != before


def test_a_new_or_renamed_file_makes_another_version(checkout):
    """A module that is added, or bears another name, is another version."""
    versions = {_version(checkout)}
    (checkout / "chalicelib" / "new.py").write_text("")
    versions.add(_version(checkout))
    (checkout / "chalicelib" / "new.py").rename(checkout / "chalicelib" / "newer.py")
    assert _version(checkout) not in versions
    assert len(versions) == 2


def test_only_the_stages_own_configuration_counts(checkout):
    """Another memory size for prod is another version of prod, and the same of dev."""
    written = copy.deepcopy(dict(read_config(checkout).written))
    written["stages"]["prod"]["lambda_functions"]["remember"]["lambda_memory_size"] = 1024
    changed = Config(written)
    assert _version(checkout, changed, "prod") != _version(checkout, stage="prod")
    assert _version(checkout, changed, "dev") == _version(checkout, stage="dev")
