"""What is said of the call itself, and not for a later one. No I/O."""
