"""Criteria, requirements and rules stay as published; publications, rankings and draws never change."""

from django.db import migrations

from tenders.migrations._guards import lift, put


class Migration(migrations.Migration):
    dependencies = [("tenders", "0001_initial")]
    operations = [migrations.RunPython(put, lift)]
