"""Names of messenger accounts in a text: the ones said to be one."""

import re
from collections.abc import Iterator

from acquaint.patterns import lazy
from acquaint.withhold.ordinary import ORDINARY
from acquaint.withhold.person import Place

_SURE = (
    r"we ?chat|weixin|微信号?|微讯|whats ?app|telegram|电报|kakao(?: ?talk)?|카카오톡|카톡|"
    r"skype|viber|threema|discord|zalo|qq|vx|wx|v信|"
    r"飞书|钉钉|snapchat"
)
_AMBIGUOUS = r"signal|line|matrix|tg|session|wire"
_SAID = r"(?:[ ]?(?:id|handle|username|user|name|account|konto|nummer|number|no\.?|号|帳號|账号|帐号|아이디))?"
_LINK = r"[ ]{0,2}(?:[:：=]|是|is|ist|es|è|est|[-–—>]{1,2})[ ]{0,2}"
_ACCOUNT = r"((?:live:)?@?[a-z0-9_+][a-z0-9_.+#-]{2,63})"
_TOLD = lazy(
    rf"(?<![a-z0-9])({_SURE}|{_AMBIGUOUS}){_SAID}"
    rf"(?:\W{{0,3}}({_LINK})|[ ]{{0,2}}(?=@)|([ ]{{0,2}})(?=[a-z0-9_+])){_ACCOUNT}"
)
_AMBIGUOUS_WORD = lazy(_AMBIGUOUS)
_HINTS = (
    "wechat", "we chat", "snapchat", "weixin", "微信", "微讯", "whats", "telegram", "电报", "kakao", "카카오",
    "카톡", "skype", "viber", "threema", "discord", "zalo", "qq", "vx", "wx", "v信", "飞书", "钉钉",
)  # fmt: skip
_POSSESSED = lazy(r"(?:\b(?:my|mein|meine|mi|mon|mio|il mio|meu)|我的|我)[ ]*$")
_TELLING = lazy(r"[\d_@+#]|\w\.\w")


def hints_at_messenger(folded: str) -> bool:
    """True if a text folded for contacts may name an account."""
    told = ":" in folded or "：" in folded or "@" in folded or "=" in folded
    return any(hint in folded for hint in _HINTS) or (told and any(hint in folded for hint in _AMBIGUOUS.split("|")))


def messenger_places(folded: str) -> Iterator[tuple[Place, str]]:
    """Place and canonical form of every account in a text folded for contacts."""
    if not hints_at_messenger(folded):
        return
    for told in _TOLD.finditer(folded):
        name = told.group(4).rstrip(".-#+")
        start = told.start(4)
        if len(name.lstrip("@")) > 2 and _is_account(told, name, folded):
            yield (start, start + len(name)), name.lstrip("@")


def _is_account(told: re.Match[str], name: str, folded: str) -> bool:
    """True if `name` is spelled like an account, or said to be one by a colon or a possessive."""
    ambiguous = _AMBIGUOUS_WORD.fullmatch(told.group(1)) is not None
    if name.startswith("@") or (name.isdigit() and len(name) > 4):
        return not ambiguous or name.startswith("@") or told.group(2) is not None
    if told.group(2) is None:
        return not ambiguous and _TELLING.search(name) is not None and name.isascii()
    if _TELLING.search(name):
        return name.isascii()
    if ambiguous or not name.isascii() or name in ORDINARY or len(name) < 4:
        return False
    if re.search(r"[:：=]", told.group(2)):
        rest = folded[told.end() :].lstrip(" ")
        return not rest or not rest[0].isalpha() or not rest[0].isascii()
    return _POSSESSED.search(folded, 0, told.start()) is not None and _TELLING.search(name) is not None
