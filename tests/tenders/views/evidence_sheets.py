"""The address of the workbook of the register of evidence."""

from django.urls import reverse

from procurement.organisations.models import Organisation


def address(name: str = "evidence_sheet", of: str = "Amaranth") -> str:
    return reverse(f"tenders:{name}", args=[Organisation.objects.get(name=of).pk])
