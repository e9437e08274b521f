"""What keeps Mem0 from doing what a command asked, in sentences."""

import pytest

from ops.mem0_refusal import mem0_error


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("http_401", "Mem0 does not take the key. Set another MEM0_API_KEY"),
        ("http_403", "The key of Mem0 may not do this. Make one for the right project"),
        ("rate_limited", "Mem0 asks to slow down. Wait a minute and run it again"),
        ("http_503", "Mem0 is broken or does not understand (status 503). Wait a minute"),
        ("net_connect", "Mem0 can't be reached (net_connect). See to this machine's network"),
        ("ReadTimeout", "Mem0 can't be reached (ReadTimeout). See to this machine's network"),
        ("nonsense", "Mem0's answer can't be read. See that MEM0_HOST is Mem0's."),
        (
            "the key belongs to another org_id than configured",
            "Mem0 says: the key belongs to another org_id than configured. Correct MEM0_ORG_ID",
        ),
    ],
)
def test_each_failure_says_what_to_do(kind, sentence):
    """A wrong key, a full Mem0, a broken one and one that is away are told apart."""
    assert mem0_error(kind).message.startswith(sentence)
