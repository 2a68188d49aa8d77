from django.apps import AppConfig


class ParlourConfig(AppConfig):
    name = "tests.realtime.parlour"
    label = "parlour"

    def ready(self):
        from tests.realtime.parlour import rooms  # noqa: F401 - registers
