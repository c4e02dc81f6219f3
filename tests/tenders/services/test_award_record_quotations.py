"""In the English record of an award the Dutch words of the buyer are marked as Dutch."""

from dataclasses import replace

import pytest

from procurement.documents.model import Document
from procurement.language import Text
from tenders.reports.record.document import record_document
from tenders.reports.record.model import Case, Conflict, Explanation, LaterPrice, LowBid, Waived
from tenders.services.award_record import award_record
from tenders.services.editions import edition_of
from tests.tenders.services.decided import AT, decided

pytestmark = pytest.mark.django_db


def quotations(document: Document) -> list[str]:
    """The words that are marked as Dutch, wherever they stand."""
    parts = [getattr(block, "content", ()) for block in document.blocks]
    for block in document.blocks:
        parts += [cell for each in getattr(block, "rows", ()) for cell in each.cells]
        parts += [item.content for item in getattr(block, "items", ())]
    return [run.text for part in parts for run in part if getattr(run, "language", None) == "nl"]


def test_the_english_record_marks_each_dutch_quotation() -> None:
    lot, words = decided(), iter(f"Nederlandse zin {number}." for number in range(99))
    edition, record = edition_of(lot.tender, language="en"), award_record(lot)
    [decision], day = record.decisions, AT.date()
    waiver = Waived(at=AT, by="jurist", ground=Text(nl="een ander", en="another"), reason=next(words))
    asked = Explanation(
        question="Hoe?", asked_at=AT, asked_by="inkoper", answer_by=day, answer="Zo.", judged_at=AT,
        outcome=Text(nl="afgewezen", en="rejected"), is_rejected=True, reason=next(words),
    )  # fmt: skip
    later = LaterPrice(
        bidder="A", put_in_at=AT, people=("x", "y"), reason=next(words), opened_at=None, others_at=None
    )
    told = replace(
        record,
        decisions=(replace(decision, withdrawn_at=AT, withdrawal=next(words), waiver=waiver),),
        cases=(Case(reference="C/09/1", started_on=day, ended_on=day, outcome=next(words)),),
        conflicts=(Conflict(assessor="A", bidder="B", at=AT, reason=next(words), scored=("Zevende zin",)),),
        low_bids=(LowBid(bidder="B", signals=(), asked=(asked,)),),
        later_prices=(later,),
        bidders=tuple(
            replace(each, fallen="Achtste zin." if each.code == "B" else "") for each in record.bidders
        ),
    )

    found = quotations(record_document(edition, told))

    aside = ["Zevende zin", "Achtste zin.", "De garantie is twee jaar, blijkens bijlage 3.", "Garantie"]
    typed = [*(f"Nederlandse zin {number}." for number in range(6)), *aside]
    assert [each for each in typed if each not in found] == []
    assert found.count("Nederlandse zin 1.") == 2  # among the rejected, and with its signal
