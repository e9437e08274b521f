"""What is packed: the app, nothing of the lab, and nothing that a developer left lying about."""

import io
import zipfile
from pathlib import Path

import pytest
from chalice.deploy.packager import DependencyBuilder, MissingDependencyError, Package
from chalice.utils import OSUtils

from bench import artifact, unpacked
from bench.sample import NotMeasuredError


@pytest.fixture
def code(tmp_path) -> zipfile.ZipFile:
    """The packed code."""
    artifact._stage(tmp_path)
    return zipfile.ZipFile(io.BytesIO(artifact.pack_code(tmp_path)))


def test_the_code_is_the_app_and_chalices_runtime(code):
    """The zip holds app.py, chalicelib and two files of Chalice, and nothing else."""
    names = code.namelist()
    assert {"app.py", "chalice/app.py", "chalice/__init__.py"} <= set(names)
    assert "chalicelib/texts/greetings.json" in names
    assert {name.partition("/")[0] for name in names} == {"app.py", "chalice", "chalicelib"}


def test_no_byte_code_is_packed(code):
    """A developer's __pycache__ stays where it is."""
    assert not any("__pycache__" in name for name in code.namelist())


def test_what_chalice_leaves_out_is_named(tmp_path, monkeypatch):
    """A package without a wheel for Lambda is noted, where Chalice only prints it."""
    missing = Package(str(tmp_path), "numpy-1.0-cp311-cp311-any.whl")

    def fail(*_: object) -> None:
        raise MissingDependencyError({missing})

    monkeypatch.setattr(DependencyBuilder, "build_site_packages", fail)
    builder = artifact._Dependencies(OSUtils())
    with pytest.raises(MissingDependencyError):
        builder.build_site_packages("cp311", "requirements.txt", str(tmp_path))
    assert builder.lacking == ("numpy",)


def test_the_layer_is_kept_until_its_requirements_change(tmp_path, monkeypatch):
    """Another pin, direct or not, is another layer."""
    for name in artifact.PACKAGED:
        (tmp_path / name).write_text("a==1\n")
    monkeypatch.setattr(artifact, "PROJECT", tmp_path)
    before = artifact._digest()
    assert artifact._digest() == before
    (tmp_path / "app.py").write_text("pass\n")
    assert artifact._digest() == before
    (tmp_path / "constraints.txt").write_text("a==2\n")
    assert artifact._digest() != before


def test_where_lambdas_code_can_not_run_nothing_is_measured(monkeypatch):
    """On another system than Linux the run ends with a sentence, not with figures."""
    monkeypatch.setattr(artifact.sys, "platform", "darwin")
    with pytest.raises(NotMeasuredError, match="Linux"):
        artifact.build()


@pytest.fixture
def packed(tmp_path) -> artifact.Artifact:
    """An artifact of one module each."""
    layer, left_out = tmp_path / "layer.zip", tmp_path / "left_out.zip"
    with zipfile.ZipFile(layer, "w") as packing:
        packing.writestr(f"python/lib/{artifact.RUNTIME}/site-packages/dep.py", "")
    with zipfile.ZipFile(left_out, "w") as packing:
        packing.writestr("rest.py", "")
    code = io.BytesIO()
    with zipfile.ZipFile(code, "w") as packing:
        packing.writestr("app.py", "")
    return artifact.Artifact(code.getvalue(), layer, left_out, ("rest",))


def test_the_artifact_is_laid_out_as_lambda_would(packed, monkeypatch):
    """Code comes first, then layer, runtime and the rest; byte-code comes only when asked for."""
    monkeypatch.setattr(unpacked, "OF_THE_RUNTIME", ("six", "jmespath"))
    with unpacked.unpacked(packed) as unzipped:
        held = [{path.name for path in folder.iterdir()} for folder in unzipped.folders]
        assert held == [{"app.py"}, {"dep.py"}, {"six.py", "jmespath"}, {"rest.py"}]
        assert not [*Path(unzipped.folders[0]).parent.rglob("*.pyc")]
        unzipped.compile()
        assert all([*folder.rglob("*.pyc")] for folder in unzipped.folders)
    assert not unzipped.folders[0].exists()


def test_a_runtime_that_can_not_be_copied_is_said(packed, monkeypatch):
    """A package of the runtime that is not installed here ends the run with its name."""
    monkeypatch.setattr(unpacked, "OF_THE_RUNTIME", ("no_such_package",))
    with pytest.raises(NotMeasuredError, match="no_such_package"), unpacked.unpacked(packed):
        pass
