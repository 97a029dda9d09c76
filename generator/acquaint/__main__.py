"""python -m acquaint: the same as the command acquaint."""

from acquaint.cli.main import main

if __name__ == "__main__":
    main()
