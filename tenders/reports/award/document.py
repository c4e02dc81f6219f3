"""The award report as a document."""

from collections.abc import Iterator, Mapping, Sequence

from procurement.documents.compose import column, formula, heading, paragraph, row, table, warning
from procurement.documents.model import Block, Document, SectionBreak, TableOfContents
from procurement.language import Text
from tenders.reports.award.afterwards import afterwards_blocks
from tenders.reports.award.bids import bid_blocks
from tenders.reports.award.firmness import firmness_blocks
from tenders.reports.award.outcome import outcome_blocks
from tenders.reports.award.suppliers import supplier_blocks
from tenders.reports.edition import Assessment, Edition
from tenders.reports.front import footer, grouped, header, opening
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
    nl="Deze rangorde is berekend uit een vastgelegde momentopname. Wie het bestand met die momentopname "
    "heeft, rekent de rangorde na met het commando hieronder. Het controlegetal van dat bestand is gelijk "
    "aan het getal in de tabel.",
    en="This ranking was calculated from a recorded snapshot. Whoever has the file with that snapshot can "
    "recalculate the ranking with the command below. The checksum of that file equals the number in the "
    "table.",
)
_LOT_HEADING = Text(nl="Perceel", en="Lot")
_NUMBER = Text(nl="Beoordeling", en="Assessment")
_MADE = Text(nl="Berekend op", en="Calculated on")
_DIGEST = Text(nl="Controlegetal (SHA-256)", en="Checksum (SHA-256)")


def award_report(
    edition: Edition, assessments: Sequence[Assessment], proofs: Mapping[str, Sequence[SupplierProof]]
) -> Document:
    """`proofs` by lot code."""
    say = Wording(edition.language)
    return Document(
        title=f"{say(TITLE)} – {edition.tender.title}",
        language=edition.language,
        properties=edition.properties(TITLE),
        blocks=tuple(_blocks(edition, assessments, proofs, say)),
        header=header(edition),
        footer=footer(edition, say),
    )


def _blocks(
    edition: Edition,
    assessments: Sequence[Assessment],
    proofs: Mapping[str, Sequence[SupplierProof]],
    say: Wording,
) -> Iterator[Block]:
    yield from opening(edition, TITLE, say)
    yield warning(say(_CONFIDENTIAL))
    yield from _missing(edition, assessments, say)
    yield TableOfContents(say(_CONTENTS), levels=2)
    for assessment in assessments:
        yield SectionBreak(landscape=True)
        yield from _lot(edition, assessment, proofs.get(assessment.lot.code, ()), say)
    yield SectionBreak(landscape=False)
    yield from afterwards_blocks(say)
    yield from _signing(say)
    yield from _recalculating(assessments, say)


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


def _recalculating(assessments: Sequence[Assessment], say: Wording) -> Iterator[Block]:
    yield heading(1, say(_RECALCULATE))
    yield paragraph(say(_RECALCULATE_TEXT))
    yield formula("python manage.py score snapshot.json")
    yield table(
        (
            column(say(_LOT_HEADING), 2),
            column(say(_NUMBER), 3),
            column(say(_MADE), 5),
            column(say(_DIGEST), 9),
        ),
        (
            row(each.lot.code, str(each.number), say.moment(each.made_at), grouped(each.digest))
            for each in assessments
        ),
        alt=say(_RECALCULATE),
    )
