"""Torture: random histories of calls, faults and deaths, after which nothing may be lost."""
