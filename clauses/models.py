"""Clauses as rows: immutable versions of the library, and drafts that choose from them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from clauses.assembly.clause import RUNG_LABELS, RUNGS, THEMES
from clauses.words import lazy_words, words
from procurement.language import Text
from procurement.organisations.models import Organisation


def theme_choices() -> list[tuple[str, str]]:
    return [(theme.code, lazy_words(theme.label)) for theme in THEMES]


def rung_choices() -> list[tuple[str, str]]:
    return [(rung, lazy_words(RUNG_LABELS[rung])) for rung in RUNGS]


class Clause(models.Model):
    """A clause whatever its version; theme, rung and order are those of its newest version."""

    code = models.SlugField(_("code"), max_length=60, unique=True)
    theme = models.CharField(_("thema"), max_length=40, choices=theme_choices)
    rung = models.CharField(_("trede"), max_length=20, choices=rung_choices)
    order = models.PositiveIntegerField(_("plaats in het contract"))

    class Meta:
        verbose_name = _("clausule")
        verbose_name_plural = _("clausules")
        ordering = ("order", "code")

    def __str__(self) -> str:
        return self.code


class ClauseVersion(models.Model):
    """One reviewed text. It is added once and never changed: the database refuses that too.

    `valid_from` is legal time, `recorded_at` is when the text came into the database.
    """

    clause = models.ForeignKey(
        Clause, on_delete=models.PROTECT, related_name="versions", verbose_name=_("clausule")
    )
    number = models.PositiveIntegerField(_("versie"))
    title_nl = models.CharField(_("titel"), max_length=200)
    title_en = models.CharField(_("titel in het Engels"), max_length=200)
    source = models.TextField(_("tekst"))
    digest = models.CharField(_("sha256"), max_length=64)
    valid_from = models.DateField(_("geldig vanaf"))
    review_by = models.DateField(_("herzien voor"))
    recorded_at = models.DateTimeField(_("vastgelegd op"))

    class Meta:
        verbose_name = _("versie van een clausule")
        verbose_name_plural = _("versies van clausules")
        ordering = ("clause__order", "clause__code", "-number")
        constraints = (
            models.UniqueConstraint(fields=("clause", "number"), name="one_text_per_clause_version"),
        )

    def __str__(self) -> str:
        return f"{self.title} ({self.number})"

    @property
    def title(self) -> str:
        return words(Text(nl=self.title_nl, en=self.title_en))


class ContractDraft(models.Model):
    """A contract in the making. `subject` is a key of whoever asked for it, such as one lot; unknown here.

    `facts` holds the answers about the contract; `revision` counts savings, so that two people who fill in
    the same draft do not overwrite each other.
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
    revision = models.PositiveIntegerField(_("bewaard"), default=1)
    created_at = models.DateTimeField(_("gemaakt op"))

    class Meta:
        verbose_name = _("conceptcontract")
        verbose_name_plural = _("conceptcontracten")
        ordering = ("-created_at", "-pk")

    def __str__(self) -> str:
        return f"{self.reference} – {self.title}"


class ChosenClause(models.Model):
    """A clause version in a draft, with the values of its blanks in their written form."""

    draft = models.ForeignKey(
        ContractDraft, on_delete=models.CASCADE, related_name="chosen", verbose_name=_("conceptcontract")
    )
    version = models.ForeignKey(
        ClauseVersion, on_delete=models.PROTECT, related_name="chosen", verbose_name=_("clausule")
    )
    position = models.PositiveIntegerField(_("plaats"))
    values = models.JSONField(_("ingevulde waarden"), default=dict, blank=True)

    class Meta:
        verbose_name = _("gekozen clausule")
        verbose_name_plural = _("gekozen clausules")
        ordering = ("draft", "position")
        constraints = (
            models.UniqueConstraint(fields=("draft", "version"), name="each_clause_version_once_per_draft"),
        )

    def __str__(self) -> str:
        return f"{self.position}. {self.version}"
