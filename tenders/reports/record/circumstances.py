"""Items a, b, f and i to n: the authority, the subject, the procedure, conflicts and an end without award."""

from collections.abc import Iterator

from procurement.documents.compose import bullets, field, paragraph
from procurement.documents.model import Block
from procurement.language import Text
from tenders.reports.edition import Edition
from tenders.reports.record.model import Record
from tenders.reports.vocabulary import LOT
from tenders.reports.wording import Wording

_ADDRESS = Text(nl="Adres: ", en="Address: ")
_ADDRESS_FIELD = Text(nl="adres van de aanbestedende dienst", en="address of the contracting authority")
_ESTIMATE = Text(nl="Geraamde waarde zonder btw: {amount}.", en="Estimated value without VAT: {amount}.")
_VALUE = Text(nl="Waarde van de opdracht: ", en="Value of the contract: ")
_VALUE_FIELD = Text(nl="waarde volgens de overeenkomst", en="value according to the contract")
_OFFERED = Text(nl="Aangeboden door de winnaar: {amount}.", en="Offered by the winner: {amount}.")
_CPV = Text(nl="CPV-code: {code}.", en="CPV code: {code}.")
_CLARIFICATIONS = Text(
    nl="Gepubliceerde nota's van inlichtingen: {count}. Inlichtingen die op verzoek van een ondernemer niet "
    "in een nota staan: ",
    en="Clarifications published: {count}. Information that at the request of an operator is not in a "
    "clarification: ",
)
_WITHHELD_FIELD = Text(nl="geen, of welke", en="none, or which")
_OTHER_PROCEDURE = Text(
    nl="Niet van toepassing: deze procedure is niet gebruikt.",
    en="Not applicable: this procedure was not used.",
)
_NEGOTIATED = Text(
    nl="De omstandigheden die deze procedure rechtvaardigen (art. 2.30 Aw 2012): ",
    en="The circumstances that justify this procedure (art. 2.30 of the Act): ",
)
_NEGOTIATED_FIELD = Text(nl="omstandigheden", en="circumstances")
_ELECTRONIC = Text(
    nl="Redenen voor andere dan elektronische middelen bij het indienen: ",
    en="Reasons for other than electronic means of submission: ",
)
_ELECTRONIC_FIELD = Text(
    nl="niet van toepassing, alles kwam elektronisch binnen; of welke redenen",
    en="not applicable, all came in electronically; or which reasons",
)
_CONFLICT = Text(
    nl="Beoordelaar {assessor} meldde op {day} een belangenconflict met {bidder}: {reason} Maatregel: deze "
    "beoordelaar zag deze inschrijving niet en gaf er geen score voor die telt.",
    en="Assessor {assessor} declared a conflict of interest with {bidder} on {day}: {reason} Measure: this "
    "assessor did not see this bid and their scores for it do not count.",
)
_NO_CONFLICTS = Text(
    nl="Er is geen belangenconflict vastgesteld. Beoordelaars legden {count} belangenverklaringen af.",
    en="No conflict of interest was found. Assessors made {count} declarations of interest.",
)
_AWARDED = Text(
    nl="Niet van toepassing: de opdracht is gegund.", en="Not applicable: the contract was awarded."
)


def authority(edition: Edition, record: Record, say: Wording) -> Iterator[Block]:
    yield paragraph(edition.tender.authority)
    yield paragraph(say(_ADDRESS), field("authority_address", say(_ADDRESS_FIELD)))


def subject(edition: Edition, record: Record, say: Wording) -> Iterator[Block]:
    yield paragraph(f"{edition.tender.subject} – {say(LOT, code=record.lot, title=record.lot_title)}")
    if record.cpv:
        yield paragraph(say(_CPV, code=record.cpv))
    if record.estimate is not None:
        yield paragraph(say(_ESTIMATE, amount=say.euro(record.estimate)))
    winner = record.assessment.result.winner if record.assessment and record.standing else None
    if winner is not None and winner.price is not None:
        yield paragraph(say(_OFFERED, amount=say.euro(winner.price)))
    yield paragraph(say(_VALUE), field("contract_value", say(_VALUE_FIELD)))


def withheld(edition: Edition, record: Record, say: Wording) -> Iterator[Block]:
    count = str(record.clarifications)
    yield paragraph(say(_CLARIFICATIONS, count=count), field("withheld", say(_WITHHELD_FIELD)))


def not_used(edition: Edition, record: Record, say: Wording) -> Iterator[Block]:
    yield paragraph(say(_OTHER_PROCEDURE))


def negotiated(edition: Edition, record: Record, say: Wording) -> Iterator[Block]:
    if record.procedure == "negotiated":
        yield paragraph(say(_NEGOTIATED), field("negotiated", say(_NEGOTIATED_FIELD)))
    else:
        yield paragraph(say(_OTHER_PROCEDURE))


def means(edition: Edition, record: Record, say: Wording) -> Iterator[Block]:
    yield paragraph(say(_ELECTRONIC), field("means", say(_ELECTRONIC_FIELD)))


def conflicts(edition: Edition, record: Record, say: Wording) -> Iterator[Block]:
    if not record.conflicts:
        yield paragraph(say(_NO_CONFLICTS, count=str(record.declarations)))
        return
    told = [
        say(
            _CONFLICT,
            assessor=each.assessor,
            day=say.day(each.at.date()),
            bidder=each.bidder,
            reason=each.reason,
        )
        for each in record.conflicts
    ]
    yield bullets(*told)


def not_awarded(edition: Edition, record: Record, say: Wording) -> Iterator[Block]:
    yield paragraph(record.stopped or say(_AWARDED))
