"""From version A to version B, and a member on a tablet who is told what changed in between."""

from playwright.sync_api import expect

from tests.cabinet import paper_pdf
from tests.journeys import before

LAW = "Dự án Luật Cư trú (sửa đổi)"


def add_second(secretary, meeting):
    page = secretary.page
    secretary.go(f"/meetings/{meeting}/agenda/items/new/")
    page.fill("[name=title]", LAW)
    page.locator(".form-foot .button.filled").click()
    page.wait_for_url("**/agenda/")


def look(member, meeting):
    """A member sees version A whole; nothing is news at the first look."""
    member.go(f"/meetings/{meeting}/agenda/")
    expect(member.page.locator("[data-item], [id^=item-]").first).to_be_visible()
    expect(member.page.locator("#news")).to_have_count(0)


def replace_paper(secretary, meeting, title, folder):
    """The secretary lays a new version of a paper before the meeting and publishes version B."""
    page = secretary.page
    file = folder / "moi.pdf"
    file.write_bytes(paper_pdf(2, f"{title}, bản sửa"))
    secretary.go(f"/meetings/{meeting}/agenda/")
    page.locator("tr[data-item] a.matter").first.click()
    page.locator("a.paper-title", has_text=title).first.click()
    expect(page.locator("paper-reader")).to_be_visible()
    paper = page.url.rstrip("/").split("/")[-1]
    secretary.go(f"/papers/{paper}/versions/new/")
    page.set_input_files("[name=file]", file)
    page.locator(".form-foot .button.filled").click()
    page.wait_for_url("**/items/**")
    secretary.go(f"/meetings/{meeting}/agenda/")
    expect(page.locator("#changes")).to_be_visible()
    before.publish(secretary, meeting)


def read_what_changed(member, meeting, title):
    """The next look tells what changed since; the comparison of the versions tells the same."""
    member.go(f"/meetings/{meeting}/agenda/")
    page = member.page
    told = page.locator("section.notice", has=page.locator("#news"))
    expect(told).to_contain_text("bản A")
    expect(told.locator(".changes li")).to_have_count(1)
    expect(told.locator(".changes li")).to_contain_text(title)
    member.go(f"/meetings/{meeting}/agenda/versions/?from=A&to=B")
    expect(page.locator(".compared li")).to_have_attribute("data-what", "paper_replaced")
    expect(page.locator(".compared li")).to_contain_text(title)
    member.go(f"/meetings/{meeting}/agenda/")
    expect(page.locator("#news")).to_have_count(0)


def take_positions(member, meeting, matter):
    """With a finger: no objection to one item, an objection with its reason to the other."""
    page = member.page
    easy = page.locator("[id^=item-]", has_text=LAW).first
    easy.locator('button[value="no_objection"]').tap()
    expect(easy.locator(".position-told")).to_contain_text("Đã ghi nhận lúc")
    hard = page.locator("[id^=item-]", has_text=matter).first
    hard.locator(".position-choices summary").tap()
    hard.locator("textarea").fill("Cần đánh giá tác động đến thu ngân sách")
    hard.locator('button[value="objection"]').tap()
    expect(hard.locator(".position-told")).to_contain_text("Đã ghi nhận lúc")
    expect(page.locator(".positions-bar")).to_contain_text("Đã cho ý kiến 2 trên 2 nội dung")
    member.go(f"/meetings/{meeting}/agenda/")
    expect(page.locator(".positions-bar")).to_contain_text("Đã cho ý kiến 2 trên 2 nội dung")
