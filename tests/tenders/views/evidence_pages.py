"""Addresses of the register of evidence, who opens them and what is typed."""

from typing import Any

from django.urls import reverse

from procurement.organisations.models import Role
from tenders.models import Evidence, EvidenceFile

REGISTER = reverse("tenders:evidence_register")


WORKBOOK = reverse("tenders:evidence_workbook")


ADD = reverse("tenders:evidence_add")


READERS = (Role.OFFICER, Role.LAWYER, Role.PROJECT_LEAD, Role.CONTRACT_MANAGER, Role.AUDITOR)


def page_of(row: Evidence, name: str = "evidence") -> str:
    return reverse(f"tenders:{name}", args=[row.pk])


def file_at(file: EvidenceFile) -> str:
    return reverse("tenders:evidence_file", args=[file.evidence_id, file.pk])


def typed(**other: str) -> dict[str, str]:
    usual = {
        "kind": "epeat",
        "title": "EPEAT Gold",
        "products": "Laptop 14\n\nLaptop 16\nLaptop 14",
        "value": "",
        "valid_from": "2026-01-01",
        "valid_until": "2028-12-31",
    }
    return usual | other


def titles(answer: Any) -> list[str]:
    return [line.row.title for line in answer.context["lines"]]
