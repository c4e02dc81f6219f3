"""L07: a label that is required as proof meets the five conditions of art. 2.78a lid 1 Aw.

A person ticks the conditions. The texts only tell which labels a person must still say something about.
"""

from collections.abc import Iterator
from datetime import date

from procurement.citations import cite
from procurement.language import Text
from tenders.lint.answers import Wanted, against, missing, wrong
from tenders.lint.draft import Draft
from tenders.lint.draft.passage import DEMANDS
from tenders.lint.draft.proof import Label
from tenders.lint.finding import Finding
from tenders.lint.rule import Rule
from tenders.lint.severity import CheckedBy, Severity
from tenders.lint.vocabulary.labels import demanded_label, names_of
from tenders.lint.wordings import wordings

_OTHERWISE = Text(
    nl="Het keurmerk voldoet niet aan voorwaarde {letter} van de wet.",
    en="The label does not meet condition {letter} of the act.",
)
_ADVICE = Text(
    nl="Eis dit keurmerk niet. Neem de eisen die bij de opdracht passen zelf in de tekst op.",
    en="Do not require this label. Write the requirements that fit the contract into the text yourself.",
)
_CONDITIONS = tuple(
    Wanted(field, True, _OTHERWISE.format(letter=letter), _ADVICE)
    for letter, field in zip(
        "abcde", ("linked", "objective", "open_process", "accessible", "third_party"), strict=True
    )
)
_NOT_LISTED = Text(
    nl="Het keurmerk {name} staat in de tekst, maar de vijf voorwaarden zijn er niet voor nagegaan.",
    en="The label {name} stands in the text, but the five conditions were not checked for it.",
)
_LIST = Text(
    nl="Voeg het keurmerk toe bij de juridische vragen over bewijs en beantwoord a tot en met e.",
    en="Add the label to the legal questions about proof and answer a to e.",
)


def _check(draft: Draft) -> Iterator[Finding]:
    for index, label in enumerate(draft.legal.proof.labels):
        place = f"legal.proof.labels[{index}]"
        yield from missing(label, place, "name", "used_in", "required")
        if label.required is not False:
            yield from against(label, place, _CONDITIONS)
    yield from _forgotten(draft)


def _forgotten(draft: Draft) -> Iterator[Finding]:
    listed = frozenset(name for label in draft.legal.proof.labels for name in _names(label))
    for name in sorted(_named(draft) - listed):
        yield wrong("legal.proof.labels", _NOT_LISTED.format(name=name), _LIST, quote=name)


def _names(label: Label) -> frozenset[str]:
    return names_of(label.name)


def _named(draft: Draft) -> frozenset[str]:
    """Every label that a text asks by name."""
    return frozenset(
        name for wording in wordings(draft, DEMANDS, demanded_label) for name in names_of(wording.plain)
    )


RULE = Rule(
    code="L07",
    title=Text(
        nl="Een keurmerk dat u eist, voldoet aan vijf voorwaarden",
        en="A label that you require meets five conditions",
    ),
    severities=frozenset({Severity.BLOCKING}),
    checked_by=frozenset({CheckedBy.PERSON}),
    basis=(cite("aw2012:2.78a(1)"), cite("dir2014-24:43(1)")),
    wrong=Text(
        nl="Een keurmerk wordt geëist zonder dat is nagegaan of dat mag.",
        en="A label is required without a check that this is allowed.",
    ),
    why=Text(
        nl="U mag een keurmerk als bewijs eisen als het (a) alleen gaat over wat u koopt, (b) objectief te "
        "controleren is "
        "en niet discrimineert, (c) open tot stand kwam, (d) voor iedereen te krijgen is, en (e) zijn "
        "eisen door een "
        "onafhankelijke derde krijgt.",
        en="You may require a label as proof if it (a) is only about what you buy, (b) is objectively "
        "verifiable and not "
        "discriminatory, (c) came about openly, (d) is within everyone's reach, and (e) has its demands "
        "set by an "
        "independent third party.",
    ),
    instead=Text(
        nl="Ga de vijf voorwaarden na, of beschrijf de eigenschap zelf en gebruik het keurmerk als één "
        "vorm van bewijs.",
        en="Check the five conditions, or describe the characteristic yourself and use the label as one "
        "form of proof.",
    ),
    bad=Text(
        nl="Alle beeldschermen dragen keurmerk X; niemand keek wat X vraagt.",
        en="All displays carry label X; nobody looked at what X asks.",
    ),
    good=Text(
        nl="De inkoper kruiste a tot en met e aan en legde vast waar de keurmerkeisen staan.",
        en="The buyer ticked a to e and recorded where the demands of the label are found.",
    ),
    review_by=date(2027, 1, 1),
    check=_check,
)
