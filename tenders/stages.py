"""Where each tender stands: the state and the reason of every step, and the one next action.

`progress_of` derives all of it from a few counted facts, so a work list of any length costs the same
number of queries.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from tenders.figures import figure
from tenders.models import Tender
from tenders.services.check import problems_before_publication
from tenders.stage_facts import TenderFacts, facts_of

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


def progress_of_one(tender: Tender, *, now: datetime) -> Progress:
    """The progress of one tender, with the check run when the rest is ready for it."""
    facts = facts_of([tender])[tender.pk]
    if _current(facts) == CHECK:
        facts = replace(facts, problems=len(problems_before_publication(tender)))
    return progress(facts, now=now)


def progress(facts: TenderFacts, *, now: datetime) -> Progress:
    current = _current(facts)
    action = _ACTIONS[current](facts, now)
    steps = tuple(
        Step(name=str(name), state=_state(place, current), word=_word(place, current, facts), url=url)
        for place, (name, url) in enumerate(zip(STEPS, _urls(facts), strict=True))
    )
    return Progress(steps, action)


def _current(facts: TenderFacts) -> int:
    if facts.published:
        if facts.lot_to_assess:
            return ASSESSMENT
        return CONTRACT if facts.is_awarded else AWARD
    if not facts.lots:
        return SETUP
    if facts.lot_to_describe:
        return CRITERIA
    return PUBLICATION if facts.problems == 0 else CHECK


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
    first = facts.lots[0].pk
    criteria = reverse("tenders:criteria", args=[first])
    check = reverse("tenders:check", args=[facts.pk])
    documents = reverse("tenders:documents", args=[facts.pk])
    scores = reverse("tenders:scores", args=[first]) if facts.published else ""
    result = reverse("tenders:result", args=[first]) if facts.lots[0].evaluations else ""
    return (setup, criteria, check, check, scores, result, documents)


def _set_up(facts: TenderFacts, now: datetime) -> Action:
    url = reverse("admin:tenders_tender_change", args=[facts.pk])
    return Action(
        _("Voeg een perceel toe"), f"{url}#lots-group", why=_("Zonder perceel zijn er geen criteria.")
    )


def _describe(facts: TenderFacts, now: datetime) -> Action:
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


def _check(facts: TenderFacts, now: datetime) -> Action:
    why = _("De gewichten kloppen. Kijk na of alles klaar is voor publicatie.")
    if facts.problems:
        text = ngettext(
            "Er staat nog %(count)s punt open.", "Er staan nog %(count)s punten open.", facts.problems
        )
        why = text % {"count": facts.problems}
    return Action(_("Bekijk de toets"), reverse("tenders:check", args=[facts.pk]), why=why)


def _publish(facts: TenderFacts, now: datetime) -> Action:
    why = _("Er staan geen punten open. Na publicatie veranderen de criteria niet meer.")
    return Action(_("Publiceer de criteria"), reverse("tenders:check", args=[facts.pk]), why=why)


def _assess(facts: TenderFacts, now: datetime) -> Action:
    lot = facts.lot_to_assess
    assert lot is not None
    if not lot.bids:
        url = reverse("tenders:bids", args=[lot.pk])
        why = _("Perceel %(number)s heeft nog geen inschrijvingen.") % {"number": lot.number}
        return Action(_("Voeg een inschrijving toe"), url, why=why, reason=_before_deadline(facts, now))
    why = _("Vul de waarden van perceel %(number)s in en bereken de rangorde.") % {"number": lot.number}
    url = reverse("tenders:scores", args=[lot.pk])
    return Action(_("Beoordeel de inschrijvingen"), url, why=why, reason=_before_deadline(facts, now))


def _before_deadline(facts: TenderFacts, now: datetime) -> str:
    if facts.deadline is None or now >= facts.deadline:
        return ""
    moment = date_format(localtime(facts.deadline), "j F Y H:i")
    return _("Dit kan na de uiterste datum van inschrijving: %(moment)s.") % {"moment": moment}


def _award(facts: TenderFacts, now: datetime) -> Action:
    lot = facts.lot_to_award
    if lot is None:
        url = reverse("tenders:result", args=[facts.lots[0].pk])
        why = _("Er is geen geldige inschrijving over. Er valt niets te gunnen.")
        return Action(_("Bekijk de rangorde"), url, why=why)
    url = reverse("tenders:result", args=[lot.pk])
    why = _(
        "De rangorde van perceel %(number)s is berekend."
        " Controleer de uitleg per cijfer en neem dan de gunningsbeslissing."
    )
    return Action(_("Bekijk de rangorde"), url, why=why % {"number": lot.number})


def _contract(facts: TenderFacts, now: datetime) -> Action:
    why = _(
        "De gunningsbeslissing is genomen. Kies de clausules en vul de open plekken in."
        " Sluit de overeenkomst pas na de opschortende termijn."
    )
    return Action(_("Maak de overeenkomst"), reverse("tenders:documents", args=[facts.pk]), why=why)


_ACTIONS: dict[int, Callable[[TenderFacts, datetime], Action]] = {
    SETUP: _set_up,
    CRITERIA: _describe,
    CHECK: _check,
    PUBLICATION: _publish,
    ASSESSMENT: _assess,
    AWARD: _award,
    CONTRACT: _contract,
}
