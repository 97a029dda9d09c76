"""Puts finished editions on disk: one build at a time, every file whole, nothing that isn't ours touched."""

from acquaint.output.folder import MARKER, Edition, refuse_protected
from acquaint.output.lock import locked
from acquaint.output.paths import PathError
from acquaint.output.shelf import Shelf
from acquaint.output.stage import Published, Stage

__all__ = ["MARKER", "Edition", "PathError", "Published", "Shelf", "Stage", "locked", "refuse_protected"]
