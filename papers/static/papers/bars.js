// What the reader's bars do and say. A button's data-do names one of the deeds below.

import { topOf } from "./geometry.js";
import { Place } from "./place.js";

const PICK_AFTER = 250;
const NIGHT = "reader.night";
const CLOCK = { hour: "2-digit", minute: "2-digit", timeZone: "Asia/Ho_Chi_Minh" };

export class Bars {
  constructor(reader) {
    this.reader = reader;
    this.part = (name) => reader.querySelector(`[data-part="${name}"]`);
    reader.on(reader, "click", (event) => this.click(event));
    reader.on(reader, "submit", (event) => this.submitted(event));
    reader.on(reader, "change", (event) => event.target.dataset.part === "page" && this.turn());
    reader.on(reader, "keydown", (event) => this.key(event));
    reader.on(reader.tools, "change", () => this.tellTools());
    reader.on(document, "selectionchange", () => this.offerPick());
    reader.on(document, "paper:lost", ({ detail }) => this.tellLost(detail));
    this.setNight(localStorage.getItem(NIGHT) === "1");
    this.tellTools();
  }

  start(book) {
    Object.assign(this, book);
    if (this.viewer.pagesCount > 0) this.firstView();
    else this.bus.on("pagesinit", () => this.firstView());
    this.bus.on("pagechanging", ({ pageNumber }) => this.tellPage(pageNumber));
    this.bus.on("updatefindmatchescount", ({ matchesCount }) => this.tellFound(matchesCount));
    this.bus.on("updatefindcontrolstate", ({ matchesCount }) => this.tellFound(matchesCount));
    this.part("page").max = this.document.numPages;
    this.part("pages").textContent = `/ ${this.document.numPages}`;
    this.part("lost").hidden = true;
    this.reader.dataset.ready = "";
  }

  firstView() {
    this.reader.layers.name();
    this.reader.zoom.fit();
    const place = new Place(sessionStorage, this.reader.dataset.version);
    place.restore(this.viewer);
    place.follow(this.bus);
  }

  deeds = {
    tool: (button) => this.takeTool(button.dataset.tool),
    colour: (button) => this.reader.tools.dip(button.dataset.colour),
    undo: () => this.reader.marks.undo(),
    pick: () => this.reader.highlighter.keepSelection(),
    list: (button) => this.toggle("marks", button, () => this.reader.list.draw()),
    search: (button) => this.toggle("find", button, () => this.part("query").focus()),
    next: () => this.search({ again: true }),
    previous: () => this.search({ again: true, back: true }),
    "zoom-in": () => this.reader.zoom.in(),
    "zoom-out": () => this.reader.zoom.out(),
    fit: () => this.reader.zoom.fit(),
    night: () => this.night(),
    "page-up": () => this.viewer.previousPage(),
    "page-down": () => this.viewer.nextPage(),
    "note-here": () => this.noteHere(),
    again: () => location.reload(),
  };

  click(event) {
    const button = event.target.closest("[data-do]");
    const isEarly = !("ready" in this.reader.dataset);
    if (button && (!isEarly || button.dataset.do === "again")) this.deeds[button.dataset.do]?.(button);
  }

  // With words selected, the highlighter marks them at once.
  takeTool(mode) {
    if (mode === "highlight" && this.reader.highlighter.keepSelection()) return;
    this.reader.tools.take(mode);
  }

  // The keyboard's way to a note: at the top of the page that is being read.
  noteHere() {
    const index = this.viewer.currentPageNumber - 1;
    const { port } = this.reader.layers.pages.get(index) ?? {};
    if (port) this.reader.notes.write(index, port.convertToPdfPoint(port.width - 36, 36));
  }

  night() {
    const isNight = !this.reader.classList.contains("night");
    localStorage.setItem(NIGHT, isNight ? "1" : "0");
    this.setNight(isNight);
  }

  setNight(isNight) {
    this.reader.classList.toggle("night", isNight);
    this.reader.querySelector('[data-do="night"]').setAttribute("aria-pressed", String(isNight));
  }

