// <paper-reader data-file data-annotations data-annotation data-paper data-version> … toolbar … </paper-reader>
//
// Reads one version of a paper and keeps its reader's own marks. The toolbar, the list of marks and
// the dialog come from the server; a button's data-do names one of the deeds below. Without
// data-annotations it is for reading alone: no tools, no marks.

import { Bars } from "./bars.js";
import { Highlighter } from "./highlighter.js";
import { Layers } from "./layers.js";
import { MarksList } from "./marks-list.js";
import { Marks } from "./marks.js";
import { Notes } from "./notes.js";
import { openBook } from "./pdf.js";
import { Pen } from "./pen.js";
import { readMarks, sender } from "./sending.js";
import { Tools } from "./tools.js";
import { Zoom } from "./zoom.js";

export class PaperReader extends HTMLElement {
  connectedCallback() {
    this.end = new AbortController();
    this.box = this.querySelector(".reader-scroll");
    this.tools = new Tools(localStorage);
    this.bars = new Bars(this);
    this.open().catch((problem) => this.end.signal.aborted || this.bars.tellLost(problem));
  }

  disconnectedCallback() {
    this.marks?.close();
    this.end.abort();
    this.unfollow?.();
    this.sizes?.disconnect();
  }

  part(name) {
    return this.querySelector(`[data-part="${name}"]`);
  }

  on(target, type, deed) {
    target.addEventListener(type, deed, { signal: this.end.signal });
  }

  async open() {
    const alive = this.end.signal;
    this.book = await openBook({ container: this.box, url: this.dataset.file, alive });
    this.startMarks();
    this.startHands(alive);
    this.bars.start(this.book);
    this.sizes = new ResizeObserver(() => this.refit());
    this.sizes.observe(this.box);
    if (!this.keepsMarks) return;
    await this.readAgain();
    this.follow();
  }

  get keepsMarks() {
    return "annotations" in this.dataset;
  }

  startMarks() {
    this.room = this.closest("meeting-room") ?? document.querySelector("meeting-room");
    this.ahead = 0;
    this.marks = new Marks({
      version: Number(this.dataset.version),
      clock: () => Date.now() + this.ahead,
      send: sender(this.room, this.dataset.annotation),
      later: (deed, wait) => setTimeout(deed, wait),
      cancel: (timer) => clearTimeout(timer),
    });
    this.layers = new Layers(this.book, this.marks);
    this.on(this.marks, "saving", ({ detail }) => this.bars.tellSaving(detail));
    this.on(this.marks, "stale", () => this.readAgain());
    this.on(window, "online", () => this.marks.hurry());
    this.on(window, "beforeunload", (event) => this.marks.waiting.size && event.preventDefault());
  }

  startHands(alive) {
    const { box, layers, marks, tools } = this;
    this.zoom = new Zoom({ viewer: this.book.viewer, box });
    this.zoom.listen(alive);
    if (!this.keepsMarks) return;
    this.pen = new Pen({ layers, marks, tools, scroll: box });
    this.highlighter = new Highlighter({ layers, marks, tools, inside: box });
    this.notes = new Notes({ layers, marks, tools, dialog: this.part("note") });
    [this.pen, this.highlighter, this.notes].forEach((hand) => hand.listen(box, alive));
    this.list = new MarksList({
      marks,
      panel: this.part("marks"),
      jump: (mark) => this.bars.jump(mark),
      edit: (mark) => this.notes.edit(mark.uuid),
    });
  }

  refit() {
    const { currentScaleValue } = this.book.viewer;
    if (currentScaleValue === "page-width") this.zoom.fit();
  }

  // What the server has, and how far its clock is from ours.
  async readAgain() {
    const { now, items } = await readMarks(this.dataset.annotations, this.end.signal);
    this.ahead = now - Date.now();
    this.marks.merge(items);
  }

  // Other devices of the same person tell; after a lost connection everything is read again.
  async follow() {
    if (!this.room) return;
    await customElements.whenDefined("meeting-room");
    let wasLive = true;
    this.unfollow = this.room.follow({
      mine: ({ name, data }) => name.startsWith("annotation.") && this.heard(data),
      link: ({ live }) => {
        if (live && !wasLive) this.readAgain().then(() => this.marks.hurry(), () => {});
        wasLive = live;
      },
    });
  }

  heard({ uuid, version, rev }) {
    const ours = this.marks.all.get(uuid);
    if (version === this.marks.version && !(ours?.rev >= rev)) this.readAgain().catch(() => {});
  }
}

customElements.define("paper-reader", PaperReader);
