"""The records of a lot, as documents and as their words."""

from procurement.documents.model import Document
from procurement.language import Language
from tenders.models import (
    Lot,
)
from tenders.services.records import made_record
from tests.tenders.reports.making import texts


def said(lot: Lot, name: str, language: Language = "nl") -> str:
    return "\n".join(texts(made(lot, name, language)))


def made(lot: Lot, name: str, language: Language = "nl") -> Document:
    document = made_record(lot, name, language)
    assert document is not None
    return document
