"""What is worth saying beside the name: one thing at most, by rules one can read. No I/O.

First how the caller wants to be reached, then what they promised to tell or asked for, then what
the last call was about. Nothing that is sensitive, and nothing that is older than it should be.
"""

import re
from collections.abc import Iterator, Mapping

from chalicelib.contact_preference import contact_preference
from chalicelib.quotation import quote
from chalicelib.recollection import Recollection
from chalicelib.remembered import Remembered
from chalicelib.sensitive import is_sensitive
from chalicelib.texts import greetings, spoken_language

PREFERENCE_DAYS, PROMISE_DAYS, STORY_DAYS = 730, 90, 120  # up to which a thing is worth saying
DAY_SECS = 86_400
LONGEST_TOPIC = 60  # characters
MOST_WORDS = 9

_EN_END = r"(?=[.,;:!?]|$|\s(?:and|but|because|so|when|who|which|where|while|then|after|before)\b)"
_ES_END = r"(?=[.,;:!?]|$|\s(?:y|pero|porque|cuando|que|donde|mientras|después|antes|e)\b)"
_PROMISED = {
    "en": re.compile(rf"(?i)\btell you (?:all )?about (?P<topic>[^.,;:!?]{{3,80}}?){_EN_END}"),
    "es": re.compile(
        rf"(?i)\ble (?:cuento|platico) (?:de |sobre |lo de )(?P<topic>[^.,;:!?]{{3,80}}?){_ES_END}"
    ),
}
_STORY = {
    "en": re.compile(
        r"(?i)\b(?:talked|spoke|told|reminisced|remembered|recalled|described)"
        rf"(?: \w+)?(?: about| of)? (?P<topic>[^.,;:!?]{{3,80}}?){_EN_END}"
    ),
    "es": re.compile(
        r"(?i)\b(?:habló|contó|platicó|recordó)(?: de| sobre)? "
        rf"(?P<topic>[^.,;:!?]{{3,80}}?){_ES_END}"
    ),
}
_YOURS = {"her": "your", "his": "your", "their": "your", "my": "your", "mi": "su", "mis": "sus"}
_OF_SOMEBODY = re.compile(
    r"(?i)\b(?:i|me|we|us|he|him|she|they|them|it|you|yo|nos|él|ella|lo|la|le|se|how|that|cómo|caller"
    r"|user|agent)\b(?!\s+\w+$)"
)


def worth_saying(recollection: Recollection, now: float) -> str:
    """Return the one sentence that follows the name, or ``""``; ``now`` is unix seconds.

    On a shared telephone nothing is said: it might be somebody else's.
    """
    if recollection.is_shared:
        return ""
    return next(_sentences(recollection, now), "")


def _sentences(recollection: Recollection, now: float) -> Iterator[str]:
    language = spoken_language(recollection.language)
    texts = greetings(language)
    recent = [one for one in recollection.facts if _days_old(one, now) <= PREFERENCE_DAYS]
    if preferred := texts["prefers"].get(contact_preference(recent), ""):
        yield preferred
    for thread in recollection.open_threads:
        if _days_old(thread, now) <= PROMISE_DAYS:
            yield from _about(thread, _PROMISED, texts["promised"], language)
    summaries = [one for one in recollection.facts if one.kind == "summary"][:1]
    for summary in summaries:
        if _days_old(summary, now) <= STORY_DAYS:
            yield from _about(summary, _STORY, texts["last_story"], language)


def _about(
    memory: Remembered, patterns: Mapping[str, re.Pattern[str]], sentence: str, language: str
) -> Iterator[str]:
    """Yield ``sentence`` with the topic of ``memory``, if it can be told in a few plain words."""
    found = patterns[language].search(memory.text) if language in patterns else None
    topic = _addressed(found["topic"].strip()) if found else ""
    is_short = 0 < len(topic) <= LONGEST_TOPIC and len(topic.split()) <= MOST_WORDS
    is_harmless = not _OF_SOMEBODY.search(topic) and not is_sensitive(memory.text)
    if is_short and is_harmless and (quoted := quote(topic, LONGEST_TOPIC)):
        yield sentence.format(topic=quoted)


def _addressed(topic: str) -> str:
    """Return ``topic`` as it is told to the person whose it is."""
    return " ".join(_YOURS.get(word.lower(), word) for word in topic.split())


def _days_old(memory: Remembered, now: float) -> float:
    return (now - memory.created_at.timestamp()) / DAY_SECS
