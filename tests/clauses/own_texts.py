"""Own texts of an organisation for the tests: proposed by the officer, approved by the lawyer."""

from datetime import UTC, datetime

from clauses.models import ClauseProposal, ClauseVersion
from clauses.services import approve, start_proposal, submit
from procurement.organisations.models import Role
from tests.cast import organisation, person
from tests.clauses.assembly.builders import file_text

NOW = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
WHY = "Ons beleid vraagt meer."


def proposed(
    code: str = "own-plan",
    nl: str = "1. Eigen tekst.",
    *,
    version: int = 1,
    based_on: ClauseVersion | None = None,
    of: str = "Amaranth",
    more: str = "",
    at: datetime = NOW,
) -> ClauseProposal:
    source = file_text(code=code, version=version, nl=nl, more=more)
    officer = person(Role.OFFICER, of)
    return start_proposal(
        organisation=organisation(of), source=source, reason=WHY, at=at, actor=officer, based_on=based_on
    )


def submitted(code: str = "own-plan", nl: str = "1. Eigen tekst.", **more: object) -> ClauseProposal:
    row = proposed(code, nl, **more)  # type: ignore[arg-type]
    return submit(proposal=row, revision=row.revision, at=row.created_at, actor=row.author)


def published(code: str = "own-plan", nl: str = "1. Eigen tekst.", **more: object) -> ClauseVersion:
    row = submitted(code, nl, **more)
    lawyer = person(Role.LAWYER, row.organisation.name)
    return approve(proposal=row, digest=row.digest, at=row.created_at, actor=lawyer)


MEASURED = {
    "kpi_provision": "1",
    "kpi_direction": "at-least",
    "kpi_every": "delivery",
    "kpi_proof_nl": "het bezoekregister",
    "kpi_proof_en": "the visitors' register",
}


REPORT = """
[[duties]]
kind = "report"
provision = 1
words = "rapporteert bij elke levering"
every = "delivery"
title.nl = "Rapport"
title.en = "Report"
"""
