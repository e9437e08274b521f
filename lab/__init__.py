"""The phone lab: the whole life of a call on one machine. Never shipped to Lambda."""
