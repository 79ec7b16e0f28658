"""`python -m generator` is `pykala`."""

from generator.cli import main

main()
