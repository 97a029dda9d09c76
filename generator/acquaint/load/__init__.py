"""Reading: from the files of a community's folder to records and settings."""

from acquaint.load.folder import Loaded, load, with_history

__all__ = ["Loaded", "load", "with_history"]
