"""From the ranking to the contract."""

from datetime import date, timedelta

from tenders.models import FallenBid, Inquiry, Proceedings
from tenders.services.draw import record_draw
from tenders.services.evaluate import evaluate_lot
from tenders.services.evaluations import stored_result
from tenders.services.falling_away import let_fall
from tenders.services.inquiries import ask, judge, leave_unasked, record_answer
from tenders.services.proceedings import clear_ruling, end_proceedings, start_proceedings, waive_standstill
from tenders.services.verification import Seen, verify
from tests.whole_procedure.attempts import REASON
from tests.whole_procedure.judging import Judging
from tests.whole_procedure.model import PROOFS, Asked
from tests.whole_procedure.ranking import inputs, points, totals, winner
from tests.whole_procedure.receiving import ZONE
from tests.whole_procedure.table import OFFICE, QUALITY, ROLES

FALLING = (*QUALITY, "price_opening", "evaluation", "verification")


class Awarding(Judging):
    @property
    def today(self) -> date:
        return self.model.now.astimezone(ZONE).date()

    def rank(self) -> None:
        self.tick()
        model, found = self.model, []
        if model.phase != "evaluation" and (model.ranked is None or model.ranked != self._now_ranked()):
            found.append("phase")
        if model.phase == "evaluation" and not model.admitted():
            return  # what a ranking of nobody is, nobody published
        do = lambda: evaluate_lot(  # noqa: E731
            lot=self.lot, at=model.now, actor=self.people["officer"]
        )
        went, row = self.attempt("rank", found, do, logs=model.ranked != inputs(model))
        if not went:
            return
        model.ranked = inputs(model)
        result = stored_result(row)
        assert {each.bid.code: each.total for each in result.ranking} == totals(model)
        assert (result.winner.bid.code if result.winner else "") == winner(model)

    def _now_ranked(self) -> object:
        """Until the scores are locked the panel gives no value."""
        return None if self.model.phase in QUALITY else inputs(self.model)

    def draw(self, order: list[str]) -> None:
        self.tick()
        model = self.model
        tied = self._tied()
        found = [] if model.phase == "evaluation" else ["phase"]
        found += [] if tied and sorted(order) == sorted(tied) else ["no tie"]
        do = lambda: record_draw(  # noqa: E731
            lot=self.lot, order=order, held_by="de notaris", at=model.now, actor=self.people["officer"]
        )
        if self.attempt("draw", found, do)[0]:
            model.draws.append(order)

    def _tied(self) -> list[str]:
        model = self.model
        if model.phase != "evaluation" or model.ranked is None or model.ranked != inputs(model):
            return []
        found = {each.code: points(model, each) for each in model.admitted()}
        drawn = {code for order in model.draws for code in order}
        same = list(found.values())
        return [code for code, each in found.items() if same.count(each) > 1 and code not in drawn]

    def let_fall(self, code: str, name: str, cause: str, reason: str = REASON) -> None:
        self.tick()
        model, offer, bid = self.model, self.model.offers[code], self.bid(code)
        newest = [each.outcome for each in model.inquiries if each.code == code][-1:]
        wrong = {
            "phase": model.phase not in FALLING,
            "reason": not reason.strip(),
            "fallen": offer.fallen,
            "not judged": cause == "low" and (not newest or newest[0] in ("", "accepted")),
            "role": model.phase == "verification" and not OFFICE & ROLES[name],
        }
        do = lambda: let_fall(  # noqa: E731
            bid=bid, cause=cause, reason=reason, at=model.now, actor=self.people[name]
        )
        found = [what for what, is_wrong in wrong.items() if is_wrong]
        if self.attempt(f"{code} falls away", found, do)[0]:
            self._fell(code, reason, cause)

    def _fell(self, code: str, reason: str, cause: str) -> None:
        offer = self.model.offers[code]
        offer.fallen, offer.why, offer.cause = True, reason, cause
        if self.model.phase == "verification":
            self.model.phase = "evaluation"
            self.model.changes.append("rank-again")
            self.model.signatures.clear()

    # low prices

    def ask(self, code: str, days: int) -> None:
        self.tick()
        model, bid, by = self.model, self.bid(code), self.today + timedelta(days=days)
        wrong = {
            "phase": model.phase != "evaluation",
            "too soon": days < 1,
            "fallen": model.offers[code].fallen,
            "asked": any(each.code == code and not each.outcome for each in model.inquiries),
        }
        do = lambda: ask(  # noqa: E731
            bid=bid, question="Hoe kan dit?", answer_by=by, at=model.now, actor=self.people["officer"]
        )
        went, row = self.attempt(f"ask {code}", [what for what, is_so in wrong.items() if is_so], do)
        if went:
            model.inquiries.append(Asked(row.pk, code, by))

    def answer(self, asked: Asked, text: str) -> None:
        self.tick()
        model, row = self.model, Inquiry.objects.select_related("bid__lot").get(pk=asked.key)
        wrong = {
            "phase": model.phase != "evaluation",
            "judged": asked.outcome,
            "empty": not text.strip(),
        }
        do = lambda: record_answer(  # noqa: E731
            inquiry=row, answer=text, at=model.now, actor=self.people["officer"]
        )
        if self.attempt("answer", [what for what, is_so in wrong.items() if is_so], do)[0]:
            asked.answer = text

    def judge_price(self, asked: Asked, outcome: str, reason: str = REASON) -> None:
        self.tick()
        model, row = self.model, Inquiry.objects.select_related("bid__lot").get(pk=asked.key)
        wrong = {
            "phase": model.phase != "evaluation",
            "judged": bool(asked.outcome),
            "reason": not reason.strip(),
            "nothing to accept": not asked.answer and outcome == "accepted",
            "still time": not asked.answer and outcome != "accepted" and self.today <= asked.answer_by,
            "fallen": outcome != "accepted" and model.offers[asked.code].fallen,
        }
        do = lambda: judge(  # noqa: E731
            inquiry=row, outcome=outcome, reason=reason, at=model.now, actor=self.people["officer"]
        )
        if self.attempt("judge a price", [what for what, is_so in wrong.items() if is_so], do)[0]:
            asked.outcome = outcome
            if outcome != "accepted":
                self._fell(asked.code, reason, "low")

    def leave_unasked(self, code: str, reason: str = REASON) -> None:
        self.tick()
        model, bid = self.model, self.bid(code)
        wrong = {
            "phase": model.phase != "evaluation",
            "reason": not reason.strip(),
            "fallen": model.offers[code].fallen,
            "asked": any(each.code == code and not each.outcome for each in model.inquiries),
            "recorded": code in model.unasked,
        }
        do = lambda: leave_unasked(  # noqa: E731
            bid=bid, reason=reason, at=model.now, actor=self.people["officer"]
        )
        if self.attempt(f"leave {code} unasked", [what for what, is_so in wrong.items() if is_so], do)[0]:
            model.unasked.add(code)

    # proof, standstill, proceedings

    def verify(
        self, item: str, *, is_right: bool, reason: str = REASON, days: int | None = None, renewal: str = ""
    ) -> None:
        self.tick()
        model = self.model
        first = winner(model) if model.ranked is not None and model.phase == "verification" else ""
        until = None if days is None else self.today + timedelta(days=days)
        wrong = {
            "phase": model.phase != "verification",
            "unknown": item not in PROOFS,
            "expired": is_right and days is not None and days < 0,
            "reason": not is_right and not reason.strip(),
            "seen": is_right and len(reason.split()) < 3,
            "renewal": is_right and days is not None and days >= 0 and not renewal,
        }
        seen = Seen(is_right=is_right, words=reason, on=self.today, valid_until=until, renewal=renewal)
        do = lambda: verify(  # noqa: E731
            lot=self.lot, item=item, seen=seen, at=model.now, actor=self.people["officer"]
        )
        if self.attempt(f"verify {item}", [what for what, is_so in wrong.items() if is_so], do)[0]:
            model.checks[first, item], model.valid_until[first, item] = is_right, until

    def waive(self, name: str, ground: str, reason: str = REASON) -> None:
        self.tick()
        model = self.model
        wrong = {
            "phase": model.phase != "award",
            "role": "lawyer" not in ROLES[name],
            "reason": not reason.strip(),
            "others": ground == "sole_bidder" and len(model.offers) > 1,
            "there was a notice": ground == "no_notice",
            "waived": model.waived_at is not None,
        }
        do = lambda: waive_standstill(  # noqa: E731
            lot=self.lot, ground=ground, reason=reason, at=model.now, actor=self.people[name]
        )
        if self.attempt(f"waive by {name}", [what for what, is_so in wrong.items() if is_so], do)[0]:
            model.waived_at = model.now

    def sue(self, days: int) -> None:
        self.tick()
        model = self.model
        found = [] if model.phase in ("award", "standstill") else ["phase"]
        found += ["in the future"] if days > 0 else []
        do = lambda: start_proceedings(  # noqa: E731
            lot=self.lot, started_on=self.today + timedelta(days=days), reference="C/09/1", at=model.now,
            actor=self.people["officer"],
        )  # fmt: skip
        went, row = self.attempt("proceedings", found, do)
        if went:
            model.proceedings.append((row.pk, False))

    def rule_on(self, place: int, outcome: str = REASON, ruling: str = "dismissed") -> None:
        self.tick()
        model, (key, ended) = self.model, self.model.proceedings[place]
        row = Proceedings.objects.select_related("lot__tender__organisation").get(pk=key)
        found = ["ended"] if ended else []
        found += [] if outcome.strip() else ["outcome"]
        do = lambda: end_proceedings(  # noqa: E731
            proceedings=row,
            ended_on=self.today,
            ruling=ruling,
            outcome=outcome,
            at=model.now,
            actor=self.people["officer"],
        )
        if self.attempt("a ruling", found, do)[0]:
            model.proceedings[place] = (key, True)
            if model.standing and ruling in ("granted", "partly"):
                model.held_by.add(key)

    def clear_ruling(self, key: int, name: str) -> None:
        self.tick()
        model, row = self.model, Proceedings.objects.select_related("lot__tender__organisation").get(pk=key)
        found = [] if model.phase in ("award", "standstill") else ["phase"]
        found += [] if "lawyer" in ROLES[name] else ["role"]
        do = lambda: clear_ruling(  # noqa: E731
            proceedings=row, reason=REASON, at=model.now, actor=self.people[name]
        )
        if self.attempt("a ruling is cleared", found, do)[0]:
            model.held_by.discard(key)


CAUSES = tuple(FallenBid.Cause.values)
