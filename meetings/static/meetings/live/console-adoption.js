// <console-adoption>: what nobody opposes, the last call, and the adoption of all of it together.

import { block, call, called, comesFirst, countWords, isOffered, objections, opposed, secondsLeft, silentNames, titleWords, unanimous } from "./adoption.js";
import { fill, keep, make, mark, say, show } from "./dom.js";
import { LivePart } from "./live-part.js";
import { digits } from "./time.js";

class ConsoleAdoption extends LivePart {
  ready() {
    this.left = new Set();
    this.added = new Set();
    this.addEventListener("change", (event) => this.choose(event.target));
    this.part("call").addEventListener("click", () => this.callLast());
    this.part("adopt").addEventListener("click", () => this.perform(this.part("adopt"), "agenda.adopt"));
    this.part("end").addEventListener("click", () => this.perform(this.part("end"), "adoption.end_call"));
  }

  draw({ state }) {
    show(this, isOffered(state));
    const running = Boolean(call(state));
    show(this.part("offer"), !running);
    show(this.part("calling"), running);
    this.drawOffer(state);
    this.drawCall(state);
  }

  drawOffer(state) {
    keep(this.part("block"), block(state), (line) => line.id, buildRow, (li, line) => this.update(li, line, state));
    keep(this.part("more"), unanimous(state), (line) => line.id, buildRow, (li, line) => this.update(li, line, state));
    keep(this.part("opposed"), opposed(state), (line) => line.id, buildOpposed, updateOpposed);
    show(this.part("more-box"), unanimous(state).length);
    show(this.part("opposed-box"), opposed(state).length);
    const chosen = this.chosen(state).length;
    const button = this.part("call");
    const sits = state.meeting?.state === "in_session";
    button.disabled = !chosen;
    show(button, sits);
    button.classList.toggle("filled", comesFirst(state));
    const words = ngettext("Last call: %(n)s item", "Last call: %(n)s items", chosen);
    say(this.part("call-words"), chosen ? fill(words, { n: chosen }) : gettext("Last call"));
    say(this.part("call-note"), sits ? gettext("Every screen asks once more who objects. What nobody objects to can then be adopted together.") : gettext("The last call can be made once the session is open."));
  }

  drawCall(state) {
    const items = called(state);
    keep(this.part("called"), items, (line) => line.id, buildCalled, updateCalled);
    const count = items.filter((line) => !line.out).length;
    this.mayAdopt = count > 0;
    const words = ngettext("Adopt %(n)s item together", "Adopt %(n)s items together", count);
    say(this.part("adopt-words"), fill(words, { n: count }));
  }

  tick(now) {
    const left = secondsLeft(this.room.state, now);
    say(this.part("digits"), digits(left));
    mark(this.part("clock"), "data-state", left ? "running" : "over");
    this.part("adopt").disabled = left > 0 || !this.mayAdopt;
    const note = left ? gettext("The adoption follows when the time is over.") : gettext("Each item is entered in the record as a decision of its own.");
    say(this.part("adopt-note"), note);
  }

  chosen(state) {
    const entered = block(state).filter((line) => !this.left.has(line.id));
    const besides = unanimous(state).filter((line) => this.added.has(line.id));
    return [...entered, ...besides].map((line) => line.id);
  }

  choose(box) {
    const li = box.closest("li[data-key]");
    const id = Number(li.dataset.key);
    const set = li.parentElement === this.part("block") ? this.left : this.added;
    const keeps = set === this.added ? box.checked : !box.checked;
    if (keeps) set.add(id);
    else set.delete(id);
    this.redraw();
  }

  update(li, line, state) {
    const box = li.querySelector("input");
    box.checked = line.entered ? !this.left.has(line.id) : this.added.has(line.id);
    const [label, title] = li.querySelector(".adoption-words").children;
    say(label, line.label);
    say(title, titleWords(line));
    const silent = li.querySelector("details");
    say(silent.querySelector("summary"), countWords(line));
    say(silent.querySelector("p"), silentNames(state, line).join(", "));
    mark(silent, "data-empty", !line.silent.length);
  }

  callLast() {
    this.perform(this.part("call"), "adoption.call", { items: this.chosen(this.room.state) });
  }
}

function named() {
  return make("span", { class: "adoption-words" }, make("b", { class: "label" }), make("span"));
}

function buildRow() {
  const box = make("input", { type: "checkbox" });
  const silent = make("details", { class: "adoption-silent" }, make("summary"), make("p", { class: "small quiet" }));
  return make("li", {}, make("label", { class: "adoption-item" }, box, named()), silent);
}

function buildOpposed() {
  return make("li", {}, make("p", { class: "adoption-item" }, named()), make("ul", { class: "adoption-against" }));
}

function updateOpposed(li, line) {
  const [label, title] = li.querySelector(".adoption-words").children;
  say(label, line.label);
  say(title, titleWords(line));
  keep(li.lastElementChild, objections(line), (row) => row.key, () => make("li"), (row, told) => say(row, told.words));
}

function buildCalled() {
  return make("li", {}, make("p", { class: "adoption-item" }, named()), make("span", { class: "small" }));
}

function updateCalled(li, line) {
  mark(li, "data-out", line.out);
  const [label, title] = li.querySelector(".adoption-words").children;
  say(label, line.label);
  say(title, line.title);
  say(li.lastElementChild, line.out ? gettext("taken out: it will be debated") : "");
}

customElements.define("console-adoption", ConsoleAdoption);
