"""The help pages of the legality check: every rule with its article, what is wrong and what to write."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from procurement.law import Citation
from procurement.words import words
from tenders.lint.handbook import about, facts_of, parts_of
from tenders.lint.rule import Rule
from tenders.lint.rules import RULES
from tenders.lint.severity import CheckedBy, Severity
from tenders.lint.words import CHECKED_BY, MOMENTS, SEVERITIES


@login_required
@require_GET
def rules(request: HttpRequest) -> HttpResponse:
    return render(request, "tenders/rules.html", {"rows": [_row(rule) for rule in RULES]})


@login_required
@require_GET
def rule(request: HttpRequest, code: str) -> HttpResponse:
    try:
        found = RULES[code]
    except LookupError as unknown:
        raise Http404(_("Deze regel is er niet.")) from unknown
    context = {
        "rule": found,
        "facts": facts_of(found),
        "parts": parts_of(found),
        "basis": [(about(source), _source_url(source)) for source in found.basis],
    }
    return render(request, "tenders/rules_one.html", context)


def _row(rule: Rule) -> dict[str, Any]:
    return {
        "rule": rule,
        "weighs": ", ".join(words(SEVERITIES[each]) for each in Severity if each in rule.severities),
        "checked": ", ".join(words(CHECKED_BY[each]) for each in CheckedBy if each in rule.checked_by),
        "moment": MOMENTS[rule.moment],
    }


def _source_url(source: Citation) -> str:
    """Where all sources stand, with this one in the list."""
    return f"{reverse('tenders:sources')}?{urlencode({'words': source.code})}"
