"""L51: a label that is asked can be obtained for this product on this day."""

from collections.abc import Iterator
from datetime import date

from procurement.citations import cite
from procurement.language import Text
from tenders.lint.draft import Draft
from tenders.lint.draft.contract import ProductGroup
from tenders.lint.draft.passage import DEMANDS
from tenders.lint.finding import Finding, GoTo, Screen
from tenders.lint.rule import Rule
from tenders.lint.severity import CheckedBy, Severity
from tenders.lint.vocabulary.equivalence import accepts_equivalents
from tenders.lint.vocabulary.labels import demanded_label, kinds_of
from tenders.lint.wordings import wordings
from tenders.scorecard.labels import label_remarks
from tenders.scorecard.model import Product

_PRODUCTS = {ProductGroup.COMPUTERS: Product.COMPUTER, ProductGroup.DISPLAYS: Product.DISPLAY}
_ANOTHER = Text(
    nl="Kies een keurmerk dat nu te krijgen is, of beschrijf de eigenschap en aanvaard elk passend bewijs.",
    en="Choose a label that can be obtained now, or describe the characteristic and accept any suitable "
    "proof.",
)


def _check(draft: Draft) -> Iterator[Finding]:
    for index, label in enumerate(draft.legal.proof.labels):
        if label.required is not False:
            for remark in _remarks(draft, label.name):
                yield Finding(
                    severity=Severity.MOTIVATE,
                    place=f"legal.proof.labels[{index}].name",
                    message=remark,
                    quote=label.name,
                    fix=GoTo(Screen.LEGAL_QUESTIONS, _ANOTHER),
                )
    yield from _texts(draft)


def _texts(draft: Draft) -> Iterator[Finding]:
    for wording in wordings(draft, DEMANDS, demanded_label):
        if not accepts_equivalents(wording.plain):
            for remark in _remarks(draft, wording.plain):
                yield wording.finding(Severity.MOTIVATE, remark, wording.go(_ANOTHER))


def _remarks(draft: Draft, words: str) -> tuple[Text, ...]:
    """What the dated table says about the labels in these words, for the products of this tender."""
    products = {_PRODUCTS.get(group, Product.OTHER) for group in draft.legal.contract.products}
    found = {
        remark: None
        for kind in kinds_of(words)
        for product in sorted(products or {Product.OTHER})
        for remark in label_remarks(kind, product, draft.on)
    }
    return tuple(found)


RULE = Rule(
    code="L51",
    title=Text(
        nl="Een gevraagd keurmerk is nu te krijgen voor dit product",
        en="A label that is asked can be obtained now for this product",
    ),
    severities=frozenset({Severity.MOTIVATE}),
    checked_by=frozenset({CheckedBy.DATA, CheckedBy.TEXT}),
    basis=(cite("aw2012:2.78a(1)"), cite("energy-star-eu"), cite("dec2016-1371:1"), cite("dec2020-1804:4")),
    wrong=Text(
        nl="De stukken vragen een keurmerk dat op deze dag voor dit product niet meer of misschien niet te "
        "krijgen is.",
        en="The documents ask a label that can no longer, or perhaps not, be obtained for this product on "
        "this day.",
    ),
    why=Text(
        nl="Een keurmerk mag alleen worden geëist als iedereen het kan krijgen. Programma's eindigen. "
        "ENERGY STAR heeft "
        "sinds 2018 geen Europees programma meer.",
        en="A label may only be required if everyone can obtain it. Programmes end. ENERGY STAR has had no "
        "European "
        "programme since 2018.",
    ),
    instead=Text(
        nl="Noem een keurmerk dat loopt, met ‘of gelijkwaardig’, of vraag een meetwaarde.",
        en="Name a label that runs, with ‘or equivalent’, or ask a measured value.",
    ),
    bad=Text(nl="De laptop heeft ENERGY STAR.", en="The laptop has ENERGY STAR."),
    good=Text(
        nl="De laptop verbruikt hooguit 30 kWh per jaar; ENERGY STAR of gelijkwaardig is bewijs.",
        en="The laptop uses at most 30 kWh a year; ENERGY STAR or equivalent is proof.",
    ),
    doubt=Text(
        nl="Of de EU-milieukeur voor computers nog te krijgen is, is niet vastgesteld. Laat een jurist dat "
        "nagaan.",
        en="Whether the EU Ecolabel for computers can still be obtained was not established. Let a lawyer "
        "check.",
    ),
    review_by=date(2027, 1, 1),
    check=_check,
)
