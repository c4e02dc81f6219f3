"""Numbers, amounts and dates in the words of one language."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from procurement.language import Language, Text
from procurement.numbers import dutch, english

_MONTHS = {
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "en": "January February March April May June July August September October November December",
}


@dataclass(frozen=True, slots=True)
class Wording:
    language: Language

    def __call__(self, text: Text, **values: str | Text) -> str:
        return (text.format(**values) if values else text).to(self.language)

    def number(self, value: Decimal, places: int | None = None) -> str:
        """Without `places` every digit that counts; with them the shown digits are rounded half-up."""
        shown = _bare(value) if places is None else value
        return (english if self.language == "en" else dutch)(shown, places)

    def percent(self, value: Decimal) -> str:
        """12.5 → 12,5%"""
        return f"{self.number(value)}%"

    def share(self, value: Decimal) -> str:
        """A fraction of the points as a percentage: 0.125 → 12,5%"""
        return self.percent(value.scaleb(2))

    def euro(self, value: Decimal) -> str:
        sign, amount = ("−", -value) if value < 0 else ("", value)
        return f"{sign}€ {self.number(amount, 2)}"

    def day(self, value: date) -> str:
        return f"{value.day} {_MONTHS[self.language].split()[value.month - 1]} {value.year}"

    def moment(self, value: datetime) -> str:
        hours = f"{value.hour:02}:{value.minute:02}"
        at = {"nl": f"{hours} uur", "en": hours}[self.language]
        return f"{self.day(value)}, {at}"


def _bare(value: Decimal) -> Decimal:
    """Without the zeros behind the last digit that counts: weights stored as 10.0000 read 10."""
    whole = value.to_integral_value()
    return whole if whole == value else value.normalize()
