"""One clarification is open at a time; the reason why a procedure is urgent is published."""

from django.db import migrations, models

from tenders.migrations._guards_of_the_procedure import lift, put


class Migration(migrations.Migration):
    dependencies = [("tenders", "0008_letters_are_prepared")]

    operations = [
        migrations.RunPython(lift, put),
        migrations.AddField(
            model_name="tender",
            name="urgency",
            field=models.TextField(
                blank=True,
                default="",
                help_text="Alleen als de gewone termijnen niet kunnen (art. 2.74 Aw 2012). Dit wordt "
                "gepubliceerd.",
                verbose_name="waarom de procedure urgent is",
            ),
            preserve_default=False,
        ),
        migrations.AddConstraint(
            model_name="clarification",
            constraint=models.UniqueConstraint(
                condition=models.Q(("discarded_at", None), ("published_at", None)),
                fields=("tender",),
                name="one_open_clarification",
            ),
        ),
        migrations.RunPython(put, lift),
    ]
