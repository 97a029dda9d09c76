"""What fields and kinds of contact are called in a language: a community's own words, or ours in translation."""

from acquaint.catalogues import Catalogue
from acquaint.config import FieldSpec
from acquaint.fields.builtin import BUILT_IN
from acquaint.fields.contacts import KINDS


def label_of(spec: FieldSpec, language: str, catalogue: Catalogue) -> str:
    """The field's label; that of a built-in field by the catalogue unless the community gave it another."""
    label = spec.label.pick(language)[1]
    ours = BUILT_IN.get(spec.name)
    is_ours = ours is not None and ours.label == spec.label
    return catalogue.translations.pgettext("field", label) if is_ours else label


def kind_label(kind: str, catalogue: Catalogue) -> str:
    """What a kind of contact is called."""
    return catalogue.translations.pgettext("contact", KINDS[kind].label) if kind in KINDS else kind
