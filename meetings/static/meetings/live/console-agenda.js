// <console-agenda>: items with states and expected times; the clock against the plan.

import { doneCount, drift, driftWords, expected, items, openable, rail } from "./agenda.js";
import { fill, keep, make, mark, say, show, turnIcon } from "./dom.js";
import { LivePart } from "./live-part.js";
import { minute } from "./time.js";

class ConsoleAgenda extends LivePart {
  ready() {
    this.list = this.part("list");
    this.list.addEventListener("click", (event) => this.pick(event));
  }

  draw({ state }) {
    this.open = new Set(openable(state).map((item) => item.id));
    keep(this.list, rail(state), (row) => row.id, build, (li, row) => this.update(li, row));
    const told = { done: doneCount(state), all: items(state).length };
    say(this.part("done"), fill(gettext("%(done)s of %(all)s concluded"), told));
  }

  update(li, row) {
    mark(li, "data-state", row.state);
    const [button] = li.children;
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
  return make("li", {}, button);
}

customElements.define("console-agenda", ConsoleAgenda);
