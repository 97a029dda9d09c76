"""Where Jinja finds the texts of templates, which are read already, and what it has compiled."""

from collections.abc import Mapping
from types import CodeType

from jinja2 import BaseLoader, BytecodeCache, Environment, TemplateNotFound
from jinja2.bccache import Bucket


class Texts(BaseLoader):
    """Templates that were read already, as (file, text) by name; an error names the file below templates/."""

    def __init__(self, texts: Mapping[str, tuple[str, str]]) -> None:
        self._texts = texts

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, None]:
        """The text of `template`; it never changes while it is in use."""
        if template not in self._texts:
            raise TemplateNotFound(template)
        file, text = self._texts[template]
        return text, f"templates/{file}", None

    def list_templates(self) -> list[str]:
        """All names."""
        return sorted(self._texts)


class _Compiled(BytecodeCache):
    """Templates as they were compiled: they are the same in every language, and compiling takes longest of all."""

    def __init__(self) -> None:
        self._codes: dict[str, tuple[str, CodeType | None]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """What was kept under the bucket's key, if the template's text is the same still."""
        checksum, code = self._codes.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self._codes[bucket.key] = (bucket.checksum, bucket.code)


COMPILED = _Compiled()
