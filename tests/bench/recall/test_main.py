"""``python -m bench.recall``, from the file to the table."""

import re

import pytest

from bench.recall.__main__ import NO_DATA, main


def test_a_run(locomo, capsys):
    """Each question is asked of the lab, and told by category, with times and promises."""
    assert main([str(locomo)]) == 0
    told = capsys.readouterr().out
    questions = dict(re.findall(r"^ (\S.*?)  +(\d+)  +[01]\.\d{3} ", told, re.MULTILINE))
    assert questions == {"1, several turns": "1", "2, time": "1", "4, one turn": "1", "all": "3"}
    assert "✓ recall@5 1.000 of 0.54" in told
    assert "over HTTP" in told


def test_a_search_that_finds_too_little(samples, write, capsys):
    """When the promised recall is not reached, the command fails and says so."""
    asked = {"question": "Who has a horse?", "category": 4, "evidence": ["D2:1"]}
    samples[0]["conversation"]["session_3"] = [
        {"speaker": "Ines", "dia_id": f"D3:{n}", "text": f"A horse, the {n}th horse."}
        for n in range(20)
    ]
    samples[0]["qa"] = [asked]
    assert main([str(write(samples))]) == 1
    assert "✗ recall@5 0.000 of 0.54" in capsys.readouterr().out


@pytest.mark.parametrize("missing", ["", "folder/that/is/not/there.json"])
def test_without_the_data(missing, tmp_path, capsys):
    """Without a file a sentence says where to get one and under which licence, and that is all."""
    assert main([str(tmp_path / missing)] if missing else []) == 2
    told = capsys.readouterr().out
    assert told.strip().endswith(NO_DATA)
    assert "CC BY-NC" in told
    assert "Traceback" not in told


def test_without_questions(samples, write, capsys):
    """A file in which nothing is asked is no data either."""
    assert main([str(write(samples[1:]))]) == 2
    assert capsys.readouterr().out.strip() == NO_DATA
