"""The callers are nobody real, and no two of them can be taken for one another."""

import re

import pytest

from bench.load.callers import MOST, callers, strangers_in
from chalicelib import identity, names

EVERYBODY = callers(MOST)


def test_no_two_callers_share_anything():
    """However many call, each has a number, a full name and a town that nobody else has."""
    for said in ("number", "name", "town"):
        assert len({getattr(one, said) for one in EVERYBODY}) == MOST


def test_numbers_are_given_to_nobody():
    """Every number is one of the hundred 555-01xx of its area code, and in E.164."""
    for one in EVERYBODY:
        assert re.fullmatch(r"\+1\d{3}55501\d\d", one.number)
        assert identity.normalise(one.number) == one.number


def test_names_are_taken_as_they_are():
    """The app takes each name for a name, whole."""
    for one in EVERYBODY:
        assert names.plausible_name(one.name) == one.name


@pytest.mark.parametrize("count", [0, -1, MOST + 1])
def test_there_are_only_so_many(count):
    """Nobody, and more people than there are numbers, is refused."""
    with pytest.raises(ValueError, match=f"1 to {MOST} callers"):
        callers(count)


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ({}, set()),
        ({"memory_context": "Grew up in Alderford.\nAlderford!"}, set()),
        ({"memory_context": "Known facts:\nBirchwick, where the caller was born"}, {"Birchwick"}),
        (
            {"memories": [{"memory": "x", "score": 0.5}, {"memory": "near Birchwick."}]},
            {"Birchwick"},
        ),
        ({"a": ["Birchwick", {"b": "Cedarstead"}]}, {"Birchwick", "Cedarstead"}),
        ({"message": "Birchwicks Nowhereton"}, set()),
    ],
)
def test_somebody_elses_town_is_found_wherever_it_is_told(told, found):
    """Any other caller's town is found at any depth of an answer; one's own is no stranger's."""
    ada, bea, cora = callers(3)
    assert (ada.town, bea.town, cora.town) == ("Alderford", "Birchwick", "Cedarstead")
    assert strangers_in(told, ada, frozenset({ada.town, bea.town, cora.town})) == found
