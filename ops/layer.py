"""The layer with what the app depends on, built by Chalice's own packager and then looked through.

``chalice deploy`` deploys without a package that it finds no wheel for, and only prints so. Here
that ends the deployment, before anything was changed.
"""

import io
import re
import sys
import zipfile
from collections.abc import Iterator
from email.parser import HeaderParser
from pathlib import Path
from tempfile import TemporaryDirectory

from chalice.deploy.packager import (
    DependencyBuilder,
    LayerDeploymentPackager,
    PackageDownloadError,
)
from chalice.utils import UI, OSUtils
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from ops.operator_error import OperatorError

RUNTIME = f"python{sys.version_info.major}.{sys.version_info.minor}"
MOST_ZIPPED_MB = 50  # Lambda's limit of one upload; an MB is 2^20 bytes
MOST_UNZIPPED_MB = 250  # Lambda's limit of code and layers together
MB = 2**20

_LAMBDA = {
    "extra": "",
    "os_name": "posix",
    "platform_machine": "x86_64",
    "platform_system": "Linux",
    "sys_platform": "linux",
}


def build_layer(project: Path) -> Path:
    """Return the zip that ``chalice deploy`` in ``project`` will upload; made unless it is there.

    Raises OperatorError when it lacks a package or is too large.
    """
    path = _packager().deployment_package_filename(str(project), RUNTIME)
    layer = Path(path)
    if not _is_whole(layer):
        _pack(project, layer)
    if absent := sorted(lacking(layer, (project / "requirements.txt").read_text("utf-8"))):
        raise OperatorError(
            f"The layer lacks {', '.join(absent)}: no wheel of what constraints.txt pins fits "
            f"Lambda's {RUNTIME}. Pin another version, or deploy with the Python it is pinned for."
        )
    return layer


def check_sizes(layer: Path, code_bytes: int) -> None:
    """Raise OperatorError when Lambda would refuse ``layer``, or it together with the code."""
    zipped, unzipped = layer.stat().st_size, code_bytes + unzipped_bytes(layer)
    if zipped >= MOST_ZIPPED_MB * MB:
        raise OperatorError(f"The layer has {zipped / MB:.1f} MB, Lambda takes {MOST_ZIPPED_MB}.")
    if unzipped >= MOST_UNZIPPED_MB * MB:
        raise OperatorError(
            f"Layer and code unpack to {unzipped / MB:.0f} MB, Lambda takes {MOST_UNZIPPED_MB}."
        )


def unzipped_bytes(packed: Path) -> int:
    """Return how much the zip ``packed`` holds, in bytes."""
    with zipfile.ZipFile(packed) as layer:
        return sum(file.file_size for file in layer.infolist())


def lacking(layer: Path, requirements: str) -> set[str]:
    """Return the packages that ``requirements`` or a package in ``layer`` needs and it lacks."""
    with zipfile.ZipFile(layer) as packed:
        held = dict(_needs_by_package(packed))
    needed = set(_names(line for line in requirements.splitlines() if _names_a_package(line)))
    return needed.union(*held.values()) - held.keys()


def _needs_by_package(packed: zipfile.ZipFile) -> Iterator[tuple[str, set[str]]]:
    for name in packed.namelist():
        if name.endswith(".dist-info/METADATA"):
            told = HeaderParser().parsestr(packed.read(name).decode())
            yield canonicalize_name(told["Name"]), set(_names(told.get_all("Requires-Dist", [])))


def _names(requirements: Iterator[str] | list[str]) -> Iterator[str]:
    """Yield whom ``requirements`` name, of those that count on Lambda."""
    for written in requirements:
        needed = Requirement(written.partition("#")[0].strip())
        if needed.marker is None or needed.marker.evaluate(_LAMBDA):
            yield canonicalize_name(needed.name)


def _names_a_package(line: str) -> bool:
    return bool(re.match(r"\w", line))


def _pack(project: Path, layer: Path) -> None:
    """Build the layer elsewhere, and move it into place when it is whole."""
    with TemporaryDirectory() as scratch:
        for name in ("requirements.txt", "constraints.txt"):
            (Path(scratch) / name).write_bytes((project / name).read_bytes())
        try:
            packed = _packager().create_deployment_package(scratch, RUNTIME)
        except PackageDownloadError as error:
            raise OperatorError(f"pip could not download the layer's packages: {error}") from error
        layer.parent.mkdir(parents=True, exist_ok=True)
        partial = layer.with_suffix(".part")
        partial.write_bytes(Path(packed).read_bytes())
        partial.rename(layer)


def _packager() -> LayerDeploymentPackager:
    silent = UI(out=io.StringIO(), err=io.StringIO())
    return LayerDeploymentPackager(OSUtils(), DependencyBuilder(OSUtils()), silent)


def _is_whole(layer: Path) -> bool:
    return layer.exists() and zipfile.is_zipfile(layer)
