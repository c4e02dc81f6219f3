"""The award report as a document."""

from collections.abc import Iterator, Mapping, Sequence

from procurement.audit.chain import Head
from procurement.documents.compose import column, heading, paragraph, row, table, warning
from procurement.documents.model import Block, Document, SectionBreak, TableOfContents
from procurement.language import Text
from tenders.reports.award.afterwards import afterwards_blocks
from tenders.reports.award.bids import bid_blocks
from tenders.reports.award.firmness import firmness_blocks
from tenders.reports.award.outcome import outcome_blocks
from tenders.reports.award.stamp import stamp_lines, stamp_of
from tenders.reports.award.suppliers import supplier_blocks
from tenders.reports.edition import Assessment, Edition
from tenders.reports.files import file_name, snapshot_name
from tenders.reports.front import facts_table, footer, grouped, header, opening
from tenders.reports.log_head import log_line
from tenders.reports.proof import SupplierProof
from tenders.reports.vocabulary import LOT, LOT_SHORT
from tenders.reports.wording import Wording

TITLE = Text(nl="Gunningsadvies", en="Award report")
_CONTENTS = Text(nl="Inhoud", en="Contents")
_NOT_YET = Text(
    nl="Van deze percelen is nog geen rangorde berekend: {lots}.",
    en="No ranking has been calculated yet for these lots: {lots}.",
)
_CONFIDENTIAL = Text(
    nl="Vertrouwelijk tot de gunningsbeslissing is verzonden. Haal bedrijfsvertrouwelijke gegevens van "
    "anderen weg voordat u delen hiervan aan een inschrijver stuurt (art. 2.130 en 2.138 Aw 2012).",
    en="Confidential until the award decision has been sent. Take out business secrets of others before you "
    "send parts of this to a bidder (art. 2.130 and 2.138 of the Public Procurement Act 2012).",
)
_SIGNING = Text(nl="Ondertekening", en="Signatures")
_ROLE = Text(nl="Rol", en="Role")
_NAME = Text(nl="Naam", en="Name")
_DATE = Text(nl="Datum", en="Date")
_SIGNATURE = Text(nl="Handtekening", en="Signature")
_ROLES = (
    Text(nl="Voorzitter van de beoordelingscommissie", en="Chair of the evaluation committee"),
    Text(nl="Inkoper", en="Procurement officer"),
    Text(nl="Jurist", en="Lawyer"),
    Text(nl="Budgethouder", en="Budget holder"),
)
_RECALCULATE = Text(nl="Zo rekent u dit na", en="How to recalculate this")
_RECALCULATE_TEXT = Text(
    nl="De rangorde van elk perceel is berekend uit een vastgelegde momentopname: een bestand dat bij de "
    "documenten van deze aanbesteding staat. Met het commando in de tabel rekent u de rangorde na. De "
    "SHA-256 van dat bestand is gelijk aan het controlegetal in de tabel.",
    en="The ranking of each lot was calculated from a recorded snapshot: a file that stands with the "
    "documents of this tender. The command in the table recalculates the ranking. The SHA-256 of that file "
    "equals the checksum in the table.",
)
_LOT_HEADING = Text(nl="Perceel", en="Lot")
_LOG = Text(nl="Logboek", en="Log")
_NUMBERED = Text(nl="nummer {number}, {moment}", en="number {number}, {moment}")
_COMMAND = Text(nl="Commando", en="Command")
_MADE = Text(nl="Berekend op", en="Calculated on")
_DIGEST = Text(nl="Controlegetal (SHA-256)", en="Checksum (SHA-256)")


def award_report(
    edition: Edition,
    assessments: Sequence[Assessment],
    proofs: Mapping[str, Sequence[SupplierProof]],
    head: Head | None = None,
) -> Document:
    """`proofs` by lot code; `head` of the log, where there is one."""
    say, stamp = Wording(edition.language), stamp_of(edition, assessments)
    return Document(
        title=f"{say(TITLE)} – {edition.tender.title}",
        language=edition.language,
        properties=edition.properties(TITLE, stamp),
        blocks=(*_blocks(edition, assessments, proofs, say), *_log(head, say)),
        header=header(edition),
        footer=footer(stamp, say),
    )


def _blocks(
    edition: Edition,
    assessments: Sequence[Assessment],
    proofs: Mapping[str, Sequence[SupplierProof]],
    say: Wording,
) -> Iterator[Block]:
    yield from opening(edition, TITLE, say, tuple(stamp_lines(assessments, say)))
    yield warning(say(_CONFIDENTIAL))
    yield from _missing(edition, assessments, say)
    yield TableOfContents(say(_CONTENTS), levels=2)
    for assessment in assessments:
        yield SectionBreak(landscape=True)
        yield from _lot(edition, assessment, proofs.get(assessment.lot.code, ()), say)
    yield SectionBreak(landscape=False)
    yield from afterwards_blocks(say)
    yield from _signing(say)
    yield from _recalculating(edition, assessments, say)


def _log(head: Head | None, say: Wording) -> Iterator[Block]:
    if head is not None:
        yield facts_table([log_line(head, say)], alt=say(_LOG), say=say)


def _missing(edition: Edition, assessments: Sequence[Assessment], say: Wording) -> Iterator[Block]:
    done = {assessment.lot.code for assessment in assessments}
    lots = [say(LOT_SHORT, code=lot.code) for lot in edition.tender.lots if lot.code not in done]
    if lots:
        yield warning(say(_NOT_YET, lots=", ".join(lots)))


def _lot(
    edition: Edition, assessment: Assessment, proofs: Sequence[SupplierProof], say: Wording
) -> Iterator[Block]:
    lot = assessment.lot
    yield heading(1, say(LOT, code=lot.code, title=lot.title))
    yield from outcome_blocks(assessment, say(LOT_SHORT, code=lot.code).lower(), say)
    yield from bid_blocks(assessment.result, say)
    yield from firmness_blocks(assessment.result, say)
    yield from supplier_blocks(proofs, edition.particulars.contract_end, say)


def _signing(say: Wording) -> Iterator[Block]:
    yield heading(1, say(_SIGNING))
    columns = (
        column(say(_ROLE), 5),
        column(say(_NAME), 4),
        column(say(_DATE), 3),
        column(say(_SIGNATURE), 5),
    )
    yield table(columns, (row(say(role), "", "", "\n\n") for role in _ROLES), alt=say(_SIGNING))


def _recalculating(edition: Edition, assessments: Sequence[Assessment], say: Wording) -> Iterator[Block]:
    yield heading(1, say(_RECALCULATE))
    yield paragraph(say(_RECALCULATE_TEXT))
    yield table(
        (
            column(say(_LOT_HEADING), 3),
            column(say(_MADE), 5),
            column(say(_COMMAND), 8),
            column(say(_DIGEST), 8),
        ),
        (
            row(
                each.lot.code,
                say(_NUMBERED, number=str(each.number), moment=say.moment(each.made_at)),
                f"python manage.py score {file_name(edition.tender.reference, snapshot_name(each.lot.code))}",
                grouped(each.digest),
            )
            for each in assessments
        ),
        alt=say(_RECALCULATE),
    )
