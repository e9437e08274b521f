"""Signs that nobody hears: terminal codes, controls, and what Unicode shows as nothing. No I/O."""

import re

_EMOJI = "\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u27ff\u2900-\u2bff\u3030\u303d\u3297\u3299"
_EMOJI += "\U0001f000-\U0001faff"
_JOINING = "\u0620-\u06ff\u0750-\u077f\u0900-\u0dff"  # Arabic and Indic: joiners change the word
# Controls, surrogates, Unicode's Default_Ignorable_Code_Point, private and never assigned codes,
# and blanks that are no space. Joiners and emoji selectors may stay where they belong.
_UNSEEN = re.compile(
    r"[\u0000-\u0008\u000e-\u001b\u007f-\u0084\u0086-\u009f\ud800-\udfff\u00ad\u034f\u061c\u115f"
    r"\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164"
    r"\ufdd0-\ufdef\ufe00-\ufe0e\ufeff\uffa0\ufff0-\ufffc\ufffe\uffff\ue000-\uf8ff"
    r"\U00013430-\U0001345f\U00016fe4\U0001bca0-\U0001bca3\U0001d159\U0001d173-\U0001d17a"
    r"\U000e0000-\U0010ffff]"
    rf"|\ufe0f(?<![{_EMOJI}]\ufe0f)(?!(?<=[0-9#*]\ufe0f)\u20e3)"
    rf"|\u200d(?!(?:(?<=[{_EMOJI}]\u200d)|(?<=[{_EMOJI}]\ufe0f\u200d))[{_EMOJI}])"
    rf"(?!(?<=[{_JOINING}]\u200d)[{_JOINING}])"
    rf"|\u200c(?!(?<=[{_JOINING}]\u200c)[{_JOINING}])"
)
# ECMA-48: CSI and OSC sequences; colours also where the escape itself was lost on the way.
_TERMINAL = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]{0,40}[ -/]{0,4}[@-~]|\x1b\][^\x07\x1b]{0,200}(?:\x07|\x1b\\)"
    r"|\x1b[@-Z\\^_]|\[\d{1,3}(?:;\d{1,3}){0,8}m(?![^\[\]]{0,80}\])"
)


def seen(words: str) -> str:
    """Return ``words`` without what nobody sees."""
    return words if words.isascii() and words.isprintable() else _UNSEEN.sub("", words)


def heard(words: str) -> str:
    """Return ``words`` without what nobody could have said: terminal codes and unseen signs."""
    return seen(_TERMINAL.sub("", words) if "[" in words or not words.isprintable() else words)
