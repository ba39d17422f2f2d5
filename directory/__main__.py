"""`python -m directory` is `envagin`."""

from directory.cli import main

main(prog_name="envagin")
