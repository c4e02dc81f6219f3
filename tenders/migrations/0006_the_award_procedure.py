"""The award procedure: phases, sealed bids, the jury, verification, decision and letters."""

from typing import Any

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

import tenders.models.procedure
from tenders.migrations._guards import lift as lift_earlier
from tenders.migrations._guards import put as put_earlier
from tenders.migrations._guards_of_the_procedure import lift, put


def place_existing_lots(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Lots that were published before the procedure had phases stand where their records say."""
    published = dict(
        apps.get_model("tenders", "Publication").objects.order_by("version").values_list("tender", "made_at")
    )
    lots = apps.get_model("tenders", "Lot").objects.filter(tender__in=published)
    procedures = apps.get_model("tenders", "Procedure").objects
    for lot in lots:
        procedures.create(lot=lot, phase=_phase_of(lot), since=published[lot.tender_id])


def _phase_of(lot: Any) -> str:
    if lot.decisions.exists():
        return "award"
    if lot.evaluations.exists():
        return "evaluation"
    return "opening" if lot.bids.exists() else "submission"


class Migration(migrations.Migration):
    dependencies = [
        ("tenders", "0005_scorecard_rules"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RunPython(lift_earlier, put_earlier),
        migrations.CreateModel(
            name="Approval",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="tijdstip")),
                ("reason", models.TextField(blank=True, verbose_name="reden")),
                ("digest", models.CharField(max_length=64, verbose_name="SHA-256 van het concept")),
                ("is_approved", models.BooleanField(verbose_name="goedgekeurd")),
            ],
            options={
                "verbose_name": "juridisch oordeel",
                "verbose_name_plural": "juridische oordelen",
                "ordering": ("tender", "pk"),
            },
        ),
        migrations.CreateModel(
            name="Assessor",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("letter", models.CharField(max_length=3, verbose_name="letter")),
                ("seed", models.CharField(max_length=32, verbose_name="volgordesleutel")),
                ("is_active", models.BooleanField(default=True, verbose_name="doet mee")),
                (
                    "ready_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="scores definitief op"),
                ),
            ],
            options={
                "verbose_name": "beoordelaar",
                "verbose_name_plural": "beoordelaars",
                "ordering": ("lot", "letter"),
            },
        ),
        migrations.CreateModel(
            name="Assignment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
            ],
            options={
                "verbose_name": "toewijzing",
                "verbose_name_plural": "toewijzingen",
            },
        ),
        migrations.CreateModel(
            name="BidWithdrawal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="tijdstip")),
                ("reason", models.TextField(blank=True, verbose_name="reden")),
            ],
            options={
                "verbose_name": "ingetrokken inschrijving",
                "verbose_name_plural": "ingetrokken inschrijvingen",
            },
        ),
        migrations.CreateModel(
            name="Clarification",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="nummer")),
                ("opened_at", models.DateTimeField(verbose_name="begonnen op")),
                ("is_amending", models.BooleanField(default=False, verbose_name="wijzigt de stukken")),
                ("before", models.JSONField(blank=True, default=list, verbose_name="stukken zoals ze waren")),
                ("reason", models.TextField(blank=True, verbose_name="reden van de wijziging")),
                ("is_substantial", models.BooleanField(null=True, verbose_name="wezenlijke wijziging")),
                (
                    "new_deadline",
                    models.DateTimeField(blank=True, null=True, verbose_name="nieuw uiterste tijdstip"),
                ),
                ("published_at", models.DateTimeField(blank=True, null=True, verbose_name="gepubliceerd op")),
                ("discarded_at", models.DateTimeField(blank=True, null=True, verbose_name="verworpen op")),
            ],
            options={
                "verbose_name": "nota van inlichtingen",
                "verbose_name_plural": "nota's van inlichtingen",
                "ordering": ("tender", "number"),
            },
        ),
        migrations.CreateModel(
            name="ConsensusScore",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="tijdstip")),
                ("reason", models.TextField(blank=True, verbose_name="reden")),
                ("number", models.PositiveSmallIntegerField(verbose_name="nummer")),
                ("value", models.CharField(max_length=30, verbose_name="niveau")),
            ],
            options={
                "verbose_name": "vastgestelde score",
                "verbose_name_plural": "vastgestelde scores",
                "ordering": ("bid", "criterion", "number"),
            },
        ),
        migrations.CreateModel(
            name="DataKey",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "vault",
                    models.CharField(
                        choices=[("bids", "inschrijvingen"), ("prices", "prijzen")],
                        max_length=6,
                        verbose_name="kluis",
                    ),
                ),
                ("wrapped", models.BinaryField(verbose_name="versleutelde sleutel")),
                ("key_id", models.CharField(max_length=16, verbose_name="sleutel van de site")),
            ],
            options={
                "verbose_name": "kluissleutel",
                "verbose_name_plural": "kluissleutels",
            },
        ),
        migrations.CreateModel(
            name="DecisionWithdrawal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="tijdstip")),
                ("reason", models.TextField(blank=True, verbose_name="reden")),
            ],
            options={
                "verbose_name": "ingetrokken gunningsbeslissing",
                "verbose_name_plural": "ingetrokken gunningsbeslissingen",
            },
        ),
        migrations.CreateModel(
            name="Declaration",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="tijdstip")),
                ("reason", models.TextField(blank=True, verbose_name="reden")),
                ("has_conflict", models.BooleanField(verbose_name="belangenconflict")),
            ],
            options={
                "verbose_name": "belangenverklaring",
                "verbose_name_plural": "belangenverklaringen",
                "ordering": ("assessor", "pk"),
            },
        ),
        migrations.CreateModel(
            name="FallenBid",
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
                    "cause",
                    models.CharField(
                        choices=[
                            ("withdrawn", "de inschrijver trok zich terug"),
                            ("proof", "het bewijs klopt niet"),
                            ("low", "abnormaal laag en niet onderbouwd"),
                            ("excluded", "uitsluitingsgrond of ongeschikt"),
                            ("invalid", "ongeldig gebleken"),
                        ],
                        max_length=10,
                        verbose_name="oorzaak",
                    ),
                ),
            ],
            options={
                "verbose_name": "vervallen inschrijving",
                "verbose_name_plural": "vervallen inschrijvingen",
            },
        ),
        migrations.CreateModel(
            name="FirstSignature",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="tijdstip")),
                ("reason", models.TextField(blank=True, verbose_name="reden")),
                ("transition", models.CharField(max_length=40, verbose_name="overgang")),
            ],
            options={
                "verbose_name": "eerste handtekening",
                "verbose_name_plural": "eerste handtekeningen",
                "ordering": ("lot", "pk"),
            },
        ),
        migrations.CreateModel(
            name="IndividualScore",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("value", models.CharField(blank=True, max_length=30, verbose_name="niveau")),
                ("motivation", models.TextField(blank=True, verbose_name="motivering")),
                ("version", models.PositiveIntegerField(default=1, verbose_name="versie")),
                ("saved_at", models.DateTimeField(verbose_name="bewaard op")),
            ],
            options={
                "verbose_name": "individuele score",
                "verbose_name_plural": "individuele scores",
            },
        ),
        migrations.CreateModel(
            name="Inquiry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("question", models.TextField(verbose_name="vraag")),
                ("asked_at", models.DateTimeField(verbose_name="gevraagd op")),
                ("answer_by", models.DateField(verbose_name="antwoord uiterlijk")),
                ("answer", models.TextField(blank=True, verbose_name="toelichting van de inschrijver")),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("accepted", "voldoende onderbouwd"),
                            ("rejected", "niet onderbouwd, afgewezen"),
                        ],
                        max_length=10,
                        verbose_name="oordeel",
                    ),
                ),
                ("reason", models.TextField(blank=True, verbose_name="reden van het oordeel")),
                ("judged_at", models.DateTimeField(blank=True, null=True, verbose_name="beoordeeld op")),
            ],
            options={
                "verbose_name": "vraag over een lage inschrijving",
                "verbose_name_plural": "vragen over lage inschrijvingen",
                "ordering": ("bid", "pk"),
            },
        ),
        migrations.CreateModel(
            name="Letter",
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
                ("standstill_until", models.DateTimeField(verbose_name="overeenkomst mag vanaf")),
            ],
            options={
                "verbose_name": "brief",
                "verbose_name_plural": "brieven",
                "ordering": ("decision", "bid"),
            },
        ),
        migrations.CreateModel(
            name="Minutes",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("held_at", models.DateTimeField(blank=True, null=True, verbose_name="gehouden op")),
                ("present", models.JSONField(blank=True, default=list, verbose_name="aanwezig")),
                ("text", models.TextField(blank=True, verbose_name="verslag")),
                ("version", models.PositiveIntegerField(default=1, verbose_name="versie")),
            ],
            options={
                "verbose_name": "verslag van het consensusoverleg",
                "verbose_name_plural": "verslagen van het consensusoverleg",
            },
        ),
        migrations.CreateModel(
            name="PhaseChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="tijdstip")),
                ("reason", models.TextField(blank=True, verbose_name="reden")),
                ("number", models.PositiveSmallIntegerField(verbose_name="nummer")),
                ("transition", models.CharField(max_length=40, verbose_name="overgang")),
                (
                    "source",
                    models.CharField(
                        choices=tenders.models.procedure.phase_choices, max_length=20, verbose_name="van"
                    ),
                ),
                (
                    "target",
                    models.CharField(
                        choices=tenders.models.procedure.phase_choices, max_length=20, verbose_name="naar"
                    ),
                ),
            ],
            options={
                "verbose_name": "faseovergang",
                "verbose_name_plural": "faseovergangen",
                "ordering": ("lot", "number"),
            },
        ),
        migrations.CreateModel(
            name="Procedure",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "phase",
                    models.CharField(
                        choices=tenders.models.procedure.phase_choices, max_length=20, verbose_name="fase"
                    ),
                ),
                ("since", models.DateTimeField(verbose_name="sinds")),
            ],
            options={
                "verbose_name": "stand van de procedure",
                "verbose_name_plural": "standen van de procedure",
            },
        ),
        migrations.CreateModel(
            name="Proceedings",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("started_on", models.DateField(verbose_name="aanhangig sinds")),
                ("reference", models.CharField(blank=True, max_length=100, verbose_name="zaaknummer")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="beslist op")),
                ("outcome", models.TextField(blank=True, verbose_name="uitkomst")),
            ],
            options={
                "verbose_name": "kort geding",
                "verbose_name_plural": "korte gedingen",
                "ordering": ("lot", "pk"),
            },
        ),
        migrations.CreateModel(
            name="PublishedDocument",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="bestandsnaam")),
                ("language", models.CharField(max_length=2, verbose_name="taal")),
                ("content", models.BinaryField(verbose_name="inhoud")),
                ("digest", models.CharField(max_length=64, verbose_name="SHA-256")),
            ],
            options={
                "verbose_name": "gepubliceerd document",
                "verbose_name_plural": "gepubliceerde documenten",
                "ordering": ("publication", "name", "language"),
            },
        ),
        migrations.CreateModel(
            name="Question",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(verbose_name="volgorde")),
                ("place", models.CharField(blank=True, max_length=200, verbose_name="document en plaats")),
                ("question", models.TextField(verbose_name="vraag")),
                ("answer", models.TextField(blank=True, verbose_name="antwoord")),
            ],
            options={
                "verbose_name": "vraag",
                "verbose_name_plural": "vragen",
                "ordering": ("clarification", "position", "pk"),
            },
        ),
        migrations.CreateModel(
            name="Reveal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="tijdstip")),
                ("reason", models.TextField(blank=True, verbose_name="reden")),
            ],
            options={
                "verbose_name": "onthulling",
                "verbose_name_plural": "onthullingen",
            },
        ),
        migrations.CreateModel(
            name="Sample",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.TextField(verbose_name="verzonnen antwoord")),
                ("made_at", models.DateTimeField(verbose_name="gemaakt op")),
                ("shown_at", models.DateTimeField(blank=True, null=True, verbose_name="besproken op")),
            ],
            options={
                "verbose_name": "oefenantwoord",
                "verbose_name_plural": "oefenantwoorden",
            },
        ),
        migrations.CreateModel(
            name="SampleScore",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("value", models.CharField(max_length=30, verbose_name="niveau")),
                ("motivation", models.TextField(blank=True, verbose_name="motivering")),
            ],
            options={
                "verbose_name": "oefenscore",
                "verbose_name_plural": "oefenscores",
            },
        ),
        migrations.CreateModel(
            name="SealedBid",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("receipt", models.CharField(max_length=20, unique=True, verbose_name="ontvangstnummer")),
                ("sealed_at", models.DateTimeField(verbose_name="verzegeld op")),
                ("version", models.PositiveSmallIntegerField(verbose_name="versie van de stukken")),
                ("content", models.BinaryField(verbose_name="inhoud")),
            ],
            options={
                "verbose_name": "verzegelde inschrijving",
                "verbose_name_plural": "verzegelde inschrijvingen",
                "ordering": ("lot", "pk"),
            },
        ),
        migrations.CreateModel(
            name="SealedFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("content", models.BinaryField(verbose_name="inhoud")),
            ],
            options={
                "verbose_name": "verzegeld bestand",
                "verbose_name_plural": "verzegelde bestanden",
            },
        ),
        migrations.CreateModel(
            name="SealedPrices",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sealed_at", models.DateTimeField(verbose_name="verzegeld op")),
                ("content", models.BinaryField(verbose_name="inhoud")),
            ],
            options={
                "verbose_name": "verzegelde prijzen",
                "verbose_name_plural": "verzegelde prijzen",
                "ordering": ("bid", "pk"),
            },
        ),
        migrations.CreateModel(
            name="Verification",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="tijdstip")),
                ("reason", models.TextField(blank=True, verbose_name="reden")),
                ("item", models.CharField(max_length=80, verbose_name="wat")),
                ("is_right", models.BooleanField(verbose_name="klopt")),
                ("valid_until", models.DateField(blank=True, null=True, verbose_name="geldig tot en met")),
            ],
            options={
                "verbose_name": "verificatie",
                "verbose_name_plural": "verificaties",
                "ordering": ("bid", "item", "pk"),
            },
        ),
        migrations.AlterModelOptions(
            name="awarddecision",
            options={
                "ordering": ("lot", "number"),
                "verbose_name": "gunningsbeslissing",
                "verbose_name_plural": "gunningsbeslissingen",
            },
        ),
        migrations.AddField(
            model_name="awarddecision",
            name="number",
            field=models.PositiveSmallIntegerField(default=1, verbose_name="nummer"),
        ),
        migrations.AddField(
            model_name="awarddecision",
            name="reason",
            field=models.TextField(blank=True, verbose_name="motivering"),
        ),
        migrations.AddField(
            model_name="lot",
            name="falling_away",
            field=models.CharField(
                blank=True,
                choices=[
                    ("keep", "de rangorde van de anderen blijft zoals zij was"),
                    ("recalculate", "de rangorde wordt opnieuw berekend zonder die inschrijving"),
                ],
                max_length=11,
                verbose_name="als een inschrijving vervalt",
            ),
        ),
        migrations.AddField(
            model_name="publication",
            name="deadline",
            field=models.DateTimeField(null=True, verbose_name="uiterste tijdstip van inschrijving"),
        ),
        migrations.AddField(
            model_name="tender",
            name="keep_until",
            field=models.DateField(blank=True, null=True, verbose_name="dossier bewaren tot en met"),
        ),
        migrations.AlterField(
            model_name="awarddecision",
            name="lot",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="decisions",
                to="tenders.lot",
                verbose_name="perceel",
            ),
        ),
        migrations.AddConstraint(
            model_name="awarddecision",
            constraint=models.UniqueConstraint(fields=("lot", "number"), name="one_decision_per_number"),
        ),
        migrations.AddField(
            model_name="approval",
            name="made_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="door",
            ),
        ),
        migrations.AddField(
            model_name="approval",
            name="tender",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="approvals",
                to="tenders.tender",
                verbose_name="aanbesteding",
            ),
        ),
        migrations.AddField(
            model_name="assessor",
            name="lot",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="assessors",
                to="tenders.lot",
                verbose_name="perceel",
            ),
        ),
        migrations.AddField(
            model_name="assessor",
            name="user",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="assessorships",
                to=settings.AUTH_USER_MODEL,
                verbose_name="gebruiker",
            ),
        ),
        migrations.AddField(
            model_name="assignment",
            name="assessor",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="assignments",
                to="tenders.assessor",
                verbose_name="beoordelaar",
            ),
        ),
        migrations.AddField(
            model_name="assignment",
            name="criterion",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="assignments",
                to="tenders.criterion",
                verbose_name="gunningscriterium",
            ),
        ),
        migrations.AddField(
            model_name="bidwithdrawal",
            name="made_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="door",
            ),
        ),
        migrations.AddField(
            model_name="clarification",
            name="opened_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="door",
            ),
        ),
        migrations.AddField(
            model_name="clarification",
            name="tender",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="clarifications",
                to="tenders.tender",
                verbose_name="aanbesteding",
            ),
        ),
        migrations.AddField(
            model_name="publication",
            name="clarification",
            field=models.OneToOneField(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="publication",
                to="tenders.clarification",
                verbose_name="nota van inlichtingen",
            ),
        ),
        migrations.AddField(
            model_name="consensusscore",
            name="bid",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="consensus_scores",
                to="tenders.bid",
                verbose_name="inschrijving",
            ),
        ),
        migrations.AddField(
            model_name="consensusscore",
            name="criterion",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="consensus_scores",
                to="tenders.criterion",
                verbose_name="gunningscriterium",
            ),
        ),
        migrations.AddField(
            model_name="consensusscore",
            name="made_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="door",
            ),
        ),
        migrations.AddField(
            model_name="datakey",
            name="lot",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="data_keys",
                to="tenders.lot",
                verbose_name="perceel",
            ),
        ),
        migrations.AddField(
            model_name="decisionwithdrawal",
            name="decision",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="withdrawal",
                to="tenders.awarddecision",
                verbose_name="beslissing",
            ),
        ),
        migrations.AddField(
            model_name="decisionwithdrawal",
            name="made_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="door",
            ),
        ),
        migrations.AddField(
            model_name="declaration",
            name="assessor",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="declarations",
                to="tenders.assessor",
                verbose_name="beoordelaar",
            ),
        ),
        migrations.AddField(
            model_name="declaration",
            name="bid",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="declarations",
                to="tenders.bid",
                verbose_name="inschrijving",
            ),
        ),
        migrations.AddField(
            model_name="declaration",
            name="made_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="door",
            ),
        ),
        migrations.AddField(
            model_name="fallenbid",
            name="bid",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="fallen",
                to="tenders.bid",
                verbose_name="inschrijving",
            ),
        ),
        migrations.AddField(
            model_name="fallenbid",
            name="made_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="door",
            ),
        ),
        migrations.AddField(
            model_name="firstsignature",
            name="lot",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="first_signatures",
                to="tenders.lot",
                verbose_name="perceel",
            ),
        ),
        migrations.AddField(
            model_name="firstsignature",
            name="made_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="door",
            ),
        ),
        migrations.AddField(
            model_name="individualscore",
            name="assessor",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="scores",
                to="tenders.assessor",
                verbose_name="beoordelaar",
            ),
        ),
        migrations.AddField(
            model_name="individualscore",
            name="bid",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="scores",
                to="tenders.bid",
                verbose_name="inschrijving",
            ),
        ),
        migrations.AddField(
            model_name="individualscore",
            name="criterion",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="scores",
                to="tenders.criterion",
                verbose_name="gunningscriterium",
            ),
        ),
        migrations.AddField(
            model_name="inquiry",
            name="asked_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="door",
            ),
        ),
        migrations.AddField(
            model_name="inquiry",
            name="bid",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="inquiries",
                to="tenders.bid",
                verbose_name="inschrijving",
            ),
        ),
        migrations.AddField(
            model_name="letter",
            name="bid",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="letters",
                to="tenders.bid",
                verbose_name="inschrijving",
            ),
        ),
        migrations.AddField(
            model_name="letter",
            name="decision",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="letters",
                to="tenders.awarddecision",
                verbose_name="beslissing",
            ),
        ),
        migrations.AddField(
            model_name="letter",
            name="sent_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="door",
            ),
        ),
        migrations.AddField(
            model_name="minutes",
            name="lot",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="minutes",
                to="tenders.lot",
                verbose_name="perceel",
            ),
        ),
        migrations.AddField(
            model_name="phasechange",
            name="lot",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="phase_changes",
                to="tenders.lot",
                verbose_name="perceel",
            ),
        ),
        migrations.AddField(
            model_name="phasechange",
            name="made_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="door",
            ),
        ),
        migrations.AddField(
            model_name="phasechange",
            name="seconded_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="tweede persoon",
            ),
        ),
        migrations.AddField(
            model_name="procedure",
            name="lot",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="procedure",
                to="tenders.lot",
                verbose_name="perceel",
            ),
        ),
        migrations.AddField(
            model_name="proceedings",
            name="lot",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="proceedings",
                to="tenders.lot",
                verbose_name="perceel",
            ),
        ),
        migrations.AddField(
            model_name="publisheddocument",
            name="publication",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="documents",
                to="tenders.publication",
                verbose_name="publicatie",
            ),
        ),
        migrations.AddField(
            model_name="question",
            name="clarification",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="questions",
                to="tenders.clarification",
                verbose_name="nota",
            ),
        ),
        migrations.AddField(
            model_name="reveal",
            name="criterion",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="reveal",
                to="tenders.criterion",
                verbose_name="gunningscriterium",
            ),
        ),
        migrations.AddField(
            model_name="reveal",
            name="made_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="door",
            ),
        ),
        migrations.AddField(
            model_name="sample",
            name="criterion",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="samples",
                to="tenders.criterion",
                verbose_name="gunningscriterium",
            ),
        ),
        migrations.AddField(
            model_name="samplescore",
            name="assessor",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="sample_scores",
                to="tenders.assessor",
                verbose_name="beoordelaar",
            ),
        ),
        migrations.AddField(
            model_name="samplescore",
            name="sample",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="scores",
                to="tenders.sample",
                verbose_name="oefenantwoord",
            ),
        ),
        migrations.AddField(
            model_name="sealedbid",
            name="lot",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="sealed_bids",
                to="tenders.lot",
                verbose_name="perceel",
            ),
        ),
        migrations.AddField(
            model_name="sealedbid",
            name="sealed_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="door",
            ),
        ),
        migrations.AddField(
            model_name="bidwithdrawal",
            name="bid",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="withdrawal",
                to="tenders.sealedbid",
                verbose_name="inschrijving",
            ),
        ),
        migrations.AddField(
            model_name="bid",
            name="sealed",
            field=models.OneToOneField(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="opened",
                to="tenders.sealedbid",
                verbose_name="verzegelde inschrijving",
            ),
        ),
        migrations.AddField(
            model_name="sealedfile",
            name="bid",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="files",
                to="tenders.sealedbid",
                verbose_name="inschrijving",
            ),
        ),
        migrations.AddField(
            model_name="sealedprices",
            name="bid",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="prices",
                to="tenders.sealedbid",
                verbose_name="inschrijving",
            ),
        ),
        migrations.AddField(
            model_name="sealedprices",
            name="sealed_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="door",
            ),
        ),
        migrations.AddField(
            model_name="verification",
            name="bid",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="verifications",
                to="tenders.bid",
                verbose_name="inschrijving",
            ),
        ),
        migrations.AddField(
            model_name="verification",
            name="made_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="door",
            ),
        ),
        migrations.AddConstraint(
            model_name="assessor",
            constraint=models.UniqueConstraint(fields=("lot", "user"), name="one_assessor_per_user"),
        ),
        migrations.AddConstraint(
            model_name="assessor",
            constraint=models.UniqueConstraint(fields=("lot", "letter"), name="one_assessor_per_letter"),
        ),
        migrations.AddConstraint(
            model_name="assignment",
            constraint=models.UniqueConstraint(
                fields=("assessor", "criterion"), name="one_assignment_per_criterion"
            ),
        ),
        migrations.AddConstraint(
            model_name="clarification",
            constraint=models.UniqueConstraint(
                fields=("tender", "number"), name="one_clarification_per_number"
            ),
        ),
        migrations.AddConstraint(
            model_name="consensusscore",
            constraint=models.UniqueConstraint(
                fields=("bid", "criterion", "number"), name="one_consensus_score_per_number"
            ),
        ),
        migrations.AddConstraint(
            model_name="datakey",
            constraint=models.UniqueConstraint(fields=("lot", "vault"), name="one_data_key_per_vault"),
        ),
        migrations.AddConstraint(
            model_name="individualscore",
            constraint=models.UniqueConstraint(
                fields=("assessor", "bid", "criterion"), name="one_individual_score"
            ),
        ),
        migrations.AddConstraint(
            model_name="inquiry",
            constraint=models.CheckConstraint(
                condition=models.Q(("outcome", ""), models.Q(("reason", ""), _negated=True), _connector="OR"),
                name="judged_inquiry_has_a_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.UniqueConstraint(fields=("decision", "bid"), name="one_letter_per_bid"),
        ),
        migrations.AddConstraint(
            model_name="phasechange",
            constraint=models.UniqueConstraint(fields=("lot", "number"), name="one_phase_change_per_number"),
        ),
        migrations.AddConstraint(
            model_name="publisheddocument",
            constraint=models.UniqueConstraint(
                fields=("publication", "name", "language"), name="one_published_document"
            ),
        ),
        migrations.AddConstraint(
            model_name="samplescore",
            constraint=models.UniqueConstraint(fields=("sample", "assessor"), name="one_sample_score"),
        ),
        migrations.RunPython(place_existing_lots, migrations.RunPython.noop),
        migrations.RunPython(put, lift),
    ]
