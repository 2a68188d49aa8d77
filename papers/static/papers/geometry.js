// Shapes in points of the page's own space: pure, without a page.

import { getStroke } from "./vendor/perfect-freehand-1.2.3/freehand.mjs";

export const round = (value) => Math.round(value * 100) / 100;

const NEAREST = 0.35;
const TICKS = 32;

// A stroke is a flat list x, y, pressure, …; points too near to the last are dropped.
export function addPoint(stroke, x, y, pressure) {
  const at = stroke.length - 3;
  if (at >= 0 && Math.hypot(stroke[at] - x, stroke[at + 1] - y) < NEAREST) return false;
  stroke.push(round(x), round(y), round(pressure));
  return true;
}

export function triples(stroke) {
  const points = [];
  for (let at = 0; at + 2 < stroke.length; at += 3) points.push(stroke.slice(at, at + 3));
  return points;
}

// The outline of a stroke as an SVG path; thick where the pen was pressed.
export function strokePath(stroke, width, pressure) {
  const outline = getStroke(triples(stroke), {
    size: width * 2,
    thinning: pressure ? 0.6 : 0,
    smoothing: 0.5,
    streamline: 0.4,
    simulatePressure: false,
    last: true,
  });
  if (outline.length === 0) return "";
  const places = outline.map(([x, y]) => `${round(x)} ${round(y)}`);
  return `M${places[0]}L${places.slice(1).join(" ")}Z`;
}

export function quadPath([x0, y0, x1, y1]) {
  return `M${x0} ${y0}H${x1}V${y1}H${x0}Z`;
}

// Boxes of one line become one box; empty ones and doubles go.
export function mergeQuads(quads) {
  const lines = [];
  for (const quad of quads.filter(([x0, y0, x1, y1]) => x1 - x0 > 0.5 && y1 - y0 > 0.5)) {
    const line = lines.findLast((one) => sameLine(one, quad));
    if (line) grow(line, quad);
    else lines.push([...quad]);
  }
  return lines.map((quad) => quad.map(round));
}

function sameLine(a, b) {
  const overlap = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
  const height = Math.min(a[3] - a[1], b[3] - b[1]);
  const gap = Math.max(a[0], b[0]) - Math.min(a[2], b[2]);
  return overlap > height * 0.6 && gap < height;
}

function grow(a, b) {
  a[0] = Math.min(a[0], b[0]);
  a[1] = Math.min(a[1], b[1]);
  a[2] = Math.max(a[2], b[2]);
  a[3] = Math.max(a[3], b[3]);
}

export function box(x0, y0, x1, y1) {
  return [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)];
}

// Which stroke of the ink lies within reach of the point; -1 when none does.
export function strokeAt(strokes, x, y, reach) {
  return strokes.findIndex((stroke) => nearStroke(triples(stroke), x, y, reach));
}

function nearStroke(points, x, y, reach) {
  if (points.length === 1) return Math.hypot(points[0][0] - x, points[0][1] - y) <= reach;
  return points.some((point, at) => at > 0 && distance(points[at - 1], point, x, y) <= reach);
}

function distance([ax, ay], [bx, by], x, y) {
  const length = (bx - ax) ** 2 + (by - ay) ** 2;
  const part = length ? ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length : 0;
  const along = Math.max(0, Math.min(1, part));
  return Math.hypot(ax + along * (bx - ax) - x, ay + along * (by - ay) - y);
}

export function inQuads(quads, x, y, reach = 0) {
  return quads.some(
    ([x0, y0, x1, y1]) => x >= x0 - reach && x <= x1 + reach && y >= y0 - reach && y <= y1 + reach,
  );
}

// Where on its page a mark begins: for the list, and for jumping to it.
export function topOf(mark) {
  if (mark.kind === "note") return mark.geometry.y;
  if (mark.kind === "highlight") return Math.max(...mark.geometry.quads.map((quad) => quad[3]));
  return Math.max(...mark.geometry.strokes.flatMap((one) => triples(one).map((point) => point[1])));
}

// Revisions that grow on every device of the person: server time first, a counter within it.
export class Revisions {
  constructor(now) {
    this.now = now;
    this.last = 0;
  }

  seen(rev) {
    this.last = Math.max(this.last, rev);
  }

  next() {
    this.last = Math.max(this.last + 1, Math.floor(this.now()) * TICKS);
    return this.last;
  }
}

// crypto.randomUUID is missing on plain http pages of the local network.
export function makeId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
