"""The keys of a mapping against those that are known: duplicates, strangers, and what strangers probably meant."""

import re
from collections.abc import Iterable

from acquaint.fields.names import name_key, nearest
from acquaint.messages import Message, say
from acquaint.problems import Problems
from acquaint.tree import Mapping, Node, Scalar

FIELD = say("field")
"""What the keys of a mapping are, unless they are settings."""

# What a field is called here, and what forms elsewhere and other languages call it.
_ELSEWHERE = {
    alias: field
    for field, aliases in {
        "bio": "about aboutme introduction intro description summary 简介 自我介绍 vorstellung uebermich übermich",
        "headline": "title tagline role jobtitle position 标题 一句话介绍 überschrift",
        "name": "fullname realname firstname lastname vollername vorname nachname 姓名 名字 真名",
        "nickname": "username nick displayname spitzname rufname 昵称 网名",
        "pronouns": "pronomen 代词",
        "company": "employer organisation organization org affiliation work firma arbeitgeber 公司 单位",
        "skills": "tags skill expertise fähigkeiten kenntnisse fertigkeiten 技能 擅长",
        "interests": "hobbies hobby interest interessen 兴趣 爱好",
        "city": "location town place stadt ort wohnort 城市 所在城市",
        "country": "nation land 国家",
        "timezone": "tz zone zeitzone 时区",
        "contact": "email mail phone tel mobile wechat telegram kontakt telefon handy 联系方式 邮箱 电话 手机 微信",
        "links": "twitter github linkedin website url homepage blog social webseite 链接 网站 博客 个人网站",
        "languages": "language sprachen sprache 语言",
        "avatar": "photo picture image foto bild 头像 照片",
        "offers": "offer offering angebote 可以帮忙",
        "asks": "ask needs lookingfor gesuche suche 寻求",
        "joined": "date since beigetreten 加入时间",
        "birthday": "birthdate dob geburtstag 生日",
        "groups": "chapter group gruppen 小组",
        "availability": "status available",
        "listing": "visible visibility hidden",
        "private": "hide",
        "public": "show",
    }.items()
    for alias in map(name_key, aliases.split())
}


def known_entries(
    mapping: Mapping, known: Iterable[str], path: str, problems: Problems, *, what: Message = FIELD
) -> dict[str, tuple[Scalar, Node]]:
    """The entries of `mapping` under `known` keys, by key, the first of each; every other is reported."""
    names = tuple(known)
    entries: dict[str, tuple[Scalar, Node]] = {}
    for key, node in mapping:
        if key.text in entries:
            first = entries[key.text][0].span.line
            message = say(
                "{field} stands here a second time (first in line {line}); one of them would be lost.",
                field=key.text,
                line=str(first),
            )
            problems.add("duplicate-key", message, path, key.span, fix=say("Keep one of them."))
        elif key.text in names:
            entries[key.text] = (key, node)
        else:
            _report_unknown(key, names, what, path, problems)
    return entries


def meant_key(text: str, known: Iterable[str]) -> str | None:
    """The known key that `text` was probably meant to be."""
    names = tuple(known)
    folded = name_key(text)
    elsewhere = _ELSEWHERE.get(folded)
    if elsewhere in names:
        return elsewhere
    return nearest(text, names)


def is_slip(text: str, meant: str) -> bool:
    """True if `text` differs from `meant` so little, or is so usual a word for it, that it tells nothing else."""
    folded = name_key(text)
    few = abs(len(folded) - len(name_key(meant))) <= 1 and folded.isalpha() and nearest(text, (meant,)) is not None
    return few or folded in _ELSEWHERE


def usual_key(text: str, known: Iterable[str]) -> str | None:
    """The known key that `text` is but for case, hyphens and the like, or that forms elsewhere call so."""
    folded = name_key(text)
    names = tuple(known)
    same = next((name for name in names if name_key(name) == folded), None)
    elsewhere = _ELSEWHERE.get(folded)
    # One way to reach somebody isn't all of them, so `email` is no other name of `contact`.
    return same or (elsewhere if elsewhere in names and elsewhere not in ("contact", "links") else None)


def _report_unknown(key: Scalar, names: tuple[str, ...], what: Message, path: str, problems: Problems) -> None:
    """What isn't close to a known name may be anything, so it isn't repeated in the message."""
    if "：" in key.text:
        message = say("A full-width colon ends no key.")
        fix = say("Write an ordinary colon and a space: {example}", example="key: value")
        problems.add("unknown-field", message, path, key.span, fix=fix)
        return
    meant = meant_key(key.text, names)
    if meant:
        # What isn't plainly a slip may be anything, so only the name that was meant is told.
        message = say("There is no such {what}.", what=what)
        if is_slip(key.text, meant):
            message = say("There is no {what} {key}.", what=what, key=key.text)
        problems.add("unknown-field", message, path, key.span, fix=_fix(key.text, meant), meant=meant)
        return
    fix = say("There are {names}.", names=names[:40])
    problems.add("unknown-field", say("There is no such {what}.", what=what), path, key.span, fix=fix)


def _fix(text: str, meant: str) -> Message | str:
    word = re.sub(r"[^a-z]", "", text.lower())
    if meant == "contact":
        return f"contact: {{{'email' if 'mail' in word else word}: …}}"
    if meant == "links":
        return f"links: {{{text.title()}: https://…}}"
    return say("Write it below the second ---.") if meant == "bio" else f"{meant}: …"
