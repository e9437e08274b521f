"""The layer: nothing is left out of it unnoticed, and it fits."""

import zipfile

import pytest
from chalice.deploy.packager import DependencyBuilder, MissingDependencyError, PackageDownloadError

from ops import layer
from ops.operator_error import OperatorError

REQUIREMENTS = "-c constraints.txt\n# why\nmem0ai==2.2.1  # Mem0's own\nhttpx==0.28.1\n"


def _pack(path, **packages):
    """Pack distributions: each name with the lines of what it requires."""
    with zipfile.ZipFile(path, "w") as packing:
        for name, requires in packages.items():
            said = "".join(f"Requires-Dist: {one}\n" for one in requires)
            folder = f"python/lib/python3.11/site-packages/{name}-1.0.dist-info"
            packing.writestr(f"{folder}/METADATA", f"Metadata-Version: 2.1\nName: {name}\n{said}\n")
            packing.writestr(f"{folder}/RECORD", "")
    return path


@pytest.mark.parametrize(
    ("packages", "absent"),
    [
        ({"mem0ai": [], "httpx": []}, set()),
        ({"mem0ai": []}, {"httpx"}),
        ({"mem0ai": ["qdrant-client>=1.9"], "httpx": []}, {"qdrant-client"}),
        ({"mem0ai": ["Qdrant_Client"], "httpx": [], "qdrant_client": ["numpy>=1.21"]}, {"numpy"}),
        ({"mem0ai": ['numpy>=2; extra == "graph"'], "httpx": []}, set()),
        ({"mem0ai": ['colorama; sys_platform == "win32"'], "httpx": []}, set()),
        ({"mem0ai": ['uvloop; platform_system == "Linux"'], "httpx": []}, {"uvloop"}),
        ({"mem0ai": ['old; python_version < "3"'], "httpx": []}, set()),
    ],
)
def test_what_is_needed_and_absent_is_found(tmp_path, packages, absent):
    """A package that a requirement, or a package's own, needs on Lambda is missed."""
    assert layer.lacking(_pack(tmp_path / "layer.zip", **packages), REQUIREMENTS) == absent


@pytest.fixture
def project(tmp_path):
    """A project that requires one package."""
    (tmp_path / "requirements.txt").write_text("numpy==2.2.6\n")
    (tmp_path / "constraints.txt").write_text("numpy==2.2.6\n")
    return tmp_path


@pytest.fixture
def built(monkeypatch):
    """Let Chalice's builder do what a test says instead of asking pip."""

    def have(outcome):
        def build(_, abi, requirements, folder):
            return outcome(folder)

        monkeypatch.setattr(DependencyBuilder, "build_site_packages", build)

    return have


def _leave_out(folder):
    with open(f"{folder}/six.py", "w") as other:  # noqa: PTH123 - a string is what Chalice hands over
        other.write("# all that had a wheel\n")
    raise MissingDependencyError(set())


def test_a_package_that_was_left_out_ends_the_deployment(project, built):
    """Where Chalice only prints what it leaves out, the deployment ends with the package's name."""
    built(_leave_out)
    with pytest.raises(
        OperatorError, match=r"^The layer lacks numpy: no wheel of what constraints"
    ):
        layer.build_layer(project)


def test_a_layer_that_lacks_something_is_not_used_later(project, built):
    """A layer from before, which Chalice would use again, is looked through as well."""
    built(_leave_out)
    for _ in range(2):
        with pytest.raises(OperatorError, match="numpy"):
            layer.build_layer(project)


def test_a_layer_is_built_once(project, built):
    """As long as the requirements stay, the layer is taken from before; a torn one is not."""
    runs = []

    def install(folder):
        runs.append(folder)
        _unpack_numpy(folder)

    built(install)
    first = layer.build_layer(project)
    assert layer.build_layer(project) == first
    assert len(runs) == 1
    first.write_bytes(first.read_bytes()[:100])
    layer.build_layer(project)
    assert len(runs) == 2
    assert first.parent == project / ".chalice" / "deployments"


def _unpack_numpy(folder):
    from pathlib import Path  # noqa: PLC0415 - only here

    info = Path(folder) / "numpy-2.2.6.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: numpy\n")


def test_no_network_is_one_sentence(project, built):
    """When pip can't download, the error says so and nothing is left that would be used."""

    def fail(_):
        raise PackageDownloadError("no route")

    built(fail)
    with pytest.raises(OperatorError, match="pip could not download"):
        layer.build_layer(project)
    assert not [*(project / ".chalice").rglob("*.zip")]


@pytest.mark.parametrize(
    ("zipped_mb", "unzipped_mb", "sentence"),
    [(50, 100, "The layer has 50.0 MB, Lambda takes 50"), (49, 250, "unpack to 250 MB")],
)
def test_what_lambda_would_refuse_is_refused_here(
    tmp_path, monkeypatch, zipped_mb, unzipped_mb, sentence
):
    """A layer of 50 MB, or one that unpacks to 250 with the code, is not uploaded."""
    packed = tmp_path / "layer.zip"
    with packed.open("wb") as file:
        file.truncate(zipped_mb * layer.MB)
    monkeypatch.setattr(layer, "unzipped_bytes", lambda _: (unzipped_mb - 1) * layer.MB)
    with pytest.raises(OperatorError, match=sentence):
        layer.check_sizes(packed, layer.MB)


def test_what_is_small_enough_passes(tmp_path):
    """A small layer is no error."""
    layer.check_sizes(_pack(tmp_path / "layer.zip", six=[]), 1_000)
