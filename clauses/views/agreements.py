"""What was agreed, in order of date, for the contract manager; and the same as a workbook."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from clauses.access import drafts_for
from clauses.agreements import agreed, by_year
from clauses.agreements_sheet import issued
from clauses.assembly.assemble import Assembly
from clauses.assembly.duty import KIND_LABELS
from clauses.assembly.obligation import Obligation
from clauses.assembly.obligation_sheet import consequence, target
from clauses.assembly.timing_words import PARTY_WORDS, timing
from procurement.returned_pages import sheet_key
from procurement.words import words
from procurement.workbook_files import asked_file, workbook_response


@login_required
@require_safe
def agreements(request: HttpRequest, pk: int) -> HttpResponse:
    draft = get_object_or_404(drafts_for(request.user), pk=pk)
    found = agreed(draft)
    due = found.due
    shown = {number: _shown(each, found.assembly) for number, each in enumerate(due, start=1)}
    context = {
        "draft": draft,
        "title": _("Afspraken na gunning: %(contract)s") % {"contract": draft.title},
        "found": found,
        "version": words(found.version),
        "years": [
            (year, [(day, number, shown[number]) for day, number, _each in rows])
            for year, rows in by_year(due)
        ],
        "undated": [(number, shown[number]) for number, each in enumerate(due, start=1) if not each.dates],
        "every": shown.items(),
        "language": found.assembly.language,
    }
    return render(request, "clauses/agreements.html", context)


def _shown(due: Obligation, assembly: Assembly) -> dict[str, object]:
    """One obligation in the words of the page; its text is in the language of the contract."""
    language = assembly.language
    return {
        "kind": words(KIND_LABELS[due.kind]),
        "title": due.title,
        "article": due.article,
        "who": words(PARTY_WORDS[due.party]),
        "when": timing(due, language),
        "target": target(due, language),
        "is_open": due.measure is not None and not due.measure.target and due.promise is None,
        "proof": due.measure.proof if due.measure else "",
        "consequence": consequence(assembly, due),
        "quote": due.quote,
        "promise": due.promise,
        "stated": due.promise.stated.to(language) if due.promise else "",
    }


@login_required
@require_safe
def excel(request: HttpRequest, pk: int) -> HttpResponse:
    """The register of clauses and the list of obligations as one workbook."""
    draft = get_object_or_404(drafts_for(request.user), pk=pk)
    name = slugify(draft.reference) or str(draft.pk)
    made = issued(agreed(draft), sheet_key())
    return workbook_response(made, f"afspraken-{name}.xlsx", asked_file(request))
