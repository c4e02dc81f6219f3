"""The decision to award a lot, which never changes once it is taken."""

from django.conf import settings
from django.db import migrations, models

from tenders.migrations._guards import lift, put


class Migration(migrations.Migration):
    dependencies = [
        ("tenders", "0003_evidence_behind_a_criterion"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.RunPython(lift, put),
        migrations.CreateModel(
            name="AwardDecision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("winner", models.CharField(max_length=30, verbose_name="winnende inschrijving")),
                ("decided_at", models.DateTimeField(verbose_name="genomen op")),
                (
                    "evaluation",
                    models.ForeignKey(
                        on_delete=models.PROTECT,
                        related_name="+",
                        to="tenders.evaluation",
                        verbose_name="beoordeling",
                    ),
                ),
                (
                    "lot",
                    models.OneToOneField(
                        on_delete=models.PROTECT,
                        related_name="decision",
                        to="tenders.lot",
                        verbose_name="perceel",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=models.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="genomen door",
                    ),
                ),
            ],
            options={
                "verbose_name": "gunningsbeslissing",
                "verbose_name_plural": "gunningsbeslissingen",
                "ordering": ("lot",),
            },
        ),
        migrations.RunPython(put, lift),
    ]
