"""L26: exclusion grounds fit the contract, look back no further than allowed, and offer a way back."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from procurement.citations import cite
from procurement.language import Text
from procurement.numbers import plain
from tenders.lint.answers import Wanted, against, missing, wrong
from tenders.lint.draft import Draft
from tenders.lint.draft.bidders import Exclusion, Ground
from tenders.lint.finding import Finding
from tenders.lint.rule import Rule
from tenders.lint.severity import CheckedBy, Severity
from tenders.lint.shown import number

_PLACE = "legal.bidders.exclusion"
_CONVICTIONS, _OPTIONAL = Decimal(5), Decimal(3)  # years, art. 2.86 lid 7 and 2.87 lid 2 Aw
_LIMITED = frozenset(set(Ground) - {Ground.B, Ground.E, Ground.F})

_WANTED = (
    Wanted(
        "mandatory",
        True,
        Text(
            nl="De verplichte uitsluitingsgronden staan niet in de stukken.",
            en="The mandatory exclusion grounds are not in the documents.",
        ),
        Text(
            nl="Neem de verplichte gronden op in het UEA.",
            en="Include the mandatory grounds in the ESPD.",
        ),
    ),
    Wanted(
        "self_cleaning",
        True,
        Text(
            nl="Een inschrijver kan niet laten zien dat hij weer betrouwbaar is.",
            en="A bidder cannot show that it is reliable again.",
        ),
        Text(
            nl="Zet in de stukken hoe een inschrijver zijn maatregelen aantoont.",
            en="Put in the documents how a bidder shows its measures.",
        ),
    ),
    Wanted(
        "waiver",
        True,
        Text(
            nl="De stukken zeggen niet wanneer u van uitsluiting afziet.",
            en="The documents do not say when you waive exclusion.",
        ),
        Text(
            nl="Noem de gevallen van art. 2.86a en 2.88.",
            en="Name the cases of art. 2.86a and 2.88.",
        ),
        Severity.ADVICE,
    ),
)
_ALL = Text(
    nl="Alle facultatieve gronden gelden. Dat past zelden bij één opdracht.",
    en="All optional grounds hold. That seldom fits one contract.",
)
_FEWER = Text(
    nl="Kies de gronden die bij deze opdracht passen.",
    en="Choose the grounds that fit this contract.",
)
_NO_PERIOD = Text(
    nl="Bij grond {ground} staat niet hoever u terugkijkt.",
    en="For ground {ground} it does not say how far you look back.",
)
_TOO_FAR = Text(
    nl="{years} jaar terug is te ver; het is hooguit {most} jaar.",
    en="{years} years back is too far; it is {most} years at most.",
)
_SHORTEN = Text(
    nl="Kort de terugkijktermijn in.",
    en="Shorten the period.",
)
_STATE = Text(
    nl="Vul de terugkijktermijn in, hooguit drie jaar.",
    en="Fill in the period, three years at most.",
)


def _check(draft: Draft) -> Iterator[Finding]:
    exclusion = draft.legal.bidders.exclusion
    yield from against(exclusion, _PLACE, _WANTED)
    yield from missing(exclusion, _PLACE, "conviction_years")
    yield from _too_far(exclusion.conviction_years, _CONVICTIONS, f"{_PLACE}.conviction_years")
    if exclusion.optional:
        yield from missing(exclusion, _PLACE, "optional_reason", severity=Severity.MOTIVATE)
    if set(exclusion.optional) >= set(Ground):
        yield wrong(f"{_PLACE}.optional", _ALL, _FEWER, severity=Severity.MOTIVATE)
    yield from _periods(exclusion)


def _periods(exclusion: Exclusion) -> Iterator[Finding]:
    stated = {each.ground for each in exclusion.look_back if each.years is not None}
    for ground in exclusion.optional:
        if ground in _LIMITED - stated:
            message = _NO_PERIOD.format(ground=ground.value)
            yield wrong(f"{_PLACE}.look_back", message, _STATE, quote=ground.value)
    for index, each in enumerate(exclusion.look_back):
        if each.ground in _LIMITED:
            yield from _too_far(each.years, _OPTIONAL, f"{_PLACE}.look_back[{index}].years")


def _too_far(years: Decimal | None, most: Decimal, place: str) -> Iterator[Finding]:
    if years is not None and years > most:
        message = _TOO_FAR.format(years=number(years), most=number(most))
        yield wrong(place, message, _SHORTEN, quote=plain(years))


RULE = Rule(
    code="L26",
    title=Text(
        nl="Uitsluitingsgronden passen en kijken niet te ver terug",
        en="Exclusion grounds fit and do not look back too far",
    ),
    severities=frozenset({Severity.BLOCKING, Severity.MOTIVATE, Severity.ADVICE}),
    checked_by=frozenset({CheckedBy.DATA}),
    basis=(
        cite("aw2012:2.86"),
        cite("aw2012:2.86(7)"),
        cite("aw2012:2.86a"),
        cite("aw2012:2.87"),
        cite("aw2012:2.87(2)"),
        cite("aw2012:2.87a"),
        cite("aw2012:2.88"),
        cite("aw2012:1.10(1)"),
        cite("dir2014-24:57(6)"),
        cite("dir2014-24:57(7)"),
    ),
    wrong=Text(
        nl="Verplichte gronden ontbreken, facultatieve gronden zijn alle aangevinkt, of een grond kijkt "
        "te ver terug.",
        en="Mandatory grounds are missing, optional grounds are all ticked, or a ground looks back too far.",
    ),
    why=Text(
        nl="Verplichte gronden gelden altijd. Een facultatieve grond moet passen bij de opdracht. "
        "Veroordelingen tellen vijf jaar terug, de facultatieve gronden a, c, d, g, h, i en j drie "
        "jaar. Een inschrijver mag laten zien dat hij weer betrouwbaar is. Bij belastingschuld (2.86 "
        "lid 4) kan dat niet, maar betalen of een regeling treffen wel.",
        en="Mandatory grounds always hold. An optional ground must fit the contract. Convictions count "
        "back five years, the optional grounds a, c, d, g, h, i and j three years. A bidder may show "
        "that it is reliable again. For tax debts (2.86(4)) it cannot, but it may pay or agree an "
        "arrangement.",
    ),
    instead=Text(
        nl="Kies alleen de gronden die bij de opdracht passen, met hun termijn en de weg terug.",
        en="Choose only the grounds that fit the contract, with their period and the way back.",
    ),
    bad=Text(
        nl="Alle facultatieve gronden zijn van toepassing.",
        en="All optional grounds apply.",
    ),
    good=Text(
        nl="Van de facultatieve gronden gelden a, c en j, elk drie jaar terug, omdat zij de levering en "
        "de betaling raken.",
        en="Of the optional grounds a, c and j hold, each three years back, because they touch delivery "
        "and payment.",
    ),
    review_by=date(2027, 1, 1),
    check=_check,
)
