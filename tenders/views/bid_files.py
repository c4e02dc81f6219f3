"""A file of an opened bid, as a download under a name of our own; never shown in the browser."""

import re

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from tenders.models import SealedFile
from tenders.services.opened import file_content, files_of
from tenders.views.access import lot_or_404
from tenders.views.unread_bids import refuse_if_sealed

_PLAIN_ENDING = re.compile(r"\.[A-Za-z0-9]{1,5}")


@never_cache
@login_required
@require_safe
def bid_file(request: HttpRequest, pk: int, code: str, file: int) -> HttpResponse:
    refuse_if_sealed(request, pk)
    lot = lot_or_404(request.user, pk)
    bid = lot.bids.filter(code=code).first()
    keys = [each.pk for each in files_of(lot).get(bid.pk, [])] if bid is not None else []
    if file not in keys:
        raise Http404
    try:
        opened, content = file_content(file)
    except SealedFile.DoesNotExist:
        raise Http404 from None
    return attachment(content, own_name(f"inschrijving-{code}-{keys.index(file) + 1}", opened.name))


def own_name(stem: str, given: str) -> str:
    """Our own name with the ending of the name that was given, if that is a plain one."""
    ending = given[given.rfind(".") :] if "." in given else ""
    return f"{stem}{ending.lower()}" if _PLAIN_ENDING.fullmatch(ending) else stem


def attachment(content: bytes, name: str) -> HttpResponse:
    return HttpResponse(
        content,
        content_type="application/octet-stream",
        headers={
            "Content-Disposition": f'attachment; filename="{name}"',
            "X-Content-Type-Options": "nosniff",
        },
    )
