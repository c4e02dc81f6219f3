"""What each role may do in the admin. Which rows they see is decided by their organisation."""

from dataclasses import dataclass

from django.contrib.auth.models import Group, Permission, User
from django.db import transaction
from django.db.models import Q

from procurement.organisations.models import Membership, Organisation, Role
from procurement.organisations.obstacles import RoleRefused, reasons_against_role
from procurement.organisations.sessions import end_sessions

ALL = ("add", "change", "delete", "view")
VIEW = ("view",)


@dataclass(frozen=True, slots=True)
class Grant:
    """The actions that a role may take on models, named `app.model`."""

    actions: tuple[str, ...]
    models: tuple[str, ...]


EVIDENCE = ("tenders.supplier", "tenders.evidence")
CRITERIA = (
    "tenders.tender",
    "tenders.lot",
    "tenders.criterion",
    "tenders.criterionlevel",
    "tenders.requirement",
    "tenders.scale",
    "tenders.scalelevel",
)
BIDS = ("tenders.bid", "tenders.bidvalue", "tenders.requirementoutcome")
RECORDS = (
    "tenders.publication",
    "tenders.evaluation",
    "tenders.draw",
    "tenders.awarddecision",
)
EVIDENCE_RECORDS = ("tenders.evidencefile", "tenders.evidencecheck")  # shown with the evidence
POLICY = ("tenders.weightpolicy", "tenders.organisationtarget")  # on pages of their own, not in the admin
LOG = ("audit.event",)  # shown on the page of the log, not in the admin
READABLE = CRITERIA + EVIDENCE + EVIDENCE_RECORDS + BIDS + RECORDS
LIBRARY = ("clauses.clause", "clauses.clauseversion")
DRAFTS = ("clauses.contractdraft", "clauses.chosenclause")

GRANTS: dict[Role, tuple[Grant, ...]] = {
    Role.OFFICER: (
        Grant(ALL, CRITERIA + EVIDENCE + BIDS + DRAFTS),
        Grant(VIEW, EVIDENCE_RECORDS + RECORDS + LOG + LIBRARY + POLICY),
    ),
    Role.LAWYER: (
        Grant(VIEW, READABLE + LOG + POLICY),
        Grant(ALL, DRAFTS),
        Grant(("add", "change", "view"), LIBRARY),
    ),
    Role.JUROR: (),
    Role.PROJECT_LEAD: (Grant(VIEW, READABLE + LOG + LIBRARY + DRAFTS + POLICY),),
    Role.CONTRACT_MANAGER: (Grant(VIEW, READABLE + LIBRARY + DRAFTS + POLICY),),
    Role.ORGANISATION_ADMIN: (
        Grant(("add", "change", "view"), ("auth.user",)),
        Grant(("add", "delete", "view"), ("organisations.membership",)),
        Grant(VIEW, ("organisations.organisation", *POLICY)),
    ),
    Role.AUDITOR: (Grant(VIEW, READABLE + LOG + LIBRARY + DRAFTS + POLICY),),
}


@transaction.atomic
def give_role(*, user: User, organisation: Organisation, role: Role) -> None:
    """Make `user` a member in this role; every role but the juror works in the admin.

    Raises `RoleRefused`. The account is held meanwhile: nobody gets a seat on a panel at the same moment.
    """
    User.objects.select_for_update(no_key=True).get(pk=user.pk)
    reasons = reasons_against_role(user, organisation, role)
    if reasons:
        raise RoleRefused(reasons)
    Membership.objects.get_or_create(user=user, organisation=organisation, role=role)
    user.groups.add(group_of(role))
    if role != Role.JUROR and not user.is_staff:
        user.is_staff = True
        user.save(update_fields=["is_staff"])


@transaction.atomic
def take_role(*, user: User, organisation: Organisation, role: Role) -> None:
    """End this membership and every session of the user.

    Without another membership in this role the permissions of the role go too.
    """
    Membership.objects.filter(user=user, organisation=organisation, role=role).delete()
    if not user.memberships.filter(role=role).exists():
        user.groups.remove(group_of(role))
    if not user.is_superuser and not user.memberships.exclude(role=Role.JUROR).exists():
        User.objects.filter(pk=user.pk).update(is_staff=False)
    end_sessions(user)


def refresh_groups() -> None:
    """After an update of the program: every group that is there gets what `GRANTS` lists now."""
    known = set(Group.objects.values_list("name", flat=True))
    for role in Role:
        if group_name(role) in known:
            group_of(role)


def group_name(role: Role) -> str:
    return f"tenderwijzer-{role.value}"


def group_of(role: Role) -> Group:
    """The group of a role, with exactly the permissions that `GRANTS` lists."""
    group, _ = Group.objects.get_or_create(name=group_name(role))
    group.permissions.set(_permissions(GRANTS[role]))
    return group


def _permissions(grants: tuple[Grant, ...]) -> list[Permission]:
    wanted = Q(pk__in=())
    for grant in grants:
        for name in grant.models:
            app, model = name.split(".")
            codenames = [f"{action}_{model}" for action in grant.actions]
            wanted |= Q(content_type__app_label=app, codename__in=codenames)
    return list(Permission.objects.filter(wanted))
