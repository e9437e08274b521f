"""A data set in LoCoMo's format, invented here."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest


def turn(number: int, place: int, speaker: str, text: str, **more: str) -> dict[str, str]:
    """Return a turn as LoCoMo writes it."""
    return {"speaker": speaker, "dia_id": f"D{number}:{place}", "text": text, **more}


@pytest.fixture
def samples() -> list[dict[str, Any]]:
    """Two people who talk twice, with questions of each kind; a second pair without questions."""
    first = [
        turn(1, 1, "Ines", "I bought a canoe last week, a green one."),
        turn(1, 2, "Omar", "Lovely! I only ever bake bread.", blip_caption="a loaf"),
        turn(1, 3, "Ines", " ", blip_caption="a canoe on a lake"),
    ]
    second = [
        turn(2, 1, "Omar", "My sourdough won a ribbon at the fair."),
        turn(2, 2, "Ines", "My canoe leaks already."),
        turn(2, 3, "Ines", "My canoe leaks already."),
    ]
    questions: list[dict[str, Any]] = [
        {"question": "Which boat did Ines buy?", "category": 4, "evidence": ["D1:1"]},
        {
            "question": "What is wrong with the canoe?",
            "category": 1,
            "evidence": ["D2:2; D1:1", "D9:9"],
        },
        {"question": "What did Omar win?", "category": 2, "evidence": ["D2:01"]},
        {"question": "Is the loaf round?", "category": 3, "evidence": ["D1:3", "D"]},
        {"question": "Who has a horse?", "category": 5, "evidence": ["D1:1"]},
        {"question": "Who is tall?", "category": 3},
    ]
    talk = {
        "speaker_a": "Ines",
        "speaker_b": "Omar",
        "session_2_date_time": "noon",
        "session_2": second,
        "session_1": first,
        "session_10_date_time": "midnight",
    }
    alone = {"sample_id": "conv-b", "qa": [], "conversation": {"session_1": first[:1]}}
    return [{"sample_id": "conv-a", "qa": questions, "conversation": talk}, alone]


@pytest.fixture
def write(tmp_path: Path) -> Callable[[object], Path]:
    """Return a function that writes a file of samples."""

    def written(samples: object) -> Path:
        path = tmp_path / "locomo.json"
        path.write_text(json.dumps(samples), encoding="utf-8")
        return path

    return written


@pytest.fixture
def locomo(samples: list[dict[str, Any]], write: Callable[[object], Path]) -> Path:
    """The file that holds them."""
    return write(samples)
