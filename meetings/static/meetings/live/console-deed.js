// <console-deed>: the current item and its one next deed as the filled button; beside it what else
// is possible. What cannot be undone asks twice.

import { current, items, kindWord } from "./agenda.js";
import { nextDeed, openItem, otherDeeds } from "./deeds.js";
import { keep, make, mark, say, show, sponsorOf, turnIcon } from "./dom.js";
import { LivePart } from "./live-part.js";
import { standing } from "./live-standing.js";

class ConsoleDeed extends LivePart {
  ready() {
    this.filled = this.part("next");
    this.filled.addEventListener("click", () => this.run(this.deed, this.filled));
    this.part("others").addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (button) this.run(this.others.find((deed) => deed.key === button.dataset.key), button);
    });
    this.onOpen = ({ detail }) => this.askToOpen(detail.item);
    document.addEventListener("console:open", this.onOpen);
    for (const name of ["conclusion", "adjourn", "suspend", "open"]) this.readyDialog(name);
  }

  disconnectedCallback() {
    document.removeEventListener("console:open", this.onOpen);
    super.disconnectedCallback();
  }

  draw({ state }) {
    this.item = current(state);
    this.deed = nextDeed(state);
    this.others = otherDeeds(state);
    this.drawItem(state);
    this.drawNext();
    show(this.part("after"), ["adjourned", "sealed"].includes(state.meeting?.state));
    keep(this.part("others"), this.others, (deed) => deed.key, buildOther, updateOther);
  }

  drawItem(state) {
    const item = this.item;
    const still = standing(state);
    const between = gettext("No item is open");
    say(this.part("label"), item?.label ?? "");
    show(this.part("label"), item);
    say(this.part("title"), item?.title ?? still?.words ?? between);
    const parts = item ? [kindWord(item.kind), sponsorOf(item), `${item.minutes}′`] : [still?.note];
    say(this.part("facts"), parts.filter(Boolean).join(" · "));
  }

  drawNext() {
    const deed = this.deed;
    show(this.part("deed"), deed);
    if (!deed) return;
    turnIcon(this.part("next-icon"), deed.icon);
    say(this.part("next-words"), deed.words);
    say(this.part("next-note"), deed.note);
    this.filled.disabled = Boolean(deed.blocked);
    mark(this.filled, "data-deed", deed.key);
  }

  run(deed, button) {
    if (!deed) return;
    if (deed.do) this.perform(button, deed.do, deed.with);
    else if (deed.opens === "question") this.call("console:question", { item: this.item?.id });
    else this.dialog(deed.opens).showModal();
  }

  dialog(name) {
    return document.getElementById(`dialog-${name}`);
  }

  readyDialog(name) {
    const form = this.dialog(name)?.querySelector("form");
    form?.addEventListener("submit", (event) => {
      event.preventDefault();
      this.submit(name, form);
    });
  }

  async submit(name, form) {
    const deeds = {
      conclusion: () => ["item.close", { item: this.item?.id, conclusion: form.elements.conclusion.value }],
      adjourn: () => ["meeting.move", { to: "adjourned" }],
      suspend: () => ["meeting.move", { to: "suspended" }],
      open: () => ["item.open", { item: Number(form.dataset.item) }],
    };
    const [command, data] = deeds[name]();
    const words = form.querySelector('[data-part="refusal"]');
    if (!(await this.perform(form.querySelector('[type="submit"]'), command, data, words))) return;
    form.closest("dialog").close();
    form.reset();
  }

  askToOpen(id) {
    const item = items(this.room.state).find((row) => row.id === id);
    const dialog = this.dialog("open");
    if (!item || dialog.open) return;
    dialog.querySelector("form").dataset.item = id;
    say(dialog.querySelector('[data-part="heading"]'), openItem(item).words);
    say(dialog.querySelector('[data-part="what"]'), item.title);
    dialog.showModal();
  }
}

function buildOther() {
  return make("button", { type: "button", class: "button" }, make("span"), make("span"));
}

function updateOther(button, deed) {
  turnIcon(button.children[0], deed.icon);
  say(button.children[1], deed.words);
}

customElements.define("console-deed", ConsoleDeed);
