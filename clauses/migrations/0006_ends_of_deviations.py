"""A deviation can be ended by its own step, and an added clause taken out again."""

from django.db import migrations, models
from django.db.models import Q

from clauses.migrations import _guards

NAME = "a_deviation_names_its_model"


class Migration(migrations.Migration):
    dependencies = [("clauses", "0005_house_style")]

    operations = [
        migrations.RunPython(_guards.lift, _guards.put),
        migrations.RemoveConstraint(model_name="clausedeviation", name=NAME),
        migrations.AlterField(
            model_name="clausedeviation",
            name="kind",
            field=models.CharField(
                choices=[
                    ("changed", "Tekst gewijzigd"),
                    ("removed", "Clausule weggelaten"),
                    ("added", "Clausule toegevoegd"),
                    ("other-rung", "Lagere trede gekozen"),
                    ("as-model", "Terug naar de bibliotheek"),
                ],
                max_length=10,
                verbose_name="soort",
            ),
        ),
        migrations.AddConstraint(
            model_name="clausedeviation",
            constraint=models.CheckConstraint(
                condition=Q(kind="added", version=None, model_digest="")
                | Q(kind="removed", version=None, clause_code__startswith="added-")
                | Q(kind__in=("changed", "removed", "other-rung", "as-model"), version__isnull=False),
                name=NAME,
            ),
        ),
        migrations.RunPython(_guards.put, _guards.lift),
    ]
