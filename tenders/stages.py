"""Where each tender stands: the state and the reason of every step, and the one next action.

All of it follows from the phase of the lot that is least far, from a few counted facts of the draft and
from the same guards that the step itself asks. A work list of any length costs the same number of queries.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from procurement.words import readers_language, words
from tenders.figures import figure
from tenders.models import Tender
from tenders.procedure import guards
from tenders.procedure.phases import DRAFT, SEALED, Phase, is_before
from tenders.procedure.transitions import transitions_from
from tenders.screen_links import ScreenLink, screen_link
from tenders.services.check import before_publication
from tenders.services.facts import facts_of as facts_of_lot
from tenders.stage_actions import NEXT_THINGS
from tenders.stage_facts import LotFacts, TenderFacts, facts_of

State = Literal["done", "current", "later"]

STEPS = (
    gettext_lazy("Opzet"),
    gettext_lazy("Criteria"),
    gettext_lazy("Toets"),
    gettext_lazy("Publicatie"),
    gettext_lazy("Beoordeling"),
    gettext_lazy("Gunning"),
    gettext_lazy("Contract"),
)
SETUP, CRITERIA, CHECK, PUBLICATION, ASSESSMENT, AWARD, CONTRACT = range(7)

BY_THE_CALENDAR = (guards.deadline_has_passed, guards.standstill_has_ended)
"""The guards that need no more than a date; the others would cost queries for each tender."""


@dataclass(frozen=True, slots=True)
class Step:
    name: str
    state: State
    word: str  # the state in words: colour and shape only help
    url: str = ""


@dataclass(frozen=True, slots=True)
class Action:
    """The one next thing to do. A `reason` says why it cannot be done yet."""

    label: str
    url: str
    why: str = ""
    reason: str = ""
    places: tuple[ScreenLink, ...] = ()  # where what stands in the way is put right


@dataclass(frozen=True, slots=True)
class Progress:
    steps: tuple[Step, ...]
    action: Action

    @property
    def current(self) -> Step:
        return next(step for step in self.steps if step.state == "current")

    @property
    def done(self) -> int:
        return sum(step.state == "done" for step in self.steps)

    @property
    def waits(self) -> bool:
        """Does it wait on the officer? Not while the next action cannot be done."""
        return not self.action.reason


def progress_of(tenders: Sequence[Tender], *, now: datetime) -> dict[int, Progress]:
    """The progress of each tender by its key. The legality check is not run: it stays to be done."""
    return {pk: progress(facts, now=now) for pk, facts in facts_of(tenders).items()}


def progress_of_one(tender: Tender, *, now: datetime, problems: int | None = None) -> Progress:
    """The progress of one tender, with the check run when the rest is ready for it.

    `problems` is what that check counts, from a page that has run it already.
    """
    facts = facts_of([tender])[tender.pk]
    if _current(facts) == CHECK:
        counted = len(before_publication(tender, at=now).problems) if problems is None else problems
        facts = replace(facts, problems=counted)
    shown = progress(facts, now=now)
    if not facts.lots or facts.lot_at_work.phase is Phase.PREPARATION:
        return shown
    return replace(shown, action=_told_by_the_guards(tender, facts, shown.action, now))


def _told_by_the_guards(tender: Tender, facts: TenderFacts, action: Action, now: datetime) -> Action:
    """Where one step leads on: the step itself once nothing stands in its way, else what does."""
    ahead = [each for each in transitions_from(facts.lot_at_work.phase) if each.leads_on]
    if action.reason or not ahead:
        return action  # so that nothing is counted for it
    lot = tender.lots.get(pk=facts.lot_at_work.pk)
    known = facts_of_lot(lot, at=now, actor=None)
    steps = [each for each in ahead if each.is_offered(known)]
    if len(steps) != 1:
        return action
    [step], language = steps, readers_language()
    reasons = list(step.reasons(known))
    if reasons:
        why = " ".join([action.why, *(reason.to(language) for reason in reasons)])
        links = (screen_link(reason, tender=tender.pk, lot=lot.pk) for reason in reasons)
        places = tuple(dict.fromkeys(link for link in links if link is not None))
        return replace(action, why=why, places=places)
    page = f"{reverse('tenders:procedure', args=[tender.pk])}?lot={lot.pk}"
    return Action(step.title.to(language), page, why=step.about.to(language))


def progress(facts: TenderFacts, *, now: datetime) -> Progress:
    current = _current(facts)
    steps = tuple(
        Step(name=str(name), state=_state(place, current), word=_word(place, current, facts), url=url)
        for place, (name, url) in enumerate(zip(STEPS, _urls(facts), strict=True))
    )
    return Progress(steps, _action(facts, current, now))


def _current(facts: TenderFacts) -> int:
    if not facts.lots:
        return SETUP
    phase = facts.lot_at_work.phase
    if phase is Phase.PREPARATION and facts.lot_to_describe:
        return CRITERIA
    if phase in DRAFT:
        return CHECK
    if phase in SEALED:
        return PUBLICATION
    if phase is Phase.CONTRACT:
        return CONTRACT
    return ASSESSMENT if is_before(phase, Phase.EVALUATION) else AWARD


def _state(place: int, current: int) -> State:
    if place == current:
        return "current"
    return "done" if place < current else "later"


def _word(place: int, current: int, facts: TenderFacts) -> str:
    if place == current:
        return _("nu aan de beurt")
    if place > current:
        return _("later")
    return _("bevroren") if facts.published and place in (CRITERIA, PUBLICATION) else _("klaar")


def _urls(facts: TenderFacts) -> tuple[str, ...]:
    """Steps that can be opened; a step that is not there yet has no address."""
    setup = reverse("admin:tenders_tender_change", args=[facts.pk])
    if not facts.lots:
        return (setup, "", "", "", "", "", "")
    lot = facts.lot_at_work
    criteria = reverse("tenders:criteria", args=[lot.pk])
    check = reverse("tenders:check", args=[facts.pk])
    procedure = reverse("tenders:procedure", args=[facts.pk])
    documents = reverse("tenders:documents", args=[facts.pk])
    scores = "" if lot.phase in DRAFT | SEALED else reverse("tenders:scores", args=[lot.pk])
    ranked = not is_before(lot.phase, Phase.EVALUATION)
    result = reverse("tenders:result", args=[lot.pk]) if ranked else ""
    return (setup, criteria, check, procedure, scores, result, documents)


def _action(facts: TenderFacts, current: int, now: datetime) -> Action:
    if current in _DRAFTING and not (facts.lots and facts.lot_at_work.phase is Phase.LEGAL_CHECK):
        return _DRAFTING[current](facts)
    lot = facts.lot_at_work
    thing = NEXT_THINGS[lot.phase]
    why = str(thing.why)
    if len(facts.lots) > 1:
        why = _("Perceel %(number)s: %(why)s") % {"number": lot.number, "why": why}
    url = thing.url(tender=facts.pk, lot=lot.pk)
    return Action(str(thing.label), url, why=why, reason=_not_yet(facts, lot, now))


def _not_yet(facts: TenderFacts, lot: LotFacts, now: datetime) -> str:
    """What the calendar has against the way forward."""
    known = facts.calendar(lot, now)
    asked = [each for each in transitions_from(lot.phase) if each.leads_on]
    against = (guard(known) for each in asked for guard in each.guards if guard in BY_THE_CALENDAR)
    return next((words(reason) for reason in against if reason is not None), "")


def _set_up(facts: TenderFacts) -> Action:
    url = reverse("admin:tenders_tender_change", args=[facts.pk])
    return Action(
        _("Voeg een perceel toe"), f"{url}#lots-group", why=_("Zonder perceel zijn er geen criteria.")
    )


def _describe(facts: TenderFacts) -> Action:
    lot = facts.lot_to_describe
    assert lot is not None
    url = reverse("tenders:criteria", args=[lot.pk])
    values = {"number": lot.number, "left": figure(100 - lot.weight), "sum": figure(lot.weight)}
    if not lot.criteria:
        why = _("Perceel %(number)s heeft nog geen criteria. Kies een kant-en-klare set of begin leeg.")
    elif lot.weight < 100:
        why = _("De gewichten van perceel %(number)s tellen op tot %(sum)s%%. Verdeel nog %(left)s%%.")
    elif lot.weight > 100:
        why = _("De gewichten van perceel %(number)s tellen op tot %(sum)s%%. Maak er 100%% van.")
    else:
        why = _("Kies de gunningsmethode van perceel %(number)s.")
        url = reverse("tenders:rule", args=[lot.pk])
    return Action(_("Werk de criteria uit"), url, why=why % values)


def _check(facts: TenderFacts) -> Action:
    url = reverse("tenders:check", args=[facts.pk])
    if facts.problems == 0:
        why = _("Er staan geen punten open. Een jurist leest het concept voor de publicatie.")
        return Action(_("Vraag de juridische toets"), url, why=why)
    why = _("De gewichten kloppen. Kijk na of alles klaar is voor publicatie.")
    if facts.problems:
        text = ngettext(
            "Er staat nog %(count)s punt open.", "Er staan nog %(count)s punten open.", facts.problems
        )
        why = text % {"count": facts.problems}
    return Action(_("Bekijk de toets"), url, why=why)


_DRAFTING: dict[int, Callable[[TenderFacts], Action]] = {
    SETUP: _set_up,
    CRITERIA: _describe,
    CHECK: _check,
}
