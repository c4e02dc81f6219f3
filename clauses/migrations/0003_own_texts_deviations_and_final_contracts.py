"""Own texts with four eyes, deviations with their approver, and frozen contracts; the database keeps them."""

from importlib import import_module

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from clauses.migrations._guards import lift, put

FIRST = import_module("clauses.migrations.0002_immutable_versions")


class Migration(migrations.Migration):
    dependencies = [
        ("clauses", "0002_immutable_versions"),
        ("organisations", "0006_access_resets"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RunPython(FIRST.unprotect, FIRST.protect),
        migrations.CreateModel(
            name="ClauseDeviation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("clause_code", models.SlugField(max_length=60, verbose_name="code")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("changed", "Tekst gewijzigd"),
                            ("removed", "Clausule weggelaten"),
                            ("added", "Clausule toegevoegd"),
                            ("other-rung", "Lagere trede gekozen"),
                        ],
                        max_length=10,
                        verbose_name="soort",
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="titel")),
                (
                    "model_digest",
                    models.CharField(blank=True, max_length=64, verbose_name="sha256 van het model"),
                ),
                ("provisions", models.JSONField(blank=True, default=list, verbose_name="tekst")),
                ("digest", models.CharField(blank=True, max_length=64, verbose_name="sha256")),
                ("reason", models.TextField(verbose_name="reden")),
                ("approver", models.CharField(max_length=40, verbose_name="wie keurt goed")),
                ("recorded_at", models.DateTimeField(verbose_name="vastgelegd op")),
            ],
            options={
                "verbose_name": "afwijking van een clausule",
                "verbose_name_plural": "afwijkingen van clausules",
                "ordering": ("pk",),
            },
        ),
        migrations.CreateModel(
            name="ClauseProposal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.SlugField(max_length=60, verbose_name="code")),
                ("number", models.PositiveIntegerField(verbose_name="versie")),
                ("source", models.TextField(verbose_name="tekst")),
                ("digest", models.CharField(max_length=64, verbose_name="sha256")),
                ("reason", models.TextField(verbose_name="waarom")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "In bewerking"),
                            ("submitted", "Wacht op goedkeuring"),
                            ("published", "Vastgesteld"),
                            ("withdrawn", "Ingetrokken"),
                        ],
                        default="draft",
                        max_length=10,
                        verbose_name="stand",
                    ),
                ),
                ("revision", models.PositiveIntegerField(default=1, verbose_name="bewaard")),
                ("created_at", models.DateTimeField(verbose_name="gemaakt op")),
                ("submitted_at", models.DateTimeField(blank=True, null=True, verbose_name="ingediend op")),
            ],
            options={
                "verbose_name": "voorstel voor een clausule",
                "verbose_name_plural": "voorstellen voor clausules",
                "ordering": ("-created_at", "-pk"),
            },
        ),
        migrations.CreateModel(
            name="ContractClause",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveIntegerField(verbose_name="plaats")),
            ],
            options={
                "verbose_name": "clausule in een contract",
                "verbose_name_plural": "clausules in contracten",
                "ordering": ("contract", "position"),
            },
        ),
        migrations.CreateModel(
            name="ContractVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField(verbose_name="versie")),
                ("form", models.TextField(verbose_name="inhoud")),
                ("digest", models.CharField(max_length=64, verbose_name="sha256")),
                ("word", models.BinaryField(verbose_name="Word-bestand")),
                ("word_digest", models.CharField(max_length=64, verbose_name="sha256 van het Word-bestand")),
                ("made_at", models.DateTimeField(verbose_name="definitief gemaakt op")),
            ],
            options={
                "verbose_name": "definitief contract",
                "verbose_name_plural": "definitieve contracten",
                "ordering": ("draft", "number"),
            },
        ),
        migrations.CreateModel(
            name="DeviationDecision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("approved", "Goedgekeurd"),
                            ("refused", "Afgewezen"),
                            ("withdrawn", "Ingetrokken"),
                        ],
                        max_length=10,
                        verbose_name="besluit",
                    ),
                ),
                ("reason", models.TextField(blank=True, verbose_name="toelichting")),
                ("decided_at", models.DateTimeField(verbose_name="tijdstip")),
            ],
            options={
                "verbose_name": "besluit over een afwijking",
                "verbose_name_plural": "besluiten over afwijkingen",
                "ordering": ("pk",),
            },
        ),
        migrations.CreateModel(
            name="ProposalDecision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("digest", models.CharField(max_length=64, verbose_name="sha256")),
                ("is_approved", models.BooleanField(verbose_name="goedgekeurd")),
                ("reason", models.TextField(blank=True, verbose_name="toelichting")),
                ("decided_at", models.DateTimeField(verbose_name="tijdstip")),
            ],
            options={
                "verbose_name": "besluit over een voorstel",
                "verbose_name_plural": "besluiten over voorstellen",
                "ordering": ("pk",),
            },
        ),
        migrations.RemoveConstraint(
            model_name="clauseversion",
            name="one_text_per_clause_version",
        ),
        migrations.AddField(
            model_name="clause",
            name="organisation",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="clauses",
                to="organisations.organisation",
                verbose_name="organisatie",
            ),
        ),
        migrations.AddField(
            model_name="clauseversion",
            name="approved_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="goedgekeurd op"),
        ),
        migrations.AddField(
            model_name="clauseversion",
            name="approved_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="goedgekeurd door",
            ),
        ),
        migrations.AddField(
            model_name="clauseversion",
            name="author",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="geschreven door",
            ),
        ),
        migrations.AddField(
            model_name="clauseversion",
            name="organisation",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="clause_versions",
                to="organisations.organisation",
                verbose_name="organisatie",
            ),
        ),
        migrations.AddField(
            model_name="clauseversion",
            name="reviewed_by",
            field=models.CharField(
                blank=True, default="bibliotheek", max_length=40, verbose_name="nagekeken door"
            ),
        ),
        migrations.AlterField(
            model_name="clause",
            name="code",
            field=models.SlugField(max_length=60, verbose_name="code"),
        ),
        migrations.AddConstraint(
            model_name="clause",
            constraint=models.UniqueConstraint(
                condition=models.Q(("organisation", None)),
                fields=("code",),
                name="one_clause_per_code_in_the_library",
            ),
        ),
        migrations.AddConstraint(
            model_name="clause",
            constraint=models.UniqueConstraint(
                fields=("organisation", "code"), name="one_clause_per_own_code"
            ),
        ),
        migrations.AddConstraint(
            model_name="clause",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("organisation", None), models.Q(("code__startswith", "own-"), _negated=True)),
                    models.Q(("code__startswith", "own-"), ("organisation__isnull", False)),
                    _connector="OR",
                ),
                name="own_clauses_are_named_so",
            ),
        ),
        migrations.AddField(
            model_name="clausedeviation",
            name="draft",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="deviations",
                to="clauses.contractdraft",
                verbose_name="conceptcontract",
            ),
        ),
        migrations.AddField(
            model_name="clausedeviation",
            name="recorded_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="door",
            ),
        ),
        migrations.AddField(
            model_name="clausedeviation",
            name="version",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="deviations",
                to="clauses.clauseversion",
                verbose_name="clausule",
            ),
        ),
        migrations.AddField(
            model_name="clauseproposal",
            name="author",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="geschreven door",
            ),
        ),
        migrations.AddField(
            model_name="clauseproposal",
            name="based_on",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="clauses.clauseversion",
                verbose_name="uitgangspunt",
            ),
        ),
        migrations.AddField(
            model_name="clauseproposal",
            name="clause",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="proposals",
                to="clauses.clause",
                verbose_name="clausule",
            ),
        ),
        migrations.AddField(
            model_name="clauseproposal",
            name="organisation",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="clause_proposals",
                to="organisations.organisation",
                verbose_name="organisatie",
            ),
        ),
        migrations.AddField(
            model_name="clauseversion",
            name="proposal",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="version",
                to="clauses.clauseproposal",
                verbose_name="voorstel",
            ),
        ),
        migrations.AddConstraint(
            model_name="clauseversion",
            constraint=models.UniqueConstraint(
                condition=models.Q(("organisation", None)),
                fields=("clause", "number"),
                name="one_text_per_clause_version",
            ),
        ),
        migrations.AddConstraint(
            model_name="clauseversion",
            constraint=models.UniqueConstraint(
                fields=("clause", "organisation", "number"), name="one_own_text_per_clause_version"
            ),
        ),
        migrations.AddConstraint(
            model_name="clauseversion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("approved_at", None),
                        ("approved_by", None),
                        ("author", None),
                        ("organisation", None),
                        ("proposal", None),
                        ("reviewed_by", "bibliotheek"),
                    ),
                    models.Q(
                        ("approved_at__isnull", False),
                        ("approved_by__isnull", False),
                        ("author__isnull", False),
                        ("organisation__isnull", False),
                        ("proposal__isnull", False),
                        ("reviewed_by", ""),
                    ),
                    _connector="OR",
                ),
                name="an_own_text_was_approved",
            ),
        ),
        migrations.AddConstraint(
            model_name="clauseversion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("author", None),
                    models.Q(("author", models.F("approved_by")), _negated=True),
                    _connector="OR",
                ),
                name="nobody_approves_an_own_text_alone",
            ),
        ),
        migrations.AddField(
            model_name="contractclause",
            name="version",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="contracts",
                to="clauses.clauseversion",
                verbose_name="clausule",
            ),
        ),
        migrations.AddField(
            model_name="contractversion",
            name="draft",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="versions",
                to="clauses.contractdraft",
                verbose_name="conceptcontract",
            ),
        ),
        migrations.AddField(
            model_name="contractversion",
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
            model_name="contractclause",
            name="contract",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="clauses",
                to="clauses.contractversion",
                verbose_name="contract",
            ),
        ),
        migrations.AddField(
            model_name="deviationdecision",
            name="decided_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="door",
            ),
        ),
        migrations.AddField(
            model_name="deviationdecision",
            name="deviation",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="decision",
                to="clauses.clausedeviation",
                verbose_name="afwijking",
            ),
        ),
        migrations.AddField(
            model_name="proposaldecision",
            name="decided_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="door",
            ),
        ),
        migrations.AddField(
            model_name="proposaldecision",
            name="proposal",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="decisions",
                to="clauses.clauseproposal",
                verbose_name="voorstel",
            ),
        ),
        migrations.AddConstraint(
            model_name="clausedeviation",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason", ""), _negated=True), name="a_deviation_has_a_reason"
            ),
        ),
        migrations.AddConstraint(
            model_name="clausedeviation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "added"), ("model_digest", ""), ("version", None)),
                    models.Q(("kind__in", ("changed", "removed", "other-rung")), ("version__isnull", False)),
                    _connector="OR",
                ),
                name="a_deviation_names_its_model",
            ),
        ),
        migrations.AddConstraint(
            model_name="clauseproposal",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ("draft", "submitted"))),
                fields=("organisation", "code"),
                name="one_open_proposal_per_clause",
            ),
        ),
        migrations.AddConstraint(
            model_name="contractversion",
            constraint=models.UniqueConstraint(fields=("draft", "number"), name="one_contract_per_number"),
        ),
        migrations.AddConstraint(
            model_name="deviationdecision",
            constraint=models.CheckConstraint(
                condition=models.Q(("outcome", "refused"), ("reason", ""), _negated=True),
                name="refused_with_a_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="proposaldecision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("is_approved", True), models.Q(("reason", ""), _negated=True), _connector="OR"
                ),
                name="sent_back_with_a_reason",
            ),
        ),
        migrations.RunPython(put, lift),
    ]
