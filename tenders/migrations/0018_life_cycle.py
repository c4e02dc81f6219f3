"""What a lot calculates, what a bid states for it, and which figure a criterion takes."""

import django.db.models.deletion
from django.db import migrations, models

from tenders.migrations import _guards_of_the_phases


class Migration(migrations.Migration):
    dependencies = [("tenders", "0017_weight_policy")]

    operations = [
        migrations.RunPython(_guards_of_the_phases.lift, _guards_of_the_phases.put),
        migrations.AddField(
            model_name="criterion",
            name="figure",
            field=models.JSONField(blank=True, default=dict, verbose_name="berekende waarde"),
        ),
        migrations.CreateModel(
            name="LifecyclePlan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("data", models.JSONField(default=dict, verbose_name="berekening")),
                (
                    "lot",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="life_cycle",
                        to="tenders.lot",
                        verbose_name="perceel",
                    ),
                ),
            ],
            options={
                "verbose_name": "berekening over de levensduur",
                "verbose_name_plural": "berekeningen over de levensduur",
            },
        ),
        migrations.CreateModel(
            name="LifecycleAnswer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=100, verbose_name="code")),
                ("value", models.CharField(max_length=300, verbose_name="antwoord")),
                ("is_price", models.BooleanField(verbose_name="bedrag in euro's")),
                (
                    "bid",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="life_cycle_answers",
                        to="tenders.bid",
                        verbose_name="inschrijving",
                    ),
                ),
            ],
            options={
                "verbose_name": "antwoord voor de berekening",
                "verbose_name_plural": "antwoorden voor de berekening",
                "ordering": ("bid", "pk"),
                "constraints": [models.UniqueConstraint(fields=("bid", "code"), name="one_answer_per_code")],
            },
        ),
        migrations.RunPython(_guards_of_the_phases.put, _guards_of_the_phases.lift),
    ]
