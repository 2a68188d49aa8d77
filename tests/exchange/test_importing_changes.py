"""What the source changes is changed here; what was decided here about it stands."""

import json

from papers.models import Paper
from tests.exchange.importing import run
from tests.exchange.test_importing_deletions import became


def test_a_paper_withdrawn_here_stays_withdrawn_when_the_source_names_it_anew(cabinet, folder):
    run(folder)
    paper = became("paper", "file/0", Paper)
    paper.withdrawn_at, paper.withdrawn_reason = paper.tabled_at, "Sai bản"
    paper.save()
    name = folder / "paper-001.json"
    told = json.loads(name.read_text(encoding="utf-8"))
    told["data"][0]["name"] = "Tên mới"
    name.write_text(json.dumps(told), encoding="utf-8")

    run(folder)

    paper.refresh_from_db()
    assert paper.title == "Tên mới"
    assert paper.is_withdrawn
    assert paper.withdrawn_reason == "Sai bản"
