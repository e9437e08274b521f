"""The work behind the doors that app.py declares; each file is one thing in the world."""
