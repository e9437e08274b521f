"""Chalice's own commands, run in a stage's project folder."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from ops.operator_error import OperatorError

LAST_LINES = 12

_CHALICE = "import sys; from chalice.cli import main; sys.exit(main())"


def run_chalice(command: str, stage: str, build: Path, environment: Mapping[str, str]) -> None:
    """Run ``chalice <command> --stage <stage>`` in ``build``; OperatorError says why it failed.

    ``environment`` is added to the process' own.
    """
    ran = subprocess.run(  # noqa: S603 - Chalice, and a stage that config.json knows
        [sys.executable, "-c", _CHALICE, command, "--stage", stage],
        cwd=build,
        # Byte-code that is written while Chalice imports the app would be packed with it.
        env={**os.environ, **environment, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    if ran.returncode:
        said = (ran.stdout + ran.stderr).strip().splitlines()
        last = "\n  ".join(said[-LAST_LINES:])
        raise OperatorError(f"chalice {command} failed; in {build} it said:\n  {last}")
