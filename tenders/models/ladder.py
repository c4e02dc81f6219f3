"""What the winner showed of the promised level of the CO2 Performance Ladder. A row never changes."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from tenders.models.bids import Bid
from tenders.models.evidence import EvidenceCheck
from tenders.models.procedure import Step


class LadderProof(Step):
    """A checked piece of evidence proves a level; `reason` says that it covers this contract.

    `issued_on` and `valid_until` (included) are those of the piece when this was recorded.
    """

    class Kind(models.TextChoices):
        """As in `tenders.lifecycle.ladder.proof`."""

        CERTIFICATE = "certificate", _("certificaat dat deze opdracht omvat")
        PROJECT_STATEMENT = "project_statement", _("projectverklaring voor deze opdracht")

    bid = models.ForeignKey(
        Bid, on_delete=models.PROTECT, related_name="ladder_proofs", verbose_name=_("inschrijving")
    )
    evidence_check = models.ForeignKey(
        EvidenceCheck, on_delete=models.PROTECT, related_name="+", verbose_name=_("controle van het bewijs")
    )
    kind = models.CharField(_("soort bewijs"), max_length=20, choices=Kind)
    version = models.CharField(_("versie van de ladder"), max_length=10)
    level = models.PositiveSmallIntegerField(_("bewezen niveau"))
    issued_on = models.DateField(_("geldig vanaf"))
    valid_until = models.DateField(_("geldig tot en met"))
    shown_on = models.DateField(_("ontvangen op"))

    class Meta:
        verbose_name = _("bewijs voor de CO2-Prestatieladder")
        verbose_name_plural = _("bewijzen voor de CO2-Prestatieladder")
        ordering = ("bid", "pk")
        constraints = (
            models.CheckConstraint(condition=models.Q(level__gte=1), name="ladder_proof_has_a_level"),
        )

    def __str__(self) -> str:
        return f"{self.bid}: {self.version}, {self.level}"
