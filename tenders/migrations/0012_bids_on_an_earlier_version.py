"""Bids on an earlier version or registered late, a longer standstill, why a change is not substantial."""

from typing import Any

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from tenders.migrations import _guards_of_the_phases


def step_fields() -> "list[tuple[str, models.Field[Any, Any]]]":
    """What every recorded step carries."""
    return [
        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
        ("at", models.DateTimeField(verbose_name="tijdstip")),
        ("reason", models.TextField(blank=True, verbose_name="reden")),
    ]


def person(verbose_name: str) -> "models.Field[Any, Any]":
    return models.ForeignKey(
        null=True,
        on_delete=django.db.models.deletion.PROTECT,
        related_name="+",
        to=settings.AUTH_USER_MODEL,
        verbose_name=verbose_name,
    )


class Migration(migrations.Migration):
    dependencies = [
        ("tenders", "0013_what_was_seen_and_sent"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RunPython(_guards_of_the_phases.lift, _guards_of_the_phases.put),
        migrations.AddField(
            model_name="letterdraft",
            name="days",
            field=models.PositiveSmallIntegerField(default=20, verbose_name="dagen opschortende termijn"),
        ),
        migrations.AddConstraint(
            model_name="letterdraft",
            constraint=models.CheckConstraint(
                condition=models.Q(("days__gte", 20)), name="standstill_is_as_long_as_the_law_asks"
            ),
        ),
        migrations.AddField(
            model_name="clarification",
            name="why_not_substantial",
            field=models.TextField(blank=True, default="", verbose_name="waarom niet wezenlijk"),
            preserve_default=False,
        ),
        migrations.CreateModel(
            name="VersionAnswer",
            fields=[
                *step_fields(),
                ("is_confirmed", models.BooleanField(verbose_name="bevestigd")),
                ("confirmed_on", models.DateField(blank=True, null=True, verbose_name="bevestigd op")),
                (
                    "bid",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="version_answer",
                        to="tenders.bid",
                        verbose_name="inschrijving",
                    ),
                ),
                ("made_by", person("door")),
            ],
            options={
                "verbose_name": "antwoord over de versie",
                "verbose_name_plural": "antwoorden over de versie",
            },
        ),
        migrations.AddConstraint(
            model_name="versionanswer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("confirmed_on__isnull", False), ("is_confirmed", True)),
                    models.Q(("confirmed_on__isnull", True), ("is_confirmed", False)),
                    _connector="OR",
                ),
                name="a_confirmation_has_a_day",
            ),
        ),
        migrations.CreateModel(
            name="LateReplacement",
            fields=[
                *step_fields(),
                (
                    "earlier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="late_successors",
                        to="tenders.sealedbid",
                        verbose_name="eerdere",
                    ),
                ),
                (
                    "later",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="late_replacement",
                        to="tenders.sealedbid",
                        verbose_name="latere",
                    ),
                ),
                ("made_by", person("door")),
                ("signed_by", person("eerste handtekening")),
            ],
            options={"verbose_name": "late vervanging", "verbose_name_plural": "late vervangingen"},
        ),
        migrations.RunPython(_guards_of_the_phases.put, _guards_of_the_phases.lift),
    ]
