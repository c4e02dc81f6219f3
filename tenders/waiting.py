"""What waits for one person now, beside the next step of a tender, in a fixed number of queries."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.contrib.auth.models import User
from django.db.models import Max
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.timezone import localdate, localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from clauses.waiting import decidable, overdue_versions
from procurement.organisations.access_resets import reason_against_signing
from procurement.organisations.models import Membership, Role
from procurement.words import words
from tenders.models import (
    Approval,
    FallenBid,
    FirstSignature,
    Inquiry,
    Lot,
    PhaseChange,
    Procedure,
    Verification,
)
from tenders.procedure.guards import PEOPLE_WITHIN
from tenders.procedure.people import OPENERS
from tenders.procedure.phases import Phase
from tenders.procedure.transitions import TRANSITIONS
from tenders.services.ladder_promise import Promised, due_soon

SOON = timedelta(days=30)
LADDER_SOON = timedelta(days=60)
VERIFIED = (Phase.VERIFICATION, Phase.AWARD, Phase.STANDSTILL, Phase.CONTRACT)

Roles = Mapping[int, frozenset[str]]
"""The roles of one person by the key of the organisation."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing that this person can do now: the words of the link, of which tender, and why."""

    label: str
    url: str
    about: str
    why: str


def roles_of(user: User) -> Roles:
    """Who runs the site has no role in a procedure by that alone."""
    found: dict[int, set[str]] = {}
    for organisation, role in Membership.objects.filter(user=user).values_list("organisation", "role"):
        found.setdefault(organisation, set()).add(role)
    return {organisation: frozenset(roles) for organisation, roles in found.items()}


def waiting_for(user: User, roles: Roles, *, now: datetime) -> list[Waiting]:
    """The most urgent first: a second signature has ten minutes."""
    if user.is_superuser:
        return []
    asked: tuple[Callable[[User, Roles, datetime], Iterator[Waiting]], ...] = (
        _second_signatures,
        _own_access,
        _legal_checks,
        _inquiries,
        _proofs,
        _ladder_proofs,
        _clause_decisions,
        _overdue_clauses,
    )
    return [waiting for each in asked for waiting in each(user, roles, now)]


def _with(roles: Roles, *wanted: str) -> list[int]:
    """The organisations in which this person has one of these roles."""
    return [organisation for organisation, held in roles.items() if held & set(wanted)]


def _second_signatures(user: User, roles: Roles, now: datetime) -> Iterator[Waiting]:
    """Somebody else signed first, less than ten minutes ago, and no step was taken since."""
    signatures = FirstSignature.objects.filter(
        lot__tender__organisation__in=_with(roles, *OPENERS), at__gt=now - PEOPLE_WITHIN, at__lte=now
    )
    rows = signatures.select_related("lot__tender", "made_by").order_by("pk")
    newest = {(row.lot_id, row.transition): row for row in rows}
    spent = _newest_steps([row.lot_id for row in newest.values()])
    for row in newest.values():
        before = spent.get(row.lot_id)
        if row.made_by_id != user.pk and (before is None or row.at > before):
            yield from _second_signature(row, roles[row.lot.tender.organisation_id])


ABOUT_ONE_BID: Mapping[str, tuple[Promise, str]] = {
    "late-price": (gettext_lazy("Leg een late prijs in de kluis"), "tenders:bids"),
    "late-bid": (gettext_lazy("Registreer de inschrijving die een eerdere vervangt"), "tenders:bids"),
    "reinstate": (gettext_lazy("Teken als tweede: herstel een afwijzing"), "tenders:fallen"),
    "readmit": (gettext_lazy("Teken als tweede: herstel een afwijzing"), "tenders:bids"),
}
"""By the first word of the signature: what the second person does, and where."""


