"""The officer prepares the letters of a decision before they are sent."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("tenders", "0007_draws_for_later_ties"),
    ]

    operations = [
        migrations.CreateModel(
            name="LetterDraft",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        choices=[("nl", "Nederlands"), ("en", "Engels")],
                        default="nl",
                        max_length=2,
                        verbose_name="taal",
                    ),
                ),
                ("court", models.CharField(blank=True, max_length=200, verbose_name="bevoegde rechter")),
                ("contact", models.CharField(blank=True, max_length=200, verbose_name="contact voor vragen")),
                (
                    "disclosed",
                    models.JSONField(
                        blank=True, default=dict, verbose_name="wat anderen over de winnaar lezen"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, verbose_name="versie")),
                (
                    "decision",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="letter_draft",
                        to="tenders.awarddecision",
                        verbose_name="beslissing",
                    ),
                ),
            ],
            options={
                "verbose_name": "voorbereiding van de brieven",
                "verbose_name_plural": "voorbereiding van de brieven",
            },
        ),
    ]
