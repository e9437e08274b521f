"""What kinds of memories there are, as they are stored in Mem0's metadata. Data, no rules."""

from typing import Literal

MemoryType = Literal["factual", "semantic"]

FACTUAL: MemoryType = "factual"  # metadata.type
SEMANTIC: MemoryType = "semantic"
EXTRACTED = "extracted"  # metadata.kind of what Mem0 extracts itself