  toggle(name, button, then) {
    const part = this.part(name);
    part.hidden = !part.hidden;
    button.setAttribute("aria-expanded", String(!part.hidden));
    if (!part.hidden) then();
    else if (name === "find") this.bus.dispatch("findbarclose", { source: this });
  }

  submitted(event) {
    if (event.target.dataset.part !== "find") return;
    event.preventDefault();
    this.search({ again: this.searched === this.part("query").value });
  }

  search({ again = false, back = false }) {
    this.searched = this.part("query").value;
    this.bus.dispatch("find", {
      source: this,
      type: again ? "again" : "",
      query: this.searched,
      highlightAll: true,
      caseSensitive: false,
      entireWord: false,
      findPrevious: back,
      matchDiacritics: false,
    });
  }

  turn() {
    const wanted = Number(this.part("page").value);
    if (wanted >= 1 && wanted <= this.document.numPages) this.viewer.currentPageNumber = wanted;
    else this.tellPage(this.viewer.currentPageNumber);
  }

  key(event) {
    if (!this.reader.keepsMarks) return;
    if (event.key === "Escape" && this.reader.tools.mode !== "read") this.reader.tools.take("read");
    if (event.target.closest("input, textarea, dialog")) return;
    if (event.key === "z" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      this.reader.marks?.undo();
    }
  }

  jump(mark) {
    const destArray = [null, { name: "XYZ" }, 0, topOf(mark) + 40, null];
    this.viewer.scrollPageIntoView({ pageNumber: mark.page + 1, destArray });
  }

  // A selection made while reading can become a highlight with one touch beside it.
  offerPick() {
    clearTimeout(this.picking);
    if (!this.reader.keepsMarks) return;
    this.picking = setTimeout(() => {
      const button = this.part("pick");
      const range = this.reader.tools.mode === "read" && this.reader.highlighter?.range;
      button.hidden = !range;
      if (range) this.place(button, range);
    }, PICK_AFTER);
  }

  place(button, range) {
    const words = [...range.getClientRects()].at(-1) ?? range.getBoundingClientRect();
    const stage = this.part("stage").getBoundingClientRect();
    const left = Math.min(words.right - stage.left, stage.width - button.offsetWidth - 8);
    const top = Math.min(words.bottom - stage.top + 8, stage.height - button.offsetHeight - 8);
    button.style.left = `${Math.max(8, left)}px`;
    button.style.top = `${Math.max(8, top)}px`;
  }

  // --- what is said ---------------------------------------------------------------------------

  tellPage(number) {
    this.part("page").value = number;
  }

  tellTools() {
    const { mode, colour, hasColour } = this.reader.tools;
    this.reader.dataset.mode = mode;
    for (const button of this.reader.querySelectorAll("[data-tool]")) {
      button.setAttribute("aria-pressed", String(button.dataset.tool === mode));
    }
    for (const button of this.reader.querySelectorAll("[data-colour]")) {
      button.setAttribute("aria-pressed", String(hasColour && button.dataset.colour === colour));
    }
    this.part("colours")?.toggleAttribute("hidden", !hasColour);
  }

  tellFound({ current = 0, total = 0 } = {}) {
    const none = this.part("query").value ? gettext("Not found") : "";
    this.part("found").textContent = total ? `${current}/${total}` : none;
  }

  // Nothing looks saved before the server said so.
  tellSaving({ waiting, at, problem }) {
    const line = this.part("saved");
    const time = at && new Date(at).toLocaleTimeString("vi", CLOCK);
    line.dataset.state = problem ? "bad" : waiting ? "waiting" : "saved";
    if (problem) line.textContent = interpolate(gettext("Not saved: %s"), [problem]);
    else if (waiting) line.textContent = interpolate(gettext("%s changes waiting"), [waiting]);
    else line.textContent = time ? interpolate(gettext("Saved %s"), [time]) : "";
  }

  tellLost(problem) {
    const gone = problem.status === 404 || problem.status === 403;
    const words = gone
      ? gettext("This paper is no longer there for you.")
      : gettext("The paper could not be loaded. Please check the connection and try again.");
    this.part("lost").hidden = false;
    this.part("lost-words").textContent = words;
  }
}
