"""The register of evidence: what a piece covers, its files, its checks; and targets for buying circularly."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from tenders.migrations import _guards_of_the_phases


class Migration(migrations.Migration):
    dependencies = [
        ("organisations", "0006_access_resets"),
        ("tenders", "0018_life_cycle"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RunPython(_guards_of_the_phases.lift, _guards_of_the_phases.put),
        migrations.AddField(
            model_name="evidence",
            name="accreditation",
            field=models.CharField(
                blank=True, max_length=100, verbose_name="accreditatienummer van de instelling"
            ),
        ),
        migrations.AddField(
            model_name="evidence",
            name="accreditor",
            field=models.CharField(blank=True, max_length=200, verbose_name="accreditatie-instantie"),
        ),
        migrations.AddField(
            model_name="evidence",
            name="equivalence",
            field=models.TextField(blank=True, verbose_name="waarom het gelijkwaardig is"),
        ),
        migrations.AddField(
            model_name="evidence",
            name="products",
            field=models.JSONField(blank=True, default=list, verbose_name="producten"),
        ),
        migrations.AddField(
            model_name="evidence",
            name="replaces",
            field=models.CharField(
                blank=True,
                choices=[
                    ("label", "een keurmerk"),
                    ("certificate", "een certificaat van een managementsysteem"),
                    ("standard", "een norm"),
                    ("test_report", "een testverslag"),
                ],
                max_length=20,
                verbose_name="treedt in de plaats van",
            ),
        ),
        migrations.AddField(
            model_name="evidence",
            name="standard",
            field=models.CharField(blank=True, max_length=200, verbose_name="norm of keurmerkcriteria"),
        ),
        migrations.AddField(
            model_name="evidence",
            name="standard_version",
            field=models.CharField(blank=True, max_length=60, verbose_name="versie of jaar van de norm"),
        ),
        migrations.CreateModel(
            name="EvidenceCheck",
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
                            ("right", "klopt"),
                            ("wrong", "klopt niet"),
                            ("unclear", "nog niet duidelijk"),
                        ],
                        max_length=10,
                        verbose_name="uitkomst",
                    ),
                ),
                (
                    "way",
                    models.CharField(
                        choices=[
                            ("register", "opgezocht in het register van de instelling"),
                            ("asked", "nagevraagd bij de instelling"),
                            ("document", "het stuk zelf gelezen"),
                            ("measured", "nagemeten of nagerekend"),
                            ("other", "op een andere manier"),
                        ],
                        max_length=10,
                        verbose_name="hoe",
                    ),
                ),
                ("remark", models.TextField(verbose_name="wat u zag")),
                ("checked_on", models.DateField(verbose_name="gecontroleerd op")),
                ("at", models.DateTimeField(verbose_name="vastgelegd op")),
                (
                    "evidence",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="checks",
                        to="tenders.evidence",
                        verbose_name="bewijsmiddel",
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
                "verbose_name": "controle van een bewijsmiddel",
                "verbose_name_plural": "controles van bewijsmiddelen",
                "ordering": ("evidence", "pk"),
            },
        ),
        migrations.CreateModel(
            name="EvidenceFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="naam")),
                ("kind", models.CharField(max_length=4, verbose_name="soort bestand")),
                ("size", models.PositiveIntegerField(verbose_name="grootte")),
                ("sha256", models.CharField(max_length=64, verbose_name="SHA-256")),
                ("content", models.BinaryField(verbose_name="inhoud")),
                ("added_at", models.DateTimeField(verbose_name="toegevoegd op")),
                (
                    "added_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="toegevoegd door",
                    ),
                ),
                (
                    "evidence",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="files",
                        to="tenders.evidence",
                        verbose_name="bewijsmiddel",
                    ),
                ),
            ],
            options={
                "verbose_name": "bestand bij een bewijsmiddel",
                "verbose_name_plural": "bestanden bij bewijsmiddelen",
                "ordering": ("evidence", "pk"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("evidence", "sha256"), name="one_copy_of_a_file_per_evidence"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="OrganisationTarget",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "category",
                    models.CharField(
                        choices=[
                            ("computers", "Computers, laptops en tablets"),
                            ("displays", "Beeldschermen"),
                            ("phones", "Telefoons"),
                            ("printers", "Printers"),
                            ("servers", "Servers"),
                            ("network", "Netwerkapparatuur"),
                        ],
                        max_length=20,
                        verbose_name="productgroep",
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="jaar")),
                (
                    "indicator",
                    models.CharField(
                        choices=[
                            ("refurbished_share", "Aandeel gereviseerd"),
                            ("take_back", "Aandeel dat wordt teruggenomen en hergebruikt"),
                            ("second_life", "Aandeel met gegarandeerd tweede leven"),
                        ],
                        max_length=20,
                        verbose_name="waarover het gaat",
                    ),
                ),
                ("least", models.DecimalField(decimal_places=4, max_digits=7, verbose_name="minimum (%)")),
                (
                    "planned",
                    models.PositiveIntegerField(verbose_name="apparaten die dat jaar worden gekocht"),
                ),
                ("reference", models.CharField(max_length=300, verbose_name="waar het besluit staat")),
                ("stated_at", models.DateTimeField(verbose_name="vastgelegd op")),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="circular_targets",
                        to="organisations.organisation",
                        verbose_name="organisatie",
                    ),
                ),
                (
                    "stated_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="vastgelegd door",
                    ),
                ),
            ],
            options={
                "verbose_name": "doel voor circulair inkopen",
                "verbose_name_plural": "doelen voor circulair inkopen",
                "ordering": ("organisation", "year", "category", "indicator", "pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("least__gte", 0), ("least__lte", 100)),
                        name="target_is_a_percentage",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("planned__gte", 1)), name="target_counts_devices"
                    ),
                ],
            },
        ),
        migrations.RunPython(_guards_of_the_phases.put, _guards_of_the_phases.lift),
    ]
