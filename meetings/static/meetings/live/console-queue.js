// <console-queue>: requests to speak, to call and to end.

import { fill, keep, make, mark, officeOf, say, show } from "./dom.js";
import { drawClock } from "./live-floor.js";
import { LivePart } from "./live-part.js";
import { speaker, waiting } from "./speaking.js";
import { minute, speechView } from "./time.js";

class ConsoleQueue extends LivePart {
  ready() {
    this.list = this.part("list");
    this.list.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (button) this.deed(button, Number(button.closest("li").dataset.key));
    });
  }

  draw({ state }) {
    const rows = [speaker(state), ...waiting(state)].filter(Boolean);
    show(this.part("empty"), rows.length === 0);
    keep(this.list, rows, (row) => row.id, build, update);
    say(this.part("count"), rows.length ? String(waiting(state).length) : "");
  }

  deed(button, id) {
    this.perform(button, button.dataset.deed, { id });
  }

  tick(now) {
    const speech = speaker(this.room.state);
    drawClock(this.list.querySelector('li[data-state="speaking"] .timer'), speechView(speech, now));
  }
}

function build() {
  const clock = make(
    "span",
    { class: "timer", hidden: true },
    make("span", { class: "timer-digits" }),
    make("span", { class: "timer-words" }),
  );
  const person = make("span", { class: "queue-person" }, make("span", { class: "name" }), make("span", { class: "office" }), clock);
  const button = make("button", { type: "button", class: "button small" });
  return make("li", {}, person, make("span", { class: "queue-tools" }, make("time", { class: "since" }), button));
}

function update(li, row) {
  mark(li, "data-state", row.state);
  const [name, office, clock] = li.querySelector(".queue-person").children;
  say(name, row.name);
  say(office, officeOf(row));
  if (row.state !== "speaking") show(clock, false);
  const speaking = row.state === "speaking";
  const [since, button] = li.querySelector(".queue-tools").children;
  say(since, speaking ? "" : minute(row.requested_at));
  button.dataset.deed = speaking ? "speech.end" : "speech.call";
  say(button, speaking ? gettext("End") : gettext("Call"));
  const words = speaking ? gettext("End the speech of %(name)s") : gettext("Call %(name)s to speak");
  mark(button, "aria-label", fill(words, row));
}

customElements.define("console-queue", ConsoleQueue);
