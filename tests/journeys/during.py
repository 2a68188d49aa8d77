"""During the session: check in, open, read, speak, vote, adjourn. All screens follow."""

import uuid

from playwright.sync_api import expect

from tests.journeys.before import BLOCK, QUESTION


def check_in(window, meeting):
    """A member finds the meeting among what needs attention, and checks in with one button."""
    window.go("/")
    window.page.locator(f'main a[href="/meetings/{meeting}/live/"]').first.click()
    window.part("live-check-in", "enter").click()
    expect(window.part("live-check-in", "form")).to_be_hidden()


def take_the_chair(chair, meeting):
    chair.go(f"/meetings/{meeting}/console/")
    expect(chair.part("console-deed", "next")).to_be_disabled()
    chair.part("live-check-in", "enter").click()
    expect(chair.part("live-check-in", "entered")).to_be_visible()


def confirm_everybody(secretary, meeting):
    secretary.go(f"/meetings/{meeting}/console/")
    expect(secretary.page.locator('console-roll [data-part="waiting"] > li')).to_have_count(5)
    secretary.part("console-roll", "all").click()
    expect(secretary.part("console-roll", "quorum")).to_have_attribute("data-met", "true")
    expect(secretary.part("console-roll", "waiting-box")).to_be_hidden()


def open_session(chair, *screens):
    chair.page.locator('[data-deed="open-session"]').click()
    for screen in screens:
        expect(screen.locator("live-standing")).to_be_hidden()


def object_at_the_last_call(chair, member):
    """The chair makes the last call; whoever objects takes the item out on every screen."""
    offered = chair.part("console-adoption", "block").locator("li", has_text=BLOCK)
    expect(offered).to_contain_text("1/5 không có ý kiến khác")
    chair.part("console-adoption", "call").click()
    called = member.page.locator("live-call li", has_text=BLOCK)
    called.locator("button").click()
    expect(called).to_contain_text("Đã ghi nhận ý kiến khác lúc")
    expect(chair.part("console-adoption", "called").locator("li[data-out]")).to_have_count(1)
    expect(chair.part("console-adoption", "adopt")).to_be_disabled()


def adopt_block(chair):
    """What nobody objects to any more is adopted together, without debate."""
    row = chair.page.locator("console-agenda li", has_text=BLOCK)
    expect(chair.part("console-adoption", "called").locator("li[data-out]")).to_have_count(0)
    chair.part("console-adoption", "adopt").click()
    expect(row).to_have_attribute("data-state", "done")


def open_item(chair, item, title, members, wall):
    """The chair opens an item, and every screen goes there."""
    chair.page.locator(f'[data-deed="open-{item}"]').click()
    for member in members:
        place = member.page.locator(f'.item-place[data-item="{item}"]')
        expect(place.locator("h2").first).to_have_text(title)
    expect(wall.locator('wall-stage [data-part="title"]')).to_have_text(title)


def draw(member):
    """The paper is there without asking; a stroke of the pen is kept."""
    page = member.page
    expect(page.locator("paper-reader[data-ready]")).to_be_visible()
    expect(page.locator("paper-reader .page canvas").first).to_be_visible()
    page.locator('paper-reader [data-tool="ink"]').click()
    box = page.locator("paper-reader .reader-scroll").bounding_box()
    x, y = box["x"] + 120, box["y"] + 120
    page.mouse.move(x, y)
    page.mouse.down()
    for step in range(1, 12):
        page.mouse.move(x + 12 * step, y + 8 * (step % 3))
    page.mouse.up()
    expect(page.locator("paper-reader .marks-over path")).to_have_count(1)
    expect(page.locator('paper-reader [data-part="saved"]')).to_contain_text("Đã lưu")


