"""Drafts that choose from the library."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from clauses.models.library import ClauseVersion
from procurement.organisations.models import Organisation


class ContractDraft(models.Model):
    """A contract in the making. `subject` is a key of whoever asked for it, such as one lot; unknown here.

    `facts` holds the answers about the contract; `revision` counts savings, so that two people who fill in
    the same draft do not overwrite each other. `award` is what the awarded bid promised, in its own words
    (`clauses.assembly.award`); empty while there is no award.
    """

    class Language(models.TextChoices):
        DUTCH = "nl", _("Nederlands")
        ENGLISH = "en", _("Engels")

    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        related_name="contract_drafts",
        verbose_name=_("organisatie"),
    )
    title = models.CharField(_("titel"), max_length=200)
    reference = models.CharField(_("kenmerk"), max_length=100)
    language = models.CharField(_("taal van het contract"), max_length=2, choices=Language, default="nl")
    subject = models.CharField(_("hoort bij"), max_length=200, blank=True)
    facts = models.JSONField(_("antwoorden over het contract"), default=dict, blank=True)
    award = models.JSONField(_("toezeggingen uit de inschrijving"), default=dict, blank=True, editable=False)
    revision = models.PositiveIntegerField(_("bewaard"), default=1)
    created_at = models.DateTimeField(_("gemaakt op"))

    class Meta:
        verbose_name = _("conceptcontract")
        verbose_name_plural = _("conceptcontracten")
        ordering = ("-created_at", "-pk")

    def __str__(self) -> str:
        return f"{self.reference} – {self.title}"


class ChosenClause(models.Model):
    """A clause version in a draft, with the values of its blanks in their written form.

    `given` is what the tender and the bid filled in, by name, and where they said it
    (`clauses.assembly.origin`); a person may have put another value in its place.
    """

    draft = models.ForeignKey(
        ContractDraft, on_delete=models.CASCADE, related_name="chosen", verbose_name=_("conceptcontract")
    )
    version = models.ForeignKey(
        ClauseVersion, on_delete=models.PROTECT, related_name="chosen", verbose_name=_("clausule")
    )
    position = models.PositiveIntegerField(_("plaats"))
    values = models.JSONField(_("ingevulde waarden"), default=dict, blank=True)
    given = models.JSONField(_("waarden met herkomst"), default=dict, blank=True, editable=False)

    class Meta:
        verbose_name = _("gekozen clausule")
        verbose_name_plural = _("gekozen clausules")
        ordering = ("draft", "position")
        constraints = (
            models.UniqueConstraint(fields=("draft", "version"), name="each_clause_version_once_per_draft"),
        )

    def __str__(self) -> str:
        return f"{self.position}. {self.version}"
