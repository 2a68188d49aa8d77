// <live-agenda>: the items with their states. A press shows an item here, on this screen only.

import { doneCount, items, rail } from "./agenda.js";
import { fill, keep, make, mark, say, show, turnIcon } from "./dom.js";
import { LivePart } from "./live-part.js";

class LiveAgenda extends LivePart {
  ready() {
    this.list = this.part("list");
    this.shown = null;
    this.list.addEventListener("click", (event) => {
      const row = event.target.closest("li[data-key]");
      if (row) this.call("live:show", { item: Number(row.dataset.key), by: "hand" });
    });
    this.onShown = ({ detail }) => {
      this.shown = detail.item;
      this.redraw();
    };
    document.addEventListener("live:shown", this.onShown);
    this.part("fold").addEventListener("click", () => this.fold());
    const narrow = matchMedia("(48rem <= width < 66rem)").matches ? "folded" : "open";
    this.setFolded((localStorage.getItem("live.rail") ?? narrow) === "folded");
  }

  disconnectedCallback() {
    document.removeEventListener("live:shown", this.onShown);
    super.disconnectedCallback();
  }

  fold() {
    const folded = !this.hasAttribute("data-folded");
    localStorage.setItem("live.rail", folded ? "folded" : "open");
    this.setFolded(folded);
  }

  setFolded(folded) {
    mark(this, "data-folded", folded);
    mark(this.part("fold"), "aria-expanded", String(!folded));
    const words = folded ? gettext("Unfold the agenda") : gettext("Fold the agenda");
    mark(this.part("fold"), "aria-label", words);
  }

  draw({ state, you }) {
    keep(this.list, rail(state, you), (row) => row.id, build, (li, row) => this.update(li, row));
    const told = { done: doneCount(state), all: items(state).length };
    say(this.part("done"), fill(gettext("%(done)s of %(all)s concluded"), told));
    const door = this.part("closed-door");
    show(door, state.agenda?.closed_door && !you.item);
  }

  update(li, row) {
    mark(li, "data-state", row.state);
    mark(li, "data-heading", row.heading);
    mark(li, "data-sub", row.isSub);
    const [button] = li.children;
    const [sign, words, minutes] = button.children;
    turnIcon(sign, row.icon);
    const [label, title, word] = words.children;
    say(label, row.label);
    say(title, row.title);
    say(word, ` (${row.word})`);
    say(minutes, `${row.minutes}′`);
    mark(button, "aria-current", row.id === this.shown ? "true" : null);
    mark(button, "title", row.title);
  }
}

export function build() {
  const words = make(
    "span",
    { class: "rail-words" },
    make("b", { class: "label" }),
    make("span", { class: "rail-title" }),
    make("span", { class: "visually-hidden" }),
  );
  const button = make("button", { type: "button" }, make("span"), words, make("span", { class: "minutes" }));
  return make("li", {}, button);
}

customElements.define("live-agenda", LiveAgenda);
