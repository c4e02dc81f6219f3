"""On PostgreSQL the guards of the phases wait for a step that is being made, and a step waits for them."""

from django.db import migrations

from tenders.migrations import _guards_of_the_phases


class Migration(migrations.Migration):
    dependencies = [("tenders", "0012_bids_on_an_earlier_version")]

    operations = [
        migrations.RunPython(_guards_of_the_phases.lift, _guards_of_the_phases.put),
        migrations.RunPython(_guards_of_the_phases.put, _guards_of_the_phases.lift),
    ]
