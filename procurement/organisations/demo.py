"""The people of the example: called by their role, with a password everybody may know."""

from dataclasses import dataclass

from django.contrib.auth.models import User
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from procurement.organisations.models import Organisation, Role
from procurement.organisations.roles import give_role

PASSWORD = "tenderwijzer-demo"  # noqa: S105 — printed on the screen; the example refuses to load on a real site
MINISTRY = "Ministerie (voorbeeld)"
MUNICIPALITY = "Gemeente (voorbeeld)"


@dataclass(frozen=True, slots=True)
class DemoUser:
    username: str
    about: Promise
    organisation: str
    role: Role | None  # None runs the site


DEMO_USERS = (
    DemoUser("inkoper", _("inkoper bij het ministerie"), MINISTRY, Role.OFFICER),
    DemoUser("jurist", _("jurist bij het ministerie"), MINISTRY, Role.LAWYER),
    DemoUser("projectleider", _("projectleider, opent de inschrijvingen mee"), MINISTRY, Role.PROJECT_LEAD),
    DemoUser("beoordelaar-1", _("beoordelaar, ziet geen prijzen"), MINISTRY, Role.JUROR),
    DemoUser("beoordelaar-2", _("beoordelaar, ziet geen prijzen"), MINISTRY, Role.JUROR),
    DemoUser("beoordelaar-3", _("beoordelaar, ziet geen prijzen"), MINISTRY, Role.JUROR),
    DemoUser("contractmanager", _("contractmanager, mag alleen kijken"), MINISTRY, Role.CONTRACT_MANAGER),
    DemoUser("auditor", _("auditor, mag alleen kijken"), MINISTRY, Role.AUDITOR),
    DemoUser(
        "organisatiebeheer",
        _("beheert de accounts en de rollen van het ministerie"),
        MINISTRY,
        Role.ORGANISATION_ADMIN,
    ),
    DemoUser("inkoper-gemeente", _("inkoper bij een andere organisatie"), MUNICIPALITY, Role.OFFICER),
    DemoUser("beheer", _("beheerder van de site"), MINISTRY, None),
)


def make_demo_users() -> None:
    """Make the organisations and users that are missing; passwords of existing users stay as they are."""
    kinds = {MINISTRY: Organisation.Kind.CENTRAL, MUNICIPALITY: Organisation.Kind.OTHER}
    for demo in DEMO_USERS:
        organisation, _created = Organisation.objects.get_or_create(
            name=demo.organisation, defaults={"kind": kinds[demo.organisation]}
        )
        user = User.objects.filter(username=demo.username).first() or _make(demo)
        if demo.role is not None:
            give_role(user=user, organisation=organisation, role=demo.role)


def _make(demo: DemoUser) -> User:
    if demo.role is None:
        return User.objects.create_superuser(demo.username, password=PASSWORD)
    return User.objects.create_user(demo.username, password=PASSWORD)
