"""Bids that nobody can read yet. What is stored is encrypted with a key that is not in the database."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from tenders.models.procedure import Step
from tenders.models.tender import Lot


class DataKey(models.Model):
    """The key of one vault of one lot, itself encrypted with a key of the site (`procurement.vault`).

    Re-wrapped when the key of the site is replaced; destroyed when the bids may no longer be kept.
    """

    class Vault(models.TextChoices):
        BIDS = "bids", _("inschrijvingen")
        PRICES = "prices", _("prijzen")

    lot = models.ForeignKey(
        Lot, on_delete=models.PROTECT, related_name="data_keys", verbose_name=_("perceel")
    )
    vault = models.CharField(_("kluis"), max_length=6, choices=Vault)
    wrapped = models.BinaryField(_("versleutelde sleutel"))
    key_id = models.CharField(_("sleutel van de site"), max_length=16)

    class Meta:
        verbose_name = _("kluissleutel")
        verbose_name_plural = _("kluissleutels")
        constraints = (models.UniqueConstraint(fields=("lot", "vault"), name="one_data_key_per_vault"),)

    def __str__(self) -> str:
        return f"{self.lot}: {self.get_vault_display()}"


class SealedBid(models.Model):
    """A bid as received: who, when and what, all of it encrypted; the receipt is what the officer keeps."""

    lot = models.ForeignKey(
        Lot, on_delete=models.PROTECT, related_name="sealed_bids", verbose_name=_("perceel")
    )
    receipt = models.CharField(_("ontvangstnummer"), max_length=20, unique=True)
    sealed_at = models.DateTimeField(_("verzegeld op"))
    sealed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("door"),
    )
    version = models.PositiveSmallIntegerField(_("versie van de stukken"))
    content = models.BinaryField(_("inhoud"))

    class Meta:
        verbose_name = _("verzegelde inschrijving")
        verbose_name_plural = _("verzegelde inschrijvingen")
        ordering = ("lot", "pk")

    def __str__(self) -> str:
        return self.receipt


class SealedFile(models.Model):
    """The bytes of a file of a sealed bid, encrypted; its name, criterion and hash are sealed in the bid."""

    bid = models.ForeignKey(
        SealedBid, on_delete=models.PROTECT, related_name="files", verbose_name=_("inschrijving")
    )
    content = models.BinaryField(_("inhoud"))

    class Meta:
        verbose_name = _("verzegeld bestand")
        verbose_name_plural = _("verzegelde bestanden")

    def __str__(self) -> str:
        return f"{self.bid} ({self.pk})"


class SealedPrices(models.Model):
    """The prices of a bid, in the price vault; the newest row counts until the prices are opened."""

    bid = models.ForeignKey(
        SealedBid, on_delete=models.PROTECT, related_name="prices", verbose_name=_("inschrijving")
    )
    sealed_at = models.DateTimeField(_("verzegeld op"))
    sealed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("door"),
    )
    content = models.BinaryField(_("inhoud"))

    class Meta:
        verbose_name = _("verzegelde prijzen")
        verbose_name_plural = _("verzegelde prijzen")
        ordering = ("bid", "pk")

    def __str__(self) -> str:
        return f"{self.bid} ({self.pk})"


class BidWithdrawal(Step):
    """A bidder took its sealed bid back before the deadline; it is never opened."""

    bid = models.OneToOneField(
        SealedBid, on_delete=models.PROTECT, related_name="withdrawal", verbose_name=_("inschrijving")
    )

    class Meta:
        verbose_name = _("ingetrokken inschrijving")
        verbose_name_plural = _("ingetrokken inschrijvingen")

    def __str__(self) -> str:
        return str(self.bid)


class LateReplacement(Step):
    """Two people let a bid that was registered after the deadline take the place of an earlier one.

    `signed_by` allowed it, with the reason; `made_by` registered the later bid.
    """

    earlier = models.ForeignKey(
        SealedBid, on_delete=models.PROTECT, related_name="late_successors", verbose_name=_("eerdere")
    )
    later = models.OneToOneField(
        SealedBid, on_delete=models.PROTECT, related_name="late_replacement", verbose_name=_("latere")
    )
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("eerste handtekening"),
    )

    class Meta:
        verbose_name = _("late vervanging")
        verbose_name_plural = _("late vervangingen")

    def __str__(self) -> str:
        return str(self.later)
