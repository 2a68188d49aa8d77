// <live-floor>: who speaks and for how long, who is next, and one button to ask for the floor.

import { clockLabel, currentFor } from "./agenda.js";
import { fill, keep, make, mark, officeOf, say, show } from "./dom.js";
import { LivePart } from "./live-part.js";
import { mine, request, speaker, waiting } from "./speaking.js";
import { speechView, timerView } from "./time.js";

class LiveFloor extends LivePart {
  ready() {
    this.button = this.part("ask");
    this.button.addEventListener("click", () => this.ask());
  }

  draw({ state, you }) {
    const speech = speaker(state);
    this.item = currentFor(state, you);
    say(this.part("item"), this.item ? fill("%(label)s. %(title)s", this.item) : "");
    show(this.part("speaker"), speech);
    show(this.part("nobody"), !speech);
    say(this.part("name"), speech?.name);
    say(this.part("office"), officeOf(speech));
    const next = waiting(state);
    show(this.part("next"), next.length);
    keep(this.part("queue"), next, (row) => row.id, buildWaiting, (li, row) => {
      updateWaiting(li, row, you.participant?.p);
    });
    this.drawButton(state, you);
  }

  drawButton(state, you) {
    const told = request(state, you);
    this.deed = told.deed;
    const own = mine(state, you);
    this.button.disabled = Boolean(told.blocked);
    mark(this.button, "data-waiting", Boolean(own));
    mark(this.button, "data-deed", told.deed);
    const words = {
      "speech.request": gettext("Ask to speak"),
      "speech.withdraw": gettext("Withdraw the request"),
      "speech.end": gettext("End my speech"),
    };
    say(this.part("ask-words"), words[told.deed]);
    say(this.part("ask-note"), told.note);
  }

  ask() {
    const own = mine(this.room.state, this.room.you);
    this.perform(this.button, this.deed, own ? { id: own.id } : {});
  }

  tick(now) {
    const { state } = this.room;
    if (!state) return;
    drawClock(this.part("speech-clock"), speechView(speaker(state), now));
    const clock = timerView(state.timer, now);
    drawClock(this.part("timer"), clock && { ...clock, label: clockLabel(state.timer, this.item) });
  }
}

export function drawClock(box, told) {
  if (!box) return;
  show(box, told);
  if (!told) return;
  mark(box, "data-state", told.state);
  const [label, digits, words] = ["label", "digits", "words"].map((name) => box.querySelector(`.timer-${name}`));
  if (label && told.label !== undefined) say(label, told.label);
  say(digits, told.digits);
  say(words, told.words);
}

function buildWaiting() {
  const person = make("span", {}, make("span", { class: "name" }), " ", make("span", { class: "office" }));
  return make("li", { "data-state": "waiting" }, person);
}

function updateWaiting(li, row, me) {
  const [name, office] = li.firstElementChild.children;
  say(name, row.name);
  say(office, officeOf(row));
  mark(li, "data-mine", row.p === me);
}

customElements.define("live-floor", LiveFloor);
