"""Reading LoCoMo."""

import pytest

from bench.recall.locomo import NotLocomoError, read_locomo

GREEN = "Ines: I bought a canoe last week, a green one."
LEAKS = "Ines: My canoe leaks already."


def test_a_turn_is_a_memory(locomo):
    """Sessions are told in order, each turn with its speaker, images left out."""
    talk, alone = read_locomo(locomo)
    bread = "Omar: Lovely! I only ever bake bread."
    ribbon = "Omar: My sourdough won a ribbon at the fair."
    assert talk.sessions == ((GREEN, bread), (ribbon, LEAKS, LEAKS))
    assert (talk.name, alone.name, alone.sessions) == ("conv-a", "conv-b", ((GREEN,),))


def test_questions_with_evidence(locomo):
    """Asked is what has an answer and evidence that is there, however it is written."""
    [talk, alone] = read_locomo(locomo)
    asked = {one.words: (one.category, one.evidence) for one in talk.questions}
    assert asked == {
        "Which boat did Ines buy?": (4, {GREEN}),
        "What is wrong with the canoe?": (1, {GREEN, LEAKS}),
        "What did Omar win?": (2, {"Omar: My sourdough won a ribbon at the fair."}),
    }
    assert alone.questions == ()


@pytest.mark.parametrize(
    "written",
    ["", "no JSON", "{}x", "7", '["a"]', "[{}]", '[{"sample_id": 1, "qa": 3, "conversation": {}}]'],
)
def test_other_files(tmp_path, written):
    """What is no such data set is refused with a sentence that names the file."""
    path = tmp_path / "other.json"
    path.write_text(written, encoding="utf-8")
    with pytest.raises(NotLocomoError, match=r"other\.json is not in LoCoMo's format"):
        read_locomo(path)


def test_a_turn_without_words(samples, write):
    """A turn that lacks what every turn has is refused too."""
    del samples[0]["conversation"]["session_1"][0]["text"]
    with pytest.raises(NotLocomoError, match="'text'"):
        read_locomo(write(samples))
