"""``--stage``: which stage a command works on, refused at once when there is none of that name."""

from collections.abc import Callable
from typing import Any

import click

from ops.project import LOCAL, read_config

_Command = Callable[..., Any]


class _Stage(click.ParamType):  # type: ignore[type-arg]
    """The name of a stage of ``.chalice/config.json``; ``local`` if ``takes_local``."""

    name = "stage"

    def __init__(self, *, takes_local: bool) -> None:
        self._takes_local = takes_local

    def convert(self, value: Any, param: Any, ctx: Any) -> str:
        """Return the name as it is."""
        deployable = read_config().deployable
        if value not in deployable and not (self._takes_local and value == LOCAL):
            self.fail(self._refusal(value, " or ".join(deployable)), param, ctx)
        return str(value)

    def _refusal(self, value: str, there_are: str) -> str:
        if value == LOCAL:
            return f"this works on a deployed stage: {there_are}."
        lab = f", and {LOCAL} for the lab" if self._takes_local else ""
        return f"there is no stage {value!r}; there is {there_are}{lab}."


def _option(told: str, *, takes_local: bool) -> Callable[[_Command], _Command]:
    return click.option(
        "--stage",
        "stage_name",
        type=_Stage(takes_local=takes_local),
        metavar="STAGE",
        default="dev",
        show_default=True,
        envvar="STAGE",
        help=told,
    )


stage_option = _option("dev, prod, or local for the lab.", takes_local=True)
deployed_stage_option = _option("dev or prod.", takes_local=False)
