"""A caller on the command line: a phone number, however it is written; never shown again."""

from typing import Any

import click

from chalicelib.caller_card import card_key
from chalicelib.identity import normalise
from chalicelib.layout import conversation_of


class _Caller(click.ParamType):  # type: ignore[type-arg]
    """What names a caller. Its refusal does not repeat what was typed: it may be a number."""

    name = "caller"

    def convert(self, value: Any, param: Any, ctx: Any) -> str:
        """Return the number in E.164."""
        if (caller_id := normalise(value)) is None:
            self.fail(
                "that is no caller; give the number with its country code, as +12185550143.",
                param,
                ctx,
            )
        return caller_id


CALLER = _Caller()


def digest(caller_id: str, salt: str) -> str:
    """Return what stands for ``caller_id`` where a number must not: nobody can tell it back.

    It is the name of the caller's card, keyed with ``salt``.
    """
    return conversation_of(card_key(caller_id, salt)).removesuffix(".json")
