"""What each command of `cli.py` does, and how it tells what came of it."""
