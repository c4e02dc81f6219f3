"""The assessors of a tender, what they declare, what each scores alone and what they agree on."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from tenders.models.bids import Bid
from tenders.models.criteria import Criterion
from tenders.models.procedure import Step
from tenders.models.tender import Lot


class Assessor(models.Model):
    """A person on the panel of a lot, known to others by a letter; `seed` orders the bids for this person."""

    lot = models.ForeignKey(
        Lot, on_delete=models.PROTECT, related_name="assessors", verbose_name=_("perceel")
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="assessorships",
        verbose_name=_("gebruiker"),
    )
    letter = models.CharField(_("letter"), max_length=3)
    seed = models.CharField(_("volgordesleutel"), max_length=32)
    is_active = models.BooleanField(_("doet mee"), default=True)
    ready_at = models.DateTimeField(_("scores definitief op"), null=True, blank=True)

    class Meta:
        verbose_name = _("beoordelaar")
        verbose_name_plural = _("beoordelaars")
        ordering = ("lot", "letter")
        constraints = (
            models.UniqueConstraint(fields=("lot", "user"), name="one_assessor_per_user"),
            models.UniqueConstraint(fields=("lot", "letter"), name="one_assessor_per_letter"),
        )

    def __str__(self) -> str:
        return _("Beoordelaar %(letter)s") % {"letter": self.letter}


class Assignment(models.Model):
    """This assessor scores this criterion, for every bid without a conflict of interest."""

    assessor = models.ForeignKey(
        Assessor, on_delete=models.CASCADE, related_name="assignments", verbose_name=_("beoordelaar")
    )
    criterion = models.ForeignKey(
        Criterion, on_delete=models.PROTECT, related_name="assignments", verbose_name=_("gunningscriterium")
    )

    class Meta:
        verbose_name = _("toewijzing")
        verbose_name_plural = _("toewijzingen")
        constraints = (
            models.UniqueConstraint(fields=("assessor", "criterion"), name="one_assignment_per_criterion"),
        )

    def __str__(self) -> str:
        return f"{self.assessor} – {self.criterion}"


class Declaration(Step):
    """What an assessor declares about a conflict of interest with one bidder; the newest counts.

    `made_by` stays empty: the assessor has a letter here, and whose letter it was is forgotten in time.
    """

    assessor = models.ForeignKey(
        Assessor, on_delete=models.PROTECT, related_name="declarations", verbose_name=_("beoordelaar")
    )
    bid = models.ForeignKey(
        Bid, on_delete=models.PROTECT, related_name="declarations", verbose_name=_("inschrijving")
    )
    has_conflict = models.BooleanField(_("belangenconflict"))

    class Meta:
        verbose_name = _("belangenverklaring")
        verbose_name_plural = _("belangenverklaringen")
        ordering = ("assessor", "pk")
        constraints = (
            models.CheckConstraint(condition=models.Q(made_by=None), name="declaration_names_no_account"),
        )

    def __str__(self) -> str:
        return f"{self.assessor} – {self.bid}"


class IndividualScore(models.Model):
    """The level that one assessor gives one bid, and why. Fixed once the assessor is ready."""

    assessor = models.ForeignKey(
        Assessor, on_delete=models.PROTECT, related_name="scores", verbose_name=_("beoordelaar")
    )
    bid = models.ForeignKey(
        Bid, on_delete=models.PROTECT, related_name="scores", verbose_name=_("inschrijving")
    )
    criterion = models.ForeignKey(
        Criterion, on_delete=models.PROTECT, related_name="scores", verbose_name=_("gunningscriterium")
    )
    value = models.CharField(_("niveau"), max_length=30, blank=True)
    motivation = models.TextField(_("motivering"), blank=True)
    version = models.PositiveIntegerField(_("versie"), default=1)
    saved_at = models.DateTimeField(_("bewaard op"))

    class Meta:
        verbose_name = _("individuele score")
        verbose_name_plural = _("individuele scores")
        constraints = (
            models.UniqueConstraint(fields=("assessor", "bid", "criterion"), name="one_individual_score"),
        )

    def __str__(self) -> str:
        return f"{self.assessor} – {self.bid} – {self.criterion}"


class Reveal(Step):
    """In the consensus meeting the individual scores on one criterion were shown to all."""

    criterion = models.OneToOneField(
        Criterion, on_delete=models.PROTECT, related_name="reveal", verbose_name=_("gunningscriterium")
    )

    class Meta:
        verbose_name = _("onthulling")
        verbose_name_plural = _("onthullingen")

    def __str__(self) -> str:
        return str(self.criterion)


class ConsensusScore(Step):
    """The level the panel agreed on, with the motivation in `reason`; the highest number counts."""

    bid = models.ForeignKey(
        Bid, on_delete=models.PROTECT, related_name="consensus_scores", verbose_name=_("inschrijving")
    )
    criterion = models.ForeignKey(
        Criterion,
        on_delete=models.PROTECT,
        related_name="consensus_scores",
        verbose_name=_("gunningscriterium"),
    )
    number = models.PositiveSmallIntegerField(_("nummer"))
    value = models.CharField(_("niveau"), max_length=30)

    class Meta:
        verbose_name = _("vastgestelde score")
        verbose_name_plural = _("vastgestelde scores")
        ordering = ("bid", "criterion", "number")
        constraints = (
            models.UniqueConstraint(
                fields=("bid", "criterion", "number"), name="one_consensus_score_per_number"
            ),
        )

    def __str__(self) -> str:
        return f"{self.bid} – {self.criterion} ({self.number})"


class Minutes(models.Model):
    """The minutes of the consensus meeting of a lot, until the scores are locked."""

    lot = models.OneToOneField(
        Lot, on_delete=models.PROTECT, related_name="minutes", verbose_name=_("perceel")
    )
    held_at = models.DateTimeField(_("gehouden op"), null=True, blank=True)
    present = models.JSONField(_("aanwezig"), default=list, blank=True)  # keys of assessors
    text = models.TextField(_("verslag"), blank=True)
    version = models.PositiveIntegerField(_("versie"), default=1)

    class Meta:
        verbose_name = _("verslag van het consensusoverleg")
        verbose_name_plural = _("verslagen van het consensusoverleg")

    @property
    def is_complete(self) -> bool:
        return self.held_at is not None and bool(self.present) and bool(self.text.strip())

    def __str__(self) -> str:
        return f"{self.lot}"


class Sample(models.Model):
    """An invented answer on which assessors try their scale before the bids are opened. It never counts."""

    criterion = models.ForeignKey(
        Criterion, on_delete=models.PROTECT, related_name="samples", verbose_name=_("gunningscriterium")
    )
    text = models.TextField(_("verzonnen antwoord"))
    made_at = models.DateTimeField(_("gemaakt op"))
    shown_at = models.DateTimeField(_("besproken op"), null=True, blank=True)

    class Meta:
        verbose_name = _("oefenantwoord")
        verbose_name_plural = _("oefenantwoorden")

    def __str__(self) -> str:
        return f"{self.criterion}: {self.text[:60]}"


class SampleScore(models.Model):
    sample = models.ForeignKey(
        Sample, on_delete=models.CASCADE, related_name="scores", verbose_name=_("oefenantwoord")
    )
    assessor = models.ForeignKey(
        Assessor, on_delete=models.CASCADE, related_name="sample_scores", verbose_name=_("beoordelaar")
    )
    value = models.CharField(_("niveau"), max_length=30)
    motivation = models.TextField(_("motivering"), blank=True)

    class Meta:
        verbose_name = _("oefenscore")
        verbose_name_plural = _("oefenscores")
        constraints = (models.UniqueConstraint(fields=("sample", "assessor"), name="one_sample_score"),)

    def __str__(self) -> str:
        return f"{self.sample} – {self.assessor}"
