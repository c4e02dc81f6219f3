"""L10: a norm is named together with "of gelijkwaardig"."""

import re
from collections.abc import Iterator
from datetime import date

from procurement.citations import cite
from procurement.language import Text
from tenders.lint.draft import Draft
from tenders.lint.draft.passage import DEMANDS
from tenders.lint.finding import Finding, Fix, Rewrite
from tenders.lint.rule import Rule
from tenders.lint.severity import CheckedBy, Severity
from tenders.lint.vocabulary.equivalence import accepts_equivalents, denies_equivalents, with_equivalents
from tenders.lint.vocabulary.norms import NORM, accepts_other_norms, demanded_norm
from tenders.lint.wordings import Wording, wordings

_MISSING = Text(
    nl="De norm ‘{words}’ staat er zonder ‘of gelijkwaardig’.",
    en="The norm ‘{words}’ stands there without ‘or equivalent’.",
)
_DENIED = Text(
    nl="Schrap dat iets gelijkwaardigs niet mag, en schrijf ‘of gelijkwaardig’ achter de norm.",
    en="Strike that nothing equivalent is accepted, and write ‘or equivalent’ after the norm.",
)


def _norm_alone(line: str) -> re.Match[str] | None:
    return None if accepts_equivalents(line) else demanded_norm(line)


def _check(draft: Draft) -> Iterator[Finding]:
    for wording in wordings(draft, DEMANDS, _norm_alone, capitals=True):
        if accepts_other_norms(wording.passage.text):
            continue
        yield wording.finding(Severity.BLOCKING, _MISSING, _way_out(wording))


def _way_out(wording: Wording) -> Fix:
    if denies_equivalents(wording.plain):
        return wording.go(_DENIED)
    return Rewrite(wording.sentence, with_equivalents(wording.line, NORM))


RULE = Rule(
    code="L10",
    title=Text(
        nl="Een norm staat er samen met ‘of gelijkwaardig’",
        en="A norm is named together with ‘or equivalent’",
    ),
    severities=frozenset({Severity.BLOCKING}),
    checked_by=frozenset({CheckedBy.TEXT}),
    basis=(cite("aw2012:2.76(2)"), cite("dir2014-24:42(3)")),
    wrong=Text(
        nl="Een tekst noemt een norm (ISO, EN, NEN, IEC) zonder gelijkwaardige normen toe te laten.",
        en="A text names a norm (ISO, EN, NEN, IEC) without allowing equivalent norms.",
    ),
    why=Text(
        nl="Wie een norm noemt in een specificatie, zet daar de woorden ‘of gelijkwaardig’ bij. Een "
        "inschrijver mag met een ander middel aantonen dat zijn product voldoet.",
        en="Whoever names a norm in a specification adds the words ‘or equivalent’. A bidder may "
        "show by other means that its product complies.",
    ),
    instead=Text(
        nl="Schrijf ‘of gelijkwaardig’ direct achter de norm, in dezelfde zin.",
        en="Write ‘or equivalent’ directly after the norm, in the same sentence.",
    ),
    bad=Text(
        nl="Het energieverbruik is gemeten volgens IEC 62623.",
        en="Energy use is measured according to IEC 62623.",
    ),
    good=Text(
        nl="Het energieverbruik is gemeten volgens IEC 62623 of gelijkwaardig.",
        en="Energy use is measured according to IEC 62623 or equivalent.",
    ),
    ours=Text(
        nl="De wet vraagt de woorden bij een technische specificatie. Dat zij in dezelfde zin staan, of "
        "dat een zin in dezelfde tekst alle gelijkwaardige normen aanvaardt, en dat ook in criteria en "
        "voorwaarden, is een regel van dit programma.",
        en="The act asks for the words in a technical specification. That they stand in the same "
        "sentence, or that a sentence of the same text accepts all equivalent norms, and that in criteria "
        "and conditions as well, is a rule of this product.",
    ),
    review_by=date(2027, 1, 1),
    check=_check,
)
