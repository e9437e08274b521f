"""Many calls at once, with a Mem0 that fails now and then: ``python -m bench.load``."""
