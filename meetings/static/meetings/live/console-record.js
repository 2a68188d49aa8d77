// <console-record data-url="…">: the latest entries of the record, fetched again when there are new ones.

import { LivePart } from "./live-part.js";

const REST = 1500;

class ConsoleRecord extends LivePart {
  draw() {
    if (this.number === this.room.number || this.pending) return;
    const rest = this.number === undefined ? 0 : REST;
    this.pending = setTimeout(() => this.fetch(), rest);
  }

  async fetch() {
    this.pending = null;
    if (!this.room) return;
    this.number = this.room.number;
    await htmx.ajax("GET", this.dataset.url, { target: this, swap: "morph:innerHTML", source: this });
  }
}

customElements.define("console-record", ConsoleRecord);
