"""What is left of a word without its endings, so that review, reviewer and reviewing are one: English and German."""

import re

_Rules = tuple[tuple[str, str, int], ...]
"""(ending, what takes its place, how many letters must stand before it), the first that fits wins."""


def _rules(table: str) -> _Rules:
    """Rows of "how many letters before: ending ending>instead ..."."""
    rows = (row.partition(":") for row in table.strip().splitlines())
    return tuple((*ending.partition(">")[::2], int(least)) for least, _, endings in rows for ending in endings.split())


_MANY = _rules("""
    2: icians>ic ician>ic
    3: ically>ic ical>ic
    2: xes>x ches>ch shes>sh sses>ss yses>ysis
    3: ies>y erinnen>er ungen>ung
    4: innen
    0: ss>ss us>us is>is
    3: s
""")
"""First: many become one. What ends in ss, us or is was one all along."""

_DOING = _rules("""
    3: ysis>yz ytic>yz ysing>yz yzing>yz yst>yz yse>yz
    4: isation>iz ization>iz ising>iz izing>iz iser>iz izer>iz ised>iz ized>iz isieren>iz isierung>iz
    5: ise>iz ize>iz
    4: ation ator ating ated ative ate
    3: uction>uc ction>ct ssion>ss ctor>ct ement
    4: stor>st eering ership ship ness ially ly
    0: editor>edit
    5: ment ism ist ial ian en
    6: al
    4: ic erin ieren iert ung isch ische ed
    3: ing er
""")
"""Then: what one does, who does it, and what comes of it."""

_LAST = _rules("""
    3: e y
    4: i
""")
"""At last: what English and German leave out before an ending."""

_VOWEL = re.compile("[aeiouy]")
_DOUBLE = re.compile(r"([bdfgmnprt])\1$")
_SHORTEST = 4
"""Letters of a word that may have an ending."""


def stem(word: str) -> str:
    """The stem of the folded `word`; words of other scripts, short ones, and those with digits or signs stay."""
    if len(word) < _SHORTEST or not word.isascii() or not word.isalpha():
        return word
    for rules in (_MANY, _DOING, _LAST):
        word = _shorten(word, rules)
    return _DOUBLE.sub(r"\1", word) if len(word) >= _SHORTEST else word


def _shorten(word: str, rules: _Rules) -> str:
    """`word` after the first rule that fits; what stands before an ending must hold a vowel."""
    for ending, put, least in rules:
        before = len(word) - len(ending)
        if before >= least and word.endswith(ending) and (before == 0 or _VOWEL.search(word, 0, before)):
            return word[:before] + put
    return word
