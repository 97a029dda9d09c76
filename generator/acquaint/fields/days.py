"""Dates, and days of every year."""

import re
from datetime import date

from acquaint.fields.reading import Reading
from acquaint.fields.showing import Showing
from acquaint.fields.types import FieldType
from acquaint.messages import Message, say
from acquaint.shown import ShownDay, ShownMonthDay
from acquaint.tree import Node
from acquaint.values import Day, MonthDay

_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_MONTH_DAY = re.compile(r"(?:--)?([0-9]{2})-([0-9]{2})")
_LEAP_YEAR = 2000


def day_of(node: Node, reading: Reading) -> date | None:
    """The date that `node` writes as year-month-day, or a problem."""
    scalar = reading.scalar(node, say("a date, as in {example}", example="2026-03-01"))
    if scalar is None:
        return None
    match = _ISO.fullmatch(scalar.text.strip())
    if match:
        try:
            return date(*(int(part) for part in match.groups()))
        except ValueError:
            message = say(
                "There is no such day as {value} ({field}).", value=reading.quote(scalar), field=reading.field
            )
            reading.report("no-such-date", scalar, message, fix=say("Give a day that is in the calendar."))
            return None
    message = say(
        "{field} takes a date as year-month-day, not {value}.", field=reading.field, value=reading.quote(scalar)
    )
    fix = _as_iso(scalar.text) if reading.quotable else say("As in {example}.", example="2026-03-01")
    reading.report("no-such-date", scalar, message, fix=fix)
    return None


def _as_iso(text: str) -> Message | str:
    """A fix for the usual ways to write a day, as far as they are unambiguous."""
    match = re.fullmatch(
        r"([0-9]{1,2})\.\s*([0-9]{1,2})\.\s*([0-9]{4})|([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})", text.strip()
    )
    if match is None:
        return say("As in {example}.", example="2026-03-01")
    day, month, year = match.group(1, 2, 3) if match.group(1) else match.group(6, 5, 4)
    return f"{year}-{int(month):02}-{int(day):02}"


def read_day(node: Node, reading: Reading) -> Day | None:
    """A date."""
    day = day_of(node, reading)
    return Day(day) if day else None


def read_month_day(node: Node, reading: Reading) -> MonthDay | None:
    """A month and a day, without a year."""
    scalar = reading.scalar(node, say("a month and a day, as in {example}", example="03-14"))
    if scalar is None:
        return None
    match = _MONTH_DAY.fullmatch(scalar.text.strip())
    if match:
        month, day = (int(part) for part in match.groups())
        try:
            date(_LEAP_YEAR, month, day)
        except ValueError:
            match = None
        else:
            return MonthDay(month, day)
    message = say(
        "{field} takes month-day, without the year, not {value}.", field=reading.field, value=reading.quote(scalar)
    )
    reading.report("no-such-date", scalar, message, fix=say("As in {example}.", example="03-14"))
    return None


def show_day(value: Day, showing: Showing) -> ShownDay:
    """The date."""
    return ShownDay(value.day)


def show_month_day(value: MonthDay, showing: Showing) -> ShownMonthDay:
    """The day of every year."""
    return ShownMonthDay(value.month, value.day)


DATE = FieldType(
    name="date",
    about="A day as year-month-day.",
    example="2026-03-01",
    wrong="1 March 2026",
    read=read_day,
    show=show_day,
    schema={"type": "string", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
    beyond=("a date must exist",),
)
MONTH_DAY = FieldType(
    name="month-day",
    about="A day of every year as month-day.",
    example="03-14",
    wrong="14.3.",
    read=read_month_day,
    show=show_month_day,
    schema={"type": "string", "pattern": r"^(--)?[0-9]{2}-[0-9]{2}$"},
    beyond=("a date must exist",),
)
