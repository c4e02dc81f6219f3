"""L34: where only part of a label is needed, the documents list which demands hold."""

from collections.abc import Iterator
from datetime import date

from procurement.citations import cite
from procurement.language import Text
from tenders.lint.answers import missing, wrong
from tenders.lint.draft import Draft
from tenders.lint.finding import Finding
from tenders.lint.rule import Rule
from tenders.lint.severity import CheckedBy, Severity

_UNLISTED = Text(
    nl="Van het keurmerk {name} geldt maar een deel, en de stukken zeggen niet welk deel.",
    en="Only part of the label {name} holds, and the documents do not say which part.",
)
_NAME_THEM = Text(
    nl="Noem de keurmerkeisen die gelden, met hun nummer.",
    en="Name the demands of the label that hold, with their number.",
)


def _check(draft: Draft) -> Iterator[Finding]:
    for index, label in enumerate(draft.legal.proof.labels):
        place = f"legal.proof.labels[{index}]"
        yield from missing(label, place, "in_part")
        if label.in_part and not any(demand.strip() for demand in label.demands):
            name = label.name or "?"
            yield wrong(f"{place}.demands", _UNLISTED.format(name=name), _NAME_THEM)


RULE = Rule(
    code="L34",
    title=Text(
        nl="Geldt maar een deel van een keurmerk, dan staat er welk deel",
        en="Where only part of a label holds, the text says which part",
    ),
    severities=frozenset({Severity.BLOCKING}),
    checked_by=frozenset({CheckedBy.DATA}),
    basis=(cite("aw2012:2.78a(2)"), cite("dir2014-24:43(1)")),
    wrong=Text(
        nl="De stukken vragen een deel van de eisen van een keurmerk en noemen dat deel niet.",
        en="The documents ask part of the demands of a label and do not name that part.",
    ),
    why=Text(
        nl="Een inschrijver moet weten waaraan zijn product voldoet. Hoeft hij niet alle keurmerkeisen te "
        "halen, dan zegt "
        "u welke wel.",
        en="A bidder must know what its product has to meet. If not all demands of the label count, you "
        "say which do.",
    ),
    instead=Text(
        nl="Zet de keurmerkeisen die gelden in een lijst bij de eis.",
        en="Put the demands of the label that hold in a list with the requirement.",
    ),
    bad=Text(
        nl="De schermen voldoen aan de belangrijkste eisen van het keurmerk.",
        en="The displays meet the main demands of the label.",
    ),
    good=Text(
        nl="Van het keurmerk gelden eis 3.1 (energie) en eis 5.2 (reparatie).",
        en="Of the label, demands 3.1 (energy) and 5.2 (repair) hold.",
    ),
    review_by=date(2027, 1, 1),
    check=_check,
)
