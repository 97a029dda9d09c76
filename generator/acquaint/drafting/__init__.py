"""Introductions before they are files: written, sent as a message, asked for by a template or a form, and read back."""

from acquaint.drafting.audience import is_public, public_part
from acquaint.drafting.draft import Answer, Draft
from acquaint.drafting.file import to_file
from acquaint.drafting.form import issue_form
from acquaint.drafting.issue import from_issue
from acquaint.drafting.message import to_message
from acquaint.drafting.received import from_message
from acquaint.drafting.template import annotated_template

__all__ = (
    "Answer",
    "Draft",
    "annotated_template",
    "from_issue",
    "from_message",
    "is_public",
    "issue_form",
    "public_part",
    "to_file",
    "to_message",
)
