"""Who answers to one number."""

from hypothesis import given
from hypothesis import strategies as st

from chalicelib.household import people
from chalicelib.names import Name


def known(*names):
    """Return who is known by full names, heard in this order, each surely."""
    return [one.full for one in people([Name(name, 0.9) for name in names])]


def test_one_person_may_give_their_name_in_many_ways():
    """A first name, the full one and another spelling of it are one person, by the fullest."""
    assert known("Anna", "Anna Berg", "anna berg", "Anna") == ["Anna Berg"]


def test_two_people_are_two():
    """Another person's name does not overwrite the first; who called first is first."""
    assert known("Anna Berg", "Paul Berg", "Anna") == ["Anna Berg", "Paul Berg"]


def test_an_unsure_name_is_nobody():
    """A name that is too unsure to be spoken makes no second person, and no name is none."""
    assert people([Name("Anna", 0.9), Name("Bert", 0.2), Name()]) == (Name("Anna", 0.9),)


def test_a_correction_is_no_second_person():
    """A misheard name that was put right is one person's, by what it was put right to."""
    heard = [Name("Marla Whalen", 0.9), Name("Carla Whelan", 0.9, "corrected")]
    assert [one.full for one in people(heard)] == ["Carla Whelan"]


def test_who_is_not_the_one_who_was_greeted_is_another():
    """Of one surname are two people, when the second says that they are not the first."""
    son = Name("Ray Calloway", 0.9, other_than="Mrs. Calloway")
    known = people([Name("Mrs. Calloway", 0.9), son, Name("Ray", 0.9), Name("Ray Calloway", 0.9)])
    assert [one.full for one in known] == ["Mrs. Calloway", "Ray Calloway"]


def test_a_title_is_kept_beside_the_full_name():
    """Who gave title and surname first is called so when the first name becomes known."""
    (known,) = people([Name("Mrs. Calloway", 0.9), Name("Edna Calloway", 0.95, "spelled")])
    assert (known.full, known.spoken) == ("Edna Calloway", "Mrs. Calloway")


@given(st.lists(st.builds(Name, st.sampled_from(["", "Ana", "Ana Ruiz", "Eva"]), st.floats(0, 1))))
def test_everybody_is_somebody_who_was_heard(heard):
    """Whoever is known has been heard, by a name that is not blank."""
    assert {one.full for one in people(heard)} <= {one.full for one in heard if one.full}
