"""Searches what goes into the public edition for every private contact value, in the forms it may be written in."""

from acquaint.gate.gate import Gate
from acquaint.gate.passing import Passing

__all__ = ["Gate", "Passing"]
