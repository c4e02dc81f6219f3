"""From the ranking to the contract: questions about low bids, proof, the decision, letters, proceedings."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from tenders.models.bids import Bid
from tenders.models.evaluation import Evaluation
from tenders.models.procedure import Step
from tenders.models.tender import Lot


class Inquiry(models.Model):
    """The question to explain a bid that looks abnormally low, the answer, and what was made of it."""

    class Outcome(models.TextChoices):
        ACCEPTED = "accepted", _("voldoende onderbouwd")
        REJECTED = "rejected", _("niet onderbouwd, afgewezen")
        BREACH = "breach", _("laag door schending van milieu-, sociaal of arbeidsrecht, afgewezen")
        STATE_AID = "state_aid", _("laag door ongeoorloofde staatssteun, afgewezen")

    bid = models.ForeignKey(
        Bid, on_delete=models.PROTECT, related_name="inquiries", verbose_name=_("inschrijving")
    )
    question = models.TextField(_("vraag"))
    asked_at = models.DateTimeField(_("gevraagd op"))
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("door"),
    )
    answer_by = models.DateField(_("antwoord uiterlijk"))
    answer = models.TextField(_("toelichting van de inschrijver"), blank=True)
    outcome = models.CharField(_("oordeel"), max_length=10, choices=Outcome, blank=True)
    reason = models.TextField(_("reden van het oordeel"), blank=True)
    judged_at = models.DateTimeField(_("beoordeeld op"), null=True, blank=True)

    class Meta:
        verbose_name = _("vraag over een lage inschrijving")
        verbose_name_plural = _("vragen over lage inschrijvingen")
        ordering = ("bid", "pk")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(outcome="") | ~models.Q(reason=""), name="judged_inquiry_has_a_reason"
            ),
        )

    @property
    def is_rejected(self) -> bool:
        return self.outcome not in ("", self.Outcome.ACCEPTED)

    def __str__(self) -> str:
        return f"{self.bid}: {self.question[:60]}"


class NoInquiry(Step):
    """Why a bid with a signal of a low price was not asked to explain it."""

    bid = models.OneToOneField(
        Bid, on_delete=models.PROTECT, related_name="no_inquiry", verbose_name=_("inschrijving")
    )

    class Meta:
        verbose_name = _("lage prijs zonder vraag")
        verbose_name_plural = _("lage prijzen zonder vraag")

    def __str__(self) -> str:
        return str(self.bid)


class Verification(Step):
    """One piece of proof of the intended winner was checked; the newest row per `item` counts.

    `reason` says what was seen. Rows from before `seen_on` was asked do not have it.
    """

    bid = models.ForeignKey(
        Bid, on_delete=models.PROTECT, related_name="verifications", verbose_name=_("inschrijving")
    )
    item = models.CharField(_("wat"), max_length=80)  # see tenders.procedure.verification
    is_right = models.BooleanField(_("klopt"))
    seen_on = models.DateField(_("gezien op"), null=True, blank=True)
    valid_until = models.DateField(_("geldig tot en met"), null=True, blank=True)
    renewal = models.TextField(_("afspraak over vernieuwing"), blank=True)

    class Meta:
        verbose_name = _("verificatie")
        verbose_name_plural = _("verificaties")
        ordering = ("bid", "item", "pk")

    def __str__(self) -> str:
        return f"{self.bid}: {self.item}"


class FallenBid(Step):
    """A bid fell away after the opening; the published rule says whether the ranking is made again.

    A bid can fall, be reinstated and fall once more; at most one of its falls stands.
    """

    class Cause(models.TextChoices):
        WITHDRAWN = "withdrawn", _("de inschrijver trok zich terug")
        PROOF = "proof", _("het bewijs klopt niet")
        LOW = "low", _("abnormaal laag en niet onderbouwd")
        EXCLUDED = "excluded", _("uitsluitingsgrond of ongeschikt")
        INVALID = "invalid", _("ongeldig gebleken")

    bid = models.ForeignKey(
        Bid, on_delete=models.PROTECT, related_name="falls", verbose_name=_("inschrijving")
    )
    cause = models.CharField(_("oorzaak"), max_length=10, choices=Cause)

    class Meta:
        verbose_name = _("vervallen inschrijving")
        verbose_name_plural = _("vervallen inschrijvingen")

    @property
    def is_undone(self) -> bool:
        return hasattr(self, "reinstatement")

    def __str__(self) -> str:
        return str(self.bid)


class Reinstatement(Step):
    """Two people undid the rejection of a bid: `made_by` signed first, with the reason."""

    fallen = models.OneToOneField(
        FallenBid, on_delete=models.PROTECT, related_name="reinstatement", verbose_name=_("afwijzing")
    )
    seconded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("tweede persoon"),
    )
    ruling = models.CharField(_("uitspraak"), max_length=200, blank=True)  # of a court, where there is one

    class Meta:
        verbose_name = _("herstelde inschrijving")
        verbose_name_plural = _("herstelde inschrijvingen")

    def __str__(self) -> str:
        return str(self.fallen)


def falls_of_bids() -> "models.Prefetch[str, models.QuerySet[FallenBid], str]":
    """What `Bid.fallen` looks at, in one query for any number of bids."""
    return models.Prefetch("falls", queryset=FallenBid.objects.select_related("reinstatement"))


class AwardDecision(models.Model):
    """The decision to award a lot: it rests on one evaluation. The newest that was not withdrawn counts."""

    lot = models.ForeignKey(
        Lot, on_delete=models.PROTECT, related_name="decisions", verbose_name=_("perceel")
    )
    number = models.PositiveSmallIntegerField(_("nummer"), default=1)
    evaluation = models.ForeignKey(
        Evaluation, on_delete=models.PROTECT, related_name="+", verbose_name=_("beoordeling")
    )
    winner = models.CharField(_("winnende inschrijving"), max_length=30)  # the code of the bid
    reason = models.TextField(_("motivering"), blank=True)
    decided_at = models.DateTimeField(_("genomen op"))
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("genomen door"),
    )

    class Meta:
        verbose_name = _("gunningsbeslissing")
        verbose_name_plural = _("gunningsbeslissingen")
        ordering = ("lot", "number")
        constraints = (models.UniqueConstraint(fields=("lot", "number"), name="one_decision_per_number"),)

    def __str__(self) -> str:
        return _("gunningsbeslissing over %(lot)s") % {"lot": self.lot}


class DecisionWithdrawal(Step):
    """The decision was taken back; it stays in the file."""

    decision = models.OneToOneField(
        AwardDecision, on_delete=models.PROTECT, related_name="withdrawal", verbose_name=_("beslissing")
    )

    class Meta:
        verbose_name = _("ingetrokken gunningsbeslissing")
        verbose_name_plural = _("ingetrokken gunningsbeslissingen")

    def __str__(self) -> str:
        return str(self.decision)


class Letter(models.Model):
    """A letter as it was sent to one bidder, in Word and in OpenDocument."""

    decision = models.ForeignKey(
        AwardDecision, on_delete=models.PROTECT, related_name="letters", verbose_name=_("beslissing")
    )
    bid = models.ForeignKey(
        Bid, on_delete=models.PROTECT, related_name="letters", verbose_name=_("inschrijving")
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
    standstill_until = models.DateTimeField(_("overeenkomst mag vanaf"))

    class Meta:
        verbose_name = _("brief")
        verbose_name_plural = _("brieven")
        ordering = ("decision", "bid")
        constraints = (models.UniqueConstraint(fields=("decision", "bid"), name="one_letter_per_bid"),)

    def __str__(self) -> str:
        return f"{self.decision} – {self.bid}"
