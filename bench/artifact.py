"""The artifact: the two zips that ``chalice deploy`` would upload, built by its own packagers.

``chalice package`` refuses apps with ``on_s3_event``, so the packagers are called here directly.
"""

import hashlib
import io
import platform
import shutil
import sys
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from tempfile import TemporaryDirectory

from chalice.deploy.packager import (
    AppOnlyDeploymentPackager,
    DependencyBuilder,
    LayerDeploymentPackager,
    MissingDependencyError,
    PackageDownloadError,
)
from chalice.utils import UI, OSUtils

from bench.sample import NotMeasuredError

PROJECT = Path(__file__).resolve().parent.parent
PACKAGED = ("app.py", "requirements.txt", "constraints.txt")
CACHE = PROJECT / ".chalice" / "deployments"
RUNTIME = f"python{sys.version_info.major}.{sys.version_info.minor}"
ARCHITECTURES = {"x86_64": "x86_64", "aarch64": "arm64"}


@dataclass(frozen=True)
class Artifact:
    """Zips: the app's ``code``, its ``layer``, and what Chalice found no Lambda wheel for.

    Attributes:
        code: the app and Chalice's runtime, as bytes of a zip.
        layer: the path of the zip with the dependencies.
        left_out: the path of a zip with the packages that the layer lacks, from this Python.
        lacking: those packages' names.

    """

    code: bytes
    layer: Path
    left_out: Path
    lacking: tuple[str, ...]


def build() -> Artifact:
    """Return the artifact for this Python and machine; the layer is kept from run to run.

    Raises NotMeasuredError when it can't be built here.
    """
    if sys.platform != "linux" or platform.machine() not in ARCHITECTURES:
        raise NotMeasuredError("what Lambda would run can be started on Linux only")
    name = f"bench-{_digest()}"
    layer, left_out = CACHE / f"{name}-layer.zip", CACHE / f"{name}-left-out.zip"
    with TemporaryDirectory() as project:
        _stage(Path(project))
        dependencies = _Dependencies(OSUtils(), architecture=ARCHITECTURES[platform.machine()])
        if not left_out.exists():
            _pack_layer(dependencies, Path(project), layer, left_out)
        code = pack_code(Path(project))
    return Artifact(code, layer, left_out, _lacking(left_out))


def pack_code(project: Path) -> bytes:
    """Return the zip that ``chalice deploy`` would upload as the code of the app in ``project``."""
    packager = AppOnlyDeploymentPackager(OSUtils(), DependencyBuilder(OSUtils()), _silent())
    return Path(packager.create_deployment_package(str(project), RUNTIME)).read_bytes()


class _Dependencies(DependencyBuilder):
    """Chalice's builder, which also says what it left out: the packager only prints it."""

    lacking: tuple[str, ...] = ()

    def build_site_packages(
        self, abi: str, requirements_filepath: str, target_directory: str
    ) -> None:
        try:
            super().build_site_packages(abi, requirements_filepath, target_directory)
        except MissingDependencyError as error:
            self.lacking = tuple(sorted(package.name for package in error.missing))
            raise


def _digest() -> str:
    """Return what changes when the layer would: its requirements, this Python, this machine."""
    requirements = [(PROJECT / name).read_bytes() for name in PACKAGED[1:]]
    said = b"\0".join([*requirements, RUNTIME.encode(), platform.machine().encode()])
    return hashlib.sha256(said).hexdigest()[:16]


def _stage(project: Path) -> None:
    """Copy what is packaged, without the byte-code that lies about in a developer's folder."""
    for name in PACKAGED:
        shutil.copy2(PROJECT / name, project / name)
    no_byte_code = shutil.ignore_patterns("__pycache__")
    shutil.copytree(PROJECT / "chalicelib", project / "chalicelib", ignore=no_byte_code)


def _pack_layer(dependencies: _Dependencies, project: Path, layer: Path, left_out: Path) -> None:
    packager = LayerDeploymentPackager(OSUtils(), dependencies, _silent())
    try:
        packed = packager.create_deployment_package(str(project), RUNTIME)
    except PackageDownloadError as error:
        raise NotMeasuredError("the layer's packages could not be downloaded") from error
    CACHE.mkdir(parents=True, exist_ok=True)
    shutil.move(packed, layer)
    partial = left_out.with_suffix(".part")
    with zipfile.ZipFile(partial, "w", zipfile.ZIP_DEFLATED) as packing:
        _add_installed(packing, dependencies.lacking)
    partial.rename(left_out)


def _add_installed(packing: zipfile.ZipFile, names: Iterable[str]) -> None:
    packing.comment = " ".join(names).encode()
    for name in names:
        for file in metadata.files(name) or ():
            if ".." not in file.parts and file.suffix != ".pyc":
                packing.write(str(file.locate()), str(file))


def _lacking(left_out: Path) -> tuple[str, ...]:
    with zipfile.ZipFile(left_out) as packed:
        return tuple(packed.comment.decode().split())


def _silent() -> UI:
    return UI(out=io.StringIO(), err=io.StringIO())
