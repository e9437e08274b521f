"""What keeps a command from its work: one plain sentence that says what to do."""

import click


class OperatorError(click.ClickException):
    """A command can't go on; click prints the sentence and exits with 1. It holds no secret."""
