"""What ``chalice deploy`` uploads as the app's code, and where secrets must not be."""

import base64
import io
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from chalicelib.settings import Settings, read_settings

PROJECT = Path(__file__).parent.parent
LEFT_LYING = ("lab", "bench", "tests", "docs", "ops")
NOT_COPIED = ".git .venv .lab .hypothesis __pycache__ .*_cache deployments deployed".split()
SECRETS = {
    "MEM0_API_KEY": "invented-mem0-key-not-live",
    "ELEVENLABS_WORKSPACE_KEY": "invented-workspace-key-1-not-live,invented-workspace-key-2",
    "ELEVENLABS_HMAC_KEY": "invented-hmac-key-1-not-live,invented-hmac-key-2",
    "CALLER_SALT": "invented-salt-not-live",
}
VALUES = [value for listed in SECRETS.values() for value in listed.split(",")]
# How the keys that this app needs, and those of AWS, begin where they are live.
LIVE = re.compile(
    rb"\bm0-[A-Za-z0-9]{24,}|\b(?:sk|wsec)_[0-9a-f]{32,}|\bA[KS]IA[0-9A-Z]{16}\b"
    rb"|-----BEGIN [A-Z ]*PRIVATE KEY-----|xi-api-key['\": =]{1,5}[0-9a-f]{32}"
)
# Chalice's own way: it imports the app, in the stage's environment, and packs its folder.
DEPLOY = """
import sys
from pathlib import Path
from chalice.cli.factory import CLIFactory
from bench.artifact import pack_code
project = Path.cwd()
CLIFactory(str(project)).create_config_obj("dev").chalice_app
sys.stdout.buffer.write(pack_code(project))
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project as it lies on an operator's machine: with secrets left lying about."""
    copy = tmp_path_factory.mktemp("deployed") / "project"
    shutil.copytree(PROJECT, copy, ignore=shutil.ignore_patterns(*NOT_COPIED))
    for folder in ("", *LEFT_LYING):
        (copy / folder).mkdir(exist_ok=True)
        (copy / folder / ".env").write_text("\n".join(f"{k}={v}" for k, v in SECRETS.items()))
        (copy / folder / "secrets.json").write_text(json.dumps(SECRETS))
    return copy


@pytest.fixture(scope="module")
def package(project: Path) -> zipfile.ZipFile:
    """The app's code as it would be uploaded, packed with every secret in the environment."""
    environment = {"PATH": os.environ["PATH"], "ARCHIVE_BUCKET": "an-invented-bucket", **SECRETS}
    environment |= {"AWS_DEFAULT_REGION": "us-east-1"}
    command = [sys.executable, "-c", DEPLOY]
    packed = subprocess.run(command, cwd=project, env=environment, capture_output=True, check=False)
    assert packed.returncode == 0, packed.stderr.decode()
    return zipfile.ZipFile(io.BytesIO(packed.stdout))


def test_all_secrets_are_tried():
    """The secrets tried here are those that the settings keep out of their ``repr``."""
    hidden = [field.name for field in fields(Settings) if not field.repr]
    assert len(SECRETS) == len(hidden)
    settings = read_settings({**SECRETS, "ARCHIVE_BUCKET": "an-invented-bucket"})
    held = json.dumps([getattr(settings, name) for name in hidden])
    assert [value for value in VALUES if value not in held] == []


def test_a_secret_would_be_found(project):
    """The search finds what was left lying about, as it is and encoded."""
    found = (project / ".env").read_bytes()
    assert _secrets_in(found) == VALUES
    assert _secrets_in(base64.b64encode(b"x" + found)) == VALUES


def test_the_package_holds_the_app_alone(package, project):
    """The package is app.py, chalicelib, and Chalice's runtime, and nothing left lying about."""
    names = package.namelist()
    assert {name.partition("/")[0] for name in names} == {"app.py", "chalice", "chalicelib"}
    assert {"app.py", "chalice/app.py", "chalicelib/doors.py"} <= set(names)
    ours = [name for name in names if not name.startswith("chalice/")]
    assert [name for name in ours if not (project / name).is_file()] == []
    suffixes = {Path(name).suffix for name in ours}
    assert suffixes <= {".py", ".pyc", ".json", ".md"}


def test_the_package_holds_no_secret(package):
    """No file of the package, nor its name, holds the value of a secret."""
    assert [name for name in package.namelist() if _secrets_in(name.encode())] == []
    assert [name for name in package.namelist() if _secrets_in(package.read(name))] == []


def test_chalices_folder_holds_no_secret(package, project):
    """Nothing in .chalice, after packing, holds the value of a secret, or a place for one."""
    files = [path for path in (project / ".chalice").rglob("*") if path.is_file()]
    assert {"config.json", "policy-api.json"} <= {path.name for path in files}
    assert [path.name for path in files if _secrets_in(path.read_bytes())] == []
    config = json.loads((project / ".chalice" / "config.json").read_text(encoding="utf-8"))
    assert [name for name in _variables(config) if name in SECRETS] == []


def test_no_file_holds_what_looks_live(project):
    """No file of the project holds what looks like a live key."""
    files = [path for path in project.rglob("*") if path.is_file()]
    assert len(files) > 100
    assert [str(path) for path in files if LIVE.search(path.read_bytes())] == []


def _secrets_in(held: bytes) -> list[str]:
    """Return the secrets that ``held`` holds, as they are or in base64 at any offset."""
    return [value for value in VALUES if any(form in held for form in _forms(value.encode()))]


def _forms(value: bytes) -> Iterator[bytes]:
    yield value
    for before in range(3):
        encoded = base64.b64encode(bytes(before) + value)
        yield encoded[4 if before else 0 : -4]


def _variables(config: Any) -> Iterator[str]:
    """Yield the name of each environment variable that Chalice's configuration sets anywhere."""
    for name, value in config.items() if isinstance(config, dict) else ():
        yield from value if name == "environment_variables" else _variables(value)
