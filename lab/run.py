"""``make lab``: the lab left running, with its addresses and lines to try it with."""

import signal
import sys
from pathlib import Path
from types import FrameType

from rich.console import Console

from lab.mem0.encoder import load_meanwhile
from lab.phone_lab import HMAC_KEY, WORKSPACE_KEY, PhoneLab

CALLER = "+12185550143"  # of the payload that is posted


def main(port: int, mem0_port: int, s3_port: int, directory: Path | None) -> int:
    """Run the lab on these ports until Ctrl-C or a SIGTERM; return 0."""
    console = Console()
    # SIGINT too: Python leaves it ignored where a script has started this in the background.
    for one in (signal.SIGINT, signal.SIGTERM):
        signal.signal(one, _interrupt)
    load_meanwhile()
    try:
        with (
            console.status("Starting the lab"),
            PhoneLab(
                directory, port=port, mem0_port=mem0_port, s3_port=s3_port, log=sys.stderr
            ) as lab,
        ):
            console.print(directions(lab), highlight=False, markup=False, soft_wrap=True)
            signal.pause()
    except KeyboardInterrupt:
        console.print("The lab has ended; nothing is left behind.")
    return 0


def directions(lab: PhoneLab) -> str:
    """Return the addresses of ``lab`` and curl lines that work as they are."""
    url = lab.routes.url
    return f"""
The app      {url}
Mem0         {lab.mem0.url}   Authorization: Token {lab.mem0.api_key}
S3           {lab.s3.url}   bucket {lab.s3.bucket}

Before a call:
  curl -s {url}/client-data -H 'Content-Type: application/json' \\
    -H 'X-Workspace-Key: {WORKSPACE_KEY}' -d '{{"caller_id": "{CALLER}"}}'

During a call:
  curl -s {url}/retrieve -H 'Content-Type: application/json' \\
    -d '{{"query": "pizza", "user_id": "{CALLER}"}}'

After a call (PAYLOAD is an exported conversation):
  PAYLOAD=lab/payloads/first_call.json; T=$(date +%s)
  V0=$({{ printf '%s.' $T; cat $PAYLOAD; }} \
    | openssl dgst -sha256 -hmac {HMAC_KEY} -r | cut -d' ' -f1)
  curl -s {url}/post-call -H 'Content-Type: application/json' \\
    -H "ElevenLabs-Signature: t=$T,v0=$V0" --data-binary @$PAYLOAD

Ctrl-C ends it.
"""


def _interrupt(_: int, __: FrameType | None) -> None:
    raise KeyboardInterrupt
