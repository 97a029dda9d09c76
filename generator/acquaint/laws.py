"""The laws an introduction is held to: one row each, and docs/problems.md explains every one.

A code never changes its meaning and is never given to another law.
"""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """Errors stop a build; warnings are told and stop nothing."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Law:
    """`code` is what people search for, `slug` what they read."""

    code: str
    slug: str
    severity: Severity


_E, _W = Severity.ERROR, Severity.WARNING

# A00x the file, A01x its keys and shape, A02x what YAML loses silently, A03x values, A04x addresses and handles,
# A05x who sees what, A06x free text, A07x tags, A08x pictures, A09x the community as a whole, A10x a proposed change.
LAWS = {
    law.slug: law
    for law in (
        Law("A001", "broken-yaml", _E),
        Law("A002", "not-utf8", _E),
        Law("A003", "control-character", _E),
        Law("A004", "file-too-large", _E),
        Law("A005", "too-deep", _E),
        Law("A006", "yaml-feature", _E),
        Law("A007", "not-a-file", _E),
        Law("A008", "stray-file", _W),
        Law("A009", "no-front-matter", _E),
        Law("A010", "empty-file", _E),
        Law("A011", "duplicate-key", _E),
        Law("A012", "unknown-field", _E),
        Law("A013", "wrong-type", _E),
        Law("A014", "too-long", _E),
        Law("A015", "too-many", _E),
        Law("A016", "template-text", _E),
        Law("A017", "unreadable-file", _E),
        Law("A018", "two-texts", _E),
        Law("A019", "fields-in-prose", _E),
        Law("A020", "comment-cut", _W),
        Law("A021", "fullwidth-punctuation", _W),
        Law("A022", "smart-quotes", _W),
        Law("A023", "list-in-one-tag", _W),
        Law("A030", "no-such-date", _E),
        Law("A031", "unknown-country", _W),
        Law("A032", "unknown-timezone", _W),
        Law("A033", "unknown-language", _W),
        Law("A034", "not-an-email", _E),
        Law("A035", "not-a-phone", _E),
        Law("A036", "unknown-contact", _E),
        Law("A037", "unknown-choice", _E),
        Law("A038", "unknown-member", _W),
        Law("A039", "not-a-contact", _E),
        Law("A040", "unsafe-link", _E),
        Law("A041", "malformed-link", _W),
        Law("A042", "bad-handle", _E),
        Law("A043", "reserved-handle", _E),
        Law("A044", "twin-handle", _E),
        Law("A045", "handle-spells-name", _W),
        Law("A046", "link-spells-name", _W),
        Law("A050", "cannot-open", _E),
        Law("A051", "opened-and-closed", _W),
        Law("A052", "sealed-in-public", _E),
        Law("A060", "name-in-prose", _W),
        Law("A061", "company-in-prose", _W),
        Law("A062", "contact-in-prose", _W),
        Law("A063", "private-contact", _E),
        Law("A064", "too-much-markup", _E),
        Law("A070", "tag-spelling", _W),
        Law("A071", "unlisted-tag", _W),
        Law("A072", "closed-vocabulary", _E),
        Law("A080", "bad-image", _E),
        Law("A081", "image-too-large", _E),
        Law("A082", "remote-image", _E),
        Law("A090", "bad-setting", _E),
        Law("A091", "joined-unknown", _W),
        Law("A092", "invitation-ended", _W),
        Law("A093", "low-contrast", _E),
        Law("A094", "no-such-page", _W),
        Law("A095", "reserved-page", _E),
        Law("A096", "plain-markdown-only", _W),
        Law("A100", "someone-elses-file", _W),
        Law("A101", "visibility-changed", _W),
        Law("A102", "person-removed", _W),
        Law("A103", "outside-members", _W),
        Law("A104", "large-file", _E),
        Law("A105", "risky-file", _W),
        Law("A106", "handle-renamed", _W),
        Law("A107", "plain-private-value", _E),
        Law("A108", "opaque-file", _W),
        Law("A109", "owner-changed", _W),
        Law("A097", "other-format", _E),
        Law("A098", "misplaced-file", _W),
        Law("A099", "stray-comma", _W),
    )
}
