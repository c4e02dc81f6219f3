"""House styles of an organisation, and with a final contract the one that it was written in."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from clauses.migrations import _guards, _guards_of_the_house_style


class Migration(migrations.Migration):
    dependencies = [
        ("clauses", "0004_promises_and_origins"),
        ("organisations", "0006_access_resets"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RunPython(_guards.lift, _guards.put),
        migrations.AddField(
            model_name="contractversion",
            name="house_style",
            field=models.CharField(
                blank=True, default="", max_length=64, verbose_name="sha256 van de huisstijl"
            ),
        ),
        migrations.CreateModel(
            name="HouseStyleVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField(verbose_name="versie")),
                ("name", models.CharField(max_length=120, verbose_name="bestandsnaam")),
                ("content", models.BinaryField(verbose_name="bestand")),
                ("digest", models.CharField(max_length=64, verbose_name="sha256")),
                ("uploaded_at", models.DateTimeField(verbose_name="toegevoegd op")),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="house_styles",
                        to="organisations.organisation",
                        verbose_name="organisatie",
                    ),
                ),
                (
                    "uploaded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="toegevoegd door",
                    ),
                ),
            ],
            options={
                "verbose_name": "huisstijl",
                "verbose_name_plural": "huisstijlen",
                "ordering": ("organisation", "number"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("organisation", "number"), name="one_house_style_per_number"
                    ),
                    models.UniqueConstraint(
                        fields=("organisation", "digest"), name="one_house_style_per_file"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HouseStyleChoice",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("chosen_at", models.DateTimeField(verbose_name="tijdstip")),
                (
                    "chosen_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="door",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="house_style_choices",
                        to="organisations.organisation",
                        verbose_name="organisatie",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="choices",
                        to="clauses.housestyleversion",
                        verbose_name="huisstijl",
                    ),
                ),
            ],
            options={
                "verbose_name": "keuze van een huisstijl",
                "verbose_name_plural": "keuzes van een huisstijl",
                "ordering": ("pk",),
            },
        ),
        migrations.RunPython(_guards_of_the_house_style.put, _guards_of_the_house_style.lift),
        migrations.RunPython(_guards.put, _guards.lift),
    ]
