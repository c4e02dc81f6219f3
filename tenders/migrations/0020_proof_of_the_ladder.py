"""Proof of the promised level of the CO2 Performance Ladder, recorded after the award."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from tenders.migrations import _guards_of_the_phases


class Migration(migrations.Migration):
    dependencies = [
        ("tenders", "0019_register_of_evidence"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RunPython(_guards_of_the_phases.lift, _guards_of_the_phases.put),
        migrations.CreateModel(
            name="LadderProof",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="tijdstip")),
                ("reason", models.TextField(blank=True, verbose_name="reden")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("certificate", "certificaat dat deze opdracht omvat"),
                            ("project_statement", "projectverklaring voor deze opdracht"),
                        ],
                        max_length=20,
                        verbose_name="soort bewijs",
                    ),
                ),
                ("version", models.CharField(max_length=10, verbose_name="versie van de ladder")),
                ("level", models.PositiveSmallIntegerField(verbose_name="bewezen niveau")),
                ("issued_on", models.DateField(verbose_name="geldig vanaf")),
                ("valid_until", models.DateField(verbose_name="geldig tot en met")),
                ("shown_on", models.DateField(verbose_name="ontvangen op")),
                (
                    "bid",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ladder_proofs",
                        to="tenders.bid",
                        verbose_name="inschrijving",
                    ),
                ),
                (
                    "evidence_check",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tenders.evidencecheck",
                        verbose_name="controle van het bewijs",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="door",
                    ),
                ),
            ],
            options={
                "verbose_name": "bewijs voor de CO2-Prestatieladder",
                "verbose_name_plural": "bewijzen voor de CO2-Prestatieladder",
                "ordering": ("bid", "pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("level__gte", 1)), name="ladder_proof_has_a_level"
                    )
                ],
            },
        ),
        migrations.RunPython(_guards_of_the_phases.put, _guards_of_the_phases.lift),
    ]
