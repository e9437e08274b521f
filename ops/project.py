"""The project as it is checked out: where it lies, and what ``.chalice/config.json`` says."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ops.operator_error import OperatorError

PROJECT = Path(__file__).resolve().parent.parent
LOCAL = "local"  # the one stage that is never deployed
API = "api_handler"  # Chalice's name for the function behind all routes


@dataclass(frozen=True)
class Config:
    """Chalice's configuration, as it is written."""

    written: Mapping[str, Any]

    @property
    def app_name(self) -> str:
        """The app's name, with which the names of everything begin."""
        return str(self.written["app_name"])

    @property
    def deployable(self) -> list[str]:
        """The names of the stages that can be deployed."""
        return [one for one in self.written["stages"] if one != LOCAL]

    def stage(self, name: str) -> Mapping[str, Any]:
        """Return what is written of stage ``name``; raise OperatorError if it can't be deployed."""
        stages: Mapping[str, Mapping[str, Any]] = self.written["stages"]
        if name not in self.deployable:
            named = " or ".join(map(repr, self.deployable))
            raise OperatorError(f"There is no stage {name!r} to deploy; use {named}.")
        return stages[name]

    def functions(self, stage: str) -> dict[str, str]:
        """Return the Lambda functions of ``stage``: the handler's name, and the function's own.

        Chalice names them ``<app>-<stage>`` for the API and ``<app>-<stage>-<handler>`` else.
        """
        api = f"{self.app_name}-{stage}"
        handlers = self.stage(stage)["lambda_functions"]
        return {name: api if name == API else f"{api}-{name}" for name in handlers}

    def variables(self, stage: str, handler: str) -> dict[str, str]:
        """Return the variables that are written for a handler of ``stage``, at any level."""
        written = self.stage(stage)
        levels = (self.written, written, written["lambda_functions"][handler])
        return {
            name: str(value)
            for level in levels
            for name, value in level.get("environment_variables", {}).items()
        }


def read_config(project: Path = PROJECT) -> Config:
    """Return the configuration in ``project``; raise OperatorError when it can't be read."""
    path = project / ".chalice" / "config.json"
    try:
        written = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise OperatorError(f"{path} can't be read; is this a checkout of the project?") from error
    return Config(written)
