// <live-dot></live-dot> inside or beside a <meeting-room>: ● live 0.2 s · catching up · lost since 09:40.
// data-state is "live", "catching" or "lost" for the style sheet.

import { linkWords } from "./link-words.js";

class LiveDot extends HTMLElement {
  async connectedCallback() {
    this.setAttribute("role", "status");
    this.words = document.createElement("span");
    this.detail = document.createElement("span");
    this.detail.setAttribute("aria-hidden", "true");
    this.classList.add("live-dot");
    this.replaceChildren(document.createElement("i"), this.words, " ", this.detail);
    this.show({ kind: "catching", text: gettext("catching up"), detail: "" });
    await customElements.whenDefined("meeting-room");
    const room = this.closest("meeting-room") ?? document.querySelector("meeting-room");
    this.stop = room?.follow({ link: () => this.draw(room) });
    this.timer = setInterval(() => room && this.draw(room), 1000);
  }

  disconnectedCallback() {
    clearInterval(this.timer);
    this.stop?.();
  }

  draw(room) {
    const locale = document.documentElement.lang || "vi";
    this.show(linkWords(room.link, { gettext, interpolate, locale, now: room.now() }));
  }

  // Write only what changed: a screen reader speaks each change of the words.
  show({ kind, text, detail }) {
    this.dataset.state = kind;
    write(this.words, text);
    write(this.detail, detail);
  }
}

function write(span, text) {
  if (span.textContent !== text) {
    span.textContent = text;
  }
}

customElements.define("live-dot", LiveDot);
