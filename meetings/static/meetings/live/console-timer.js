// <console-timer>: one clock for everybody: start with minutes, stop, go on, put away.

import { clockLabel, current } from "./agenda.js";
import { mark, show } from "./dom.js";
import { drawClock } from "./live-floor.js";
import { LivePart } from "./live-part.js";
import { timerView } from "./time.js";

class ConsoleTimer extends LivePart {
  ready() {
    this.form = this.querySelector("form");
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.start(Number(event.submitter?.value ?? 3));
    });
    for (const verb of ["pause", "resume", "stop"]) {
      this.part(verb).addEventListener("click", () => this.perform(this.part(verb), `timer.${verb}`));
    }
  }

  draw({ state }) {
    const timer = state.timer;
    const told = timerView(timer, this.room.now());
    show(this.form, !told);
    show(this.part("running"), told);
    show(this.part("pause"), timer?.ends_at);
    show(this.part("resume"), timer && !timer.ends_at);
    mark(this, "data-running", Boolean(told));
  }

  start(minutes) {
    const button = this.form.querySelector(`[value="${minutes}"]`);
    const label = this.form.elements.label.value.trim() || gettext("Time to speak");
    this.perform(button, "timer.start", { label, seconds: minutes * 60 });
  }

  tick(now) {
    const { state } = this.room;
    const clock = timerView(state?.timer, now);
    drawClock(this.part("clock"), clock && { ...clock, label: clockLabel(state.timer, current(state)) });
  }
}

customElements.define("console-timer", ConsoleTimer);
