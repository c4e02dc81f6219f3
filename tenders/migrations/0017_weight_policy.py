"""The own minimum weight of sustainability of an organisation, and the theme of a criterion it counts."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from tenders.migrations import _guards_of_the_phases


class Migration(migrations.Migration):
    dependencies = [
        ("organisations", "0006_access_resets"),
        ("tenders", "0016_legal_answers_and_reasons"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RunPython(_guards_of_the_phases.lift, _guards_of_the_phases.put),
        migrations.AddField(
            model_name="criterion",
            name="theme",
            field=models.CharField(
                blank=True,
                choices=[
                    ("climate", "klimaat"),
                    ("energy", "energie"),
                    ("circularity", "circulariteit"),
                    ("materials", "materialen"),
                    ("water", "water"),
                    ("supply-chain", "keten"),
                    ("data", "gegevens"),
                    ("reporting", "rapportage"),
                    ("value", "prijs en kwaliteit"),
                ],
                max_length=20,
                verbose_name="thema",
            ),
        ),
        migrations.CreateModel(
            name="WeightPolicy",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("least", models.DecimalField(decimal_places=4, max_digits=7, verbose_name="minimum (%)")),
                ("valid_from", models.DateField(verbose_name="geldt vanaf")),
                ("decided_on", models.DateField(verbose_name="datum van het besluit")),
                ("decided_by", models.CharField(max_length=200, verbose_name="wie besloot")),
                ("reference", models.CharField(max_length=300, verbose_name="waar het besluit staat")),
                ("stated_at", models.DateTimeField(verbose_name="vastgelegd op")),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="weight_policies",
                        to="organisations.organisation",
                        verbose_name="organisatie",
                    ),
                ),
                (
                    "stated_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="vastgelegd door",
                    ),
                ),
            ],
            options={
                "verbose_name": "minimum voor duurzaamheid",
                "verbose_name_plural": "minima voor duurzaamheid",
                "ordering": ("organisation", "valid_from", "pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("least__gte", 0), ("least__lte", 100)),
                        name="least_is_a_percentage",
                    )
                ],
            },
        ),
        migrations.RunPython(_guards_of_the_phases.put, _guards_of_the_phases.lift),
    ]
