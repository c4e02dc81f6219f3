"""The final versions of a contract: making one, and taking its file along."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from clauses.access import EDITORS, contracts_for, drafts_for
from clauses.assembly.contract import NotFinal
from clauses.drafts import read_draft
from clauses.models import ContractVersion
from clauses.services import DraftChanged, NothingNew, make_final
from clauses.stored_contract import stored_form
from clauses.views.drafts import STALE
from clauses.views.seat import reader
from clauses.word_file import WORD
from procurement.documents.writers.odt import odt_bytes
from procurement.words import words

OPEN_DOCUMENT = "application/vnd.oasis.opendocument.text"


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def finals(request: HttpRequest, pk: int) -> HttpResponse:
    draft = get_object_or_404(drafts_for(request.user), pk=pk)
    may_make = drafts_for(request.user, *EDITORS).filter(pk=pk).exists()
    if request.method == "POST":
        if not may_make:
            raise PermissionDenied
        return _made(request, pk)
    drafted = read_draft(draft)
    assembly = drafted.assembly()
    context = {
        "title": _("Definitief contract"),
        "draft": draft,
        "versions": draft.versions.select_related("made_by").defer("form", "word").order_by("-number"),
        "assembly": assembly,
        "problems": [(each, words(each.message)) for each in assembly.problems if each.blocking],
        "may_make": may_make and assembly.may_be_final,
    }
    return render(request, "clauses/finals.html", context)


def _made(request: HttpRequest, pk: int) -> HttpResponse:
    draft = get_object_or_404(drafts_for(request.user, *EDITORS), pk=pk)
    typed = request.POST.get("revision", "")
    revision = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 10 else 0
    try:
        version = make_final(draft=draft, revision=revision, at=timezone.now(), actor=reader(request))
    except NotFinal as error:
        messages.error(request, words(error.message))
    except DraftChanged:
        messages.error(request, str(STALE))
    except NothingNew as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Versie %(number)s is definitief.") % {"number": version.number})
    return redirect("clauses:finals", pk)


@login_required
@require_safe
def final_file(request: HttpRequest, pk: int, version: int, kind: str) -> HttpResponse:
    """The Word file as it was made, or the same document as OpenDocument."""
    row = get_object_or_404(contracts_for(request.user), draft=pk, number=version)
    if kind not in ("docx", "odt"):
        raise Http404
    content, media = (bytes(row.word), WORD) if kind == "docx" else (_odt(row), OPEN_DOCUMENT)
    response = HttpResponse(content, content_type=media)
    name = slugify(row.draft.reference) or str(row.draft_id)
    response["Content-Disposition"] = f'attachment; filename="contract-{name}-versie-{row.number}.{kind}"'
    return response


def _odt(row: ContractVersion) -> bytes:
    return odt_bytes(stored_form(row).document(created=row.made_at))
