"""The second step, its codes and failed sign-ins have a Dutch name, as the page of a group shows it."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("organisations", "0004_second_factor")]

    operations = [
        migrations.AlterModelOptions(
            name="failedsignin",
            options={"verbose_name": "mislukte inlogpoging", "verbose_name_plural": "mislukte inlogpogingen"},
        ),
        migrations.AlterModelOptions(
            name="recoverycode",
            options={"verbose_name": "herstelcode", "verbose_name_plural": "herstelcodes"},
        ),
        migrations.AlterModelOptions(
            name="secondfactor",
            options={"verbose_name": "tweede stap", "verbose_name_plural": "tweede stappen"},
        ),
    ]
