"""The published calculation of a lot, and what a bid states for it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from tenders.models.bids import Bid
from tenders.models.tender import Lot


class LifecyclePlan(models.Model):
    """What the lot calculates, in the format of `tenders.lifecycle.plan`; frozen with what is published."""

    lot = models.OneToOneField(
        Lot, on_delete=models.CASCADE, related_name="life_cycle", verbose_name=_("perceel")
    )
    data = models.JSONField(_("berekening"), default=dict)

    class Meta:
        verbose_name = _("berekening over de levensduur")
        verbose_name_plural = _("berekeningen over de levensduur")

    def __str__(self) -> str:
        return str(self.lot)


class PriceLine(models.Model):
    """One line of the price sheet of the lot, see `tenders.scoring.price_lines`; frozen when published."""

    lot = models.ForeignKey(
        Lot, on_delete=models.CASCADE, related_name="price_lines", verbose_name=_("perceel")
    )
    number = models.PositiveSmallIntegerField(_("nummer"))
    group = models.CharField(_("groep"), max_length=200, blank=True)
    description = models.CharField(_("omschrijving"), max_length=200)
    unit = models.CharField(_("eenheid"), max_length=40)
    quantity = models.CharField(_("hoeveelheid"), max_length=40)  # canonical text, so that it stays exact
    maximum = models.CharField(_("maximum per eenheid"), max_length=40, blank=True)

    class Meta:
        verbose_name = _("prijsregel")
        verbose_name_plural = _("prijsregels")
        ordering = ("lot", "number")
        constraints = (models.UniqueConstraint(fields=("lot", "number"), name="price_line_number"),)

    def __str__(self) -> str:
        return f"{self.lot}: {self.number}"


class LifecycleAnswer(models.Model):
    """One answer of an opened bid, by the code of its input, as canonical text. It never changes.

    Amounts in euros come out of the price vault, so they are not there before the prices are opened.
    """

    bid = models.ForeignKey(
        Bid, on_delete=models.PROTECT, related_name="life_cycle_answers", verbose_name=_("inschrijving")
    )
    code = models.CharField(_("code"), max_length=100)
    value = models.CharField(_("antwoord"), max_length=300)
    is_price = models.BooleanField(_("bedrag in euro's"))

    class Meta:
        verbose_name = _("antwoord voor de berekening")
        verbose_name_plural = _("antwoorden voor de berekening")
        ordering = ("bid", "pk")
        constraints = (models.UniqueConstraint(fields=("bid", "code"), name="one_answer_per_code"),)

    def __str__(self) -> str:
        return f"{self.bid}: {self.code}"
