// Pen, finger and mouse over the pages: ink with pressure, the eraser, and a palm that may rest.
//
// A finger draws until a pen was seen; after that fingers only move the paper.

import { addPoint, inQuads, strokeAt, strokePath } from "./geometry.js";
import { path } from "./layers.js";

const GROUP_WITHIN = 1200;
const GROUP_AT_MOST = 40;
const MOST_INK = 12000;
const REACH = 10;
const WIDTH = 1.5;

export class Pen {
  constructor({ layers, marks, scroll, tools }) {
    Object.assign(this, { layers, marks, scroll, tools });
    this.penSeen = false;
    this.stroke = null;
    this.fingers = new Map();
    this.last = null;
  }

  // Events arrive from the scrolling box; the mode decides what they mean.
  listen(box, alive) {
    const heard = { pointerdown: "down", pointermove: "move", pointerup: "up", pointercancel: "drop" };
    for (const [type, deed] of Object.entries(heard)) {
      box.addEventListener(type, (event) => this[deed](event), { signal: alive });
    }
  }

  get draws() {
    return this.tools.mode === "ink" || this.tools.mode === "eraser";
  }

  down(event) {
    if (!this.draws || event.button > 0 || event.target.closest(".marks-pin")) return;
    if (event.pointerType === "pen") this.penSeen = true;
    if (event.pointerType === "touch" && (this.penSeen || this.stroke)) return this.touch(event);
    const layer = this.layers.at(event);
    if (!layer || this.stroke) return;
    event.preventDefault();
    this.begin(layer, event);
  }

  begin(layer, event) {
    layer.over.setPointerCapture?.(event.pointerId);
    this.stroke = { layer, id: event.pointerId, points: [], pressure: event.pointerType === "pen" };
    if (this.tools.mode === "ink") {
      this.stroke.shape = path("", this.tools.colour);
      layer.over.firstChild.append(this.stroke.shape);
    }
    this.follow(event);
  }

  move(event) {
    if (this.fingers.has(event.pointerId)) return this.pan(event);
    if (!this.stroke || event.pointerId !== this.stroke.id) return;
    const steps = event.getCoalescedEvents?.() ?? [];
    (steps.length ? steps : [event]).forEach((step) => this.follow(step));
  }

  follow(event) {
    const { layer, points, shape, pressure } = this.stroke;
    const [x, y] = this.layers.toPdf(layer, event);
    if (!shape) return this.erase(layer, x, y);
    if (points.length >= MOST_INK) return;
    if (addPoint(points, x, y, pressure ? event.pressure : 0.5)) {
      shape.setAttribute("d", strokePath(points, WIDTH, pressure));
    }
  }

  up(event) {
    this.fingers.delete(event.pointerId);
    if (!this.stroke || event.pointerId !== this.stroke.id) return;
    const { layer, points, shape, pressure } = this.stroke;
    this.stroke = null;
    if (!shape) return;
    shape.remove();
    this.keep(layer.index, points, pressure);
  }

  // The system took the pointer away: a palm, a gesture. What was drawn is not meant.
  drop(event) {
    this.fingers.delete(event.pointerId);
    if (this.stroke?.id !== event.pointerId) return;
    this.stroke.shape?.remove();
    this.stroke = null;
  }

  // Strokes that follow each other closely are one mark: a word, a drawing.
  keep(page, points, pressure) {
    const colour = this.tools.colour;
    const mark = this.last && this.marks.get(this.last.uuid);
    if (mark && this.continues(mark, page, colour, points.length)) {
      const strokes = [...mark.geometry.strokes, points];
      this.marks.change(mark.uuid, { geometry: { ...mark.geometry, strokes } });
    } else {
      const geometry = { strokes: [points], width: WIDTH, pressure };
      const added = this.marks.add({ page, kind: "ink", geometry, style: { color: colour } });
      this.last = { uuid: added.uuid };
    }
    this.last.at = performance.now();
  }

  continues(mark, page, colour, more) {
    const soon = performance.now() - this.last.at < GROUP_WITHIN;
    const alike = mark.page === page && mark.style.color === colour;
    const { strokes } = mark.geometry;
    const ink = strokes.reduce((sum, stroke) => sum + stroke.length, more);
    return soon && alike && strokes.length < GROUP_AT_MOST && ink <= MOST_INK;
  }

  erase(layer, x, y) {
    const reach = REACH * this.layers.pixel(layer);
    for (const mark of this.marks.on(layer.index)) {
      if (mark.kind === "ink") this.eraseStroke(mark, x, y, reach);
      else if (mark.kind === "highlight" && inQuads(mark.geometry.quads, x, y)) {
        this.marks.remove(mark.uuid);
      }
    }
  }

  eraseStroke(mark, x, y, reach) {
    const { strokes } = mark.geometry;
    const found = strokeAt(strokes, x, y, reach);
    if (found < 0) return;
    const left = strokes.filter((_, at) => at !== found);
    if (left.length === 0) this.marks.remove(mark.uuid);
    else this.marks.change(mark.uuid, { geometry: { ...mark.geometry, strokes: left } });
  }

  // Touch does not scroll by itself while a drawing tool is on: do it here.
  touch(event) {
    this.fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  }

  pan(event) {
    const before = this.fingers.get(event.pointerId);
    if (this.fingers.size === 1 && !this.stroke) {
      this.scroll.scrollBy(before.x - event.clientX, before.y - event.clientY);
    }
    this.fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  }
}
