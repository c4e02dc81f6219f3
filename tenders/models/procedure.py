"""Where a lot stands in the award procedure, and every step it took to get there."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from procurement.words import words
from tenders.models.tender import Lot, Tender
from tenders.procedure.phases import TITLES, Phase


def phase_choices() -> list[tuple[str, str]]:
    """A function, so that a new phase is no change of the database."""
    return [(phase.value, words(TITLES[phase])) for phase in Phase]


class Procedure(models.Model):
    """The phase of a lot now. A lot without a row is in preparation. Changed by `services.phases` alone."""

    lot = models.OneToOneField(
        Lot, on_delete=models.CASCADE, related_name="procedure", verbose_name=_("perceel")
    )
    phase = models.CharField(_("fase"), max_length=20, choices=phase_choices)
    since = models.DateTimeField(_("sinds"))

    class Meta:
        verbose_name = _("stand van de procedure")
        verbose_name_plural = _("standen van de procedure")

    def __str__(self) -> str:
        return f"{self.lot}: {self.get_phase_display()}"


class Step(models.Model):
    """What every recorded step carries: when, by whom and why. Rows never change."""

    at = models.DateTimeField(_("tijdstip"))
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("door"),
    )
    reason = models.TextField(_("reden"), blank=True)

    class Meta:
        abstract = True


class PhaseChange(Step):
    """One transition of a lot; see `tenders.procedure.transitions`."""

    lot = models.ForeignKey(
        Lot, on_delete=models.PROTECT, related_name="phase_changes", verbose_name=_("perceel")
    )
    number = models.PositiveSmallIntegerField(_("nummer"))
    transition = models.CharField(_("overgang"), max_length=40)
    source = models.CharField(_("van"), max_length=20, choices=phase_choices)
    target = models.CharField(_("naar"), max_length=20, choices=phase_choices)
    seconded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("tweede persoon"),
    )

    class Meta:
        verbose_name = _("faseovergang")
        verbose_name_plural = _("faseovergangen")
        ordering = ("lot", "number")
        constraints = (models.UniqueConstraint(fields=("lot", "number"), name="one_phase_change_per_number"),)

    def __str__(self) -> str:
        return f"{self.lot}: {self.get_target_display()}"


class FirstSignature(Step):
    """The first of two people signed for a transition; the second has ten minutes.

    It is spent by the phase change that follows on it, and lapses by itself.
    """

    lot = models.ForeignKey(
        Lot, on_delete=models.PROTECT, related_name="first_signatures", verbose_name=_("perceel")
    )
    transition = models.CharField(_("overgang"), max_length=40)

    class Meta:
        verbose_name = _("eerste handtekening")
        verbose_name_plural = _("eerste handtekeningen")
        ordering = ("lot", "pk")

    def __str__(self) -> str:
        return f"{self.lot}: {self.transition}"


class Approval(Step):
    """A lawyer read exactly one draft, known by its digest, and approved it or not."""

    tender = models.ForeignKey(
        Tender, on_delete=models.PROTECT, related_name="approvals", verbose_name=_("aanbesteding")
    )
    digest = models.CharField(_("SHA-256 van het concept"), max_length=64)
    is_approved = models.BooleanField(_("goedgekeurd"))

    class Meta:
        verbose_name = _("juridisch oordeel")
        verbose_name_plural = _("juridische oordelen")
        ordering = ("tender", "pk")

    def __str__(self) -> str:
        return f"{self.tender} ({self.at:%d-%m-%Y})"


class Clarification(models.Model):
    """A nota van inlichtingen: questions with their answers, and where needed a change of the documents.

    While `is_amending` is true and it is neither published nor discarded, the published rows may change;
    `before` holds them as they were, so that a discarded clarification leaves no trace in the criteria.
    """

    tender = models.ForeignKey(
        Tender, on_delete=models.PROTECT, related_name="clarifications", verbose_name=_("aanbesteding")
    )
    number = models.PositiveSmallIntegerField(_("nummer"))
    opened_at = models.DateTimeField(_("begonnen op"))
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("door"),
    )
    is_amending = models.BooleanField(_("wijzigt de stukken"), default=False)
    before = models.JSONField(_("stukken zoals ze waren"), default=list, blank=True)
    reason = models.TextField(_("reden van de wijziging"), blank=True)
    is_substantial = models.BooleanField(_("wezenlijke wijziging"), null=True)
    why_not_substantial = models.TextField(_("waarom niet wezenlijk"), blank=True)
    new_deadline = models.DateTimeField(_("nieuw uiterste tijdstip"), null=True, blank=True)
    published_at = models.DateTimeField(_("gepubliceerd op"), null=True, blank=True)
    discarded_at = models.DateTimeField(_("verworpen op"), null=True, blank=True)

    class Meta:
        verbose_name = _("nota van inlichtingen")
        verbose_name_plural = _("nota's van inlichtingen")
        ordering = ("tender", "number")
        constraints = (
            models.UniqueConstraint(fields=("tender", "number"), name="one_clarification_per_number"),
            models.UniqueConstraint(
                fields=("tender",),
                condition=models.Q(published_at=None, discarded_at=None),
                name="one_open_clarification",
            ),
        )

    @property
    def is_open(self) -> bool:
        return self.published_at is None and self.discarded_at is None

    def __str__(self) -> str:
        return _("nota van inlichtingen %(number)s") % {"number": self.number}


class Question(models.Model):
    """One question, without the name of who asked it, and the answer to everybody."""

    clarification = models.ForeignKey(
        Clarification, on_delete=models.CASCADE, related_name="questions", verbose_name=_("nota")
    )
    position = models.PositiveSmallIntegerField(_("volgorde"))
    place = models.CharField(_("document en plaats"), max_length=200, blank=True)
    question = models.TextField(_("vraag"))
    answer = models.TextField(_("antwoord"), blank=True)

    class Meta:
        verbose_name = _("vraag")
        verbose_name_plural = _("vragen")
        ordering = ("clarification", "position", "pk")

    def __str__(self) -> str:
        return self.question[:80]
