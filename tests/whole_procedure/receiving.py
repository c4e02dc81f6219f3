"""Approving and publishing a clarification, and the bids that come in meanwhile."""

from datetime import timedelta

from tenders.models import SealedBid
from tenders.published_form import form_digest
from tenders.services.clarification_publishing import approve_changes, publish_clarification
from tenders.services.sealing import NewSealedBid, seal_bid, seal_prices, withdraw_bid
from tests.whole_procedure.drafting import ZONE, Drafting
from tests.whole_procedure.model import Draft, Envelope, Nota
from tests.whole_procedure.table import ROLES
from tests.whole_procedure.world import frozen_rows


class Receiving(Drafting):
    def _coming(self, nota: Nota) -> Draft:
        return (*self.model.draft[:2], nota.new_deadline or self.model.deadline)

    def _changes_documents(self, nota: Nota) -> bool:
        return nota.is_amending and self.model.draft != self.model.published

    def approve_nota(self, name: str) -> None:
        self.tick()
        model, row, nota = self.model, self.row(), self.model.nota
        found = [] if "lawyer" in ROLES[name] else ["role"]
        if nota is None or model.phase != "clarification":
            found.append("not now")
        elif not self._changes_documents(nota):
            found.append("nothing to approve")
        elif model.draft[0] != 60:
            found.append("weights")
        do = lambda: approve_changes(clarification=row, at=model.now, actor=self.people[name])  # noqa: E731
        if self.attempt(f"approve the nota by {name}", found, do)[0]:
            assert nota is not None
            model.judged[self._coming(nota)] = (True, name)

    def publish_nota(self, name: str) -> None:
        self.tick()
        model, row, found = self.model, self.row(), self._about_nota(name)
        found += self._unfit(model.nota, name) if model.nota is not None else []
        do = lambda: publish_clarification(  # noqa: E731
            clarification=row, at=model.now, actor=self.people[name]
        )
        went, publication = self.attempt(f"publish the nota by {name}", found, do)
        if not went or model.nota is None:
            return
        coming = self._coming(model.nota)
        if coming != model.published:
            model.versions += 1
            model.versions_at.append(model.now)
        assert publication.version == model.versions, "a change without a version, or the other way round"
        model.draft = model.published = coming
        model.nota, model.frozen = None, frozen_rows()
        assert publication.digest == form_digest(self.lot.tender), "published is something else than the rows"

    def _unfit(self, nota: Nota, name: str) -> list[str]:
        model, changed = self.model, self._changes_documents(nota)
        moves = nota.new_deadline is not None
        days = (model.deadline.astimezone(ZONE).date() - model.now.astimezone(ZONE).date()).days
        is_approved, by = model.judged.get(self._coming(nota), (False, ""))
        wrong = {
            "empty": not nota.answers and not changed and not moves,
            "no answer": any(not each.strip() for each in nota.answers),
            "weights": changed and model.draft[0] != 60,
            "reason": (changed or moves) and not nota.reason.strip(),
            "how much": changed and nota.is_substantial is None,
            "why not": changed
            and nota.is_substantial is False
            and (not nota.why_not.strip() or nota.why_not == nota.reason),
            "too late": model.now > model.deadline,
            "needs more time": not moves and (days < 10 or bool(changed and nota.is_substantial)),
            "not later": nota.new_deadline is not None and nota.new_deadline <= model.deadline,
            "not approved": changed and not is_approved,
            "own approval": changed and is_approved and by == name,
        }
        return [what for what, is_wrong in wrong.items() if is_wrong]

    # bids

    def seal(self, supplier: str, footprint: str, price: str, *, ago: timedelta) -> None:
        self.tick()
        model, received_at = self.model, self.model.now - ago
        found = [] if model.is_sealed else ["phase"]
        found += ["in the future"] if received_at > model.now else []
        found += ["before publication"] if model.published_at and received_at < model.published_at else []
        bid = NewSealedBid(
            supplier=supplier,
            received_at=received_at,
            values={"D1": footprint} if footprint else {},
            prices={"P": price} if price else {},
            answers={"K": f"Zo levert {supplier} service."},
        )
        do = lambda: seal_bid(lot=self.lot, bid=bid, at=model.now, actor=self.people["officer"])  # noqa: E731
        went, row = self.attempt(f"seal a bid of {supplier}", found, do)
        if went:
            model.envelopes[row.receipt] = Envelope(supplier, received_at, footprint, price)

    def seal_price(self, receipt: str, price: str) -> None:
        """A price that follows its bid, until the deadline."""
        self.tick()
        model, row = (
            self.model,
            SealedBid.objects.select_related("lot__tender__organisation").get(receipt=receipt),
        )
        found = [] if model.is_sealed else ["phase"]
        found += ["deadline"] if model.now > model.deadline else []
        do = lambda: seal_prices(  # noqa: E731
            sealed=row, prices={"P": price}, at=model.now, actor=self.people["officer"]
        )
        if self.attempt("seal a price", found, do)[0]:
            model.envelopes[receipt].price = price
            for each in model.offers.values():
                if each.supplier == model.envelopes[receipt].supplier:
                    each.sealed_price = price

    def withdraw(self, receipt: str) -> None:
        self.tick()
        model = self.model
        found = [] if model.is_sealed else ["phase"]
        found += ["deadline"] if model.now > model.deadline else []
        found += ["withdrawn before"] if model.envelopes[receipt].is_withdrawn else []
        do = lambda: withdraw_bid(  # noqa: E731
            lot=self.lot, receipt=receipt, reason="by-bidder", at=model.now, actor=self.people["officer"]
        )
        if self.attempt("withdraw a bid", found, do)[0]:
            model.envelopes[receipt].is_withdrawn = True
