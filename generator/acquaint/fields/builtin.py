"""The fields every community has, in the order pages show them; community.yml may add to them and change them."""

from acquaint.config import FieldSpec
from acquaint.shown import Words
from acquaint.values import Audience


def _field(name: str, kind: str, label: str, help_: str, *switches: str) -> FieldSpec:
    return FieldSpec(
        name=name,
        kind=kind,
        label=Words((("en", label),)),
        help=Words((("en", help_),)),
        visibility=Audience.EVERYONE if "public" in switches else Audience.MEMBERS,
        widen="widen" in switches,
        facet="facet" in switches,
        search="search" in switches,
        built_in=True,
    )


_FIELDS = (
    _field("nickname", "text", "Nickname", "What people call you, in any script.", "public", "search"),
    _field("pronouns", "text", "Pronouns", "How others should speak of you.", "public"),
    _field("avatar", "image", "Picture", "A square picture of you, or of what you like.", "public"),
    _field("headline", "text", "Headline", "Who you are in one line.", "public", "search"),
    _field("skills", "tags", "Skills", "What you know well enough to be asked about.", "public", "facet", "search"),
    _field("interests", "tags", "Interests", "What you like besides.", "public", "facet", "search"),
    _field("offers", "items", "What I can help with", "Help you would gladly give.", "public", "search"),
    _field("asks", "items", "What I am looking for", "Help you would gladly get.", "public", "search"),
    _field("ask_me_about", "text", "Ask me about", "What you love to talk about.", "public", "search"),
    _field("contact_for", "items", "Good reasons to write", "What people should write to you for.", "public"),
    _field("not_for", "items", "Please not for", "What people should rather not write for.", "public"),
    _field("working_on", "dated", "Working on", "What keeps you busy, and since when.", "public", "search"),
    _field(
        "availability", "availability", "Open to", "What you have time for, until when.", "public", "facet", "search"
    ),
    _field("groups", "tags", "Groups", "Chapters and circles you belong to.", "public", "facet", "search"),
    _field("city", "place", "City", "Where you live, or near enough.", "public", "facet", "search"),
    _field("country", "country", "Country", "The country you live in.", "public", "facet", "search"),
    _field("timezone", "timezone", "Time zone", "As in Europe/Berlin.", "public"),
    _field("languages", "languages", "Languages", "What you can talk in, best first.", "public", "facet", "search"),
    _field("links", "links", "Links", "Where else people find you; public by your choice.", "public"),
    _field("joined", "date", "Joined", "The day you joined.", "public"),
    _field(
        "sort_as", "text", "Sorted as", "The word your nickname is sorted under, if not as it is written.", "public"
    ),
    _field("bio", "prose", "Introduction", "The longer introduction.", "public", "search"),
    _field("name", "text", "Name", "Your full name.", "widen", "search"),
    _field("company", "text", "Company", "Where you work.", "widen", "search"),
    _field("contact", "contact", "Contact", "How to reach you.", "widen", "search"),
    _field("birthday", "month-day", "Birthday", "Month and day, no year.", "widen"),
    _field("introduced_by", "handle", "Introduced by", "The handle of who brought you in."),
    _field("updated", "date", "Updated", "The day you last changed your file."),
    _field("confirmed", "date", "Confirmed", "The day you last said that all of it holds."),
    _field("owner", "text", "Owner", "The account on the forge that may change this file."),
)

BUILT_IN = {spec.name: spec for spec in _FIELDS}
