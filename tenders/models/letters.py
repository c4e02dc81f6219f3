"""What the officer decides about the letters of a decision before they are sent."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from tenders.models.award import AwardDecision


class LetterDraft(models.Model):
    """`disclosed` holds by criterion code what other bidders may read about the winner.

    See `tenders.reports.letters.model.Disclosure`; without an entry nothing but points and levels is told.
    """

    class Language(models.TextChoices):
        DUTCH = "nl", _("Nederlands")
        ENGLISH = "en", _("Engels")

    decision = models.OneToOneField(
        AwardDecision, on_delete=models.PROTECT, related_name="letter_draft", verbose_name=_("beslissing")
    )
    language = models.CharField(_("taal"), max_length=2, choices=Language, default=Language.DUTCH)
    court = models.CharField(_("bevoegde rechter"), max_length=200, blank=True)
    contact = models.CharField(_("contact voor vragen"), max_length=200, blank=True)
    disclosed = models.JSONField(_("wat anderen over de winnaar lezen"), default=dict, blank=True)
    version = models.PositiveIntegerField(_("versie"), default=1)

    class Meta:
        verbose_name = _("voorbereiding van de brieven")
        verbose_name_plural = _("voorbereiding van de brieven")

    def __str__(self) -> str:
        return f"{self.decision}"
