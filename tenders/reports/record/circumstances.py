"""Items a, b, f and i to n: the authority, the subject, the procedure, conflicts and an end without award."""

from collections.abc import Iterator

from procurement.documents.compose import bullets, content, field, paragraph
from procurement.documents.model import Block, Content
from procurement.language import Text
from tenders.reports.edition import Edition
from tenders.reports.quoted import MARK, in_one_line, quoted, quoting_at
from tenders.reports.record.model import Conflict, Record
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
    nl="Beoordelaar {assessor} meldde op {day} een belangenconflict met {bidder}: {reason}",
    en="Assessor {assessor} declared a conflict of interest with {bidder} on {day}: {reason}",
)
_HIDDEN = Text(
    nl="Maatregel: deze beoordelaar kreeg deze inschrijving niet te zien en gaf haar geen score.",
    en="Measure: this assessor was not shown this bid and gave it no score.",
)
_LATE = Text(
    nl="Deze beoordelaar had eerder verklaard geen belang te hebben en kon de inschrijving tot dat moment "
    "lezen. Maatregel: vanaf dat moment niet meer.",
    en="This assessor had declared before to have no interest and could read the bid until that moment. "
    "Measure: from that moment no longer.",
)
_SET_ASIDE = Text(
    nl="De score van deze beoordelaar voor deze inschrijving telt niet mee bij: {criteria}.",
    en="This assessor's score for this bid does not count for: {criteria}.",
)
_TAKEN_BACK = Text(
    nl="Op {day} heeft de beoordelaar deze melding ingetrokken.",
    en="On {day} the assessor took this declaration back.",
)
_MEASURES = Text(
    nl="Maatregelen bij eerdere betrokkenheid van een ondernemer (art. 2.51 lid 5 Aw 2012): ",
    en="Measures where an operator was involved beforehand (art. 2.51(5) of the Act): ",
)
_OTHERS = Text(
    nl="Belangenconflicten van anderen dan beoordelaars, en de maatregelen: ",
    en="Conflicts of interest of others than assessors, and the measures: ",
)
_NONE_FIELD = Text(nl="geen, of welke", en="none, or which")
_ESTIMATE_ASKED = Text(nl="Geraamde waarde zonder btw: ", en="Estimated value without VAT: ")
_ESTIMATE_FIELD = Text(nl="raming in euro", en="estimate in euros")
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
    else:
        yield paragraph(say(_ESTIMATE_ASKED), field("estimate", say(_ESTIMATE_FIELD)))
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
    if record.conflicts:
        yield bullets(*(in_one_line(_told(each, say)) for each in record.conflicts))
    else:
        yield paragraph(say(_NO_CONFLICTS, count=str(record.declarations)))
    yield paragraph(say(_OTHERS), field("other_conflicts", say(_NONE_FIELD)))
    yield paragraph(say(_MEASURES), field("measures", say(_NONE_FIELD)))


def _told(each: Conflict, say: Wording) -> Iterator[Content]:
    day = say.day(each.at.date())
    told = say(_CONFLICT, assessor=each.assessor, day=day, bidder=each.bidder, reason=MARK)
    yield quoting_at(told, each.reason, say)
    if each.taken_back is not None:
        yield content(say(_TAKEN_BACK, day=say.day(each.taken_back.date())))
        return
    yield content(say(_LATE if each.is_late else _HIDDEN))
    if each.scored:
        yield quoting_at(say(_SET_ASIDE, criteria=MARK), ", ".join(each.scored), say)


def not_awarded(edition: Edition, record: Record, say: Wording) -> Iterator[Block]:
    yield paragraph(quoted(record.stopped, say) if record.stopped else say(_AWARDED))
