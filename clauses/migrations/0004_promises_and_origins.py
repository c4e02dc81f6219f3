"""A draft keeps what the awarded bid promised, and where the tender or the bid said each value."""

from django.db import migrations, models

from clauses.migrations._guards import lift, put


class Migration(migrations.Migration):
    dependencies = [
        ("clauses", "0003_own_texts_deviations_and_final_contracts"),
    ]

    operations = [
        migrations.RunPython(lift, put),
        migrations.AddField(
            model_name="contractdraft",
            name="award",
            field=models.JSONField(
                blank=True, default=dict, editable=False, verbose_name="toezeggingen uit de inschrijving"
            ),
        ),
        migrations.AddField(
            model_name="chosenclause",
            name="given",
            field=models.JSONField(
                blank=True, default=dict, editable=False, verbose_name="waarden met herkomst"
            ),
        ),
        migrations.RunPython(put, lift),
    ]
