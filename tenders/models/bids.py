"""What bidders offer: one value per criterion, the outcome of each knock-out, and the evidence."""

from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from tenders.models.criteria import CODE, Criterion, Requirement
from tenders.models.procedure import Step
from tenders.models.sealed import SealedBid
from tenders.models.suppliers import Evidence, Supplier
from tenders.models.tender import Lot

if TYPE_CHECKING:
    from tenders.models.award import FallenBid


class Bid(models.Model):
    lot = models.ForeignKey(Lot, on_delete=models.PROTECT, related_name="bids", verbose_name=_("perceel"))
    supplier = models.ForeignKey(
        Supplier, on_delete=models.PROTECT, related_name="bids", verbose_name=_("leverancier")
    )
    code = models.CharField(_("code"), max_length=30, validators=[CODE])
    received_at = models.DateTimeField(_("ontvangen op"))
    sealed = models.OneToOneField(
        SealedBid,
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="opened",
        verbose_name=_("verzegelde inschrijving"),
    )
    evidence = models.ManyToManyField(
        Evidence, blank=True, related_name="bids", verbose_name=_("bewijsmiddelen")
    )

    class Meta:
        verbose_name = _("inschrijving")
        verbose_name_plural = _("inschrijvingen")
        ordering = ("lot", "code")
        constraints = (
            models.UniqueConstraint(fields=("lot", "code"), name="one_bid_per_code"),
            models.UniqueConstraint(fields=("lot", "supplier"), name="one_bid_per_supplier"),
        )

    def clean(self) -> None:
        linked = self.lot_id and self.supplier_id
        if linked and self.lot.tender.organisation_id != self.supplier.organisation_id:
            raise ValidationError(_("Deze leverancier staat in het register van een andere organisatie."))

    @property
    def fallen(self) -> "FallenBid | None":
        """Why it takes no part; None when it does, or does so again."""
        return next((fall for fall in self.falls.all() if not fall.is_undone), None)

    def __str__(self) -> str:
        return f"{self.code} – {self.supplier}"


class BidValue(models.Model):
    """The value of a bid for one leaf criterion, as canonical text, so that no digit is ever lost.

    A number such as "1249.5", the code of a level, "label"/"equivalent"/"none", or "yes"/"no".
    """

    bid = models.ForeignKey(
        Bid, on_delete=models.CASCADE, related_name="values", verbose_name=_("inschrijving")
    )
    criterion = models.ForeignKey(
        Criterion, on_delete=models.PROTECT, related_name="values", verbose_name=_("gunningscriterium")
    )
    value = models.CharField(_("waarde"), max_length=40)
    motivation = models.TextField(_("motivering"), blank=True)

    class Meta:
        verbose_name = _("waarde")
        verbose_name_plural = _("waarden")
        constraints = (models.UniqueConstraint(fields=("bid", "criterion"), name="one_value_per_criterion"),)

    def __str__(self) -> str:
        return self.value


class VersionAnswer(Step):
    """Whether the bidder confirmed a bid that was made on an earlier version of the documents.

    The confirmation is of a day between that version and the deadline; without one the bid falls away.
    """

    bid = models.OneToOneField(
        Bid, on_delete=models.PROTECT, related_name="version_answer", verbose_name=_("inschrijving")
    )
    is_confirmed = models.BooleanField(_("bevestigd"))
    confirmed_on = models.DateField(_("bevestigd op"), null=True, blank=True)

    class Meta:
        verbose_name = _("antwoord over de versie")
        verbose_name_plural = _("antwoorden over de versie")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(is_confirmed=True, confirmed_on__isnull=False)
                | models.Q(is_confirmed=False, confirmed_on__isnull=True),
                name="a_confirmation_has_a_day",
            ),
        )

    def __str__(self) -> str:
        return str(self.bid)


class RequirementOutcome(models.Model):
    """Whether a bid meets a requirement. An unmet one sets the bid aside, so the reason is compulsory."""

    bid = models.ForeignKey(
        Bid, on_delete=models.CASCADE, related_name="outcomes", verbose_name=_("inschrijving")
    )
    requirement = models.ForeignKey(
        Requirement, on_delete=models.PROTECT, related_name="outcomes", verbose_name=_("eis")
    )
    met = models.BooleanField(_("voldoet"))
    reason = models.TextField(_("reden"), blank=True)

    class Meta:
        verbose_name = _("uitkomst van een eis")
        verbose_name_plural = _("uitkomsten van eisen")
        constraints = (
            models.UniqueConstraint(fields=("bid", "requirement"), name="one_outcome_per_requirement"),
            models.CheckConstraint(
                condition=models.Q(met=True) | ~models.Q(reason=""), name="unmet_requirement_has_a_reason"
            ),
        )

    def clean(self) -> None:
        linked = self.requirement_id and self.bid_id
        if linked and self.requirement.lot_id != self.bid.lot_id:
            raise ValidationError(_("Deze eis hoort bij een ander perceel."))

    def __str__(self) -> str:
        return f"{self.requirement} – {self.bid}"
