"""``manage.py serve``: the web server, live sockets and all."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "Serve pages and live rooms on one port until SIGTERM or Ctrl-C."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default="127.0.0.1", help="address to listen on")
        parser.add_argument("--port", type=int, default=8000, help="port to listen on")

    def handle(self, *args: Any, host: str, port: int, **options: Any) -> None:
        from config.asgi import application
        from people.notices.postman import Postman
        from realtime.server import LiveServer

        server = LiveServer(application, host=host, port=port, ready=lambda: self.say(host, port))
        postman = Postman()
        postman.start()
        server.run()
        postman.stop()
        if server.failed:
            sys.exit(f"Port {port} of {host} cannot be listened on: is something else there?")

    def say(self, host: str, port: int) -> None:
        shown = f"[{host}]" if ":" in host else host
        print(f"Serving on http://{shown}:{port}", flush=True)
