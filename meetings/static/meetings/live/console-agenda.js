// <console-agenda>: items with states and expected times; the clock against the plan; what may be
// adopted together without debate.

import { adoptable, current, doneCount, drift, driftWords, expected, items, openable, rail } from "./agenda.js";
import { fill, keep, make, mark, say, show, turnIcon } from "./dom.js";
import { LivePart } from "./live-part.js";
import { minute } from "./time.js";

class ConsoleAgenda extends LivePart {
  ready() {
    this.list = this.part("list");
    this.chosen = new Set();
    this.list.addEventListener("click", (event) => this.pick(event));
    this.list.addEventListener("change", (event) => this.choose(event));
    this.part("adopt").addEventListener("click", () => this.adopt());
  }

  draw({ state }) {
    const possible = state.meeting?.state === "in_session" && !current(state);
    this.entered = new Set(possible ? adoptable(state).map((item) => item.id) : []);
    this.open = new Set(openable(state).map((item) => item.id));
    keep(this.list, rail(state), (row) => row.id, build, (li, row) => this.update(li, row));
    const told = { done: doneCount(state), all: items(state).length };
    say(this.part("done"), fill(gettext("%(done)s of %(all)s concluded"), told));
    this.drawAdoption();
  }

  drawAdoption() {
    for (const id of this.chosen) if (!this.entered.has(id)) this.chosen.delete(id);
    show(this.part("adoption"), this.entered.size);
    const count = this.chosen.size;
    const words = ngettext("Adopt %(count)s item without debate", "Adopt %(count)s items without debate", count);
    const button = this.part("adopt");
    button.disabled = count === 0;
    say(this.part("adopt-words"), count ? fill(words, { count }) : gettext("Adopt without debate"));
    const question = gettext("The items marked are adopted because nobody objects. This is entered in the record.");
    mark(button, "data-confirm", question);
  }

  update(li, row) {
    mark(li, "data-state", row.state);
    mark(li, "data-heading", row.heading);
    mark(li, "data-sub", row.isSub);
    const [box, button] = li.children;
    show(box, this.entered.has(row.id));
    box.firstElementChild.checked = this.chosen.has(row.id);
    mark(box.firstElementChild, "aria-label", fill(gettext("Adopt item %(label)s without debate"), row));
    const [sign, words] = button.children;
    turnIcon(sign, row.icon);
    const [label, title, word] = words.children;
    say(label, row.label);
    say(title, row.title);
    say(word, ` (${row.word})`);
    button.disabled = !this.open.has(row.id);
    mark(button, "title", row.title);
    mark(button, "aria-current", row.isCurrent ? "step" : null);
    li.dataset.minutes = row.minutes;
  }

  // A press on an item opens it: asked twice, since every screen follows.
  pick(event) {
    const button = event.target.closest("button[data-open]");
    const id = Number(button?.closest("li").dataset.key);
    if (button && this.open.has(id)) this.call("console:open", { item: id });
  }

  choose(event) {
    const id = Number(event.target.closest("li").dataset.key);
    if (event.target.checked) this.chosen.add(id);
    else this.chosen.delete(id);
    this.drawAdoption();
  }

  async adopt() {
    const done = await this.perform(this.part("adopt"), "agenda.adopt", { items: [...this.chosen] });
    if (done) this.chosen.clear();
  }

  tick(now) {
    const { state } = this.room;
    const behind = drift(state, now);
    const running = ["in_session", "suspended"].includes(state?.meeting?.state);
    show(this.part("drift"), running);
    say(this.part("drift"), driftWords(behind));
    mark(this.part("drift"), "data-late", behind >= 2);
    const times = expected(state, now);
    for (const li of this.list.children) this.drawTime(li, times.get(Number(li.dataset.key)));
  }

  drawTime(li, at) {
    const [time, minutes] = li.querySelector(".minutes").children;
    say(time, at ? minute(at) : "");
    say(minutes, `${li.dataset.minutes}′`);
  }
}

function build() {
  const check = make("input", { type: "checkbox" });
  const words = make(
    "span",
    { class: "rail-words" },
    make("b", { class: "label" }),
    make("span", { class: "rail-title" }),
    make("span", { class: "visually-hidden" }),
  );
  const button = make(
    "button",
    { type: "button", "data-open": true },
    make("span"),
    words,
    make("span", { class: "minutes" }, make("time"), make("span")),
  );
  return make("li", {}, make("label", { class: "adopt-box", hidden: true }, check), button);
}

customElements.define("console-agenda", ConsoleAgenda);
