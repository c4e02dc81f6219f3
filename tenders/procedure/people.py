"""The roles in a contracting authority, by the codes that the memberships store."""

from enum import StrEnum

from procurement.language import Text


class Role(StrEnum):
    OFFICER = "officer"
    LAWYER = "lawyer"
    JUROR = "juror"
    PROJECT_LEAD = "project_lead"
    CONTRACT_MANAGER = "contract_manager"
    ORGANISATION_ADMIN = "organisation_admin"
    AUDITOR = "auditor"


TITLES: dict[Role, Text] = {
    Role.OFFICER: Text(nl="Inkoper", en="Procurement officer"),
    Role.LAWYER: Text(nl="Jurist", en="Lawyer"),
    Role.JUROR: Text(nl="Beoordelaar", en="Assessor"),
    Role.PROJECT_LEAD: Text(nl="Projectleider", en="Project lead"),
    Role.CONTRACT_MANAGER: Text(nl="Contractmanager", en="Contract manager"),
    Role.ORGANISATION_ADMIN: Text(nl="Organisatiebeheerder", en="Organisation administrator"),
    Role.AUDITOR: Text(nl="Auditor", en="Auditor"),
}

OFFICE = (Role.OFFICER, Role.PROJECT_LEAD)
OPENERS = (Role.OFFICER, Role.LAWYER, Role.PROJECT_LEAD)
