"""The size of the layer that is uploaded."""

from bench.artifact import Artifact
from bench.line import Line

TARGET_MB = 40
MB = 2**20  # bytes, as Lambda counts its limit of 50 MB


def lines(artifact: Artifact) -> list[Line]:
    """Return the promise about the layer's size, with what Chalice left out of it."""
    packed = artifact.layer.stat().st_size
    whole = packed + (artifact.left_out.stat().st_size if artifact.lacking else 0)
    names = ", ".join(artifact.lacking)
    lacking = f" ({packed / MB:.1f} MB as packed, without {names})" if names else ""
    return [
        Line(
            "deployed layer, zipped",
            f"under {TARGET_MB} MB",
            f"{whole / MB:.1f} MB{lacking}",
            whole < TARGET_MB * MB,
            HOW + (f" {HOW_LACKING.format(names)}" if names else ""),
        )
    ]


HOW = "The zip that Chalice's own packager builds from requirements.txt, in MB of 2^20 bytes."
HOW_LACKING = (
    "The pinned {} has no wheel for this Python's Lambda, so Chalice deploys without it: the app "
    "does not need it, the ordinary import of Mem0 does. It is counted as if it were packed, and "
    "given to both kinds of process in the lines above."
)
