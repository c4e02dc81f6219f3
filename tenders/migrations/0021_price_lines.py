"""The lines of a price sheet, frozen with what is published."""

import django.db.models.deletion
from django.db import migrations, models

from tenders.migrations import _guards_of_the_phases


class Migration(migrations.Migration):
    dependencies = [("tenders", "0020_proof_of_the_ladder")]

    operations = [
        migrations.RunPython(_guards_of_the_phases.lift, _guards_of_the_phases.put),
        migrations.CreateModel(
            name="PriceLine",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="nummer")),
                ("group", models.CharField(blank=True, max_length=200, verbose_name="groep")),
                ("description", models.CharField(max_length=200, verbose_name="omschrijving")),
                ("unit", models.CharField(max_length=40, verbose_name="eenheid")),
                ("quantity", models.CharField(max_length=40, verbose_name="hoeveelheid")),
                ("maximum", models.CharField(blank=True, max_length=40, verbose_name="maximum per eenheid")),
                (
                    "lot",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="price_lines",
                        to="tenders.lot",
                        verbose_name="perceel",
                    ),
                ),
            ],
            options={
                "verbose_name": "prijsregel",
                "verbose_name_plural": "prijsregels",
                "ordering": ("lot", "number"),
                "constraints": [models.UniqueConstraint(fields=("lot", "number"), name="price_line_number")],
            },
        ),
        migrations.RunPython(_guards_of_the_phases.put, _guards_of_the_phases.lift),
    ]
