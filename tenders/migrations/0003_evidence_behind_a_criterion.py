"""The kind of evidence that the value of an award criterion rests on."""

from django.db import migrations, models

from tenders.migrations._guards import lift, put

KINDS = [
    ("iso_14001", "ISO 14001-certificaat"),
    ("emas", "EMAS-registratie"),
    ("equivalent_measures", "Gelijkwaardige milieumaatregelen"),
    ("energy_star", "ENERGY STAR"),
    ("tco_certified", "TCO Certified"),
    ("epeat", "EPEAT"),
    ("eu_ecolabel", "EU Ecolabel"),
    ("blauer_engel", "Blauer Engel"),
    ("test_report", "Testrapport"),
    ("product_footprint", "Product-CO2-voetafdruk"),
    ("refurbished_share", "Aandeel gereviseerd (%)"),
    ("take_back", "Terugname- en hergebruikgarantie (%)"),
    ("spare_parts", "Reserveonderdelen (jaren)"),
    ("second_life", "Dienstmodel met gegarandeerd tweede leven (%)"),
    ("declaration", "Verklaring"),
]


class Migration(migrations.Migration):
    dependencies = [("tenders", "0002_frozen_after_publication")]
    operations = [
        migrations.RunPython(lift, put),
        migrations.AddField(
            model_name="criterion",
            name="evidence_kind",
            field=models.CharField(
                blank=True, choices=KINDS, max_length=30, verbose_name="bewijs achter de waarde"
            ),
        ),
        migrations.RunPython(put, lift),
    ]
