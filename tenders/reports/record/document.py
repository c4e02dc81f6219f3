"""The record of an award as a document: the items of the article, then the course of the procedure."""

from collections.abc import Callable, Iterator

from procurement.citations import cite
from procurement.documents.compose import heading, note, paragraph
from procurement.documents.model import Block, Document
from procurement.language import Text
from tenders.reports.edition import Edition, Stamp
from tenders.reports.front import footer, header, opening
from tenders.reports.legal import all_cited
from tenders.reports.log_head import log_line
from tenders.reports.quoted import explained
from tenders.reports.record import bidders, circumstances, prices
from tenders.reports.record.course import course_blocks
from tenders.reports.record.model import Record
from tenders.reports.vocabulary import LOT
from tenders.reports.wording import Wording

Item = Callable[[Edition, Record, Wording], Iterator[Block]]
"""What an item of the article says for this award."""

TITLE = Text(nl="Proces-verbaal van de gunning", en="Record of the award")
_ITEMS = Text(nl="De onderdelen van het proces-verbaal", en="The items of the record")
_OF_LOT = Text(nl="Perceel", en="Lot")
_RESTS_ON = Text(nl="stand van {day}", en="state of {day}")
_INTRO = Text(
    nl="Dit proces-verbaal heeft de onderdelen a tot en met n van {basis}. Wat dit programma niet weet, is "
    "gemarkeerd: vul het in. Voor een opdracht binnen een raamovereenkomst is het niet verplicht (lid 3).",
    en="This record has the items a to n of {basis}. What this program does not know is marked: fill it in. "
    "For a contract under a framework agreement it is not obligatory (paragraph 3).",
)
_CONFIDENTIAL = Text(
    nl="Intern. Dit stuk gaat op verzoek naar de Europese Commissie (art. 2.133 Aw 2012). Het bevat gegevens "
    "die niet openbaar zijn.",
    en="Internal. This document goes to the European Commission on request (art. 2.133 of the Act). It holds "
    "data that are not public.",
)

ITEMS: tuple[tuple[str, Text, Item], ...] = (
    (
        "a",
        Text(nl="Naam en adres van de aanbestedende dienst", en="Name and address of the authority"),
        circumstances.authority,
    ),
    (
        "b",
        Text(nl="Voorwerp en waarde van de opdracht", en="Subject and value of the contract"),
        circumstances.subject,
    ),
    (
        "c",
        Text(nl="Geselecteerde gegadigden of inschrijvers", en="Candidates or bidders selected"),
        bidders.selected,
    ),
    (
        "d",
        Text(nl="Uitgesloten en afgewezen gegadigden", en="Candidates excluded or rejected"),
        bidders.candidates,
    ),
    ("e", Text(nl="Afgewezen inschrijvers", en="Bidders rejected"), bidders.rejected),
    (
        "f",
        Text(nl="Inlichtingen buiten de nota van inlichtingen", en="Information outside the clarifications"),
        circumstances.withheld,
    ),
    ("g", Text(nl="Abnormaal lage inschrijvingen", en="Abnormally low bids"), prices.low_bids),
    ("h", Text(nl="De uitgekozen inschrijver", en="The bidder chosen"), bidders.winner),
    ("i", Text(nl="Concurrentiegerichte dialoog", en="Competitive dialogue"), circumstances.not_used),
    (
        "j",
        Text(nl="Mededingingsprocedure met onderhandeling", en="Competitive procedure with negotiation"),
        circumstances.negotiated,
    ),
    (
        "k",
        Text(nl="Onderhandelingsprocedure zonder aankondiging", en="Negotiated procedure without a notice"),
        circumstances.not_used,
    ),
    (
        "l",
        Text(nl="Andere dan elektronische middelen", en="Other than electronic means"),
        circumstances.means,
    ),
    (
        "m",
        Text(nl="Belangenconflicten en maatregelen", en="Conflicts of interest and measures"),
        circumstances.conflicts,
    ),
    ("n", Text(nl="Redenen om niet te gunnen", en="Reasons for not awarding"), circumstances.not_awarded),
)
"""The letters of art. 2.132 lid 1 Aw 2012, in order."""


def record_document(edition: Edition, record: Record) -> Document:
    say, stamp = Wording(edition.language), _stamp(edition, record)
    return Document(
        title=f"{say(TITLE)} – {edition.tender.title}",
        language=edition.language,
        properties=edition.properties(TITLE, stamp),
        blocks=tuple(_blocks(edition, record, say)),
        header=header(edition),
        footer=footer(stamp, say),
    )


def _stamp(edition: Edition, record: Record) -> Stamp:
    day = Text(nl=Wording("nl").day(record.made_at.date()), en=Wording("en").day(record.made_at.date()))
    digest = record.assessment.digest if record.assessment else edition.digest
    return Stamp(words=_RESTS_ON.format(day=day), digest=digest, created=record.made_at)


def _blocks(edition: Edition, record: Record, say: Wording) -> Iterator[Block]:
    lot = say(LOT, code=record.lot, title=record.lot_title)
    yield from opening(edition, TITLE, say, ((say(_OF_LOT), lot), log_line(record.head, say)))
    yield paragraph(say(_INTRO, basis=all_cited([cite("aw2012:2.132")], say)))
    yield from explained(say)
    yield note(say(_CONFIDENTIAL))
    yield heading(1, say(_ITEMS), numbered=False)
    for letter, title, item in ITEMS:
        yield heading(2, f"{letter}. {say(title)}", numbered=False)
        yield from item(edition, record, say)
    yield from prices.later_prices(record, say)
    yield from course_blocks(record, say)
