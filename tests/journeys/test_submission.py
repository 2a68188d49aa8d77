"""A ministry's matter from its first word to the second version of an agenda, in everybody's windows."""

import pytest
from playwright.sync_api import expect

from tests.cabinet import paper_pdf
from tests.journeys import before, mailbox, versions

pytestmark = [pytest.mark.journey, pytest.mark.timeout(500)]
TITLE = "Nghị định về gia hạn nộp thuế"
MENDED = f"{TITLE} năm 2021"


def test_a_matter_from_its_first_word_to_the_second_version(window, house, tmp_path):
    finance, health = window("finance"), window("health")
    secretary, chair = window("secretary", width=1440, height=900), window("chair")
    meeting = before.plan(secretary)

    matter = begin(finance)
    lay(finance, "submission", "Tờ trình", tmp_path)
    lay(finance, "draft", "Dự thảo Nghị định", tmp_path)
    ask(finance, matter)
    answer(health)
    for person in (finance, health):
        for path in ("/submissions/", f"/submissions/{matter}/"):
            assert person.barriers(path, live=False) == [], path
    press(finance, matter)
    expect(finance.page.locator(".facts-line")).to_contain_text("Số 1/")

    send_back(secretary, matter)
    mend(finance, matter)
    press(secretary, matter)
    assert secretary.barriers(f"/submissions/{matter}/check/", live=False) == []
    secretary.page.locator("button[value=accept]").click()
    press(chair, matter)
    assert chair.barriers(f"/submissions/{matter}/route/", live=False) == []
    chair.page.locator(".form-foot .button.filled").click()
    place(secretary, meeting)

    finance.go(f"/submissions/{matter}/")
    expect(finance.page.locator(".notice.good")).to_be_visible()
    read(finance)

    versions.add_second(secretary, meeting)
    before.publish(secretary, meeting)
    mails = mailbox.Mailbox(house, "transport@example.org")
    before.convene(secretary, meeting)
    tablet = window("transport", touch=True)
    versions.look(tablet, meeting)
    versions.replace_paper(secretary, meeting, "Tờ trình", tmp_path)
    versions.read_what_changed(tablet, meeting, "Tờ trình")
    versions.take_positions(tablet, meeting, MENDED)
    mailbox.follow(tablet, secretary, meeting, mails)


def begin(clerk):
    page = clerk.page
    assert clerk.barriers("/submissions/new/", live=False) == []
    clerk.go("/submissions/")
    page.locator(".page-head .button.filled").click()
    page.locator(".form-foot .button.filled").click()
    expect(page.locator(".error-summary")).to_be_visible()
    page.fill("[name=title]", TITLE)
    page.locator(".form-foot .button.filled").click()
    expect(page.locator(".missing li")).to_have_count(2)
    return int(page.url.rstrip("/").split("/")[-1])


def lay(clerk, role, title, folder):
    """Lay in what the page says is missing."""
    file = folder / f"{role}.pdf"
    file.write_bytes(paper_pdf(1, title))
    page = clerk.page
    page.locator(".page-head .deed .button.filled").click()
    page.fill("[name=title]", title)
    page.select_option("[name=role]", role)
    page.set_input_files("[name=file]", file)
    page.locator(".form-foot .button.filled").click()
    expect(page.locator("a.paper-title", has_text=title)).to_be_visible()


def ask(clerk, matter):
    page = clerk.page
    clerk.go(f"/submissions/{matter}/advices/new/")
    page.get_by_label("Bộ Y tế").check()
    page.locator(".form-foot .button.filled").click()
    expect(page.locator("main")).to_contain_text("Chưa trả lời: 1")


def answer(member):
    page = member.page
    member.go("/")
    page.locator("main a.button", has_text="Gửi ý kiến").click()
    page.check("[name=answer][value=remarks]")
    page.fill("[name=text]", "Đề nghị sửa Điều 2")
    page.locator(".form-foot .button.filled").click()
    expect(page.locator("main")).to_contain_text("Đề nghị sửa Điều 2")


def press(person, matter):
    """Do the one next deed of the page."""
    person.go(f"/submissions/{matter}/")
    person.page.locator(".page-head .deed .button.filled").click()


def send_back(secretary, matter):
    """The secretary returns it, and says why."""
    page = secretary.page
    press(secretary, matter)
    page.locator("button[value=return]").click()
    expect(page.locator(".error-summary")).to_be_visible()
    page.fill("[name=reason]", "Ghi rõ năm áp dụng")
    page.locator("button[value=return]").click()
    page.wait_for_url(f"**/submissions/{matter}/")


def mend(clerk, matter):
    """The clerk finds it among what needs attention, mends it, and lodges it under the same number."""
    page = clerk.page
    clerk.go("/")
    expect(page.locator("main")).to_contain_text(TITLE)
    clerk.go(f"/submissions/{matter}/")
    expect(page.locator("main")).to_contain_text("Ghi rõ năm áp dụng")
    clerk.go(f"/submissions/{matter}/edit/")
    page.fill("[name=title]", MENDED)
    page.locator(".form-foot .button.filled").click()
    page.wait_for_url(f"**/submissions/{matter}/")
    press(clerk, matter)
    expect(page.locator(".facts-line")).to_contain_text("Số 1/")


def place(secretary, meeting):
    page = secretary.page
    secretary.go(f"/meetings/{meeting}/agenda/")
    page.locator("#to-place summary").click()
    page.locator("#to-place button").click()
    expect(page.locator("tr[data-item] .matter")).to_have_text(MENDED)
    expect(page.locator("#to-place summary")).to_have_count(0)


def read(clerk):
    page = clerk.page
    page.locator("a.paper-title").first.click()
    expect(page.locator("paper-reader .page canvas").first).to_be_visible()
