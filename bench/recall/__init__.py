"""How well the lab's search finds what was said, on a public set of conversations and questions."""
