"""What every document opens with, and the lines above and below each page."""

from collections.abc import Sequence

from procurement.documents.compose import CellText, column, paragraph, row, subtitle, table, title
from procurement.documents.model import Block, Content, PageCount, PageNumber, ParagraphStyle, Run, Table
from procurement.language import Text
from tenders.reports.edition import Edition, Stamp
from tenders.reports.wording import Wording

_PAGE = Text(nl="pagina ", en="page ")
_OF = Text(nl=" van ", en=" of ")
_AUTHORITY = Text(nl="Aanbestedende dienst", en="Contracting authority")
_REFERENCE = Text(nl="Kenmerk", en="Reference")
_NATURE = Text(nl="Aard van de opdracht", en="Nature of the contract")
_PROCEDURE = Text(nl="Procedure", en="Procedure")
_DEADLINE = Text(nl="Uiterste moment van inschrijving", en="Deadline for bids")
_TERM = Text(nl="Looptijd van de overeenkomst", en="Term of the contract")
_FROM_TO = Text(nl="{start} tot en met {end}", en="{start} up to and including {end}")
_VERSION = Text(nl="Versie van de criteria", en="Version of the criteria")
_DIGEST = Text(nl="Controlegetal van de criteria (SHA-256)", en="Checksum of the criteria (SHA-256)")
_PARTICULARS = Text(nl="Gegevens van deze aanbesteding", en="Particulars of this tender")
_SUBJECT = Text(nl="Onderwerp", en="Item")
_CONTENT = Text(nl="Gegeven", en="Detail")


def header(edition: Edition) -> Content:
    return (Run(f"{edition.tender.title}\t{edition.tender.reference}"),)


def footer(stamp: Stamp, say: Wording) -> Content:
    """What the document rests on and its digest on the left, page x of y on the right."""
    left = f"{say(stamp.words)} · SHA-256 {stamp.digest[:16]}…\t{say(_PAGE)}"
    return (Run(left), PageNumber(), Run(say(_OF)), PageCount())


Lines = Sequence[tuple[str, str]]
"""Label and detail."""


def opening(edition: Edition, name: Text, say: Wording, more: Lines = ()) -> tuple[Block, ...]:
    """`more` stands in the table below the particulars of the tender."""
    return (
        title(say(name)),
        subtitle(edition.tender.title),
        paragraph(edition.tender.authority, style=ParagraphStyle.LEAD),
        particulars_table(edition, say, more),
    )


def particulars_table(edition: Edition, say: Wording, more: Lines = ()) -> Table:
    lines = [
        (_AUTHORITY, edition.tender.authority),
        (_REFERENCE, edition.tender.reference),
        (_NATURE, say(edition.particulars.nature)),
        (_PROCEDURE, say(edition.particulars.procedure)),
        *_dates(edition, say),
        (_VERSION, say(edition.version)),
        (_DIGEST, grouped(edition.digest)),
    ]
    told = [*((say(label), text) for label, text in lines), *more]
    return facts_table(told, alt=say(_PARTICULARS), say=say)


def facts_table(lines: Sequence[tuple[str, CellText]], *, alt: str, say: Wording) -> Table:
    """Two columns, label and detail; lines without a detail are left out."""
    return table(
        (column(say(_SUBJECT), 3), column(say(_CONTENT), 7)),
        (row(label, text) for label, text in lines if text),
        alt=alt,
    )


def _dates(edition: Edition, say: Wording) -> list[tuple[Text, str]]:
    known = edition.particulars
    lines = []
    if known.deadline is not None:
        lines.append((_DEADLINE, say.moment(known.deadline)))
    if known.contract_start is not None and known.contract_end is not None:
        term = say(_FROM_TO, start=say.day(known.contract_start), end=say.day(known.contract_end))
        lines.append((_TERM, term))
    return lines


def grouped(digest: str) -> str:
    """In groups of eight, so that a person can compare it."""
    return " ".join(digest[start : start + 8] for start in range(0, len(digest), 8))
