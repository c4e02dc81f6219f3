"""The second step and its recovery codes have a Dutch name, as the page of a group shows it."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("organisations", "0004_second_factor")]

    operations = [
        migrations.AlterModelOptions(
            name="recoverycode",
            options={"verbose_name": "herstelcode", "verbose_name_plural": "herstelcodes"},
        ),
        migrations.AlterModelOptions(
            name="secondfactor",
            options={"verbose_name": "tweede stap", "verbose_name_plural": "tweede stappen"},
        ),
    ]
