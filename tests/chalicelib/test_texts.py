"""The words the app says itself, in every language it speaks."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chalicelib.texts
from chalicelib.client_data import client_data
from chalicelib.greeting import greet
from chalicelib.recollection import Recollection
from chalicelib.texts import agent_prompt, greetings, spoken_language
from tests.invented import LATER, memory, recollection

FOLDER = Path(chalicelib.texts.__file__).parent
LANGUAGES = ["en", "es"]


def fields(text):
    """Return the names in braces that stand in ``text``."""
    return set(re.findall(r"\{(\w*)\}", text))


def test_the_languages_are_english_and_spanish():
    """Greetings and prompts are there in English and Spanish."""
    written = json.loads((FOLDER / "greetings.json").read_text(encoding="utf-8"))
    assert sorted(written) == LANGUAGES
    assert sorted(path.name for path in FOLDER.glob("agent_prompt.*.md")) == [
        f"agent_prompt.{language}.md" for language in LANGUAGES
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_everything(language):
    """No greeting of English is missing or blank in another language."""
    texts, english = greetings(language), greetings("en")
    assert texts.keys() == english.keys()
    assert (
        texts["prefers"].keys() == english["prefers"].keys() == {"email", "phone", "text", "post"}
    )
    said = [*(text for text in texts.values() if isinstance(text, str)), *texts["prefers"].values()]
    assert all(text.strip() == text != "" for text in said)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_greeting_has_no_gap(language):
    """Only what is said of a caller has places to fill, and a greeting has none left."""
    texts = {**greetings(language)}
    assert fields(texts.pop("known_caller")) == {"name", "worth_saying"}
    assert fields(texts.pop("shared_number")) == {"names"}
    assert fields(texts.pop("promised")) == fields(texts.pop("last_story")) == {"topic"}
    assert not fields("".join([*texts.pop("prefers").values(), *texts.values()]))
    named = memory("Name is Sarah", kind="name", name="Sarah", language=language)
    known = recollection(named)
    assert "{" not in greet(known, LATER)
    assert "Sarah" in greet(known, LATER)


@pytest.mark.parametrize(
    ("language", "spoken"),
    [
        ("en", "en"),
        ("es", "es"),
        ("ES", "es"),
        ("es-MX", "es"),
        ("es_419", "es"),
        ("fr", "en"),
        ("est", "en"),
        ("", "en"),
    ],
)
def test_a_language_of_ours_serves_every_caller(language, spoken):
    """A caller is spoken to in Spanish in any Spanish-speaking country, else in English."""
    assert spoken_language(language) == spoken
    assert greetings(language) == greetings(spoken)
    assert agent_prompt(language) == agent_prompt(spoken)


@given(st.text() | st.sampled_from(["../../etc/passwd", "en/..", "es\x00"]))
def test_no_language_breaks_it(language):
    """Whatever a caller's language is called, there are words for them."""
    assert spoken_language(language) in LANGUAGES
    assert agent_prompt(language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_prompt_names_variables_that_are_there(language):
    """A prompt uses no dynamic variable but those that every answer holds."""
    used = set(re.findall(r"\{\{\s*(\w+)\s*\}\}", agent_prompt(language)))
    given_ones = client_data("+16125550123", Recollection(), frozenset(), "", LATER)[
        "dynamic_variables"
    ]
    assert used <= given_ones.keys()
    assert {"caller_name", "returning_caller"} <= used


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_prompt_says_what_the_context_is(language):
    """A prompt speaks of the CALLER CONTEXT above it by its name, and of the search tool."""
    prompt = agent_prompt(language)
    assert "CALLER CONTEXT" in prompt
    assert "search_memory" in prompt


def test_the_prompts_say_the_same():
    """The prompts of both languages have as many sections, and use the same variables."""
    variables, sections = re.compile(r"\{\{\w+\}\}"), re.compile(r"^# .", re.MULTILINE)
    english, spanish = map(agent_prompt, LANGUAGES)
    assert sorted(variables.findall(english)) == sorted(variables.findall(spanish))
    assert len(sections.findall(english)) == len(sections.findall(spanish)) > 0
