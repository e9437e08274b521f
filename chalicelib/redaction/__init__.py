"""Secrets taken out of a conversation before anything of it leaves. No I/O."""
