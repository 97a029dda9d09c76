"""A sentence for people as data: an English template, and what stands in its gaps, told in any language later."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from acquaint.catalogues import ENGLISH, SOURCE, Catalogue


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of a file inside a sentence, told in the quotation marks of the language; masks look for nothing else."""

    text: str


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence, or a part of one: `template` is English with named gaps, `values` fill them.

    With `many`, the plural of `template`, the sentence depends on `number`.
    """

    template: str
    values: Mapping[str, "Value"] = field(default_factory=dict, hash=False)
    many: str = ""
    number: int = 0

    def __str__(self) -> str:
        return self.told(ENGLISH)

    def told(self, catalogue: Catalogue) -> str:
        """The sentence in the catalogue's language; in English if its translation has gaps that can't be filled."""
        values = {name: _told(value, catalogue) for name, value in self.values.items()}
        try:
            if self.many:
                return catalogue.count(self.template, self.many, self.number, **values)
            return catalogue.say(self.template, **values)
        except (AttributeError, LookupError, TypeError, ValueError):
            if catalogue is ENGLISH:
                raise
            return self.told(ENGLISH)

    def quoting(self, change: Callable[[str], str]) -> "Message":
        """The same sentence with `change` done to all words of a file in it."""
        return replace(self, values={name: _changed(value, change) for name, value in self.values.items()})

    @property
    def filled(self) -> tuple[str, ...]:
        """All texts in the gaps, however deep."""
        return tuple(text for value in self.values.values() for text in _texts(value))


Value: TypeAlias = str | int | tuple[str, ...] | Quoted | Message
"""What fills a gap: a word of the schema, a number, a list of words, words of a file, or a phrase to translate."""


def say(template: str, /, **values: Value) -> Message:
    """`template`, an English sentence with named gaps like `{name}`, with `values` in them."""
    return Message(template, values)


def count(one: str, many: str, number: int, /, **values: Value) -> Message:
    """The same for a sentence that depends on `number`, which stands in the gap `n`."""
    return Message(one, {"n": number, **values}, many, number)


def told(text: Message | str, catalogue: Catalogue) -> str:
    """A sentence in the catalogue's language; what is the same in every language as it is."""
    return text.told(catalogue) if isinstance(text, Message) else text


def _told(value: Value, catalogue: Catalogue) -> str:
    match value:
        case Message():
            return value.told(catalogue)
        case Quoted(text=text):
            return say("“{text}”", text=text).told(catalogue)
        case int():
            return _number(value, catalogue.language)
        case tuple():
            return say(", ").told(catalogue).join(value)
        case _:
            return value


def _number(number: int, language: str) -> str:
    if language == SOURCE or abs(number) < 1_000:
        return f"{number:,}"
    from babel.numbers import format_decimal  # Slow to import, and few messages hold a number as large.

    return format_decimal(number, locale=language.replace("-", "_"))


def _changed(value: Value, change: Callable[[str], str]) -> Value:
    match value:
        case Message():
            return value.quoting(change)
        case Quoted(text=text):
            return Quoted(change(text))
        case _:
            return value


def _texts(value: Value) -> tuple[str, ...]:
    match value:
        case Message():
            return value.filled
        case Quoted(text=text):
            return (text,)
        case tuple():
            return value
        case int():
            return ()
        case _:
            return (value,)
