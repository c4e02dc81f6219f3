"""A moment as people type it, in Dutch time; one that the clock skips or shows twice is refused."""

from datetime import UTC, datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy

from procurement.words import words
from tenders.procedure.deadlines import NoSuchMoment, dutch_moment
from tenders.procedure.moments import AMSTERDAM

MOMENT_FORMATS = ("%d-%m-%Y %H:%M", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M")
SHOWN = "%d-%m-%Y %H:%M"
EXAMPLE = gettext_lazy("Dag-maand-jaar en tijd, bijvoorbeeld 20-11-2026 11:30.")
INVALID = gettext_lazy("Schrijf het tijdstip als 20-11-2026 11:30.")


def moment_from(typed: datetime) -> datetime:
    """In UTC. Raises ValidationError."""
    try:
        return dutch_moment(typed)
    except NoSuchMoment as refusal:
        raise ValidationError(words(refusal.message), code="no_such_moment") from refusal


def moment_shown(at: datetime | None) -> str:
    """As it is typed."""
    return "" if at is None else f"{at.astimezone(AMSTERDAM):{SHOWN}}"


class MomentField(forms.Field):
    """Cleans to a moment in UTC."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("help_text", EXAMPLE)
        options.setdefault("widget", forms.TextInput(attrs={"autocomplete": "off"}))
        super().__init__(**options)

    def prepare_value(self, value: Any) -> Any:
        return moment_shown(value) if isinstance(value, datetime) else value

    def to_python(self, value: Any) -> datetime | None:
        if isinstance(value, datetime):
            return value.astimezone(UTC) if timezone.is_aware(value) else moment_from(value)
        text = "" if value is None else str(value).strip()
        return self._read(text) if text else None

    def _read(self, text: str) -> datetime:
        for each in MOMENT_FORMATS:
            try:
                typed = datetime.strptime(text, each)  # noqa: DTZ007 — the zone is added by `moment_from`
            except ValueError:
                continue
            return moment_from(typed)
        raise ValidationError(INVALID, code="invalid")


class SplitMomentField(forms.SplitDateTimeField):
    """The two inputs of the admin, a day and a time, under the same rule."""

    def compress(self, data_list: Any) -> Any:
        if not data_list:
            return None
        if data_list[0] in self.empty_values:
            raise ValidationError(self.error_messages["invalid_date"], code="invalid_date")
        if data_list[1] in self.empty_values:
            raise ValidationError(self.error_messages["invalid_time"], code="invalid_time")
        return moment_from(datetime.combine(*data_list))
