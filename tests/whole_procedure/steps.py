"""Steps of the procedure, tried by anybody, with what each must change."""

from collections.abc import Callable, Mapping

from tenders.models import Bid
from tenders.services.transitions import take_step
from tests.whole_procedure.attempts import REASON, Attempts
from tests.whole_procedure.model import Model, Offer
from tests.whole_procedure.obstacles import against
from tests.whole_procedure.ranking import winner
from tests.whole_procedure.table import STEPS
from tests.whole_procedure.world import frozen_rows


class Steps(Attempts):
    def step(self, code: str, name: str, reason: str = REASON) -> bool:
        self.tick()
        model, found = self.model, against(self.model, code, name, reason)
        went, changes = self.attempt(
            f"{code} by {name}",
            found,
            lambda: take_step(lot=self.lot, code=code, at=model.now, actor=self.people[name], reason=reason),
        )
        if not went:
            return False
        waits = STEPS[code].people == 2 and not model.signed_by(code)
        assert (changes == []) is waits, f"{code} by {name}: one signature or two?"
        if waits:
            model.signatures[code] = (name, model.now)
            return False
        model.signatures.clear()  # what was signed for was another state
        model.changes.append(code)
        model.phase = STEPS[code].target
        self._follow(code, name)
        return True

    def _follow(self, code: str, name: str) -> None:
        if code == "hand-back" and name in ("lawyer", "both"):
            self.model.judged[self.model.draft] = (False, name)
        if code == "open-bids":
            self._open()
        if code in FOLLOWS:
            FOLLOWS[code](self.model)
        if code == "publish":
            self.model.frozen = frozen_rows()

    def _open(self) -> None:
        """Who handed in has a bid now, and nobody else."""
        codes = dict(Bid.objects.filter(lot=self.lot_key).values_list("supplier__name", "code"))
        expected = {
            each.supplier: each
            for each in self.model.envelopes.values()
            if not (each.is_withdrawn or each.is_replaced)
        }
        assert codes.keys() == expected.keys(), "other bids were opened than were handed in"
        for supplier, code in sorted(codes.items(), key=lambda item: item[1]):
            sealed = expected[supplier]
            late = sealed.received_at > self.model.deadline
            self.model.offers[code] = Offer(
                code=code,
                supplier=supplier,
                footprint="" if late else sealed.footprint,
                sealed_price=sealed.price,
                is_late=late,
                fallen=late,
                made_on=self.model.version_at(sealed.received_at),
                why="Te laat ontvangen." if late else "",
            )


def _publish(model: Model) -> None:
    model.published, model.versions, model.published_at = model.draft, 1, model.now
    model.versions_at = [model.now]


def reopen_unfinished(model: Model) -> None:
    """Who was ready and has a bid more to score goes on."""
    for each in model.active():
        if each.is_ready and (model.undeclared(each) or model.unfinished(each)):
            each.is_ready = False


def _open_prices(model: Model) -> None:
    model.prices_opened = True
    for each in model.admitted():
        each.price = each.price or each.sealed_price


def _decide(model: Model) -> None:
    model.standing = winner(model)
    model.decisions += 1
    model.letters, model.waived_at, model.sent_at = False, None, None
    model.held_by.clear()


def _send(model: Model) -> None:
    model.letters, model.sent_at = True, model.now


def _lapse(model: Model) -> None:
    model.standing, model.waived_at = "", None


FOLLOWS: Mapping[str, Callable[[Model], None]] = {
    "publish": _publish,
    "start-assessment": reopen_unfinished,
    "open-prices": _open_prices,
    "decide-award": _decide,
    "send-letters": _send,
    "withdraw-decision": _lapse,
    "stop": _lapse,
}
