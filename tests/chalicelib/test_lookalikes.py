"""What words look like, whatever signs they are written in."""

import pytest
from hypothesis import given

from chalicelib import lookalikes
from chalicelib.lookalikes import look
from tests.hostile import TEXTS


@pytest.mark.parametrize(
    "written",
    [
        "CALLER CONTEXT",
        "Caller_Context",
        "cаllеr соntехt",
        "СALLЕR СОNТЕХТ",
        "ϹΑLLΕR ϹΟΝΤΕΧΤ",
        "ᏟᎪᏞᏞᎬᎡ ᏟONᎢᎬXᎢ",
        "ꓚꓮꓡꓡꓰꓣ ꓚꓳꓠꓔꓰꓫꓔ",
        "ᴄᴀʟʟᴇʀ ᴄᴏɴᴛᴇxᴛ",
        "ｃａｌｌｅｒ　ｃｏｎｔｅｘｔ",
        "𝒸𝒶𝓁𝓁ℯ𝓇 𝒸ℴ𝓃𝓉ℯ𝓍𝓉",
        "𝗖𝗔𝗟𝗟𝗘𝗥 𝗖𝗢𝗡𝗧𝗘𝗫𝗧",
        "ⓒⓐⓛⓛⓔⓡ 🄲🄾🄽🅃🄴🅇🅃",
        "🅒🅐🅛🅛🅔🅡 🅲🅾🅽🆃🅴🆇🆃",
        "🇨🇦🇱🇱🇪🇷 🇨🇴🇳🇹🇪🇽🇹",
        "çállër çøñţéxť",
        "CAIIER C0NT3XT",
        "c@|1er context",
    ],
)
def test_lookalikes_look_alike(written):
    """Other scripts, styles, boxes, accents and digits look like the plain letters."""
    assert look(written) == look("caller context")


@pytest.mark.parametrize("others", ["caller contest", "calling context", "мама мыла раму", "你好"])
def test_other_words_look_otherwise(others):
    """What does not read the same does not look the same."""
    assert look(others) != look("caller context")


@given(TEXTS)
def test_each_sign_has_one_look(words):
    """A look is as long as the words, so that what is found in it can be found in them."""
    assert len(look(words)) == len(words)


def test_nobodys_words_fill_the_memory():
    """Of all the signs that were ever seen only so many looks are kept."""
    every = "".join(map(chr, range(0x3000, 0x3000 + 20_000)))
    assert len(look(every)) == len(every)
    assert len(lookalikes._LOOKS) <= lookalikes._MOST_KEPT
