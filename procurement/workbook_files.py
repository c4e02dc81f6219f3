"""One place that gives a workbook as a file: in Excel or as OpenDocument, from the same tree."""

from collections.abc import Callable, Mapping
from pathlib import PurePath
from typing import NamedTuple

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header

from procurement.documents.workbook import Workbook
from procurement.documents.writers.ods import ods_bytes
from procurement.documents.writers.xlsx import xlsx_bytes

EXCEL = "xlsx"
OPEN_DOCUMENT = "ods"


class WorkbookFile(NamedTuple):
    content_type: str
    write: Callable[[Workbook], bytes]


WORKBOOK_FILES: Mapping[str, WorkbookFile] = {
    EXCEL: WorkbookFile("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", xlsx_bytes),
    OPEN_DOCUMENT: WorkbookFile("application/vnd.oasis.opendocument.spreadsheet", ods_bytes),
}
"""By the ending of the file's name."""


def asked_file(request: HttpRequest) -> str:
    """The ending asked for with `?file=`, Excel where none is. Raises `Http404` for another."""
    kind = request.GET.get("file") or EXCEL
    if kind not in WORKBOOK_FILES:
        raise Http404
    return kind


def workbook_response(workbook: Workbook, name: str, kind: str) -> HttpResponse:
    """A download. `name` may have any ending; it gets that of `kind`. Raises `DocumentError`."""
    file = WORKBOOK_FILES[kind]
    filename = str(PurePath(name).with_suffix(f".{kind}"))
    response = HttpResponse(file.write(workbook), content_type=file.content_type)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=filename) or ""
    return response
