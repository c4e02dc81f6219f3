"""One figure as its source gives it."""

from dataclasses import dataclass
from datetime import date

from procurement.language import Text
from tenders.lifecycle.published import Published
from tenders.lifecycle.quantity import Quantity

_UNCONFIRMED = Text(
    nl="{about}. Dit getal is niet in de bron gelezen: controleer het voordat u het bekendmaakt.",
    en="{about}. This figure was not read at its source: check it before you publish it.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """`year` is the year it describes; of an amount of money it is the price level."""

    code: str
    group: str  # figures of one group are alternatives to each other
    about: Text
    value: Quantity
    year: int
    source: str
    review_by: date
    confirmed: bool

    @property
    def stated(self) -> Text:
        """As a screen shows it: a figure that nobody read at its source says so."""
        return self.about if self.confirmed else _UNCONFIRMED.format(about=self.about)

    def published(self) -> Published:
        """As a parameter of the tender, which names this source."""
        return Published(title=self.about, value=self.value, source=self.source, year=self.year)
