"""After the session: draft, edit, approve, sign twice, seal, find, verify, download."""

import re
import subprocess

from playwright.sync_api import expect

from tests.journeys.before import QUESTION
from tests.journeys.house import PASSWORD

CONCLUSION = "Giao Bộ Tài chính hoàn thiện dự thảo."
ADDED = "Trình lại trước ngày 15 tháng 12."


def go_on(window):
    """Do the one next deed of the page."""
    window.page.locator(".page-head .deed .button.filled").click()


def draft(secretary, meeting):
    """The minutes are written from the record: the question, the result by name, the conclusion."""
    page = secretary.page
    secretary.go(f"/meetings/{meeting}/minutes/")
    go_on(secretary)
    document = page.locator(".desk-page")
    for words in (QUESTION, "Lê Thị Hòa", CONCLUSION):
        expect(document).to_contain_text(words)


def edit(secretary):
    page = secretary.page
    part = page.locator('[id^="block-"]', has_text=CONCLUSION).first
    part.locator("[hx-get]").first.click()
    words = page.locator("form.part-form textarea")
    words.fill(f"{words.input_value()}\n{ADDED}")
    page.locator("form.part-form [type=submit]").click()
    expect(page.locator(".desk-page")).to_contain_text(ADDED)
    expect(page.locator("form.part-form")).to_have_count(0)


def approve(secretary):
    go_on(secretary)
    expect(secretary.page.locator("h1")).to_contain_text(re.compile(r"\d"))


def sign(window, meeting):
    """Signing asks for the password again; a wrong one signs nothing."""
    page = window.page
    window.go(f"/meetings/{meeting}/minutes/")
    go_on(window)
    page.fill("[name=password]", "not the password")
    page.locator("form.form .button.filled").click()
    expect(page.locator(".field-error, .error-summary").first).to_be_visible()
    page.fill("[name=password]", PASSWORD)
    page.locator("form.form .button.filled").click()
    page.wait_for_url(f"**/meetings/{meeting}/minutes/")


def seal(chair):
    go_on(chair)
    chair.confirm()
    chair.page.wait_for_url(re.compile(r"/archive/\d+/$"))


def find(archivist, words):
    """The archivist finds the session by words without diacritics."""
    page = archivist.page
    archivist.go("/archive/")
    page.fill("#q", words)
    expect(page.locator(".snippet mark").first).to_be_visible()
    expect(page.locator("#found .rows > li")).to_have_count(1)
    page.locator("#found .row-title a").click()
    expect(page.locator("main")).to_contain_text("Đã niêm phong")


def verify(archivist):
    """Every statement of the chain holds."""
    page = archivist.page
    page.locator('a[href$="/verify/"]').click()
    expect(page.locator(".chain > li").first).to_be_visible()
    expect(page.locator(".chain > li:not([data-ok=true])")).to_have_count(0)


def download(archivist, folder):
    with archivist.page.expect_download() as started:
        archivist.page.locator('a[href$="/file/"]').first.click()
    path = folder / "minutes.pdf"
    started.value.save_as(path)
    return path


def check(path):
    """Independent tools say: two valid signatures over the whole file, sound, all fonts inside."""
    signatures = told("pdfsig", "-nocert", path)
    assert signatures.count("Signature is Valid.") == 2
    assert "Signature #2" in signatures
    assert "No syntax or stream encoding errors" in told("qpdf", "--check", path)
    fonts = told("pdffonts", path).splitlines()[2:]
    assert fonts
    assert all(line.split()[-5] == "yes" for line in fonts)


def told(*command):
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return done.stdout + done.stderr
