"""Reading: from the files of a community's folder to records and settings."""

from acquaint.load.folder import Loaded, Records, beside, load, with_history

__all__ = ["Loaded", "Records", "beside", "load", "with_history"]
