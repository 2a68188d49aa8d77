"""Reading from a server: page by page, going on where it stopped, never elsewhere."""

import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from django.core.management import CommandError

from agendas.models import Item
from bench.oparl_set import HOME
from exchange.models import ImportRun
from meetings.models import Meeting, Participant
from papers.models import Paper, PaperVersion
from tests.exchange.importing import everything, reasons, reported, run


def test_it_says_what_is_missing_before_it_begins(db, cabinet, tmp_path):
    from people.models import Body

    with pytest.raises(CommandError, match="There is no"):
        run(tmp_path / "nowhere")
    (tmp_path / "file.txt").write_text("?")
    with pytest.raises(CommandError, match="no folder and no zip"):
        run(tmp_path / "file.txt")
    with pytest.raises(CommandError, match="There is no body"):
        run(tmp_path, "--body", "nobody")
    other = Body.objects.create(name="Khác", code="khac", symbol="K")
    with pytest.raises(CommandError, match="Say which body"):
        run(tmp_path)
    with pytest.raises(CommandError, match="--chair"):
        run(tmp_path, "--body", other.code)


class Shelf(BaseHTTPRequestHandler):
    """A server that gives out files from memory, and stops answering when it is told to."""

    def do_GET(self):
        server = self.server
        server.asked.append(self.path)
        if len(server.asked) > server.most or self.path not in server.files:
            self.send_error(503 if len(server.asked) > server.most else 404)
            return
        content = server.files[self.path]
        self.send_response(200)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *args):
        """Say nothing."""


@pytest.fixture
def shelf(folder):
    """Serve the small set as a server would: lists in pages of two."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Shelf)
    server.most, server.asked = 10_000, []
    server.home = f"http://127.0.0.1:{server.server_port}/"
    server.files = served(folder, server.home)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


def served(folder, home):
    lists = ("organization", "person", "meeting", "paper")
    files = {
        "/": {"id": home, "type": "https://schema.oparl.org/1.1/System", "body": f"{home}bodies"}
    }
    body = {"id": f"{home}body", "type": "https://schema.oparl.org/1.1/Body", "name": "Hội đồng"}
    files["/bodies"] = {
        "data": [{**body, **{name: f"{home}{name}" for name in lists}}],
        "links": {},
    }
    for name in lists:
        told = json.loads((folder / f"{name}-001.json").read_text(encoding="utf-8"))["data"]
        pages = [told[at : at + 2] for at in range(0, len(told), 2)]
        for number, page in enumerate(pages):
            following = f"{home}{name}?page={number + 2}" if number + 1 < len(pages) else None
            address = f"/{name}?page={number + 1}" if number else f"/{name}"
            count = {"totalElements": len(told)}
            files[address] = {"data": page, "pagination": count, "links": {"next": following}}
    whole = {path: json.dumps(told).replace(HOME, home).encode() for path, told in files.items()}
    for path in (folder / "files").iterdir():
        whole[f"/files/{path.name}"] = path.read_bytes()
    return whole


def test_a_server_is_read_page_by_page(cabinet, shelf):
    said = run(shelf.home)

    assert Meeting.objects.filter(state="imported").count() == 4
    assert Paper.objects.count() == 6
    assert "meeting: 2/4" in said
    assert "meeting: 4/4" in said


@pytest.mark.parametrize("most", [3, 9, 16, 18, 20])
def test_an_interrupted_import_goes_on_and_comes_to_the_same(cabinet, shelf, most):
    shelf.most = most
    with pytest.raises(CommandError, match="Run again"):
        run(shelf.home)
    got = ImportRun.objects.get().done if ImportRun.objects.exists() else {}
    shelf.most, shelf.asked = 10_000, []

    run(shelf.home)

    counts = (Meeting, Item, PaperVersion, Participant)
    assert [model.objects.count() for model in counts] == [4, 12, 6, 8]
    for address in got.get("finished", []):
        assert address.removeprefix(shelf.home.rstrip("/")) not in shelf.asked
    before = everything()
    run(shelf.home, "--anew")
    assert everything() == before


def test_the_next_run_asks_only_for_what_has_changed(cabinet, shelf):
    run(shelf.home)
    shelf.asked = []

    with pytest.raises(CommandError):
        run(shelf.home)

    lists = [path for path in shelf.asked if path.startswith("/organization")]
    assert lists[0].startswith("/organization?modified_since=")


def test_other_servers_are_never_asked(cabinet, shelf, tmp_path):
    for name in ("/meeting", "/paper"):
        told = json.loads(shelf.files[name])
        told["links"]["next"] = "http://192.0.2.1/more"
        shelf.files[name] = json.dumps(told).encode()
    paper = json.loads(shelf.files["/paper"])
    paper["data"][0]["mainFile"]["accessUrl"] = "http://192.0.2.1/secret.pdf"
    shelf.files["/paper"] = json.dumps(paper).encode()

    report = reported(shelf.home, tmp_path)

    assert ("paper", "its file lies on another server") in reasons(report)
    assert ("list", "its next page leads elsewhere or back") in reasons(report)


def test_a_list_that_leads_back_to_itself_ends(cabinet, shelf):
    told = json.loads(shelf.files["/person"])
    told["links"]["next"] = f"{shelf.home}person"
    shelf.files["/person"] = json.dumps(told).encode()

    run(shelf.home)

    assert Meeting.objects.filter(state="imported").count() == 4
