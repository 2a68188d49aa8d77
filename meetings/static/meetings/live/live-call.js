// <live-call>: the last call on every member's screen: what is asked, how long, one button an item.

import { call, called, secondsLeft } from "./adoption.js";
import { fill, icon, keep, make, mark, say, show } from "./dom.js";
import { LivePart } from "./live-part.js";
import { digits, second } from "./time.js";

class LiveCall extends LivePart {
  ready() {
    this.list = this.part("list");
    this.told = new Map();
    this.list.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (button) this.object(button, Number(button.closest("li").dataset.key));
    });
  }

  draw({ state, you }) {
    const items = call(state) ? called(state, you) : [];
    show(this, items.length);
    if (!items.length) this.told.clear();
    const asked = (you.may ?? []).includes("vote");
    const mine = new Set(you.call?.objected ?? []);
    keep(this.list, items, (line) => line.id, build, (li, line) => {
      this.update(li, line, { asked, mine: mine.has(line.id) || this.told.has(line.id) });
    });
    show(this.part("ask"), asked);
  }

  update(li, line, { asked, mine }) {
    const [words, button, told] = li.children;
    mark(li, "data-out", line.out);
    say(words.children[0], line.label);
    say(words.children[1], line.title);
    show(button, asked && !line.out && !mine);
    mark(button, "aria-label", fill(gettext("I object to item %(label)s"), line));
    say(told, this.sentence(line, mine));
  }

  // Nothing is said to be recorded before the server has said so.
  sentence(line, mine) {
    const at = this.told.get(line.id);
    if (at) return fill(gettext("Your objection is recorded at %(time)s; the item is debated."), { time: second(at) });
    if (mine) return gettext("You object; the item is debated.");
    return line.out ? gettext("Taken out: it will be debated.") : "";
  }

  async object(button, id) {
    const receipt = await this.perform(button, "adoption.object", { item: id });
    if (receipt?.at) this.told.set(id, receipt.at);
    this.redraw();
  }

  tick(now) {
    const left = secondsLeft(this.room.state, now);
    say(this.part("digits"), digits(left));
    mark(this.part("digits"), "data-state", left > 10 ? "running" : "soon");
  }
}

function build() {
  const words = make("p", { class: "call-words" }, make("b", { class: "label" }), make("span"));
  const button = make("button", { type: "button", class: "button large" }, icon("hand"), make("span", {}, gettext("I object")));
  return make("li", {}, words, button, make("p", { class: "call-told small", role: "status" }));
}

customElements.define("live-call", LiveCall);
