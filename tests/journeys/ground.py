"""Run as a module: lay the ground of a journey in the database of DATA_DIR, a small cabinet."""

import django

if __name__ == "__main__":
    django.setup()
    from meetings.models import Site
    from tests.cabinet import Cabinet

    cabinet = Cabinet()
    cabinet.transport.email = "transport@example.org"
    cabinet.transport.save()
    body = cabinet.body
    Site.objects.create(body=body, code="DN", name="Điểm cầu Đà Nẵng", order=1)
