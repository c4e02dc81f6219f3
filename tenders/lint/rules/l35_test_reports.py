"""L35: who asks a test report or certificate for the product accepts other bodies and other proof."""

from collections.abc import Iterator
from datetime import date

from procurement.citations import cite
from procurement.language import Text
from tenders.lint.answers import Wanted, against, missing
from tenders.lint.draft import Draft, PassageKind
from tenders.lint.finding import Finding, Fix, Rewrite
from tenders.lint.rule import Rule
from tenders.lint.severity import CheckedBy, Severity
from tenders.lint.vocabulary.equivalence import (
    in_whole,
    refuses_other,
    with_other_proof,
)
from tenders.lint.vocabulary.product_tests import NAMED_BODY, REPORT, demanded_report, report_or_certificate
from tenders.lint.wordings import Wording, around, wordings

_ABOUT_THE_PRODUCT = frozenset(
    {
        PassageKind.AWARD_CRITERION,
        PassageKind.LEVEL,
        PassageKind.REQUIREMENT,
        PassageKind.CONTRACT_CONDITION,
    }
)
_ABOUT_PROOF = frozenset({PassageKind.PROOF, PassageKind.VERIFICATION})
_ACCEPT = Text(nl="Aanvaard dit, en zeg het in de stukken.", en="Accept this, and say so in the documents.")
_WANTED = (
    Wanted(
        "other_bodies",
        True,
        Text(
            nl="Rapporten van gelijkwaardige instanties worden niet aanvaard.",
            en="Reports of equivalent bodies are not accepted.",
        ),
        _ACCEPT,
    ),
    Wanted(
        "technical_file",
        True,
        Text(
            nl="Een technisch dossier wordt niet aanvaard van wie buiten zijn schuld geen rapport heeft.",
            en="A technical file is not accepted of those who blamelessly have no report.",
        ),
        _ACCEPT,
    ),
)
_OTHER_PROOF = Text(
    nl="‘{words}’ staat er zonder ander passend bewijs, zoals een technisch dossier.",
    en="‘{words}’ stands there without other suitable proof, such as a technical file.",
)
_OTHER_BODIES = Text(
    nl="‘{words}’ noemt één instantie; rapporten van gelijkwaardige instanties tellen ook.",
    en="‘{words}’ names one body; reports of equivalent bodies count as well.",
)
_DENIED = Text(
    nl="Schrap dat iets gelijkwaardigs niet mag. Aanvaard gelijkwaardige instanties en een technisch "
    "dossier.",
    en="Strike that nothing equivalent is accepted. Accept equivalent bodies and a technical file.",
)


def _check(draft: Draft) -> Iterator[Finding]:
    for index, report in enumerate(draft.legal.proof.test_reports):
        place = f"legal.proof.test_reports[{index}]"
        yield from missing(report, place, "name")
        yield from against(report, place, _WANTED)
    for kinds, find in ((_ABOUT_THE_PRODUCT, demanded_report), (_ABOUT_PROOF, report_or_certificate)):
        for wording in wordings(draft, kinds, find):
            message = _missing(draft, wording)
            if message:
                yield wording.finding(Severity.BLOCKING, message, _way_out(wording))


def _missing(draft: Draft, wording: Wording) -> Text | None:
    """The words may stand in another sentence, or in the text about the proof."""
    equivalents, other_proof = in_whole(around(draft, wording.passage))
    if not other_proof:
        return _OTHER_PROOF
    return _OTHER_BODIES if NAMED_BODY.search(wording.words) and not equivalents else None


def _way_out(wording: Wording) -> Fix:
    if refuses_other(wording.passage.text):
        return wording.go(_DENIED)
    return Rewrite(wording.sentence, with_other_proof(wording.line, REPORT))


RULE = Rule(
    code="L35",
    title=Text(
        nl="Naast een testverslag of productcertificaat telt ook ander passend bewijs",
        en="Beside a test report or product certificate, other suitable proof counts",
    ),
    severities=frozenset({Severity.BLOCKING}),
    checked_by=frozenset({CheckedBy.DATA, CheckedBy.TEXT}),
    basis=(cite("aw2012:2.78b(2)"), cite("aw2012:2.78b(3)"), cite("dir2014-24:44")),
    wrong=Text(
        nl="Een tekst vraagt een testverslag of certificaat voor het product en laat geen gelijkwaardige "
        "instantie of "
        "technisch dossier toe.",
        en="A text asks a test report or certificate for the product and allows no equivalent body or "
        "technical file.",
    ),
    why=Text(
        nl="Wie een certificaat van een bepaalde instantie vraagt, aanvaardt dat van een gelijkwaardige "
        "instantie ook. "
        "Kon een inschrijver het rapport buiten zijn schuld niet op tijd krijgen, dan mag hij met iets "
        "anders aantonen "
        "dat zijn product voldoet.",
        en="Whoever asks a certificate of a certain body also accepts one of an equivalent body. A bidder "
        "who could not "
        "get the report in time through no fault of its own may show in another way that its product "
        "complies.",
    ),
    instead=Text(
        nl="Noem gelijkwaardige instanties en een technisch dossier van de fabrikant in dezelfde tekst.",
        en="Name equivalent bodies and a technical file of the manufacturer in the same text.",
    ),
    bad=Text(
        nl="De inschrijver levert een testrapport van een geaccrediteerd laboratorium.",
        en="The bidder supplies a test report of an accredited laboratory.",
    ),
    good=Text(
        nl="De inschrijver levert een testrapport van een geaccrediteerd of gelijkwaardig laboratorium, of "
        "een technisch "
        "dossier van de fabrikant.",
        en="The bidder supplies a test report of an accredited or equivalent laboratory, or a technical "
        "file of the "
        "manufacturer.",
    ),
    ours=Text(
        nl="De wet verplicht u dit te aanvaarden. Dat de tekst het zegt, is een regel van dit programma.",
        en="The act obliges you to accept this. That the text says so is a rule of this product.",
    ),
    review_by=date(2027, 1, 1),
    check=_check,
)
