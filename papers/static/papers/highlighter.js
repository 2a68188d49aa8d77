// From a selection to boxes on the page. Mouse selections are the browser's own; pen and finger
// select here while the highlighter is on; on a page without text a box is drawn.

import { box, mergeQuads, quadPath } from "./geometry.js";
import { path } from "./layers.js";

const LONGEST_QUOTE = 2000;
const SMALLEST_BOX = 3;

export class Highlighter {
  constructor({ layers, marks, tools, inside }) {
    Object.assign(this, { layers, marks, tools, inside });
    this.drag = null;
  }

  listen(box, alive) {
    const heard = { pointerdown: "down", pointermove: "move", pointerup: "up", pointercancel: "drop" };
    for (const [type, deed] of Object.entries(heard)) {
      box.addEventListener(type, (event) => this[deed](event), { signal: alive });
    }
  }

  down(event) {
    if (this.tools.mode !== "highlight" || event.button > 0) return;
    const layer = this.layers.at(event);
    if (!layer) return;
    const hasText = layer.view.div.querySelector(".textLayer span") !== null;
    if (hasText && event.pointerType === "mouse") return;
    event.preventDefault();
    layer.view.div.setPointerCapture?.(event.pointerId);
    this.drag = hasText ? this.fromText(event) : this.fromBox(layer, event);
    this.drag.id = event.pointerId;
  }

  fromText(event) {
    getSelection().removeAllRanges();
    return { start: caretAt(event) };
  }

  fromBox(layer, event) {
    const shape = path("", this.tools.colour);
    layer.under.firstChild.append(shape);
    return { layer, shape, from: this.layers.toPdf(layer, event), quad: null };
  }

  move(event) {
    if (this.drag?.id !== event.pointerId) return;
    if (this.drag.shape) return this.stretch(event);
    const end = caretAt(event);
    this.drag.start ??= end;
    if (this.drag.start && end) getSelection().setBaseAndExtent(...this.drag.start, ...end);
  }

  stretch(event) {
    const { layer, shape, from } = this.drag;
    this.drag.quad = box(...from, ...this.layers.toPdf(layer, event));
    shape.setAttribute("d", quadPath(this.drag.quad));
  }

  up(event) {
    if (this.tools.mode !== "highlight") return;
    const drag = this.drag;
    this.drag = null;
    if (drag?.shape) this.keepBox(drag);
    else setTimeout(() => this.keepSelection());
    if (drag) event.preventDefault();
  }

  drop() {
    this.drag?.shape?.remove();
    this.drag = null;
  }

  keepBox({ layer, shape, quad }) {
    shape.remove();
    if (!quad || quad[2] - quad[0] < SMALLEST_BOX || quad[3] - quad[1] < SMALLEST_BOX) return;
    this.keep(layer.index, mergeQuads([quad]), "");
  }

  // The selection, if there is one among the pages.
  get range() {
    const selection = getSelection();
    if (selection.rangeCount === 0 || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    return this.inside.contains(range.commonAncestorContainer) ? range : null;
  }

  // Turn the selection into one highlight a page. Tells whether there was anything.
  keepSelection() {
    const range = this.range;
    if (!range) return false;
    const pages = this.pagesOf(range);
    pages.forEach(({ index, quads, words }) => this.keep(index, quads, words));
    if (pages.length) getSelection().removeAllRanges();
    return pages.length > 0;
  }

  keep(page, quads, words) {
    const style = { color: this.tools.colour };
    const exact = words.replace(/\s+/gu, " ").trim().normalize("NFC").slice(0, LONGEST_QUOTE);
    this.marks.add({ page, kind: "highlight", geometry: { quads }, style, quote: exact ? { exact } : {} });
  }

  pagesOf(range) {
    return [...this.layers.pages.values()]
      .filter(({ view }) => view.div.isConnected && range.intersectsNode(view.div))
      .map((layer) => this.onPage(layer, range))
      .filter(({ quads }) => quads.length > 0);
  }

  onPage(layer, range) {
    const parts = textParts(layer.view.div.querySelector(".textLayer"), range);
    const boxes = parts.flatMap((part) => [...part.getClientRects()]);
    const quads = mergeQuads(boxes.map((one) => this.layers.boxToPdf(layer, one)));
    return { index: layer.index, quads, words: parts.map(String).join(" ") };
  }
}

// The selected stretches of each text node, so that no box comes from an element around them.
function textParts(root, range) {
  if (!root) return [];
  const parts = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!range.intersectsNode(node)) continue;
    const part = document.createRange();
    part.setStart(node, node === range.startContainer ? range.startOffset : 0);
    part.setEnd(node, node === range.endContainer ? range.endOffset : node.length);
    if (!part.collapsed) parts.push(part);
  }
  return parts;
}

// The letter under a point, as [node, offset]; null between the lines.
function caretAt({ clientX, clientY }) {
  const place = document.caretPositionFromPoint?.(clientX, clientY);
  const found = place
    ? [place.offsetNode, place.offset]
    : rangeStart(document.caretRangeFromPoint?.(clientX, clientY));
  const isText = found?.[0]?.nodeType === Node.TEXT_NODE;
  return isText && found[0].parentElement.closest(".textLayer") ? found : null;
}

function rangeStart(range) {
  return range ? [range.startContainer, range.startOffset] : null;
}
