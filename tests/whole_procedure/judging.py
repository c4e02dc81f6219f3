"""Admission, the panel, scoring alone and the consensus meeting."""

from tenders.models import Assessor, IndividualScore
from tenders.services.bids import Entry, record_outcomes, record_values
from tenders.services.consensus import Agreement, agree, reveal
from tenders.services.minutes import Written, minutes_of, write_minutes
from tenders.services.panel import set_panel, withdraw_assessor
from tenders.services.scoring_alone import Answer, declare, make_ready, save_score
from tests.whole_procedure.attempts import REASON
from tests.whole_procedure.model import Member, Model
from tests.whole_procedure.table import QUALITY, SEALED
from tests.whole_procedure.versions import Versions
from tests.whole_procedure.world import JURORS

LEVELS = ("goed", "voldoende", "matig")


def why(who: str, code: str, *, is_whole: bool = True) -> str:
    """A motivation that says enough, another one for every bid; or one that does not."""
    if not is_whole:
        return "Prima."
    return f"De monteur van {code} komt binnen vier uur en brengt een leentoestel mee, aldus {who}."


class Judging(Versions):
    def judge_requirement(self, code: str, *, met: bool, reason: str = "") -> None:
        self.tick()
        model, bid = self.model, self.bid(code)
        requirement = bid.lot.requirements.get().pk
        reason = reason if met else reason.strip() or "Nee."  # the form asks for it
        do = lambda: record_outcomes(  # noqa: E731
            bid=bid,
            outcomes=[(requirement, met, reason)],
            at=model.now,
            actor=self.people["officer"],
        )
        offer = model.offers[code]
        found = [] if model.phase == "opening" else ["phase"]
        if met and offer.met is False:
            found += ["two people"] if model.admission_was_closed else []
            found += [] if reason.strip() else ["reason"]
        if self.attempt(f"requirement of {code}", found, do)[0]:
            offer.met, offer.unmet = met, "" if met else reason
            offer.why = offer.why if offer.fallen else offer.unmet

    def correct_value(self, code: str, criterion: str, value: str, motivation: str) -> None:
        """Prices and scores of the panel never by hand."""
        self.tick()
        model, offer = self.model, self.model.offers[code]
        found = [] if model.phase in QUALITY else ["phase"]
        found += ["prices are known"] if model.prices_opened else []
        found += [] if criterion == "D1" else ["not by hand"]
        entry = Entry(
            bid=self.bid(code), criterion=self.criterion(criterion), value=value, motivation=motivation
        )
        changes = (offer.footprint, offer.motivation) != (value, motivation)
        do = lambda: record_values(  # noqa: E731
            lot=self.lot, entries=[entry], at=model.now, actor=self.people["officer"]
        )
        if self.attempt(f"value of {code} for {criterion}", found, do, logs=changes)[0]:
            offer.footprint, offer.motivation = value, motivation if value else ""

    # the panel

    def appoint(self, name: str, *, is_on: bool) -> None:
        self.tick()
        model, member = self.model, self.model.panel.get(name)
        user, criteria = self.people[name], [self.criterion("K").pk] if is_on else []
        found = [] if model.phase in (*SEALED, "opening", "assessment") else ["phase"]
        found += ["no assessor"] if is_on and name not in JURORS else []
        changes = (member is not None and member.is_assigned) is not is_on
        if member is not None and changes:
            found += self._fixed(member, is_on=is_on)
        do = lambda: set_panel(  # noqa: E731
            lot=self.lot, wanted={user.pk: criteria}, at=model.now, actor=self.people["officer"]
        )
        if self.attempt(f"appoint {name}", found, do, logs=changes)[0] and changes:
            self._appointed(name, is_on=is_on)

    def _fixed(self, member: Member, *, is_on: bool) -> list[str]:
        started = bool(member.declared or member.scores) and not is_on
        wrong = {"left": not member.is_active, "started": started, "ready": member.is_ready}
        return [what for what, is_wrong in wrong.items() if is_wrong]

    def _appointed(self, name: str, *, is_on: bool) -> None:
        if not is_on:
            del self.model.panel[name]
            return
        row = Assessor.objects.get(lot=self.lot_key, user=self.people[name])
        self.model.panel[name] = Member(name, row.letter)

    def assessor(self, name: str) -> Assessor:
        rows = Assessor.objects.select_related("lot__tender__organisation", "user")
        return rows.get(lot=self.lot_key, user=self.people[name])

    def dismiss(self, name: str, reason: str = REASON) -> None:
        self.tick()
        model, member, row = self.model, self.model.panel[name], self.assessor(name)
        found = [] if model.phase in (*SEALED, *QUALITY) else ["phase"]
        found += ["prices are known"] if model.prices_opened else []
        found += [] if reason.strip() else ["reason"]
        found += ["the only one"] if model.active() == [member] else []
        do = lambda: withdraw_assessor(  # noqa: E731
            assessor=row, reason=reason, at=model.now, actor=self.people["officer"]
        )
        if self.attempt(f"dismiss {name}", found, do, logs=member.is_active)[0]:
            member.is_active = False

    def declare(self, name: str, codes: list[str], *, has_conflict: bool, explanation: str = REASON) -> None:
        self.tick()
        model, member, row = self.model, self.model.panel[name], self.assessor(name)
        known = {code: member.declared[code][0] for code in codes if code in member.declared}
        changes = [code for code in codes if known.get(code) is not has_conflict]
        back = any(known.get(code) and not has_conflict for code in changes)
        wrong = {
            "phase": model.phase not in QUALITY,
            "left": not member.is_active,
            "not a bid": any(not model.offers[code].is_admitted for code in codes),
            "not back": back and (member.is_ready or model.phase == "consensus"),
            "explain": bool(changes) and (has_conflict or back) and not explanation.strip(),
        }
        answers = {self.bid(code).pk: Answer(has_conflict, explanation) for code in codes}
        do = lambda: declare(assessor=row, answers=answers, at=model.now)  # noqa: E731
        found = [what for what, is_wrong in wrong.items() if is_wrong]
        if self.attempt(f"{name} declares", found, do, logs=bool(changes))[0]:
            member.declared |= dict.fromkeys(changes, (has_conflict, model.now))

    def _may_not_score(self, member: Member) -> list[str]:
        wrong = {
            "phase": self.model.phase != "assessment",
            "left": not member.is_active,
            "final": member.is_ready,
            "declare first": bool(self.model.undeclared(member)),
        }
        return [what for what, is_wrong in wrong.items() if is_wrong]

    def score(self, name: str, code: str, level: str, motivation: str, *, behind: int = 0) -> None:
        self.tick()
        model, member, row = self.model, self.model.panel[name], self.assessor(name)
        stored, version = member.scores.get(code), member.versions.get(code, 0)
        found = self._may_not_score(member)
        found += [] if code in model.duty(member) else ["not yours"]
        found += ["stale"] if behind and stored not in (None, (level, motivation)) else []
        seen = version - behind
        do = lambda: save_score(  # noqa: E731
            assessor=row, bid=self.bid(code), criterion=self.criterion("K"), value=level,
            motivation=motivation, seen_version=seen, at=model.now,
        )  # fmt: skip
        went, saved = self.attempt(f"{name} scores {code}", found, do, logs=False)
        if went:
            member.scores[code], member.versions[code] = (level, motivation), saved.version

    def finish(self, name: str) -> None:
        self.tick()
        model, member, row = self.model, self.model.panel[name], self.assessor(name)
        found = [*self._may_not_score(member), *model.unfinished(member)]
        do = lambda: make_ready(assessor=row, at=model.now)  # noqa: E731
        if self.attempt(f"{name} is ready", found, do)[0]:
            member.is_ready = True

    # the meeting

    def reveal(self) -> None:
        self.tick()
        model = self.model
        do = lambda: reveal(  # noqa: E731
            lot=self.lot, criterion=self.criterion("K"), at=model.now, actor=self.people["officer"]
        )
        found = [] if model.phase == "consensus" else ["phase"]
        if self.attempt("reveal", found, do, logs=not model.is_revealed)[0]:
            model.is_revealed = True

    def agree(self, code: str, level: str, reason: str, *, behind: int = 0) -> None:
        self.tick()
        model = self.model
        versions = model.agreed.setdefault(code, [])
        seen = max(len(versions) - behind, 0)
        agreement = Agreement(bid=self.bid(code), value=level, reason=reason, seen=seen)
        is_new = _is_new(model, code, level, reason)
        found = [] if model.phase == "consensus" and model.is_revealed else ["not now"]
        found += self._disagreed(code, level, reason, seen) if is_new else []
        do = lambda: agree(  # noqa: E731
            lot=self.lot, criterion=self.criterion("K"), agreements=[agreement], at=model.now,
            actor=self.people["officer"],
        )  # fmt: skip
        if self.attempt(f"agree on {code}", found, do, logs=is_new)[0] and is_new:
            versions.append((level, reason, model.now))

    def write_minutes(self, text: str) -> None:
        """With everybody who is on the panel now."""
        self.tick()
        model, rows = self.model, [self.assessor(each.name) for each in self.model.active()]
        written = Written(
            held_at=model.now, present=tuple(rows), text=text, seen=minutes_of(self.lot).version
        )
        do = lambda: write_minutes(  # noqa: E731
            lot=self.lot, written=written, at=model.now, actor=self.people["officer"]
        )
        found = [] if model.phase == "consensus" else ["phase"]
        if self.attempt("minutes", found, do)[0]:
            model.has_minutes = bool(rows) and bool(text.strip())

    def _disagreed(self, code: str, level: str, reason: str, seen: int) -> list[str]:
        model, agrees = self.model, self.model.combination == "consensus"
        wrong = {
            "not admitted": not model.offers[code].is_admitted,
            "nobody judged it": not model.judges(code),
            "level": (level not in LEVELS) if agrees else bool(level),
            "bare": len(reason) < 40 and (agrees or bool(reason)),
            "stale": seen != len(model.agreed[code]),
        }
        return [what for what, is_wrong in wrong.items() if is_wrong]


def _is_new(model: Model, code: str, level: str, reason: str) -> bool:
    """After a conflict of interest the same score is a new one."""
    since = [m.declared[code][1] for m in model.panel.values() if m.is_active and m.has_conflict(code)]
    newest = model.agreed[code][-1] if model.agreed[code] else ("", "", None)
    lapsed = model.combination == "consensus" and newest[2] and any(each > newest[2] for each in since)
    if lapsed and model.judges(code):
        return bool(level or reason)
    return (level, reason) != newest[:2]


def scores_of(name: str) -> list[tuple[object, ...]]:
    rows = IndividualScore.objects.filter(assessor__user__username=f"{name}.whole").order_by("pk")
    return list(rows.values_list("bid__code", "value", "motivation", "version"))
