"""What was seen of each proof, notices as sent, letters per language, no account at a declaration."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from tenders.migrations import _guards_of_the_phases
from tenders.migrations._guards_of_the_procedure import RECORD, Guard, lift_each, put_each

TABLE = "tenders_sentnotice"
GUARDS = tuple(
    Guard(f"{TABLE}_no_{event.lower()}", TABLE, event, "", RECORD) for event in ("UPDATE", "DELETE")
)


def put(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    put_each(GUARDS, schema_editor)


def lift(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    lift_each(GUARDS, schema_editor)


def forget_who_declared(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """An earlier program wrote the account of the assessor here, which outlived the panel."""
    declarations = apps.get_model("tenders", "Declaration").objects.using(schema_editor.connection.alias)
    declarations.exclude(made_by=None).update(made_by=None)
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # else the table cannot be altered below


class Migration(migrations.Migration):
    dependencies = [
        ("tenders", "0011_rulings_and_prices_not_asked_about"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RunPython(_guards_of_the_phases.lift, _guards_of_the_phases.put),
        migrations.RunPython(forget_who_declared, migrations.RunPython.noop),
        migrations.CreateModel(
            name="SentNotice",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("language", models.CharField(max_length=2, verbose_name="taal")),
                ("word", models.BinaryField(verbose_name="Word-bestand")),
                ("open_document", models.BinaryField(verbose_name="OpenDocument-bestand")),
                ("digest", models.CharField(max_length=64, verbose_name="SHA-256 van het Word-bestand")),
                ("sent_at", models.DateTimeField(verbose_name="verzonden op")),
            ],
            options={
                "verbose_name": "mededeling",
                "verbose_name_plural": "mededelingen",
                "ordering": ("bid", "pk"),
            },
        ),
        migrations.AddField(
            model_name="letterdraft",
            name="languages",
            field=models.JSONField(blank=True, default=dict, verbose_name="taal per inschrijver"),
        ),
        migrations.AddField(
            model_name="verification",
            name="renewal",
            field=models.TextField(blank=True, verbose_name="afspraak over vernieuwing"),
        ),
        migrations.AddField(
            model_name="verification",
            name="seen_on",
            field=models.DateField(blank=True, null=True, verbose_name="gezien op"),
        ),
        migrations.AddConstraint(
            model_name="declaration",
            constraint=models.CheckConstraint(
                condition=models.Q(("made_by", None)), name="declaration_names_no_account"
            ),
        ),
        migrations.AddField(
            model_name="sentnotice",
            name="bid",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="notices",
                to="tenders.bid",
                verbose_name="inschrijving",
            ),
        ),
        migrations.AddField(
            model_name="sentnotice",
            name="decision",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="notices",
                to="tenders.awarddecision",
                verbose_name="ingetrokken beslissing",
            ),
        ),
        migrations.AddField(
            model_name="sentnotice",
            name="sent_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="door",
            ),
        ),
        migrations.AddConstraint(
            model_name="sentnotice",
            constraint=models.UniqueConstraint(fields=("decision", "bid"), name="one_notice_per_withdrawal"),
        ),
        migrations.AddConstraint(
            model_name="sentnotice",
            constraint=models.UniqueConstraint(
                condition=models.Q(("decision", None)), fields=("bid",), name="one_notice_of_the_end"
            ),
        ),
        migrations.RunPython(_guards_of_the_phases.put, _guards_of_the_phases.lift),
        migrations.RunPython(put, lift),
    ]
