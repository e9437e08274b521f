"""What was promised, asked for or left unfinished, and what settles it. No I/O."""
