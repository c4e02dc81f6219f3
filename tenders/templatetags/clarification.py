"""The word on every page of a lot that the documents stand open for change."""

from typing import Any

from django import template

from tenders.models import Clarification, Publication

register = template.Library()


@register.inclusion_tag("tenders/_amending_note.html")
def amending_note(tender: int) -> dict[str, Any]:
    """`tender`: its key. Empty where no clarification has the documents open; one query then."""
    still_open = Clarification.objects.filter(published_at=None, discarded_at=None, is_amending=True)
    row = still_open.filter(tender=tender).only("number", "tender").first()
    if row is None:
        return {}
    newest = Publication.objects.filter(tender=tender).order_by("-version")
    return {"row": row, "version": newest.values_list("version", flat=True).first()}
