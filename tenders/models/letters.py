"""Preparing the letters of a decision before they are sent, and the notices that followed later."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from tenders.models.award import AwardDecision
from tenders.models.bids import Bid
from tenders.procedure.standstill_days import SHORTEST


class LetterDraft(models.Model):
    """`disclosed` holds by criterion code what other bidders may read about the winner.

    See `tenders.reports.letters.model.Disclosure`; without an entry nothing but points and levels is told.
    `languages` holds by bid code who gets the letter in another language than `language`.
    """

    class Language(models.TextChoices):
        DUTCH = "nl", _("Nederlands")
        ENGLISH = "en", _("Engels")

    decision = models.OneToOneField(
        AwardDecision, on_delete=models.PROTECT, related_name="letter_draft", verbose_name=_("beslissing")
    )
    language = models.CharField(_("taal"), max_length=2, choices=Language, default=Language.DUTCH)
    languages = models.JSONField(_("taal per inschrijver"), default=dict, blank=True)
    court = models.CharField(_("bevoegde rechter"), max_length=200, blank=True)
    contact = models.CharField(_("contact voor vragen"), max_length=200, blank=True)
    days = models.PositiveSmallIntegerField(_("dagen opschortende termijn"), default=SHORTEST)
    disclosed = models.JSONField(_("wat anderen over de winnaar lezen"), default=dict, blank=True)
    version = models.PositiveIntegerField(_("versie"), default=1)

    class Meta:
        verbose_name = _("voorbereiding van de brieven")
        verbose_name_plural = _("voorbereiding van de brieven")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(days__gte=SHORTEST), name="standstill_is_as_long_as_the_law_asks"
            ),
        )

    def __str__(self) -> str:
        return f"{self.decision}"


class SentNotice(models.Model):
    """A notice as it was sent to one bidder: a decision was withdrawn, or the lot ended without an award.

    `decision` is the one that was withdrawn; None: the lot ended.
    """

    bid = models.ForeignKey(
        Bid, on_delete=models.PROTECT, related_name="notices", verbose_name=_("inschrijving")
    )
    decision = models.ForeignKey(
        AwardDecision,
        null=True,
        on_delete=models.PROTECT,
        related_name="notices",
        verbose_name=_("ingetrokken beslissing"),
    )
    language = models.CharField(_("taal"), max_length=2)
    word = models.BinaryField(_("Word-bestand"))
    open_document = models.BinaryField(_("OpenDocument-bestand"))
    digest = models.CharField(_("SHA-256 van het Word-bestand"), max_length=64)
    sent_at = models.DateTimeField(_("verzonden op"))
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("door"),
    )

    class Meta:
        verbose_name = _("mededeling")
        verbose_name_plural = _("mededelingen")
        ordering = ("bid", "pk")
        constraints = (
            models.UniqueConstraint(fields=("decision", "bid"), name="one_notice_per_withdrawal"),
            models.UniqueConstraint(
                fields=("bid",), condition=models.Q(decision=None), name="one_notice_of_the_end"
            ),
        )

    def __str__(self) -> str:
        return f"{self.decision or self.bid.lot} – {self.bid}"
