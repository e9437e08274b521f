"""Which of two names of one person is kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib import names
from chalicelib.names import Name, best

SARAH = Name("Sarah", 0.8, "said")
FULL = Name("Sarah Whitfield", 0.9, "said")


@pytest.mark.parametrize(
    ("one", "other", "full"),
    [
        (FULL, SARAH, "Sarah Whitfield"),
        (SARAH, FULL, "Sarah Whitfield"),
        (Name(), FULL, "Sarah Whitfield"),
        (FULL, Name(), "Sarah Whitfield"),
        (Name("Jose Garcia", 0.9, "said"), Name("José", 0.8, "said"), "José Garcia"),
        (Name("José García", 0.9, "said"), Name("JOSE GARCIA", 0.8, "said"), "José García"),
        (FULL, Name("Sarah Lund", 0.9, "said"), "Sarah Lund"),
        (FULL, Name("Sarah Lund", 0.4, "collected"), "Sarah Whitfield"),
        (Name("Dora Pascal", 0.9, "said"), Name("Dora Haskell", 0.9, "corrected"), "Dora Haskell"),
        (Name("Dora Haskell", 0.9, "corrected"), Name("Dora Pascal", 0.9, "said"), "Dora Haskell"),
        (Name("Brett Lund", 0.9, "said"), Name("Breet", 0.95, "spelled"), "Breet Lund"),
        (Name("Sarah", 0.4, "collected"), Name("Clara", 0.9, "said"), "Clara"),
        (Name("Ana Luna", 0.9, "said"), Name("Ana Luna Soto", 0.6, "said"), "Ana Luna Soto"),
    ],
)
def test_what_is_kept_of_two(one, other, full):
    """A full name stays, accents are taken up, and the latest correction wins."""
    assert best(one, other).full == full


def test_what_they_asked_to_be_called_stays():
    """A nickname that somebody asked for outlives a call in which it was not said."""
    asked_for = Name("Dorothy Hale", 0.9, "said", called="Dot")
    assert best(asked_for, Name("Dorothy Hale", 0.95, "said")).spoken == "Dot"
    assert best(Name("Dorothy Hale", 0.9, "said"), asked_for).spoken == "Dot"


def test_a_name_below_the_bar_is_not_spoken():
    """What is not sure enough is kept and not spoken."""
    assert Name("Sarah Whitfield", names.SPOKEN_FROM - 0.01, "collected").spoken == ""
    assert Name("Sarah Whitfield", names.SPOKEN_FROM, "said").spoken == "Sarah"


@given(
    *[
        st.builds(
            Name,
            st.sampled_from(["", "Sarah", "Sarah Lund", "SARAH LUND", "Dr. Lund", "Zoë", "Zoe B"]),
            st.floats(0, 1),
            st.sampled_from(["said", "corrected", "collected"]),
        )
    ]
    * 2
)
def test_best_invents_nothing(one, other):
    """Each word of the name that is kept is of one of the two, and none is kept of two nameless."""
    kept = best(one, other)
    assert bool(kept) == bool(one or other)
    assert set(kept.full.split()) <= {*one.full.split(), *other.full.split()}
    assert kept.confidence <= max(one.confidence, other.confidence)
