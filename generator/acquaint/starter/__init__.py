"""A new community from six answers: which files it begins with, and how they are renewed later."""

from acquaint.starter.answers import Answers
from acquaint.starter.files import begun, starter_files
from acquaint.starter.upgrade import Renewal, renewed
from acquaint.starter.writing import Manifest, Written, read_manifest, write_manifest, write_missing

__all__ = [
    "Answers",
    "Manifest",
    "Renewal",
    "Written",
    "begun",
    "read_manifest",
    "renewed",
    "starter_files",
    "write_manifest",
    "write_missing",
]
