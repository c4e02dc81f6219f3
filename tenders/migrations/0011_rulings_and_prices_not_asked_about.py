"""What the court decided, why a lawyer lets a contract through, why a low price was not asked about."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from tenders.migrations import _guards_of_the_phases
from tenders.migrations._guards_of_the_procedure import RECORD, Guard, lift_each, put_each

TABLE = "tenders_noinquiry"
GUARDS = tuple(
    Guard(f"{TABLE}_no_{event.lower()}", TABLE, event, "", RECORD) for event in ("UPDATE", "DELETE")
)


def put(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    put_each(GUARDS, schema_editor)


def lift(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    lift_each(GUARDS, schema_editor)


class Migration(migrations.Migration):
    dependencies = [
        ("tenders", "0010_closed_by_the_phase"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RunPython(_guards_of_the_phases.lift, _guards_of_the_phases.put),
        migrations.AddField(
            model_name="proceedings",
            name="cleared_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="jurist oordeelde op"),
        ),
        migrations.AddField(
            model_name="proceedings",
            name="cleared_because",
            field=models.TextField(blank=True, default="", verbose_name="waarom de overeenkomst toch mag"),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="proceedings",
            name="cleared_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="jurist",
            ),
        ),
        migrations.AddField(
            model_name="proceedings",
            name="ruled_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="uitspraak vastgelegd op"),
        ),
        migrations.AddField(
            model_name="proceedings",
            name="ruling",
            field=models.CharField(
                blank=True,
                choices=[
                    ("dismissed", "afgewezen"),
                    ("withdrawn", "ingetrokken door de eiser"),
                    ("granted", "toegewezen"),
                    ("partly", "gedeeltelijk toegewezen"),
                ],
                default="",
                max_length=10,
                verbose_name="uitspraak",
            ),
            preserve_default=False,
        ),
        migrations.CreateModel(
            name="NoInquiry",
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
                    "bid",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="no_inquiry",
                        to="tenders.bid",
                        verbose_name="inschrijving",
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
                "verbose_name": "lage prijs zonder vraag",
                "verbose_name_plural": "lage prijzen zonder vraag",
            },
        ),
        migrations.RunPython(_guards_of_the_phases.put, _guards_of_the_phases.lift),
        migrations.RunPython(put, lift),
    ]
