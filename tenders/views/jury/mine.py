"""Where an assessor begins: the panels, and for each the one thing to do now."""

from collections import Counter
from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import AnonymousUser, User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from procurement.language import Text
from procurement.organisations.access import organisations_with_role
from procurement.organisations.models import Role
from tenders.models import IndividualScore, Sample
from tenders.procedure.phases import CLOSED, SEALED, TITLES, Phase
from tenders.services.jury import Duty, duties_of
from tenders.services.phases import phases_of
from tenders.services.scoring_alone import DECLARING
from tenders.views.jury.access import seats_of

AFTERWARDS = CLOSED | {Phase.PRICE_OPENING, Phase.EVALUATION, Phase.VERIFICATION}


@dataclass(frozen=True, slots=True)
class Task:
    """What to do on one panel. Without an address there is nothing to do but wait."""

    duty: Duty
    phase: Phase
    done: int
    label: str
    why: str
    address: str = ""

    @property
    def is_open(self) -> bool:
        return bool(self.address) and self.phase not in AFTERWARDS

    @property
    def phase_title(self) -> Text:
        return TITLES[self.phase]

    @property
    def may_declare(self) -> bool:
        return self.phase in DECLARING and self.duty.may_read

    @property
    def has_worksheet(self) -> bool:
        is_scoring = self.phase is Phase.ASSESSMENT and self.duty.assessor.ready_at is None
        return is_scoring and self.duty.may_read and self.duty.size > 0


@login_required
@require_safe
def panels(request: HttpRequest) -> HttpResponse:
    tasks = _tasks(request.user)
    waiting = sum(task.is_open for task in tasks)
    context = {"title": _("Mijn beoordelingen"), "tasks": tasks, "waiting": waiting}
    return render(request, "jury/panels.html", context)


def _tasks(user: User | AnonymousUser) -> list[Task]:
    authorities = organisations_with_role(user, Role.JUROR)
    seats = list(seats_of(user).filter(lot__tender__organisation__in=authorities))
    phases = phases_of([seat.lot for seat in seats])
    scores = IndividualScore.objects.filter(assessor__in=seats).exclude(value="").exclude(motivation="")
    done = Counter(scores.values_list("assessor", "bid"))
    samples = Sample.objects.filter(criterion__assignments__assessor__in=seats, shown_at__isnull=True)
    practice = set(samples.values_list("criterion", flat=True))
    return [
        _task(
            duty,
            phases[duty.assessor.lot_id],
            sum(done[duty.assessor.pk, bid.pk] for bid in duty.bids),
            has_practice=any(criterion.pk in practice for criterion in duty.criteria),
        )
        for duty in duties_of(seats)
    ]


def _task(duty: Duty, phase: Phase, done: int, *, has_practice: bool) -> Task:
    lot = duty.assessor.lot_id
    declaration = reverse("tenders:jury_declaration", args=[lot])
    if phase in SEALED and has_practice:
        practice = reverse("tenders:jury_practice", args=[lot])
        why = _("Probeer de schaal op een verzonnen antwoord. Het telt niet mee.")
        return Task(duty, phase, done, _("Oefen"), why, practice)
    if phase in SEALED:
        return Task(duty, phase, done, _("Wachten"), _("De inschrijvingen zijn nog niet geopend."))
    if phase in (Phase.OPENING, Phase.ASSESSMENT) and not duty.may_read:
        why = _("Meld eerst of u een belang hebt bij een inschrijver. Daarna gaan de inschrijvingen open.")
        return Task(duty, phase, done, _("Vul de verklaring in"), why, declaration)
    if phase is Phase.OPENING:
        why = _("De inkoper controleert de inschrijvingen. Daarna kunt u scoren.")
        return Task(duty, phase, done, _("Wachten"), why)
    if phase is Phase.ASSESSMENT:
        return _while_scoring(duty, phase, done)
    return _afterwards(duty, phase, done)


def _while_scoring(duty: Duty, phase: Phase, done: int) -> Task:
    lot = duty.assessor.lot_id
    if duty.assessor.ready_at is not None:
        why = _("Uw scores zijn definitief. U hoort wanneer het overleg is.")
        return Task(duty, phase, done, _("Wachten"), why)
    if done < duty.size:
        first = reverse("tenders:jury_scores", args=[lot, duty.criteria[0].code])
        left = duty.size - done
        still = ngettext("Nog %(count)s score te geven.", "Nog %(count)s scores te geven.", left)
        why = still % {"count": left}
        return Task(duty, phase, done, _("Ga verder met scoren"), why, first)
    why = _("Alles is ingevuld. Kijk het na en maak uw scores definitief.")
    return Task(duty, phase, done, _("Maak definitief"), why, reverse("tenders:jury_ready", args=[lot]))


def _afterwards(duty: Duty, phase: Phase, done: int) -> Task:
    if duty.criteria and phase is Phase.CONSENSUS:
        meeting = reverse("tenders:follow_consensus", args=[duty.assessor.lot_id])
        why = _("De scores worden in het overleg onthuld en samen besproken.")
        return Task(duty, phase, done, _("Volg het consensusoverleg"), why, meeting)
    if not duty.criteria or phase not in AFTERWARDS:
        return Task(duty, phase, done, _("Niets te doen"), _("Deze aanbesteding wacht niet op u."))
    own = reverse("tenders:jury_scores", args=[duty.assessor.lot_id, duty.criteria[0].code])
    why = _("De individuele beoordeling is voorbij. Uw scores kunt u teruglezen.")
    return Task(duty, phase, done, _("Lees uw scores"), why, own)
