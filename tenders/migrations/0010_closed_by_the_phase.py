"""The database itself closes what a phase closes: values, prices, outcomes, the panel, keys, the phase."""

from django.db import migrations

from tenders.migrations import _guards_of_the_phases, _guards_of_the_procedure


class Migration(migrations.Migration):
    dependencies = [("tenders", "0009_one_open_clarification")]

    operations = [
        migrations.RunPython(_guards_of_the_procedure.lift, _guards_of_the_procedure.put),
        migrations.RunPython(_guards_of_the_phases.put, _guards_of_the_phases.lift),
    ]
