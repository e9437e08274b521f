"""A name by which a sentence speaks to somebody."""

import pytest

from chalicelib.threads.addressed import unaddressed


@pytest.mark.parametrize(
    ("sentence", "bare"),
    [
        ("We'll call you on Monday, Mr. Chatterly.", "We'll call you on Monday."),
        ("Shall we say Friday, Ruth?", "Shall we say Friday?"),
        ("Le esperamos el martes, doña Carmen.", "Le esperamos el martes."),
        ("At ten, Monday.", "At ten, Monday."),
        ("Monday, at ten.", "Monday, at ten."),
        ("I'll ask Ruth.", "I'll ask Ruth."),
        ("", ""),
    ],
)
def test_only_who_is_addressed_is_left_out(sentence, bare):
    """The name at the end goes; a day, and whoever is spoken of, stays."""
    assert unaddressed(sentence) == bare
