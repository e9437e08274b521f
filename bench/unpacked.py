"""The artifact on disk, as Lambda would lay it out: code, layer, and the runtime's own boto3."""

import compileall
import io
import os
import shutil
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.artifact import RUNTIME, Artifact
from bench.sample import NotMeasuredError

# Lambda's Python has these without anybody packing them: boto3 and what it needs.
OF_THE_RUNTIME = ("boto3", "botocore", "s3transfer", "jmespath", "urllib3", "dateutil", "six")


@dataclass(frozen=True)
class Unpacked:
    """Folders that a new interpreter imports from, first one first."""

    folders: tuple[Path, ...]

    @property
    def python_path(self) -> str:
        """The folders as ``PYTHONPATH`` takes them."""
        return os.pathsep.join(map(str, self.folders))

    def compile(self) -> None:
        """Write every module's byte-code, as a container has it that came from a warm disk."""
        for folder in self.folders:
            compileall.compile_dir(folder, quiet=2)


@contextmanager
def unpacked(artifact: Artifact) -> Iterator[Unpacked]:
    """Unpack ``artifact`` for the block; nothing in it has byte-code."""
    with TemporaryDirectory(prefix="bench-") as scratch:
        task, opt, runtime, left_out = (
            Path(scratch) / name for name in ("task", "opt", "runtime", "left_out")
        )
        zipfile.ZipFile(io.BytesIO(artifact.code)).extractall(task)
        zipfile.ZipFile(artifact.layer).extractall(opt)
        zipfile.ZipFile(artifact.left_out).extractall(left_out)
        runtime.mkdir()
        for name in OF_THE_RUNTIME:
            _copy(name, runtime)
        layer = opt / "python" / "lib" / RUNTIME / "site-packages"
        yield Unpacked((task, layer, runtime, left_out))


def _copy(name: str, folder: Path) -> None:
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        raise NotMeasuredError(f"{name} is not installed here")
    origin = Path(spec.origin)
    if spec.submodule_search_locations:
        without = shutil.ignore_patterns("__pycache__")
        shutil.copytree(origin.parent, folder / name, ignore=without)
    else:
        shutil.copy2(origin, folder)
