"""Answers to the legal questions of a tender and reasons of a lawyer: frozen with what is published."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from tenders.migrations import _guards_of_the_phases


class Migration(migrations.Migration):
    dependencies = [
        ("tenders", "0012_reinstated_bids"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RunPython(_guards_of_the_phases.lift, _guards_of_the_phases.put),
        migrations.CreateModel(
            name="LegalAnswers",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("answers", models.JSONField(blank=True, default=dict, verbose_name="antwoorden")),
                (
                    "tender",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="legal_answers",
                        to="tenders.tender",
                        verbose_name="aanbesteding",
                    ),
                ),
            ],
            options={
                "verbose_name": "juridische antwoorden",
                "verbose_name_plural": "juridische antwoorden",
            },
        ),
        migrations.CreateModel(
            name="LegalReason",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("rule", models.CharField(max_length=10, verbose_name="regel")),
                ("place", models.TextField(verbose_name="plaats")),
                ("quote", models.TextField(blank=True, verbose_name="tekst waar het over gaat")),
                ("subject", models.TextField(blank=True, verbose_name="wat er stond")),
                ("text", models.TextField(blank=True, verbose_name="motivering")),
                ("given_at", models.DateTimeField(verbose_name="gegeven op")),
                (
                    "given_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="door",
                    ),
                ),
                (
                    "tender",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="legal_reasons",
                        to="tenders.tender",
                        verbose_name="aanbesteding",
                    ),
                ),
            ],
            options={
                "verbose_name": "motivering van een jurist",
                "verbose_name_plural": "motiveringen van juristen",
                "ordering": ("tender", "pk"),
            },
        ),
        migrations.RunPython(_guards_of_the_phases.put, _guards_of_the_phases.lift),
    ]
