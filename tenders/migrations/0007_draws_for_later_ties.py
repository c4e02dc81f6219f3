"""A second draw for another tie; a decision that a lawyer frees from the standstill."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from tenders.migrations._guards_of_the_procedure import lift, put


class Migration(migrations.Migration):
    dependencies = [
        ("tenders", "0006_the_award_procedure"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RunPython(lift, put),
        migrations.CreateModel(
            name="StandstillWaiver",
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
                    "ground",
                    models.CharField(
                        choices=[
                            ("no_notice", "er was geen aankondiging vereist"),
                            ("sole_bidder", "de winnaar is de enige betrokken inschrijver"),
                            ("call_off", "opdracht onder een raamovereenkomst of dynamisch aankoopsysteem"),
                        ],
                        max_length=11,
                        verbose_name="grond",
                    ),
                ),
            ],
            options={
                "verbose_name": "afzien van de opschortende termijn",
                "verbose_name_plural": "afzien van de opschortende termijn",
            },
        ),
        migrations.AlterModelOptions(
            name="draw",
            options={
                "ordering": ("lot", "number"),
                "verbose_name": "loting",
                "verbose_name_plural": "lotingen",
            },
        ),
        migrations.AddField(
            model_name="draw",
            name="number",
            field=models.PositiveSmallIntegerField(default=1, verbose_name="nummer"),
        ),
        migrations.AlterField(
            model_name="draw",
            name="lot",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="draws",
                to="tenders.lot",
                verbose_name="perceel",
            ),
        ),
        migrations.AlterField(
            model_name="inquiry",
            name="outcome",
            field=models.CharField(
                blank=True,
                choices=[
                    ("accepted", "voldoende onderbouwd"),
                    ("rejected", "niet onderbouwd, afgewezen"),
                    ("breach", "laag door schending van milieu-, sociaal of arbeidsrecht, afgewezen"),
                    ("state_aid", "laag door ongeoorloofde staatssteun, afgewezen"),
                ],
                max_length=10,
                verbose_name="oordeel",
            ),
        ),
        migrations.AddConstraint(
            model_name="draw",
            constraint=models.UniqueConstraint(fields=("lot", "number"), name="one_draw_per_number"),
        ),
        migrations.AddField(
            model_name="standstillwaiver",
            name="decision",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="waiver",
                to="tenders.awarddecision",
                verbose_name="beslissing",
            ),
        ),
        migrations.AddField(
            model_name="standstillwaiver",
            name="made_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="door",
            ),
        ),
        migrations.RunPython(put, lift),
    ]
