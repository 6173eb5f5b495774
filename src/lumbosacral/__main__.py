"""`python -m lumbosacral` is the command line."""

from lumbosacral.cli import main

if __name__ == "__main__":
    main()
