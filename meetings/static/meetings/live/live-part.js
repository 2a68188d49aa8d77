// The base of every element on the live faces: it hears the room, and the seconds that pass.
//
// A part may have: ready() once, draw({state, you, link}) on news, tick(now) twice a second.
// Between parts: this.call("live:show", {item: 5}) and document.addEventListener("live:show", …).

import { say } from "./dom.js";

const ticking = new Set();
let ticker = null;

function tickAll() {
  for (const part of ticking) part.tick(part.room.now());
}

function join(part) {
  ticking.add(part);
  ticker ??= setInterval(tickAll, 500);
}

function leave(part) {
  ticking.delete(part);
  if (ticking.size) return;
  clearInterval(ticker);
  ticker = null;
}

export class LivePart extends HTMLElement {
  async connectedCallback() {
    await customElements.whenDefined("meeting-room");
    if (!this.isConnected || this.room) return;
    this.room = this.closest("meeting-room") ?? document.querySelector("meeting-room");
    this.ready?.();
    const draw = () => this.redraw();
    this.quit = this.room.follow({ state: draw, you: draw, link: draw });
    if (this.tick) join(this);
  }

  disconnectedCallback() {
    this.quit?.();
    leave(this);
    this.room = null;
  }

  redraw() {
    const { state, you, link } = this.room;
    if (!state) return;
    this.draw?.({ state, you: you ?? {}, link });
    this.tick?.(this.room.now());
  }

  part(name) {
    return this.querySelector(`[data-part="${name}"]`);
  }

  call(name, detail) {
    document.dispatchEvent(new CustomEvent(name, { detail }));
  }

  // One deed from one button: pending, then recorded or refused in words. The receipt when it was done.
  async perform(button, name, data = {}, words = this.part("refusal")) {
    if (button.getAttribute("aria-busy") === "true") return false;
    button.setAttribute("aria-busy", "true");
    say(words, this.room.link?.live ? "" : gettext("No connection. This is sent when the line is back."));
    try {
      const receipt = await this.room.command(name, data);
      say(words, "");
      return receipt ?? true;
    } catch (refusal) {
      this.refuse(refusal.message, words);
      return false;
    } finally {
      button.removeAttribute("aria-busy");
    }
  }

  refuse(message, words) {
    if (words) say(words, message);
    else document.dispatchEvent(new CustomEvent("quiet", { detail: { text: message, tone: "bad" } }));
  }
}
