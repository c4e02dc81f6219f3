"""Who was on the panel, what they declared, what was done about it, and how they practised."""

from collections.abc import Iterator

from procurement.documents.compose import bullets, column, heading, paragraph, row, table
from procurement.documents.model import Block, Row
from procurement.language import Text
from tenders.reports.consensus.model import ConsensusRecord, Member, Practice
from tenders.reports.wording import Wording

_PANEL = Text(nl="Het panel", en="The panel")
_ASSESSOR = Text(nl="Beoordelaar", en="Assessor")
_NAME = Text(nl="Naam", en="Name")
_CRITERIA = Text(nl="Criteria", en="Criteria")
_READY = Text(nl="Scores definitief op", en="Scores final on")
_LEFT = Text(nl="teruggetrokken; scores tellen niet mee", en="withdrawn; scores do not count")
_NOT_READY = Text(nl="niet definitief", en="not final")
_DECLARATIONS = Text(nl="Verklaringen over belangen", en="Declarations of interests")
_BID = Text(nl="Inschrijving", en="Bid")
_DECLARED = Text(nl="Verklaring", en="Declaration")
_MEASURE = Text(nl="Wat ermee is gedaan", en="What was done about it")
_DECLARED_ON = Text(nl="{answer}, {moment}", en="{answer}, {moment}")
_CONFLICT = Text(nl="belangenconflict", en="conflict of interest")
_NO_CONFLICT = Text(nl="geen belangenconflict", en="no conflict of interest")
_LEFT_OUT = Text(
    nl="Deze beoordelaar oordeelt niet over deze inschrijving. Een score die er al was, telt niet mee en "
    "staat niet in dit verslag.",
    en="This assessor does not judge this bid. A score that was there already does not count and is not in "
    "this record.",
)
_LEFT_OUT_OF_ALL = Text(
    nl="Omdat elke inschrijving door dezelfde mensen wordt beoordeeld, tellen de scores van deze beoordelaar "
    "op dezelfde criteria ook bij de andere inschrijvingen niet mee.",
    en="Because every bid is judged by the same people, the scores of this assessor on the same criteria do "
    "not count for the other bids either.",
)
_NOBODY = Text(
    nl="Geen van de beoordelaars meldde een belangenconflict.",
    en="None of the assessors declared a conflict of interest.",
)
_NONE = Text(nl="Er zijn geen verklaringen vastgelegd.", en="No declarations were recorded.")
_BASIS = Text(
    nl="Elke beoordelaar verklaart vóór het lezen of er een belangenconflict is (art. 1.10b Aw 2012). "
    "Conflicten en maatregelen staan ook in het proces-verbaal (art. 2.132 Aw 2012).",
    en="Before reading, each assessor declares whether there is a conflict of interest (art. 1.10b of the "
    "Public Procurement Act 2012). Conflicts and measures are in the official record too (art. 2.132).",
)
_PRACTICE = Text(nl="Oefening vooraf", en="Practice beforehand")
_PRACTISED = Text(
    nl="Op een verzonnen antwoord bij ‘{criterion}’ gaf het panel: {levels}. {discussed}",
    en="On an invented answer to ‘{criterion}’ the panel gave: {levels}. {discussed}",
)
_DISCUSSED = Text(nl="Besproken op {moment}.", en="Discussed on {moment}.")
_NOT_DISCUSSED = Text(nl="Niet besproken.", en="Not discussed.")
_NO_PRACTICE = Text(
    nl="Het panel heeft vooraf niet op een verzonnen antwoord geoefend.",
    en="The panel did not practise on an invented answer beforehand.",
)


def member_blocks(record: ConsensusRecord, say: Wording) -> Iterator[Block]:
    yield heading(1, say(_PANEL))
    names = (column(say(_NAME), 4),) if record.names_people else ()
    columns = (column(say(_ASSESSOR), 2), *names, column(say(_CRITERIA), 4), column(say(_READY), 4))
    yield table(columns, (_member(record, each, say) for each in record.members), alt=say(_PANEL))
    yield heading(1, say(_DECLARATIONS))
    yield paragraph(say(_BASIS))
    yield from _declarations(record, say)
    yield heading(1, say(_PRACTICE))
    yield from _practice(record, say)


def _member(record: ConsensusRecord, member: Member, say: Wording) -> Row:
    names = (member.name,) if record.names_people else ()
    ready = say.moment(member.ready_at) if member.ready_at else say(_NOT_READY)
    return row(
        member.letter,
        *names,
        ", ".join(member.criteria) or "–",
        ready if member.is_active else say(_LEFT),
    )


def _declarations(record: ConsensusRecord, say: Wording) -> Iterator[Block]:
    if not any(member.declared for member in record.members):
        yield paragraph(say(_NONE))
        return
    conflicts = list(_conflicts(record, say))
    if not conflicts:
        yield paragraph(say(_NOBODY))
    columns = (
        column(say(_ASSESSOR), 2),
        column(say(_BID), 2),
        column(say(_DECLARED), 5),
        column(say(_MEASURE), 7),
    )
    rows = conflicts + [line for member in record.members for line in _fine(member, say)]
    yield table(columns, rows, alt=say(_DECLARATIONS))


def _conflicts(record: ConsensusRecord, say: Wording) -> Iterator[Row]:
    measure = say(_LEFT_OUT)
    if not record.meeting.agrees:
        measure = f"{measure} {say(_LEFT_OUT_OF_ALL)}"
    for member in record.members:
        for each in member.declared:
            if each.has_conflict:
                answer = say(_DECLARED_ON, answer=say(_CONFLICT), moment=say.moment(each.at))
                told = f"{answer}: {each.explanation}" if each.explanation else answer
                yield row(member.letter, each.bid, told, measure)


def _fine(member: Member, say: Wording) -> Iterator[Row]:
    for each in member.declared:
        if not each.has_conflict:
            answer = say(_DECLARED_ON, answer=say(_NO_CONFLICT), moment=say.moment(each.at))
            yield row(member.letter, each.bid, answer, "–")


def _practice(record: ConsensusRecord, say: Wording) -> Iterator[Block]:
    if not record.practice:
        yield paragraph(say(_NO_PRACTICE))
        return
    yield bullets(*(_practised(each, say) for each in record.practice))


def _practised(each: Practice, say: Wording) -> str:
    levels = "; ".join(f"{letter} – {level}" for letter, level in each.levels.items()) or "–"
    moment = each.discussed_at
    discussed = say(_DISCUSSED, moment=say.moment(moment)) if moment else say(_NOT_DISCUSSED)
    return say(_PRACTISED, criterion=each.criterion, levels=levels, discussed=discussed)
