"""What a lot publishes about the supplier scorecard: points and levels, suitability, places."""

from django.db import migrations, models

from tenders.migrations._guards import lift, put


class Migration(migrations.Migration):
    dependencies = [("tenders", "0004_award_decision")]
    operations = [
        migrations.RunPython(lift, put),
        migrations.AddField(
            model_name="lot",
            name="scorecard_rules",
            field=models.JSONField(blank=True, default=list, verbose_name="regels van de scorekaart"),
        ),
        migrations.AddField(
            model_name="lot",
            name="suitability_parts",
            field=models.JSONField(
                blank=True, default=list, verbose_name="onderdelen die een geschiktheidseis zijn"
            ),
        ),
        migrations.AddField(
            model_name="lot",
            name="shortlist_places",
            field=models.PositiveSmallIntegerField(
                blank=True, null=True, verbose_name="aantal gegadigden dat wordt uitgenodigd"
            ),
        ),
        migrations.RunPython(put, lift),
    ]
