"""L11: a brand, make, type or patent is named only with a recorded ground, and with "of gelijkwaardig"."""

from collections.abc import Iterator
from datetime import date

from procurement.citations import cite
from procurement.language import Text
from tenders.lint.answers import missing
from tenders.lint.draft import Draft
from tenders.lint.draft.award import NamedProduct, NameGround
from tenders.lint.draft.passage import DEMANDS
from tenders.lint.finding import Finding, Fix, GoTo, Rewrite, Screen
from tenders.lint.rule import Rule
from tenders.lint.severity import CheckedBy, Severity
from tenders.lint.vocabulary.brands import BRAND, demanded_brand
from tenders.lint.vocabulary.equivalence import accepts_equivalents, denies_equivalents, with_equivalents
from tenders.lint.wordings import Wording, wordings

_NAMED = Text(
    nl="‘{words}’ is een merk, type of octrooi. Dat sluit andere producten uit.",
    en="‘{words}’ is a brand, type or patent. That shuts other products out.",
)
_DESCRIBE = Text(
    nl="Beschrijf wat het product moet kunnen, bijvoorbeeld geheugen, snelheid of een aansluiting. Kan dat "
    "niet, schrijf "
    "dan ‘of gelijkwaardig’ en leg bij de juridische vragen over merken vast waarom.",
    en="Describe what the product must do, for instance memory, speed or a port. If that is impossible, "
    "write ‘or "
    "equivalent’ and record why among the legal questions about brands.",
)
_NO_GROUND = Text(
    nl="Bij ‘{words}’ staat ‘of gelijkwaardig’, maar niemand legde vast waarom een beschrijving niet kan.",
    en="‘{words}’ comes with ‘or equivalent’, but nobody recorded why a description is impossible.",
)
_RECORD = Text(
    nl="Beschrijf liever wat nodig is. Kan dat niet, voeg de naam dan toe bij de juridische vragen over "
    "merken, met de "
    "reden.",
    en="Rather describe what is needed. If that is impossible, add the name to the legal questions about "
    "brands, with "
    "the reason.",
)
_WITHOUT_WORDS = Text(
    nl="‘{words}’ staat er zonder ‘of gelijkwaardig’.", en="‘{words}’ stands there without ‘or equivalent’."
)


def _check(draft: Draft) -> Iterator[Finding]:
    for index, product in enumerate(draft.legal.award.named_products):
        yield from missing(product, f"legal.award.named_products[{index}]", "name", "ground", "reason")
    for wording in wordings(draft, DEMANDS, demanded_brand, capitals=True):
        finding = _judged(wording, _ground(draft, wording), accepts_equivalents(wording.plain))
        if finding:
            yield finding


def _judged(wording: Wording, ground: NameGround | None, has_words: bool) -> Finding | None:
    if ground and has_words:
        return None
    if ground is NameGround.NO_DESCRIPTION:
        return wording.finding(Severity.BLOCKING, _WITHOUT_WORDS, _put_in(wording))
    if ground:
        return wording.finding(Severity.MOTIVATE, _WITHOUT_WORDS, _put_in(wording))
    if has_words:
        return wording.finding(Severity.ADVICE, _NO_GROUND, GoTo(Screen.LEGAL_QUESTIONS, _RECORD))
    return wording.finding(Severity.BLOCKING, _NAMED, wording.go(_DESCRIBE))


def _ground(draft: Draft, wording: Wording) -> NameGround | None:
    """The ground recorded for this name, with a reason."""
    return next(
        (
            product.ground
            for product in draft.legal.award.named_products
            if product.reason.strip() and _is_about(product, wording)
        ),
        None,
    )


def _is_about(product: NamedProduct, wording: Wording) -> bool:
    """ "Intel Core i5" in the answers is about "Intel", and "Windows" is about "Windows 11"."""
    name, found = product.name.strip().lower(), wording.words.lower()
    return bool(name) and (found in name or name in wording.line.lower())


def _put_in(wording: Wording) -> Fix:
    if denies_equivalents(wording.plain):
        return wording.go(_DESCRIBE)
    return Rewrite(wording.sentence, with_equivalents(wording.line, BRAND))


RULE = Rule(
    code="L11",
    title=Text(
        nl="Een merk, type of octrooi staat er alleen met een reden",
        en="A brand, type or patent is named only with a reason",
    ),
    severities=frozenset({Severity.BLOCKING, Severity.MOTIVATE, Severity.ADVICE}),
    checked_by=frozenset({CheckedBy.TEXT, CheckedBy.PERSON}),
    basis=(cite("aw2012:2.76(3)"), cite("aw2012:2.76(4)"), cite("dir2014-24:42(4)")),
    wrong=Text(
        nl="Een tekst noemt een merk, fabrikant, type of octrooi zonder dat is vastgelegd waarom dat mag.",
        en="A text names a brand, make, type or patent while nobody recorded why that is allowed.",
    ),
    why=Text(
        nl="Een merknaam bevoordeelt één fabrikant. Het mag in twee gevallen: de opdracht zelf "
        "rechtvaardigt het, of een "
        "nauwkeurige beschrijving is niet mogelijk en ‘of gelijkwaardig’ staat erbij.",
        en="A brand name favours one maker. It is allowed in two cases: the contract itself justifies it, "
        "or a precise "
        "description is impossible and ‘or equivalent’ stands with it.",
    ),
    instead=Text(
        nl="Beschrijf wat het product moet kunnen. Moet de naam blijven, leg dan de reden vast en schrijf "
        "‘of "
        "gelijkwaardig’.",
        en="Describe what the product must do. If the name must stay, record the reason and write ‘or "
        "equivalent’.",
    ),
    bad=Text(
        nl="De laptop heeft een Intel Core i5-processor.", en="The laptop has an Intel Core i5 processor."
    ),
    good=Text(
        nl="De processor haalt in de genoemde test ten minste 12.000 punten.",
        en="The processor scores at least 12,000 points in the test named.",
    ),
    ours=Text(
        nl="Wij vragen ‘of gelijkwaardig’ ook als de opdracht de naam rechtvaardigt; zonder die woorden "
        "geeft een jurist "
        "de reden.",
        en="We ask for ‘or equivalent’ also where the contract justifies the name; without those words a "
        "lawyer gives "
        "the reason.",
    ),
    doubt=Text(
        nl="De lijst met namen is niet volledig. Een naam die erop ontbreekt, valt hier niet op.",
        en="The list of names is not complete. A name that is missing from it goes unnoticed here.",
    ),
    review_by=date(2027, 1, 1),
    check=_check,
)