def _second_signature(row: FirstSignature, held: frozenset[str]) -> Iterator[Waiting]:
    until = date_format(localtime(row.at + PEOPLE_WITHIN), "H:i")
    why = _("%(person)s tekende als eerste. Teken vóór %(until)s uur.")
    told = why % {"person": row.made_by, "until": until}
    if row.transition not in TRANSITIONS.codes:
        action, page = ABOUT_ONE_BID[row.transition.partition(" ")[0]]
        yield Waiting(str(action), reverse(page, args=[row.lot_id]), _about(row.lot), told)
    elif held & {role.value for role in TRANSITIONS[row.transition].roles}:
        page = f"{reverse('tenders:procedure', args=[row.lot.tender_id])}?lot={row.lot_id}"
        title = words(TRANSITIONS[row.transition].title)
        yield Waiting(_("Teken als tweede: %(step)s") % {"step": title}, page, _about(row.lot), told)


def _newest_steps(lots: Collection[int]) -> dict[int, datetime]:
    rows = PhaseChange.objects.filter(lot__in=lots).order_by().values_list("lot")
    return dict(rows.annotate(newest=Max("at")))


def _own_access(user: User, roles: Roles, now: datetime) -> Iterator[Waiting]:
    reason = reason_against_signing(user, at=now)
    if reason is not None and user.has_usable_password():
        about = _("Was u dat niet? Meld het bij uw organisatie.")
        yield Waiting(_("Uw toegang is hersteld"), reverse("password"), about, words(reason))


def _legal_checks(user: User, roles: Roles, now: datetime) -> Iterator[Waiting]:
    """A draft that no lawyer approved since it was handed over."""
    for lot in unapproved_lots(_with(roles, Role.LAWYER)):
        why = _("De inkoper vraagt de juridische toets. Lees het concept en keur het goed of geef het terug.")
        page = reverse("tenders:check", args=[lot.tender_id])
        yield Waiting(_("Toets het concept"), page, _about_tender(lot), why)


def unapproved_lots(organisations: Iterable[int]) -> list[Lot]:
    """Of each tender in the legal check that still waits for its lawyer, the first lot."""
    waiting = Procedure.objects.filter(
        phase=Phase.LEGAL_CHECK, lot__tender__organisation__in=list(organisations)
    )
    rows = {row.lot.tender_id: row for row in waiting.select_related("lot__tender").order_by("-lot__number")}
    newest = Approval.objects.filter(tender__in=list(rows), is_approved=True).order_by().values_list("tender")
    approved = dict(newest.annotate(newest=Max("at")))
    return [row.lot for key, row in rows.items() if key not in approved or approved[key] < row.since]


def _inquiries(user: User, roles: Roles, now: datetime) -> Iterator[Waiting]:
    """A question about a low price whose answer is due."""
    rows = Inquiry.objects.filter(
        bid__lot__tender__organisation__in=_with(roles, Role.OFFICER),
        bid__lot__procedure__phase__in=(Phase.EVALUATION, Phase.VERIFICATION),
        outcome="",
        answer_by__lte=localdate(now),
    )
    for row in rows.select_related("bid__lot__tender").order_by("answer_by", "pk"):
        why = _("Het antwoord op de vraag over de lage prijs van %(bid)s moest er zijn op %(day)s.")
        told = why % {"bid": row.bid.code, "day": date_format(row.answer_by, "j F Y")}
        page = reverse("tenders:low_prices", args=[row.bid.lot_id])
        yield Waiting(_("Beoordeel een lage prijs"), page, _about(row.bid.lot), told)


def _proofs(user: User, roles: Roles, now: datetime) -> Iterator[Waiting]:
    """Proof of the intended winner that ends within thirty days, or ended before the contract."""
    today = localdate(now)
    rows = Verification.objects.filter(
        bid__lot__tender__organisation__in=_with(roles, Role.OFFICER, Role.CONTRACT_MANAGER),
        bid__lot__procedure__phase__in=VERIFIED,
    ).exclude(bid__falls__in=FallenBid.objects.filter(reinstatement=None))
    rows = rows.select_related("bid__lot__tender", "bid__lot__procedure").order_by("pk")
    newest = {(row.bid_id, row.item): row for row in rows}
    for row in newest.values():
        if row.is_right and row.valid_until is not None and _is_due(row.valid_until, row.bid.lot, today):
            yield _proof(row, row.valid_until)


