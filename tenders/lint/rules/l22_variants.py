"""L22: variants are announced, have minimum demands and can be judged by the same criteria."""

from collections.abc import Iterator
from datetime import date

from procurement.citations import cite
from procurement.language import Text
from tenders.lint.answers import Wanted, against, missing, wrong
from tenders.lint.asking import unanswered
from tenders.lint.draft import Draft
from tenders.lint.finding import Finding
from tenders.lint.rule import Rule
from tenders.lint.severity import CheckedBy, Severity

_SAY = Text(
    nl="Beantwoord deze vraag in de stukken, of sta geen varianten toe.",
    en="Answer this in the documents, or allow no variants.",
)
_WANTED = (
    Wanted(
        "regular_bid_needed",
        True,
        Text(
            nl="De stukken zeggen niet of er ook een gewone inschrijving moet zijn.",
            en="The documents do not say whether a regular bid is needed too.",
        ),
        _SAY,
    ),
    Wanted(
        "criteria_fit_both",
        True,
        Text(
            nl="De criteria passen niet op varianten en op gewone inschrijvingen.",
            en="The criteria do not fit both variants and regular bids.",
        ),
        _SAY,
    ),
    Wanted(
        "linked",
        True,
        Text(
            nl="De varianten horen niet bij het voorwerp van de opdracht.",
            en="The variants are not linked to the subject-matter.",
        ),
        _SAY,
    ),
)
_NOTICE = Text(
    nl="De aankondiging zegt over varianten iets anders dan de stukken.",
    en="The notice says something else about variants than the documents.",
)
_SAME = Text(
    nl="Maak de aankondiging en de stukken gelijk.",
    en="Make the notice and the documents the same.",
)


def _check(draft: Draft) -> Iterator[Finding]:
    variants, notice, place = draft.legal.award.variants, draft.legal.notice, "legal.award.variants"
    yield from missing(notice, "legal.notice", "variants")
    if variants is None or variants.allowed is None:
        yield unanswered(f"{place}.allowed")
        return
    if notice.variants is not None and notice.variants is not variants.allowed:
        yield wrong("legal.notice.variants", _NOTICE, _SAME)
    if variants.allowed:
        yield from missing(variants, place, "minimum_demands", "how_submitted")
        yield from against(variants, place, _WANTED)


RULE = Rule(
    code="L22",
    title=Text(
        nl="Varianten zijn aangekondigd en hebben minimumeisen",
        en="Variants are announced and have minimum demands",
    ),
    severities=frozenset({Severity.BLOCKING}),
    checked_by=frozenset({CheckedBy.DATA}),
    basis=(
        cite("aw2012:2.83(2)"),
        cite("aw2012:2.83(3)"),
        cite("aw2012:2.83(4)"),
        cite("aw2012:2.83(5)"),
    ),
    wrong=Text(
        nl="Varianten mogen, maar de aankondiging of de stukken zeggen niet hoe; of de aankondiging "
        "zegt iets anders dan u wilt.",
        en="Variants are allowed, but the notice or the documents do not say how; or the notice says "
        "something else than you want.",
    ),
    why=Text(
        nl="Een variant is een andere oplossing dan u vroeg. Zij mag alleen als de aankondiging dat "
        "zegt, en iedereen dezelfde minimumeisen en dezelfde criteria kent.",
        en="A variant is another solution than you asked. It is allowed only when the notice says so, "
        "and everybody knows the same minimum demands and criteria.",
    ),
    instead=Text(
        nl="Zeg in de aankondiging of varianten mogen. Zo ja, geef minimumeisen, de wijze van indienen, "
        "en of er een gewone inschrijving bij moet.",
        en="Say in the notice whether variants are allowed. If so, give minimum demands, how to submit, "
        "and whether a regular bid must come with it.",
    ),
    bad=Text(
        nl="Goede ideeën zijn altijd welkom.",
        en="Good ideas are always welcome.",
    ),
    good=Text(
        nl="Een variant met refurbished laptops mag, naast een gewone inschrijving, als elke laptop aan "
        "E1 tot en met E7 voldoet.",
        en="A variant with refurbished laptops is allowed beside a regular bid, if each laptop meets E1 "
        "to E7.",
    ),
    review_by=date(2027, 1, 1),
    check=_check,
)
