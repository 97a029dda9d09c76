"""Jinja as our templates need it: texts that were read already, sentences of one language, short ways of its own."""

import operator
from collections.abc import Mapping
from gettext import NullTranslations
from types import CodeType
from typing import Any, ClassVar

from jinja2 import BaseLoader, BytecodeCache, Environment, StrictUndefined, TemplateNotFound, nodes
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator
from markupsafe import Markup, escape


def shown(value: object) -> str:
    """`value` as HTML; most of what templates show is HTML already, or knows itself how it is shown."""
    if type(value) is Markup:
        return value
    own = getattr(value, "__html__", None)
    return escape(value) if own is None else own()


class Sentences:
    """What gettext has for templates: those without gaps are looked up once.

    What fills a gap like `%(name)s` is escaped, unless it is HTML already. Each method raises KeyError where a gap has
    no value, and ValueError or TypeError for a sentence with a gap of another kind.
    """

    def __init__(self, translations: NullTranslations) -> None:
        self._translations = translations
        self._whole: dict[str, Markup] = {}

    def gettext(self, message: str, /, **values: object) -> Markup:
        """`message` in this language."""
        if values:
            return _filled(self._translations.gettext(message), values)
        if (found := self._whole.get(message)) is None:
            found = self._whole[message] = _filled(self._translations.gettext(message), values)
        return found

    def ngettext(self, one: str, many: str, number: int, /, **values: object) -> Markup:
        """The same for a sentence that depends on `number`, which stands in the gap `num`."""
        return _filled(self._translations.ngettext(one, many, number), {"num": number, **values})

    def pgettext(self, context: str, message: str, /, **values: object) -> Markup:
        """The same for a text that means several things; `context` tells which."""
        return _filled(self._translations.pgettext(context, message), {"context": context, **values})

    def npgettext(self, context: str, one: str, many: str, number: int, /, **values: object) -> Markup:
        """The same for one that depends on `number`, too."""
        said = self._translations.npgettext(context, one, many, number)
        return _filled(said, {"context": context, "num": number, **values})


def _filled(said: str, values: dict[str, object]) -> Markup:
    """`said` with its gaps filled. A number stays one, for gaps of its kind."""
    return Markup(said % {name: value if type(value) is int else shown(value) for name, value in values.items()})


class _Generator(CodeGenerator):
    """Templates as Python: what they show is escaped by `shown`, and what they call is called as it is.

    Nothing that our templates may call asks for the context it is called in, which Jinja would look for at every call.
    """

    def _output_child_pre(self, node: nodes.Expr, frame: Any, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.shown(")

    def visit_Call(self, node: nodes.Call, frame: Any, forward_caller: bool = False) -> None:
        self.write("environment.call(")
        self.visit(node.node, frame)
        self.signature(node, frame, {"caller": "caller"} if forward_caller else None)
        self.write(")")


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


class Engine(Environment):
    """Templates from `loader`, which say what `translations` have. A name that isn't there is an error."""

    code_generator_class = _Generator
    shown = staticmethod(shown)
    call: ClassVar[Any] = operator.call

    def __init__(self, loader: BaseLoader, translations: NullTranslations) -> None:
        super().__init__(
            loader=loader,
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            optimized=False,
            bytecode_cache=COMPILED,
            extensions=["jinja2.ext.i18n"],
        )
        self.policies["ext.i18n.trimmed"] = True
        said = Sentences(translations)
        vars(self)["newstyle_gettext"] = True
        self.globals |= {"_": said.gettext, "gettext": said.gettext, "ngettext": said.ngettext}
        self.globals |= {"pgettext": said.pgettext, "npgettext": said.npgettext}
