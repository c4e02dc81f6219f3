"""L48: place, country and distance are not scored or required; emissions or response time may be."""

from collections.abc import Iterator
from datetime import date

from procurement.citations import cite
from procurement.language import Text
from tenders.lint.answers import wrong
from tenders.lint.draft import Draft
from tenders.lint.draft.award import CriterionAbout
from tenders.lint.draft.passage import DEMANDS
from tenders.lint.finding import Finding, Screen
from tenders.lint.rule import Rule
from tenders.lint.severity import CheckedBy, Severity
from tenders.lint.vocabulary.distances import distance_asked
from tenders.lint.vocabulary.places import local_words, place_asked
from tenders.lint.wordings import wordings

_SCORED = Text(
    nl="Criterium {code} geeft punten voor een plaats, land of afstand.",
    en="Criterion {code} gives points for a place, country or distance.",
)
_ASKED = Text(
    nl="‘{words}’ maakt uit waar een bedrijf zit of waar iets vandaan komt.",
    en="‘{words}’ makes it matter where a firm sits or where a thing comes from.",
)
_LOCAL = Text(
    nl="‘{words}’ trekt bedrijven uit de buurt voor.",
    en="‘{words}’ favours firms from nearby.",
)
_INSTEAD = Text(
    nl="Vraag wat u echt nodig hebt: de uitstoot van het transport in kg CO2e, of hoe snel iemand ter "
    "plaatse is.",
    en="Ask for what you really need: the emissions of transport in kg CO2e, or how soon someone is on site.",
)


def _check(draft: Draft) -> Iterator[Finding]:
    for index, note in enumerate(draft.legal.award.notes):
        if note.about is CriterionAbout.PLACE:
            place = f"legal.award.notes[{index}].about"
            yield wrong(place, _SCORED.format(code=note.criterion or "?"), _INSTEAD, screen=Screen.CRITERIA)
    found: set[tuple[str, str]] = set()
    for find, severity, message in (
        (distance_asked, Severity.BLOCKING, _ASKED),
        (place_asked, Severity.BLOCKING, _ASKED),
        (local_words, Severity.MOTIVATE, _LOCAL),
    ):
        for wording in wordings(draft, DEMANDS, find):
            at = (wording.passage.place, wording.sentence)
            if at not in found:  # the heaviest finding says enough
                found.add(at)
                yield wording.finding(severity, message, wording.go(_INSTEAD))


RULE = Rule(
    code="L48",
    title=Text(
        nl="Plaats, land en afstand tellen niet",
        en="Place, country and distance do not count",
    ),
    severities=frozenset({Severity.BLOCKING, Severity.MOTIVATE}),
    checked_by=frozenset({CheckedBy.DATA, CheckedBy.TEXT}),
    basis=(cite("aw2012:1.8"), cite("aw2012:2.75(6)"), cite("aw2012:2.76(3)")),
    wrong=Text(
        nl="Een tekst vraagt of beloont een vestiging dichtbij, een land van herkomst of een korte afstand.",
        en="A text asks or rewards an office nearby, a country of origin or a short distance.",
    ),
    why=Text(
        nl="U behandelt ondernemers uit heel Europa gelijk. Wie punten geeft voor ‘lokaal’, sluit anderen "
        "uit zonder dat "
        "het milieu er zeker beter van wordt. Uitstoot van transport en reactietijd zeggen wat u wilt weten.",
        en="You treat operators from all of Europe equally. Points for ‘local’ shut others out, while the "
        "environment "
        "does not surely gain. Transport emissions and response time say what you want to know.",
    ),
    instead=Text(
        nl="Vraag de uitstoot van het transport, of een tijd waarbinnen iemand ter plaatse is.",
        en="Ask for the emissions of transport, or a time within which someone is on site.",
    ),
    bad=Text(
        nl="De leverancier heeft een vestiging binnen 30 kilometer van het gemeentehuis.",
        en="The supplier has an office within 30 kilometres of the town hall.",
    ),
    good=Text(
        nl="Bij een storing is binnen vier werkuren een monteur ter plaatse.",
        en="In case of a fault a technician is on site within four working hours.",
    ),
    review_by=date(2027, 1, 1),
    check=_check,
)
