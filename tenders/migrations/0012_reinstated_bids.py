"""A bid that was rejected wrongly takes part again; it can fall away once more after that."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from tenders.migrations import _guards_of_the_phases


class Migration(migrations.Migration):
    dependencies = [
        ("tenders", "0015_guards_wait_for_a_step"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RunPython(_guards_of_the_phases.lift, _guards_of_the_phases.put),
        migrations.AlterField(
            model_name="fallenbid",
            name="bid",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="falls",
                to="tenders.bid",
                verbose_name="inschrijving",
            ),
        ),
        migrations.CreateModel(
            name="Reinstatement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="tijdstip")),
                ("reason", models.TextField(blank=True, verbose_name="reden")),
                ("ruling", models.CharField(blank=True, max_length=200, verbose_name="uitspraak")),
                (
                    "fallen",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reinstatement",
                        to="tenders.fallenbid",
                        verbose_name="afwijzing",
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
                (
                    "seconded_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="tweede persoon",
                    ),
                ),
            ],
            options={
                "verbose_name": "herstelde inschrijving",
                "verbose_name_plural": "herstelde inschrijvingen",
            },
        ),
        migrations.RunPython(_guards_of_the_phases.put, _guards_of_the_phases.lift),
    ]
