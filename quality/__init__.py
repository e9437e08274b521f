"""How well callers are remembered: invented callers' calls, played through the real handlers."""
