"""Reasons against a step, each with the screen on which it is put right."""

from django import template

from procurement.language import Text
from tenders.models import Lot
from tenders.screen_links import ScreenLink, screen_link

register = template.Library()


@register.simple_tag
def solved_at(reason: Text, lot: Lot) -> ScreenLink | None:
    return screen_link(reason, tender=lot.tender_id, lot=lot.pk)
