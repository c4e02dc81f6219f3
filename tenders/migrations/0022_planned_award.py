"""The day on which a buyer plans to award: evidence is held against it before there is a decision."""

from django.db import migrations, models

from tenders.migrations import _guards_of_the_phases


class Migration(migrations.Migration):
    dependencies = [("tenders", "0021_price_lines")]

    operations = [
        migrations.RunPython(_guards_of_the_phases.lift, _guards_of_the_phases.put),
        migrations.AddField(
            model_name="tender",
            name="award_planned",
            field=models.DateField(
                blank=True,
                help_text=(
                    "Alleen voor u: dit wordt niet gepubliceerd en u kunt het steeds veranderen. Tot er een"
                    " beslissing is, ziet u hiermee of bewijs op die dag nog geldig is."
                ),
                null=True,
                verbose_name="geplande dag van de gunning",
            ),
        ),
        migrations.RunPython(_guards_of_the_phases.put, _guards_of_the_phases.lift),
    ]
