"""The one door from records to profiles: nothing outward is made anywhere else."""

from acquaint.reveal.directories import Revealed, Setting, reveal

__all__ = ["Revealed", "Setting", "reveal"]
