"""``python -m ops COMMAND``: what an operator can do with a stage. ``--help`` tells of each."""

from importlib import import_module

import click

# Each is a module of this folder whose ``command`` is what is run; loaded when it is asked for.
COMMANDS = ("keys",)


class _Contents(click.Group):
    """The table of contents: a command is its module's."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"ops.{cmd_name}").command
        return command


@click.command(cls=_Contents, context_settings={"help_option_names": ["-h", "--help"]})
def ops() -> None:
    """Operate Agentic Memory in an AWS account; AWS_PROFILE and AWS_REGION say in which."""


if __name__ == "__main__":
    ops(prog_name="python -m ops")
