"""L09: a label that also asks things outside the subject-matter is not required as such."""

from collections.abc import Iterator
from datetime import date

from procurement.citations import cite
from procurement.language import Text
from tenders.lint.answers import missing, wrong
from tenders.lint.draft import Draft
from tenders.lint.draft.proof import BeyondSubject
from tenders.lint.finding import Finding
from tenders.lint.rule import Rule
from tenders.lint.severity import CheckedBy, Severity

_BEYOND = Text(
    nl="Het keurmerk {name} stelt ook eisen die niets met de opdracht te maken hebben.",
    en="The label {name} also sets demands that have nothing to do with the contract.",
)
_COPY = Text(
    nl="Eis het keurmerk niet als geheel. Neem de specificaties over die bij de opdracht passen en verwijs "
    "naar de "
    "vindplaats.",
    en="Do not require the label as a whole. Copy the specifications that fit the contract and refer to "
    "where they "
    "are found.",
)


def _check(draft: Draft) -> Iterator[Finding]:
    for index, label in enumerate(draft.legal.proof.labels):
        if label.required is False:
            continue
        place = f"legal.proof.labels[{index}]"
        yield from missing(label, place, "beyond_subject", severity=Severity.MOTIVATE)
        if label.beyond_subject is BeyondSubject.YES:
            name = label.name or "?"
            yield wrong(f"{place}.beyond_subject", _BEYOND.format(name=name), _COPY, quote=name)


RULE = Rule(
    code="L09",
    title=Text(
        nl="Een keurmerk met vreemde eisen wordt niet als geheel geëist",
        en="A label with alien demands is not required as a whole",
    ),
    severities=frozenset({Severity.BLOCKING, Severity.MOTIVATE}),
    checked_by=frozenset({CheckedBy.PERSON}),
    basis=(cite("aw2012:2.78a(5)"), cite("dir2014-24:43(2)"), cite("c-368-10")),
    wrong=Text(
        nl="Een geëist keurmerk vraagt ook dingen die niet over de opdracht gaan, of niemand heeft dat "
        "nagegaan.",
        en="A required label also asks things that are not about the contract, or nobody checked.",
    ),
    why=Text(
        nl="Sommige keurmerken gaan ook over het beleid van de fabrikant. Dan eist u meer dan de opdracht "
        "nodig heeft. "
        "De wet laat u de passende specificaties van het keurmerk overnemen, niet het keurmerk als geheel.",
        en="Some labels are also about the maker's policy. Then you ask more than the contract needs. The "
        "act lets you "
        "copy the fitting specifications of the label, not the label as a whole.",
    ),
    instead=Text(
        nl="Neem de eisen over die bij de opdracht passen. Het keurmerk is dan één manier om ze te bewijzen.",
        en="Copy the demands that fit the contract. The label is then one way to prove them.",
    ),
    bad=Text(
        nl="De laptops dragen een keurmerk dat ook het hele wagenpark van de fabrikant beoordeelt.",
        en="The laptops carry a label that also rates the whole car fleet of the maker.",
    ),
    good=Text(
        nl="De accu houdt na 500 cycli ten minste 80% van zijn capaciteit; een keurmerk dat dit toetst, is "
        "bewijs.",
        en="After 500 cycles the battery keeps at least 80% of its capacity; a label that tests this is "
        "proof.",
    ),
    review_by=date(2027, 1, 1),
    check=_check,
)
