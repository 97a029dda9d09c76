"""The one table of field types; adding a type is adding an entry here."""

from acquaint.fields.contacts import CONTACT, EMAIL, PHONE
from acquaint.fields.countries import COUNTRY
from acquaint.fields.days import DATE, MONTH_DAY
from acquaint.fields.handles import HANDLE
from acquaint.fields.images import IMAGE
from acquaint.fields.languages import LANGUAGE, LANGUAGES
from acquaint.fields.links import LINKS
from acquaint.fields.lists import AVAILABILITY, ITEMS, TAGS
from acquaint.fields.texts import DATED, PLACE, PROSE, TEXT
from acquaint.fields.timezones import TIMEZONE

TYPES = {
    entry.name: entry
    for entry in (
        TEXT,
        PROSE,
        TAGS,
        ITEMS,
        DATED,
        AVAILABILITY,
        PLACE,
        COUNTRY,
        TIMEZONE,
        LANGUAGE,
        LANGUAGES,
        LINKS,
        CONTACT,
        PHONE,
        EMAIL,
        DATE,
        MONTH_DAY,
        HANDLE,
        IMAGE,
    )
}
