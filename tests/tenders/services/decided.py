"""A lot with a decision, and the letters about it."""

from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZipFile

from procurement.organisations.models import Role
from tenders.models import AwardDecision, BidValue, Letter, Lot
from tenders.procedure.phases import Phase
from tenders.services.evaluate import evaluate_lot
from tenders.services.letters import sent_letters
from tenders.services.transitions import take_step
from tests import cast

AT = datetime(2026, 12, 5, 10, tzinfo=UTC)
REASONS = {
    "A": "Het plan noemt twee vaste contactpersonen maar geen reactietijd buiten kantooruren.",
    "B": "Het plan belooft binnen een uur antwoord, ook in het weekend, met een vaste vervanger.",
    "C": "Het plan beschrijft een meldpunt met wachttijden en een escalatie naar de directie.",
}


def decided(*, reasons: dict[str, str] = REASONS, more: str = "", of: str = "T-1") -> Lot:
    """A lot whose award was decided: A won, B lost, C was knocked out; `more` codes of bids that lost."""
    lot = cast.lot_with_bids(cast.tender(reference=of))
    for code in more:
        cast.bid(lot, code, "1100", "voldoende", "300")
    for value in BidValue.objects.filter(bid__lot=lot, criterion__code="K").select_related("bid"):
        value.motivation = reasons.get(value.bid.code, "")
        value.save()
    outcome = lot.bids.get(code="C").outcomes.get()
    outcome.reason = "De garantie is twee jaar, blijkens bijlage 3."
    outcome.save()
    cast.published(lot.tender, Phase.EVALUATION)
    officer = cast.person(Role.OFFICER)
    evaluation = evaluate_lot(lot=lot, at=cast.NOW, actor=officer)
    AwardDecision.objects.create(
        lot=lot, evaluation=evaluation, winner="A", decided_at=cast.NOW, made_by=officer
    )
    return cast.in_phase(lot, Phase.AWARD)


def send(lot: Lot) -> list[Letter]:
    take_step(lot=lot, code="send-letters", at=AT, actor=cast.person(Role.OFFICER))
    return sent_letters(lot.decisions.get())


def document_of(letter: Letter) -> str:
    return ZipFile(BytesIO(bytes(letter.word))).read("word/document.xml").decode()
