"""What is known of an introduction before one is read: what is asked, how much fits in, which handles are taken."""

from acquaint.slugs import WINDOWS_NAMES

ASKED_FIRST = ("nickname", "headline", "offers", "asks")
"""The fields that every form, file and conversation begins with, in this order; the rest is asked on demand."""
NEVER_ASKED = ("updated", "confirmed", "owner")
"""Fields that nobody fills in when they introduce themselves: two change by themselves, one is the reviewer's."""
SELDOM_ASKED = ("joined", "sort_as")
"""Fields that only a form with everything in it asks for: git knows the one, few need the other."""
MOST_OF_A_LINE = 200
"""Characters of one line."""
MOST_OF_PROSE = 4_000
"""Characters of a longer text."""
MOST_ENTRIES = 40
"""Entries of a list."""
MOST_BRACKETS = 200
"""Opening brackets in one prose text; Markdown's time grows with their square (4,000 take 1.6 s)."""
MOST_OF_A_HANDLE = 39
"""Characters of a handle; as many as the large forges give to an account's name."""
RESERVED = WINDOWS_NAMES | {"index", "page", "members", "member", "everyone", "nobody", "avatar", "assets", "template"}
"""Names that devices, pages or settings already have."""
CONTACTS = {
    "email": "E-mail",
    "phone": "Phone",
    "mobile": "Mobile",
    "whatsapp": "WhatsApp",
    "signal": "Signal",
    "telegram": "Telegram",
    "wechat": "WeChat",
    "qq": "QQ",
    "line": "LINE",
    "kakao": "KakaoTalk",
    "discord": "Discord",
    "slack": "Slack",
    "matrix": "Matrix",
    "xmpp": "XMPP",
    "mastodon": "Mastodon",
    "skype": "Skype",
    "instagram": "Instagram",
    "linkedin": "LinkedIn",
    "github": "GitHub",
    "website": "Website",
    "other": "Other",
}
"""The kinds of contact with their labels."""
NO_COUNTRY = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})
"""CLDR territories of two letters that are unions, placeholders or test regions."""
