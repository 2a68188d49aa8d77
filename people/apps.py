from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "people"

    def ready(self) -> None:
        from people import needs  # noqa: F401 - importing registers its search
        from people.searches import folding  # noqa: F401 - and teaches the database
