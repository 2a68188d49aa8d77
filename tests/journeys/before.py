"""Before the session: plan, invite, agenda, papers, publish, convene."""

from datetime import datetime
from zoneinfo import ZoneInfo

from playwright.sync_api import expect

from tests.cabinet import paper_pdf

TITLE = "Phiên họp thường kỳ tháng 11"
QUESTION = "Dự toán ngân sách nhà nước năm 2021"
BLOCK = "Nghị định về lệ phí đăng ký"
REPORT = "Báo cáo của Tổ công tác"


def plan(secretary):
    """The secretary plans the meeting. Returns its number."""
    page = secretary.page
    secretary.go("/meetings/new/")
    page.fill("[name=title]", TITLE)
    page.fill("[name=day]", datetime.now(ZoneInfo("Asia/Ho_Chi_Minh")).strftime("%Y-%m-%d"))
    page.fill("[name=begins]", "00:01")
    page.fill("[name=ends]", "23:59")
    page.fill("[name=place]", "Trụ sở Chính phủ")
    page.select_option("[name=chair]", label="Trần Minh Khôi")
    page.select_option("[name=secretary]", label="Người secretary")
    page.locator(".form-foot .button.filled").click()
    page.wait_for_url("**/agenda/")
    return int(page.url.split("/")[-3])


def invite(secretary, meeting):
    """Somebody is invited who is no member."""
    page = secretary.page
    secretary.go(f"/meetings/{meeting}/invitations/")
    page.check("[name=capacity][value=invitee]")
    page.select_option("[name=person]", label="Người operator")
    page.fill("[name=office]", "Vụ trưởng Vụ Tổng hợp")
    page.locator("invite-form .button.filled").click()
    expect(page.locator("main")).to_contain_text("Vụ trưởng Vụ Tổng hợp")


def set_agenda(secretary, meeting):
    """Three items, one of each kind that matters here."""
    for title, kind in ((QUESTION, "decision"), (BLOCK, "adoption"), (REPORT, "information")):
        page = secretary.page
        secretary.go(f"/meetings/{meeting}/agenda/items/new/")
        page.fill("[name=title]", title)
        page.select_option("[name=kind]", kind)
        page.locator(".form-foot .button.filled").click()
        page.wait_for_url("**/agenda/")
    expect(page.locator("tr[data-item]")).to_have_count(3)
    return [int(one.get_attribute("data-item")) for one in page.locator("tr[data-item]").all()]


def table_paper(secretary, item, folder):
    """A file that is no PDF is refused with a sentence; a real one is laid before the meeting."""
    wrong, right = folder / "wrong.pdf", folder / "to-trinh.pdf"
    wrong.write_bytes(b"This is no PDF.")
    right.write_bytes(paper_pdf(pages=3))
    page = secretary.page
    secretary.go(f"/items/{item}/papers/new/")
    page.fill("[name=title]", "Tờ trình")
    page.set_input_files("[name=file]", wrong)
    page.locator(".form-foot .button.filled").click()
    expect(page.locator(".field-error, .error-summary").first).to_contain_text("PDF")
    page.set_input_files("[name=file]", right)
    page.locator(".form-foot .button.filled").click()
    page.wait_for_url(f"**/items/{item}/")
    expect(page.locator("a.paper-title")).to_have_text("Tờ trình")


def check(secretary, meeting):
    """The secretary finds every item formally in order."""
    secretary.go(f"/meetings/{meeting}/agenda/")
    ticks = secretary.page.locator("button.tick")
    for number in range(ticks.count()):
        if ticks.nth(number).get_attribute("aria-pressed") != "true":
            ticks.nth(number).click()
        expect(ticks.nth(number)).to_have_attribute("aria-pressed", "true")


def publish(secretary, meeting):
    check(secretary, meeting)
    secretary.go(f"/meetings/{meeting}/agenda/")
    secretary.page.locator("agenda-desk .deed .button.filled").click()
    expect(secretary.page.locator(".facts-line").first).to_contain_text("Bản")


def convene(secretary, meeting):
    secretary.go(f"/meetings/{meeting}/")
    secretary.page.locator(".page-head .deed .button.filled").click()
    expect(secretary.page.locator(".page-head .chip").first).to_contain_text("Đã triệu tập")


def give_position(member, meeting, item):
    """A member says on the line that there is no objection; the line says when it was recorded."""
    member.go(f"/meetings/{meeting}/agenda/")
    line = member.page.locator(f"#item-{item}")
    line.locator('button[value="no_objection"]').click()
    expect(line.locator('button[value="no_objection"]')).to_have_attribute("aria-pressed", "true")
    expect(line.locator(".position-told")).to_contain_text("Đã ghi nhận lúc")
    expect(member.page.locator(".positions-bar")).to_contain_text("Đã cho ý kiến 1 trên 3 nội dung")
