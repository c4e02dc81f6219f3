"""L06: what belongs to suitability is no award criterion; quality of staff only where it matters."""

from collections.abc import Iterator
from datetime import date

from procurement.citations import cite
from procurement.language import Text
from tenders.lint.answers import missing, wrong
from tenders.lint.draft import Draft, PassageKind
from tenders.lint.draft.award import CriterionAbout, CriterionNote
from tenders.lint.draft.bidders import SuitabilityKind
from tenders.lint.finding import Finding, GoTo, Screen
from tenders.lint.rule import Rule
from tenders.lint.severity import CheckedBy, Severity
from tenders.lint.vocabulary.selection import selection_topic
from tenders.lint.wordings import wordings

_OF_AWARD = frozenset({PassageKind.AWARD_CRITERION, PassageKind.LEVEL})
_TOPIC = Text(
    nl="‘{words}’ gaat over de geschiktheid van de inschrijver. Dat is geen gunningscriterium.",
    en="‘{words}’ is about the suitability of the bidder. That is no award criterion.",
)
_MOVE = Text(
    nl="Verplaats dit naar de geschiktheidseisen. Vraag bij de gunning hoe de inschrijver deze opdracht "
    "uitvoert. Wilt u "
    "het hier houden, dan legt een jurist de reden vast.",
    en="Move this to suitability. At award, ask how the bidder will perform this contract. If you want to "
    "keep it here, "
    "a lawyer records the reason.",
)
_TWICE = Text(
    nl="Dezelfde kwalificatie (‘{subject}’) is geschiktheidseis en gunningscriterium.",
    en="The same qualification (‘{subject}’) is a suitability requirement and an award criterion.",
)
_ONCE = Text(
    nl="Gebruik de kwalificatie op één plek: als geschiktheidseis of als gunningscriterium.",
    en="Use the qualification in one place: as suitability requirement or as award criterion.",
)


def _check(draft: Draft) -> Iterator[Finding]:
    for wording in wordings(draft, _OF_AWARD, selection_topic):
        yield wording.finding(Severity.MOTIVATE, _TOPIC, GoTo(Screen.SUITABILITY, _MOVE))
    asked = {
        _same(requirement.subject)
        for requirement in draft.legal.bidders.suitability
        if requirement.kind is SuitabilityKind.QUALIFICATION
    }
    for index, note in enumerate(draft.legal.award.notes):
        yield from _note(note, f"legal.award.notes[{index}]", asked)


def _note(note: CriterionNote, place: str, asked: set[str]) -> Iterator[Finding]:
    if note.about is CriterionAbout.STAFF:
        yield from missing(note, place, "staff_matters", severity=Severity.MOTIVATE)
    if note.about is CriterionAbout.QUALIFICATION:
        yield from missing(note, place, "subject")
        if note.subject.strip() and _same(note.subject) in asked:
            yield wrong(f"{place}.subject", _TWICE.format(subject=note.subject), _ONCE, quote=note.subject)


def _same(subject: str) -> str:
    return " ".join(subject.lower().split())


RULE = Rule(
    code="L06",
    title=Text(
        nl="Geschiktheid van de inschrijver is geen gunningscriterium",
        en="Suitability of the bidder is no award criterion",
    ),
    severities=frozenset({Severity.BLOCKING, Severity.MOTIVATE}),
    checked_by=frozenset({CheckedBy.DATA, CheckedBy.TEXT}),
    basis=(
        cite("aw2012:2.115(2)"),
        cite("aw2012:2.93(1)"),
        cite("dir2014-24:58(1)"),
        cite("dir2014-24:67(2)"),
        cite("c-532-06"),
        cite("c-601-13"),
    ),
    wrong=Text(
        nl="Een gunningscriterium geeft punten voor referenties, omzet, ervaring of certificaten van het "
        "bedrijf, of voor "
        "een kwalificatie die ook geschiktheidseis is.",
        en="An award criterion gives points for references, turnover, experience or certificates of the "
        "firm, or for a "
        "qualification that is a suitability requirement as well.",
    ),
    why=Text(
        nl="Eerst kijkt u of een bedrijf de opdracht kan uitvoeren. Daarna vergelijkt u wat het aanbiedt. "
        "Dezelfde "
        "onderwijs- of beroepskwalificatie mag niet twee keer tellen. De kwaliteit van de mensen die het "
        "werk doen, "
        "mag wel tellen als die veel uitmaakt voor de uitvoering.",
        en="First you see whether a firm can perform the contract. Then you compare what it offers. The "
        "same education "
        "or professional qualification may not count twice. The quality of the people who do the work may "
        "count where "
        "it matters greatly for the performance.",
    ),
    instead=Text(
        nl="Maak er een geschiktheidseis van, of vraag een plan voor deze opdracht.",
        en="Make it a suitability requirement, or ask a plan for this contract.",
    ),
    bad=Text(
        nl="Voor elke referentie boven de twee krijgt de inschrijver vijf punten.",
        en="For each reference above two the bidder gets five points.",
    ),
    good=Text(
        nl="De ervaring van de projectleider die de uitrol doet, omdat die bepaalt hoeveel uitval er is.",
        en="The experience of the project leader who does the rollout, because it decides how much "
        "downtime there is.",
    ),
    doubt=Text(
        nl="Dat selectie en gunning gescheiden blijven, is rechtspraak die wij niet zelf hebben gelezen.",
        en="That selection and award stay apart is case law that we did not read ourselves.",
    ),
    review_by=date(2027, 1, 1),
    check=_check,
)
