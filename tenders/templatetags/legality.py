"""The legality check on the pages of a tender: a summary of what stands open, and the words of a rule."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.http import HttpRequest

from procurement.words import words
from tenders.lint.severity import Moment
from tenders.lint.words import MOMENTS
from tenders.models import Tender
from tenders.views.legal_summary import summary

register = template.Library()


@register.filter
def of(found: Mapping[str, Any], key: str) -> Any:
    """What a mapping holds under this key, None where it holds nothing."""
    return found.get(key) if found else None


@register.filter
def moment(step: Moment) -> str:
    """The step that a rule guards, in words."""
    return words(MOMENTS[step])


@register.inclusion_tag("tenders/legality_panel.html", takes_context=True)
def legality_panel(context: Mapping[str, Any], tender: Tender) -> dict[str, Any]:
    """See `summary`."""
    request: HttpRequest = context["request"]
    return summary(tender, request.user)
