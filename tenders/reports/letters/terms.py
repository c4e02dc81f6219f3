"""What a bidder can do and by when: standstill, interim proceedings, questions; what the letter rests on."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from procurement.citations import cite
from procurement.documents.compose import bullets, heading, note, paragraph
from procurement.documents.model import Block
from procurement.language import Text
from tenders.procedure.standstill import BASIS
from tenders.reports.edition import Edition
from tenders.reports.front import facts_table, grouped
from tenders.reports.letters.model import Award
from tenders.reports.log_head import log_line
from tenders.reports.wording import Wording

_STANDSTILL = Text(nl="Opschortende termijn", en="Standstill")
_WAIT = Text(
    nl="Wij sluiten de overeenkomst niet voordat de opschortende termijn voorbij is. De laatste dag is "
    "{last}. Wij mogen de overeenkomst sluiten vanaf {free}.",
    en="We do not conclude the contract before the standstill has ended. The last day is {last}. We may "
    "conclude the contract from {free}.",
)
_COUNTING = Text(nl="Zo is de termijn bepaald:", en="This is how the term was established:")
_BASIS = Text(nl="Grondslag: {basis}.", en="Legal basis: {basis}.")
_WAIVED = Text(
    nl="Voor deze beslissing geldt geen opschortende termijn: {why} ({basis}).",
    en="No standstill applies to this decision: {why} ({basis}).",
)
_OBJECT = Text(nl="Als u het niet eens bent met deze beslissing", en="If you do not agree with this decision")
_PROCEEDINGS = Text(
    nl="U kunt de beslissing voorleggen aan de rechter in kort geding: {court}. Doe dat uiterlijk op {last}, "
    "tot 24:00 uur. Wij sluiten de overeenkomst dan niet voordat de rechter heeft beslist over uw verzoek en "
    "de opschortende termijn voorbij is ({basis}).",
    en="You can bring the decision before the court in interim proceedings: {court}. Do so on {last} at the "
    "latest, until midnight Dutch time. We then do not conclude the contract before the court has ruled on "
    "your request and the standstill has ended ({basis}).",
)
_PROCEEDINGS_ONLY = Text(
    nl="U kunt de beslissing voorleggen aan de rechter in kort geding: {court}.",
    en="You can bring the decision before the court in interim proceedings: {court}.",
)
_ANY_COURT = Text(
    nl="de voorzieningenrechter van de bevoegde rechtbank",
    en="the judge in interim proceedings of the competent court",
)
_TELL = Text(
    nl="Stuur ons een afschrift van de dagvaarding zodra u haar laat uitbrengen. Kijk ook in de "
    "aanbestedingsstukken: daarin kan staan dat uw recht om te procederen na de termijn vervalt.",
    en="Send us a copy of the writ as soon as you have it served. Look in the tender documents too: they may "
    "say that your right to bring proceedings lapses after the term.",
)
_QUESTIONS = Text(
    nl="Wilt u een toelichting? Dat kan via: {contact}. Vragen stellen verlengt de termijn niet.",
    en="Would you like an explanation? You can ask at: {contact}. Asking questions does not extend the term.",
)
_NO_ACCEPTANCE = Text(
    nl="Deze mededeling is geen aanvaarding van een aanbod: er is nog geen overeenkomst ({basis}).",
    en="This notice is not an acceptance of an offer: there is no contract yet ({basis}).",
)
_FOUNDATION = Text(nl="Waar deze brief op rust", en="What this letter rests on")
_VERSION = Text(nl="Versie van de criteria", en="Version of the criteria")
_CRITERIA = Text(nl="Controlegetal van de criteria (SHA-256)", en="Checksum of the criteria (SHA-256)")
_CALCULATION = Text(nl="Berekening", en="Calculation")
_NUMBERED = Text(nl="nummer {number} van {moment}", en="number {number} of {moment}")
_RESULT = Text(nl="Controlegetal van de berekening (SHA-256)", en="Checksum of the calculation (SHA-256)")
_NOTICE = ("aw2012:2.130", "aw2012:2.103", "aw2012:2.104")


def standstill_blocks(award: Award, say: Wording) -> Iterator[Block]:
    yield heading(1, say(_STANDSTILL))
    wait = award.standstill
    if wait is None:
        if award.waived is not None:
            basis = _cited(["aw2012:2.127(4)"], say)
            yield paragraph(say(_WAIVED, why=award.waived, basis=basis))
        return
    last, free = say.day(wait.last_day), say.moment(wait.free_from)
    yield note(say(_WAIT, last=last, free=free))
    yield paragraph(say(_COUNTING))
    yield bullets(*(say(line) for line in wait.working))
    yield paragraph(say(_BASIS, basis=_cited(BASIS, say)))


def objection_blocks(award: Award, say: Wording) -> Iterator[Block]:
    yield heading(1, say(_OBJECT))
    court = award.court.strip() or say(_ANY_COURT)
    if award.standstill is None:
        yield paragraph(say(_PROCEEDINGS_ONLY, court=court))
    else:
        last, basis = say.day(award.standstill.last_day), _cited(["aw2012:2.131"], say)
        yield paragraph(say(_PROCEEDINGS, court=court, last=last, basis=basis))
    yield paragraph(say(_TELL))
    if award.contact.strip():
        yield paragraph(say(_QUESTIONS, contact=award.contact.strip()))


def no_acceptance(say: Wording) -> Block:
    return paragraph(say(_NO_ACCEPTANCE, basis=_cited(["aw2012:2.129"], say)))


def foundation_blocks(edition: Edition, award: Award, say: Wording) -> Iterator[Block]:
    yield heading(1, say(_FOUNDATION))
    made, calculation = award.assessment.made_at, award.assessment
    lines = [
        (say(_VERSION), say(edition.version)),
        (say(_CRITERIA), grouped(edition.digest)),
        (say(_CALCULATION), say(_NUMBERED, number=str(calculation.number), moment=say.moment(made))),
        (say(_RESULT), grouped(calculation.digest)),
        log_line(award.head, say),
    ]
    yield replace(facts_table(lines, alt=say(_FOUNDATION), say=say), keep_together=True)
    yield paragraph(say(_BASIS, basis=_cited(_NOTICE, say)))


def _cited(codes: Iterable[str], say: Wording) -> str:
    """Bare: what a lawyer still confirms is said to the officer before sending, not to the bidder."""
    return "; ".join(say(cite(code).label) for code in codes)
