"""What the form of the public edition begins with where somebody changes their introduction, and what it leaves out."""

from dataclasses import replace
from datetime import date

from acquaint.drafting.draft import Begun, Draft
from acquaint.drafting.file import to_file
from acquaint.everybody import Everybody
from acquaint.fields.reading import nothing_beside
from acquaint.load import Loaded
from acquaint.load.member import MemberReader
from acquaint.load.source import Source
from acquaint.preview.seen import bare
from acquaint.privacy import contacts_of
from acquaint.problems import Problems
from acquaint.records import MemberRecord
from acquaint.render.joining.drafts import answers_of
from acquaint.render.people import from_internal, from_public
from acquaint.reveal import Setting, reveal
from acquaint.values import Day


class PublicForm:
    """The form of the public edition of `day`; `others` are the community without the member who is changed.

    `joined` is the day that pages show for those whose file gives none.
    """

    def __init__(self, others: Loaded, day: date, joined: date | None = None) -> None:
        self._community, self._day, self._joined = others.community, day, joined
        self._others = {record.handle: bare(record) for record in others.records}
        self._open = {name for name, one in self._others.items() if any(is_open for *_, is_open in contacts_of(one))}

    def begun(self, draft: Draft) -> Begun:
        """What the form begins with for the introduction `draft`."""
        community = self._community
        source = Source.of(f"members/{draft.handle}.md", to_file(draft, community))
        record = MemberReader(community.schema, Problems()).read(source, None, nothing_beside)
        if record is None:
            return Begun({}, {}, community.language)
        everybody = Everybody.of([self._dated(record), *self._meant(draft)], community)
        revealed = reveal(everybody, (), Setting(community, self._day))
        public = next((one for one in revealed.public.profiles if one.handle == record.handle), None)
        if public is None:
            return Begun({}, {}, record.lang)
        internal = next(one for one in revealed.internal.profiles if one.public.handle == record.handle)
        person = from_internal(internal, tuple(community.fields))
        # As if all of it were for everyone, and no way to be reached gave way in its texts.
        whole = replace(person, open_values=person.values, values={})
        shown, inside = (answers_of(one, community.fields, community.language) for one in (from_public(public), whole))
        return Begun(shown, inside, record.lang)

    def _dated(self, record: MemberRecord) -> MemberRecord:
        if self._joined is None or "joined" in record.values:
            return record
        return replace(record, values={**record.values, "joined": Day(self._joined)})

    def _meant(self, draft: Draft) -> list[MemberRecord]:
        """Those who decide what of `draft` is shown: whom it names, and whose contacts everybody knows."""
        named = {answer for answer in draft.answers.values() if isinstance(answer, str)}
        return [record for handle, record in self._others.items() if handle in self._open or handle in named]
