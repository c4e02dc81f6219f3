"""What was published, per version: exactly the bytes that bidders got, with their SHA-256."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from procurement.words import asked_language
from procurement.workbook_files import WORKBOOK_FILES
from tenders.models import Publication, PublishedDocument, Tender
from tenders.services.documents import WORD, file_stem
from tenders.views.access import tender_or_404


@dataclass(frozen=True, slots=True)
class Version:
    """One published version with its documents, in the order of their names."""

    publication: Publication
    documents: list[PublishedDocument]


def versions_of(tender: Tender) -> list[Version]:
    """The newest first, in two queries."""
    return list(_versions(tender))


def _versions(tender: Tender) -> Iterator[Version]:
    rows = list(tender.publications.select_related("clarification").order_by("-version"))
    kept = PublishedDocument.objects.filter(publication__in=rows).defer("content")
    documents = list(kept.order_by("name", "-language"))
    for row in rows:
        yield Version(row, [each for each in documents if each.publication_id == row.pk])


@login_required
@require_safe
def published_document(request: HttpRequest, pk: int, version: int, name: str) -> HttpResponse:
    """In the asked language, else in that of the reader."""
    tender = tender_or_404(request.user, pk)
    row = get_object_or_404(
        PublishedDocument,
        publication__tender=tender,
        publication__version=version,
        name=name,
        language=asked_language(request),
    )
    is_workbook = name.endswith(".xlsx")
    content_type = WORKBOOK_FILES["xlsx"].content_type if is_workbook else WORD
    response = HttpResponse(bytes(row.content), content_type=content_type)
    filename = f"{file_stem(tender)}-versie-{version}-{name}"
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=filename) or ""
    return response
