"""Moments as people read them, in Dutch time."""

from datetime import datetime
from zoneinfo import ZoneInfo

from procurement.language import Text
from tenders.reports.wording import Wording

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def moment_text(at: datetime) -> Text:
    """For example `9 november 2026, 12:00 uur`."""
    local = at.astimezone(AMSTERDAM)
    return Text(nl=Wording("nl").moment(local), en=Wording("en").moment(local))
