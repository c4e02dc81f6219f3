"""The addresses of the tender pages."""

app_name = "tenders"

urlpatterns: list[object] = []
