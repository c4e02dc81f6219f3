"""L08: who asks a label by name accepts equivalent labels and other suitable proof."""

from collections.abc import Iterator
from datetime import date

from procurement.citations import cite
from procurement.language import Text
from tenders.lint.draft import Draft
from tenders.lint.draft.passage import DEMANDS
from tenders.lint.finding import Finding, Fix, Rewrite
from tenders.lint.rule import Rule
from tenders.lint.severity import CheckedBy, Severity
from tenders.lint.vocabulary.equivalence import (
    in_whole,
    refuses_other,
    with_other_proof,
)
from tenders.lint.vocabulary.labels import LABEL, label_asked
from tenders.lint.wordings import Wording, around, wordings

_MISSING = Text(
    nl="Het keurmerk ‘{words}’ wordt gevraagd zonder {missing}.",
    en="The label ‘{words}’ is asked without {missing}.",
)
_EQUIVALENT = Text(nl="gelijkwaardige keurmerken toe te laten", en="accepting equivalent labels")
_PROOF = Text(
    nl="ander passend bewijs toe te laten, zoals een technisch dossier",
    en="accepting other suitable proof, such as a technical file",
)
_DENIED = Text(
    nl="Schrap dat iets gelijkwaardigs niet mag. Laat gelijkwaardige keurmerken en ander passend bewijs toe.",
    en="Strike that nothing equivalent is accepted. Accept equivalent labels and other suitable proof.",
)
_ACCEPT = Text(
    nl="Noem het keurmerk en schrijf wat het bewijst. Laat gelijkwaardige keurmerken en ander passend "
    "bewijs toe.",
    en="Name the label and write what it proves. Accept equivalent labels and other suitable proof.",
)


def _check(draft: Draft) -> Iterator[Finding]:
    for wording in wordings(draft, DEMANDS, label_asked):
        missing = _missing(draft, wording)
        if missing:
            message = Text(
                nl=_MISSING.nl.replace("{missing}", missing.nl),
                en=_MISSING.en.replace("{missing}", missing.en),
            )
            yield wording.finding(Severity.BLOCKING, message, _way_out(wording))


def _missing(draft: Draft, wording: Wording) -> Text | None:
    """The words may stand in another sentence, or in the text about the proof."""
    equivalents, other_proof = in_whole(around(draft, wording.passage))
    if not equivalents:
        return _EQUIVALENT
    return None if other_proof else _PROOF


def _way_out(wording: Wording) -> Fix:
    if refuses_other(wording.passage.text):
        return wording.go(_DENIED)
    if not LABEL.search(wording.plain):
        return wording.go(_ACCEPT)
    return Rewrite(wording.sentence, with_other_proof(wording.line, LABEL))


RULE = Rule(
    code="L08",
    title=Text(
        nl="Bij een keurmerk tellen gelijkwaardige keurmerken en ander bewijs ook",
        en="With a label, equivalent labels and other proof count as well",
    ),
    severities=frozenset({Severity.BLOCKING}),
    checked_by=frozenset({CheckedBy.TEXT}),
    basis=(cite("aw2012:2.78a(3)"), cite("aw2012:2.78a(4)"), cite("dir2014-24:43(1)")),
    wrong=Text(
        nl="Een tekst vraagt een keurmerk en zegt niet dat gelijkwaardige keurmerken of ander passend "
        "bewijs ook tellen.",
        en="A text asks a label and does not say that equivalent labels or other suitable proof count as "
        "well.",
    ),
    why=Text(
        nl="Een keurmerk is een manier om iets te bewijzen, geen doel. Wie een keurmerk eist, aanvaardt "
        "alle keurmerken "
        "met gelijkwaardige eisen. Kon een inschrijver het keurmerk buiten zijn schuld niet op tijd "
        "krijgen, dan mag "
        "hij op een andere manier bewijzen dat zijn product voldoet, bijvoorbeeld met een technisch dossier.",
        en="A label is a way to prove something, no aim in itself. Whoever requires a label accepts all "
        "labels with "
        "equivalent requirements. A bidder who could not get the label in time through no fault of its own "
        "may prove "
        "in another way that its product complies, for instance with a technical file.",
    ),
    instead=Text(
        nl="Schrijf ‘of gelijkwaardig’ achter het keurmerk en noem het andere bewijs dat u aanvaardt.",
        en="Write ‘or equivalent’ after the label and name the other proof that you accept.",
    ),
    bad=Text(
        nl="De laptops hebben het keurmerk TCO Certified.",
        en="The laptops have the label TCO Certified.",
    ),
    good=Text(
        nl="De laptops hebben TCO Certified of gelijkwaardig, of ander passend bewijs, zoals een technisch "
        "dossier van de "
        "fabrikant, van wie het buiten zijn schuld niet op tijd kon krijgen.",
        en="The laptops have TCO Certified or equivalent, or other suitable proof such as a technical file "
        "of the "
        "manufacturer if the bidder could not get it in time through no fault of its own.",
    ),
    ours=Text(
        nl="De wet verplicht u dit te aanvaarden. Dat het ook met zoveel woorden in de tekst staat, is een "
        "regel van dit "
        "programma.",
        en="The act obliges you to accept this. That the text says so in so many words is a rule of this "
        "product.",
    ),
    review_by=date(2027, 1, 1),
    check=_check,
)
