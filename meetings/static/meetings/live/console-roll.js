// <console-roll>: quorum with the number needed, and the roll: who waits to be confirmed stands first.

import { fill, keep, make, mark, officeOf, say, show, turnIcon } from "./dom.js";
import { LivePart } from "./live-part.js";
import { attendanceWord, isHere, quorum, roll } from "./presence.js";

const ICONS = { expected: "circle-dashed", checked_in: "user-plus", present: "user-check", excused: "user-x", left: "log-out" };

class ConsoleRoll extends LivePart {
  ready() {
    for (const name of ["waiting", "rest"]) {
      this.part(name).addEventListener("click", (event) => this.press(event));
    }
    const all = this.part("all");
    all.addEventListener("click", () => this.perform(all, "attendance.confirm_all"));
    this.form = document.querySelector("#dialog-excuse form");
    this.form?.addEventListener("submit", (event) => this.excuse(event));
  }

  draw({ state }) {
    const told = quorum(state);
    if (!told) return;
    this.drawQuorum(told);
    const { waiting, rest } = roll(state);
    show(this.part("waiting-box"), waiting.length);
    show(this.part("all"), waiting.length > 1);
    const count = fill(gettext("%(n)s to confirm"), { n: waiting.length });
    say(this.part("waiting-count"), count);
    keep(this.part("waiting"), waiting, (row) => row.p, build, (li, row) => update(li, row));
    keep(this.part("rest"), rest, (row) => row.p, build, (li, row) => update(li, row));
  }

  drawQuorum(told) {
    mark(this.part("quorum"), "data-met", String(told.met));
    say(this.part("quorum-words"), told.words);
    say(this.part("quorum-note"), told.note);
    const meter = this.part("meter");
    mark(meter, "viewBox", `0 0 ${Math.max(1, told.total)} 1`);
    mark(meter, "aria-label", told.words);
    mark(meter.querySelector("rect"), "width", told.present);
    for (const end of ["x1", "x2"]) mark(meter.querySelector("line"), end, told.needed);
  }

  press(event) {
    const button = event.target.closest("button");
    const p = Number(button?.closest("li").dataset.key);
    if (!button) return;
    if (button.dataset.deed === "confirm") this.perform(button, "attendance.confirm", { p });
    else this.askReason(p, button.closest("li").querySelector(".name").textContent);
  }

  askReason(p, name) {
    const dialog = this.form.closest("dialog");
    this.form.dataset.p = p;
    say(dialog.querySelector('[data-part="who"]'), name);
    dialog.showModal();
  }

  async excuse(event) {
    event.preventDefault();
    const data = { p: Number(this.form.dataset.p), reason: this.form.elements.reason.value };
    const words = this.form.querySelector('[data-part="refusal"]');
    const button = this.form.querySelector('[type="submit"]');
    if (!(await this.perform(button, "attendance.excuse", data, words))) return;
    this.form.closest("dialog").close();
    this.form.reset();
  }
}

function build() {
  const person = make("span", { class: "roll-person" }, make("span", { class: "name" }), make("span", { class: "office" }));
  const word = make("span", { class: "roll-word" }, make("span"), make("span"));
  const button = (deed) => make("button", { type: "button", class: "button small", "data-deed": deed, hidden: true });
  return make("li", {}, person, word, make("span", { class: "roll-tools" }, button("confirm"), button("excuse")));
}

function update(li, row) {
  mark(li, "data-s", row.s);
  mark(li, "data-off", isHere(row) && !row.on);
  const [name, office] = li.querySelector(".roll-person").children;
  say(name, row.name);
  say(office, officeOf(row));
  const [sign, word] = li.querySelector(".roll-word").children;
  turnIcon(sign, isHere(row) && !row.on ? "wifi-off" : ICONS[row.s]);
  const off = isHere(row) && !row.on ? `, ${gettext("unreachable")}` : "";
  say(word, `${attendanceWord(row.s)}${off}`);
  const [confirm, excuse] = li.querySelector(".roll-tools").children;
  tool(confirm, row.s !== "present" && row.s !== "excused", gettext("Confirm"), row);
  tool(excuse, row.s === "expected", gettext("Absent"), row);
}

function tool(button, visible, words, row) {
  show(button, visible);
  say(button, words);
  mark(button, "aria-label", `${words}: ${row.name}`);
}

customElements.define("console-roll", ConsoleRoll);
