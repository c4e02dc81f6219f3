"""What the pages of the register of evidence say in words."""

from django import template
from django.utils.translation import gettext_lazy as _

from procurement.citations import CITATIONS
from procurement.words import words
from tenders.forms.values import number_shown
from tenders.scorecard.labels import LabelFact
from tenders.scorecard.model import Product

register = template.Library()

PRODUCTS = {
    Product.COMPUTER: _("Computers"),
    Product.DISPLAY: _("Beeldschermen"),
    Product.OTHER: _("Andere producten"),
}


@register.filter
def as_number(canonical: str) -> str:
    """A stored number in Dutch notation."""
    return number_shown(canonical)


@register.filter
def product_words(product: Product) -> str:
    return str(PRODUCTS[product])


@register.filter
def source_words(fact: LabelFact) -> str:
    """The source of a fact; one that nobody read at its source says so."""
    return words(CITATIONS[fact.basis].stated)
