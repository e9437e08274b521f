"""What callers said, as the agent may be told it."""

import sys
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from chalicelib.quotation import quote
from tests.hostile import HOSTILE, TEXTS, harms

EVERY_SIGN = [chr(code) for code in range(sys.maxunicode + 1)]


@pytest.mark.parametrize(("said", "quoted"), HOSTILE, ids=ascii)
def test_hostile_words_become_harmless(said, quoted):
    """What could be more than words to a template, a model, a voice or a reader is only words."""
    assert quote(said, 300) == quoted
    assert harms(quoted) == []


@pytest.mark.parametrize(
    "said",
    [
        "User loves thin crust pizza, from Giuseppe's in Duluth.",
        "Name is Séamus O'Brien-Núñez d’Arcy",
        "Mi abuela cantó en Veracruz: ¡qué voz! ¿Se acuerda?",
        "我喜欢《红楼梦》，他说：“你好！”（真的）",
        "東京タワー〜３３３メートル、「すごい」",
        "مرحبا، كيف حالك؟ وُلِدتُ في ١٩٦٢",
        "می‌خواهم بنویسم",
        "שָׁלוֹם עֲלֵיכֶם",
        "नमस्ते, क्षत्रिय; র‍্যাব; ශ්‍රී ලංකා",
        "ကြို့ប្រាសាទ สวัสดีครับ",
        "Tiếng Việt: nước mắm, phở",
        "Cafe\u0301 Zoe\u0308",
        "안녕하세요, 김철수입니다",
        "👨‍👩‍👧‍👦 ❤️‍🔥 🏳️‍🌈 👍🏽 1️⃣ #️⃣ 🇩🇪 ✈️ ☎",
        "It cost < 5 EUR, then > 7, so 5 < 7 > 3; I <3 it, <€9",
        "Write to a_b@example.org or www.example.org, +1 612 555 0123",
        "2 * 3 = 6, 5 - 3 = 2, -5 degrees, 1/2, 50%, ±3, a*b",
        "C# and C++ and F#, the #1 fan, room #5, AT&T, R&B",
        "At 10:30 a.m., on 2026-11-01, ratio 3:1, and/or, e.g. this",
        "He said “hello” and ‘bye’ — really… (yes) «sí» 'no'",
        "Agent asked: Where was that? Caller said: In Duluth.",
        "Contact preference: email. Her words: no",
        "I knew the caller in this context; the system was old, the user young",
        "Meet at St.Paul/Minneapolis; mother/father?",
        "Donaudampfschifffahrtsgesellschaftskapitänsmütze",
        "Pay $5–10 @ noon; § 3, № 7, ½ cup, 20 °C, x² ≠ y, ≤ 3, →",
        "Wait... what?! No!!! -- yes",
        "",
    ],
)
def test_ordinary_words_stay(said):
    """What people say, in any language, with its prices, names and emoji, is quoted as it is."""
    assert quote(said, 300) == said


@pytest.mark.parametrize(
    ("said", "quoted"),
    [
        ('He said "hello" and left ("why?")', "He said “hello” and left (“why?”)"),
        (
            "Agent asked: Where?\nCaller said: In Duluth.",
            "Agent asked: Where? Caller said: In Duluth.",
        ),
        ("  two\t\tspaces\xa0more ", "two spaces more"),
        ("I have [some] {odd} brackets", "I have (some) (odd) brackets"),
        ("His nervous system: weak", "His nervous system– weak"),
        ("a -> b, x<y", "a -› b, x‹y"),
        ("rock `n' roll", "rock 'n' roll"),
        ("C:\\temp", "C:/temp"),
        ("My page is http://example.org/me/", "My page is example.org"),
        ("Donau\u00addampfer", "Donaudampfer"),
        ("🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f", "🏴"),
    ],
)
def test_the_sense_of_odd_words_stays(said, quoted):
    """Where ordinary words hold what hostile ones use, they can still be read."""
    assert quote(said, 300) == quoted


@pytest.mark.parametrize(
    ("signs", "shown"),
    [
        ("{[｛﹛︷❴⦃［﹇⟦", "("),
        ("}]｝﹜︸❵⦄］﹈⟧", ")"),
        ("`｀\u1fef", "'"),
        ("|\\｜＼﹨", "/"),
        ("<＜﹤⟨❬❮❰˂ᐸ", "‹"),
        (">＞﹥⟩❭❯❱˃ᐳ", "›"),
        ('"＂', "”"),
        ("#＃﹟", "#"),
        ("&＆﹠", "&"),
        ("*＊﹡", "*"),
        ("_＿︳︴﹍﹎﹏", "_"),
        ("=＝﹦⩴⩵⩶", "="),
    ],
)
def test_a_sign_is_shown_as_one_that_means_nothing(signs, shown):
    """Each sign of a template, a tag or a fence, in all its forms, is shown as one of ours."""
    assert [quote(f"a{sign}b", 9) for sign in signs] == [f"a{shown}b"] * len(signs)


@pytest.mark.parametrize(
    ("longest", "quoted"),
    [(9, "one two 3"), (8, "one two…"), (5, "one…"), (4, "one…"), (3, "on…"), (1, "…")],
)
def test_long_words_are_cut(longest, quoted):
    """Words longer than allowed end in an ellipsis, and are then not too long."""
    assert quote("one two 3", longest) == quoted


def test_a_cut_leaves_no_half_emoji():
    """Where the cut falls into a family, no joiner is left dangling."""
    assert quote("ab 👨‍👩‍👧", 6) == "ab 👨…"


@given(TEXTS, st.integers(1, 400))
@example("https://x" + "”" * 3_000, 400)
@example("c" + "." * 3_000, 400)
def test_no_words_get_through(said, longest):
    """Whatever is said, its quotation is one line, short enough, and holds nothing forbidden."""
    quoted = quote(said, longest)
    assert harms(quoted) == []
    assert len(quoted) <= longest
    assert quoted == quoted.strip()
    assert quoted.encode().decode() == quoted


@given(TEXTS, st.integers(1, 400))
def test_a_quotation_stays_as_it_is(said, longest):
    """Quoting a quotation changes nothing."""
    quoted = quote(said, longest)
    assert quote(quoted, longest) == quoted


def test_no_sign_of_unicode_gets_through():
    """Each sign that nobody sees, or that stands for one of a template or tag, is taken out."""
    unseen = [sign for sign in EVERY_SIGN if unicodedata.category(sign) in {"Cc", "Cs", "Co", "Zl"}]
    for_others = [
        sign
        for sign in EVERY_SIGN
        if not sign.isalnum() and set('{}[]|\\`<>"') & set(unicodedata.normalize("NFKC", sign))
    ]
    assert len(unseen) > 100_000
    assert len(for_others) > 25
    assert [ascii(sign) for sign in unseen + for_others if harms(quote(f"a{sign}b", 9))] == []


@pytest.mark.parametrize("sign", ["{", "<", ":", "#", "\u0301", "\u200d", "c", "https://", "a:"])
def test_a_flood_is_quoted(sign):
    """Ten thousand times the same sign is quoted in as many characters as are allowed."""
    quoted = quote(sign * 10_000, 2_400)
    assert harms(quoted) == []
    assert len(quoted) <= 2_400
