"""Published rules in words, for the page and for the annex."""

from collections.abc import Sequence
from decimal import Decimal

from procurement.language import Text
from procurement.numbers import in_both, plain
from tenders.scorecard.model import EvidenceKind, Grade, PartRule

KIND_NAMES: dict[EvidenceKind, Text] = {
    EvidenceKind.ISO_14001: Text(nl="ISO 14001-certificaat", en="ISO 14001 certificate"),
    EvidenceKind.EMAS: Text(nl="EMAS-registratie", en="EMAS registration"),
    EvidenceKind.EQUIVALENT_MEASURES: Text(
        nl="gelijkwaardige milieumaatregelen", en="equivalent environmental measures"
    ),
    EvidenceKind.ENERGY_STAR: Text(nl="ENERGY STAR", en="ENERGY STAR"),
    EvidenceKind.TCO_CERTIFIED: Text(nl="TCO Certified", en="TCO Certified"),
    EvidenceKind.EPEAT: Text(nl="EPEAT", en="EPEAT"),
    EvidenceKind.EU_ECOLABEL: Text(nl="EU-milieukeur", en="EU Ecolabel"),
    EvidenceKind.BLAUER_ENGEL: Text(nl="Blauer Engel", en="Blauer Engel"),
    EvidenceKind.TEST_REPORT: Text(nl="testverslag", en="test report"),
    EvidenceKind.PRODUCT_FOOTPRINT: Text(nl="CO2-voetafdruk van het product", en="product carbon footprint"),
    EvidenceKind.REFURBISHED_SHARE: Text(nl="aandeel gereviseerd", en="refurbished share"),
    EvidenceKind.TAKE_BACK: Text(nl="terugname- en hergebruikgarantie", en="take-back and reuse guarantee"),
    EvidenceKind.SPARE_PARTS: Text(nl="garantie op reserveonderdelen", en="guarantee of spare parts"),
    EvidenceKind.SECOND_LIFE: Text(
        nl="dienstmodel met gegarandeerd tweede leven", en="service model with guaranteed second life"
    ),
    EvidenceKind.DECLARATION: Text(
        nl="verklaring van gelijkwaardigheid, door de koper vastgesteld",
        en="declaration of equivalence, established by the buyer",
    ),
}
_KIND = Text(nl="{kind}: {share}%", en="{kind}: {share}%")
_LEVEL = Text(nl="vanaf {level} {unit}: {share}%", en="from {level} {unit}: {share}%")
_KIND_DECIDES = Text(nl="geen: het soort bewijs beslist", en="none: the kind of evidence decides")


def accepted_words(rule: PartRule) -> Text:
    """Which evidence counts, and for which share of the points."""
    return _listed(
        [_KIND.format(kind=KIND_NAMES[each.kind], share=_percent(each.share)) for each in rule.accepted]
    )


def level_words(rule: PartRule) -> Text:
    return _listed([_level(grade, rule) for grade in rule.grades]) if rule.grades else _KIND_DECIDES


def _level(grade: Grade, rule: PartRule) -> Text:
    unit = rule.unit or Text(nl="-", en="-")
    return _LEVEL.format(level=in_both(grade.at_least), unit=unit, share=_percent(grade.share))


def _percent(share: Decimal) -> Text:
    return in_both(Decimal(plain(share * 100)))


def _listed(texts: Sequence[Text]) -> Text:
    return Text(nl="; ".join(text.nl for text in texts), en="; ".join(text.en for text in texts))