def speak(member, chair, wall):
    """A member asks for the floor, is called, and speaks."""
    ask = member.part("live-floor", "ask")
    ask.click()
    expect(ask).to_have_attribute("data-deed", "speech.withdraw")
    deed = chair.part("console-deed", "next")
    expect(deed).to_contain_text("Phạm Quốc Dũng")
    deed.click()
    expect(wall.locator('wall-stage [data-part="name"]')).to_have_text("Phạm Quốc Dũng")
    expect(wall.locator('wall-stage [data-part="clock"]')).to_be_visible()
    expect(ask).to_have_attribute("data-deed", "speech.end")
    deed.click()
    expect(member.part("live-floor", "nobody")).to_be_visible()


def put_question(chair, item, members, wall):
    chair.page.locator(f'[data-deed="ask-{item}"]').click()
    dialog = chair.page.locator("dialog[open]")
    expect(dialog.locator("textarea")).to_have_value(f"Thông qua: {QUESTION}?")
    dialog.locator(".button.filled").click()
    for member in members:
        expect(choice(member, "yes")).to_be_enabled()
    expect(wall.locator("vote-wall")).to_contain_text("0/5")


def choice(window, answer):
    return window.page.locator(f'vote-panel [data-choice="{answer}"]')


def receipt(window):
    return window.page.locator("vote-panel .receipt")


def vote_and_change(member):
    """A ballot is recorded with a receipt, and may be changed while the vote is open."""
    choice(member, "other").click()
    expect(receipt(member)).to_contain_text("Đã ghi nhận")
    first = receipt(member).inner_text()
    member.page.locator("vote-panel .button.plain", has_text="Đổi").first.click()
    choice(member, "yes").click()
    expect(choice(member, "yes")).to_have_attribute("aria-pressed", "true")
    expect(receipt(member)).not_to_have_text(first)
    expect(receipt(member)).to_contain_text("Đã ghi nhận")


def vote_on_a_broken_line(member, line):
    """The ballot arrives, its receipt does not: the line breaks, the retry counts once."""
    line.cut_after("ballot.cast")
    choice(member, "yes").click()
    expect(receipt(member)).to_contain_text("Đã ghi nhận")
    assert len(line.sent) == 2
    assert line.sent[0]["id"] == line.sent[1]["id"]


def vote_by_calling(meeting, yes, no):
    """The same command twice is one ballot; a second ballot of an outsider is refused."""
    vote = yes.get(f"/rooms/meetings/{meeting}/state/?face=member")["state"]["vote"]["id"]
    command = str(uuid.uuid4())
    first = yes.do(meeting, "ballot.cast", command, vote=vote, choice="yes")
    again = yes.do(meeting, "ballot.cast", command, vote=vote, choice="yes")
    assert first["t"] == again["t"] == "receipt"
    assert first["result"] == again["result"]
    assert no.do(meeting, "ballot.cast", vote=vote, choice="no")["t"] == "receipt"
    return vote


def meet_no_barrier(meeting, chair, member):
    """With a vote open, none of the three faces has a barrier that axe knows of."""
    for window, face in ((chair, "console"), (member, "live"), (chair, "wall")):
        assert window.barriers(f"/meetings/{meeting}/{face}/") == [], face


def end_vote(chair, screens, wall):
    """The result stands on every screen, decided by the majority of all members."""
    choice(chair, "yes").click()
    expect(receipt(chair)).to_contain_text("Đã ghi nhận")
    expect(wall.locator("vote-wall")).to_contain_text("5/5")
    chair.page.locator("vote-console .button.filled").click()
    chair.confirm()
    for screen in screens:
        expect(screen.locator(".verdict").first).to_have_attribute("data-adopted", "true")
        expect(screen.locator(".tally-row[data-choice=yes] .tally-count").first).to_have_text("4")


def close_item(chair, item, conclusion):
    chair.page.locator(f'[data-deed="close-{item}"]').click()
    chair.page.fill("#dialog-conclusion textarea", conclusion)
    chair.page.locator("#dialog-conclusion [type=submit]").click()
    expect(chair.page.locator("#dialog-conclusion")).to_be_hidden()


def adjourn(chair, members):
    chair.page.locator('[data-deed="adjourn"]').click()
    chair.page.locator("#dialog-adjourn [type=submit]").click()
    for member in members:
        expect(member.page.locator("live-standing")).to_contain_text("bế mạc")
