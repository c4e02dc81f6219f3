"""What was published and what was computed from it, each as a frozen snapshot with its SHA-256."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from tenders.models.procedure import Clarification
from tenders.models.tender import Lot, Tender


class Snapshot(models.Model):
    """A canonical text of the tender (see `tenders.scoring.files.canonical`) that never changes."""

    snapshot = models.TextField(_("momentopname"))
    digest = models.CharField(_("SHA-256"), max_length=64)
    made_at = models.DateTimeField(_("gemaakt op"))
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("gemaakt door"),
    )

    class Meta:
        abstract = True


class Publication(Snapshot):
    """The criteria and rules as published; from then on they are frozen."""

    tender = models.ForeignKey(
        Tender, on_delete=models.PROTECT, related_name="publications", verbose_name=_("aanbesteding")
    )
    version = models.PositiveSmallIntegerField(_("versie"))
    deadline = models.DateTimeField(_("uiterste tijdstip van inschrijving"), null=True)
    clarification = models.OneToOneField(
        Clarification,
        null=True,
        on_delete=models.PROTECT,
        related_name="publication",
        verbose_name=_("nota van inlichtingen"),
    )

    class Meta:
        verbose_name = _("publicatie")
        verbose_name_plural = _("publicaties")
        ordering = ("tender", "-version")
        constraints = (
            models.UniqueConstraint(fields=("tender", "version"), name="one_publication_per_version"),
        )

    def __str__(self) -> str:
        return _("versie %(version)s van %(tender)s") % {"version": self.version, "tender": self.tender}


class Evaluation(Snapshot):
    """One calculation of the ranking of a lot: the inputs are kept, so that it can be repeated."""

    lot = models.ForeignKey(
        Lot, on_delete=models.PROTECT, related_name="evaluations", verbose_name=_("perceel")
    )
    number = models.PositiveSmallIntegerField(_("nummer"))

    class Meta:
        verbose_name = _("beoordeling")
        verbose_name_plural = _("beoordelingen")
        ordering = ("lot", "-number")
        constraints = (models.UniqueConstraint(fields=("lot", "number"), name="one_evaluation_per_number"),)

    def __str__(self) -> str:
        return _("beoordeling %(number)s van %(lot)s") % {"number": self.number, "lot": self.lot}


class Draw(models.Model):
    """The recorded outcome of a drawing of lots: bid codes, the first drawn first.

    A later draw, for another tie, takes the place of an earlier one for the bids that it names.
    """

    lot = models.ForeignKey(Lot, on_delete=models.PROTECT, related_name="draws", verbose_name=_("perceel"))
    number = models.PositiveSmallIntegerField(_("nummer"), default=1)
    order = models.JSONField(_("volgorde"))
    held_at = models.DateTimeField(_("gehouden op"))
    held_by = models.CharField(_("uitgevoerd door"), max_length=200)

    class Meta:
        verbose_name = _("loting")
        verbose_name_plural = _("lotingen")
        ordering = ("lot", "number")
        constraints = (models.UniqueConstraint(fields=("lot", "number"), name="one_draw_per_number"),)

    def __str__(self) -> str:
        return _("Loting %(number)s van %(lot)s") % {"number": self.number, "lot": self.lot}


class PublishedDocument(models.Model):
    """A document as it was published, with its SHA-256: what bidders have is what this is."""

    publication = models.ForeignKey(
        Publication, on_delete=models.PROTECT, related_name="documents", verbose_name=_("publicatie")
    )
    name = models.CharField(_("bestandsnaam"), max_length=120)
    language = models.CharField(_("taal"), max_length=2)
    content = models.BinaryField(_("inhoud"))
    digest = models.CharField(_("SHA-256"), max_length=64)

    class Meta:
        verbose_name = _("gepubliceerd document")
        verbose_name_plural = _("gepubliceerde documenten")
        ordering = ("publication", "name", "language")
        constraints = (
            models.UniqueConstraint(
                fields=("publication", "name", "language"), name="one_published_document"
            ),
        )

    def __str__(self) -> str:
        return f"{self.publication}: {self.name}"