def _ladder_proofs(user: User, roles: Roles, now: datetime) -> Iterator[Waiting]:
    """The promised level of the ladder is to be proven within sixty days, or was not proven in time."""
    today, managers = localdate(now), _with(roles, Role.CONTRACT_MANAGER)
    for found in due_soon(managers, today=today, within=LADDER_SOON) if managers else ():
        label, why = _ladder_words(found, today)
        told = why % {"bid": found.bid.code, "day": date_format(found.due_on, "j F Y")}
        yield Waiting(label, reverse("tenders:ladder", args=[found.lot.pk]), _about(found.lot), told)


def _ladder_words(found: Promised, today: date) -> tuple[str, str]:
    if found.due_on < today:
        why = _("Het bewijs van inschrijving %(bid)s moest er zijn op %(day)s. De sanctie volgt.")
        return _("Niveau van de CO2-Prestatieladder niet bewezen"), why
    why = _("Inschrijving %(bid)s bewijst het beloofde niveau uiterlijk op %(day)s. Vraag het bewijs op.")
    return _("Vraag bewijs voor de CO2-Prestatieladder"), why


def _clause_decisions(user: User, roles: Roles, now: datetime) -> Iterator[Waiting]:
    """Texts for the own library and deviations in contracts that somebody else put forward."""
    asked = decidable(user)
    for row in asked.proposals:
        why = _("%(person)s stelt een tekst voor. Lees hem en keur hem goed of stuur hem terug.")
        page = reverse("clauses:proposal", args=[row.pk])
        yield Waiting(_("Keur een clausule goed"), page, str(row), why % {"person": row.author})
    for deviation in asked.deviations:
        why = _("%(person)s legde vast waarom het contract afwijkt. Besluit of dat mag.")
        page = reverse("clauses:deviations", args=[deviation.draft_id])
        about = f"{deviation.draft.reference}: {deviation.title}"
        told = why % {"person": deviation.recorded_by}
        yield Waiting(_("Besluit over een afwijking"), page, about, told)


def _overdue_clauses(user: User, roles: Roles, now: datetime) -> Iterator[Waiting]:
    """One line, however many texts a lawyer should have looked at again."""
    lawyers = _with(roles, Role.LAWYER)
    overdue = overdue_versions(lawyers, today=localdate(now)) if lawyers else []
    if overdue:
        why = ngettext(
            "%(number)s tekst had al bekeken moeten zijn.",
            "%(number)s teksten hadden al bekeken moeten zijn.",
            len(overdue),
        )
        page = f"{reverse('clauses:library')}?review=overdue"
        about = ", ".join(version.title for version in overdue[:3])
        yield Waiting(_("Bekijk clausules opnieuw"), page, about, why % {"number": len(overdue)})


def _is_due(end: date, lot: Lot, today: date) -> bool:
    over = lot.procedure.phase == Phase.CONTRACT and end < today
    return end <= today + SOON and not over


def _proof(row: Verification, end: date) -> Waiting:
    why = _("Bewijs van inschrijving %(bid)s is geldig tot en met %(day)s. Vraag op tijd om nieuw bewijs.")
    told = why % {"bid": row.bid.code, "day": date_format(end, "j F Y")}
    page = reverse("tenders:proof", args=[row.bid.lot_id])
    return Waiting(_("Bewijs verloopt"), page, _about(row.bid.lot), told)


def _about_tender(lot: Lot) -> str:
    return f"{lot.tender.title} ({lot.tender.reference})"


def _about(lot: Lot) -> str:
    values = {"tender": _about_tender(lot), "number": lot.number}
    return _("%(tender)s, perceel %(number)s") % values
