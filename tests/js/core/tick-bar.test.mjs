import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

class Page extends EventTarget {}
globalThis.HTMLElement = class extends EventTarget {};
globalThis.customElements = { define() {} };
globalThis.document = new Page();
globalThis.ngettext = (one, many, count) => (count === 1 ? one : many);

const { TickBar } = await import("../../../core/static/core/tick-bar.js");

let bar, boxes, parts, focused;

function made(count) {
  focused = null;
  boxes = Array.from({ length: count }, (_, number) => ({
    type: "checkbox", name: "row", checked: false, number, focus() { focused = this; },
  }));
  parts = {};
  for (const name of ["[data-count]", "[data-words]", "[data-all]", "[data-none]"]) {
    parts[name] = Object.assign(new EventTarget(), { textContent: "", hidden: false });
  }
  parts.form = { elements: [{ type: "hidden", name: "csrfmiddlewaretoken" }, ...boxes] };
  bar = new TickBar();
  const marks = new Set();
  Object.assign(bar, {
    marks,
    querySelector: (name) => parts[name],
    setAttribute: (name) => marks.add(name),
    toggleAttribute: (name, on) => (on ? marks.add(name) : marks.delete(name)),
  });
  bar.connectedCallback();
}

function tell(name, target, facts = {}) {
  const event = Object.assign(new Event(name, { cancelable: true }), facts);
  Object.defineProperty(event, "target", { value: target });
  bar.listeners.find(([known]) => known === name)[1](event);
  return event;
}

function click(number, facts) {
  boxes[number].checked = !boxes[number].checked;
  tell("click", boxes[number], facts);
}

const ticked = () => boxes.filter((box) => box.checked).map((box) => box.number);

beforeEach(() => made(5));

test("the bar appears with the first tick and counts", () => {
  assert.ok(bar.marks.has("data-live"));
  assert.ok(!bar.marks.has("data-ticked"));
  click(1);
  assert.ok(bar.marks.has("data-ticked"));
  assert.equal(parts["[data-count]"].textContent, 1);
  assert.equal(parts["[data-words]"].textContent, "row ticked");
  click(1);
  assert.ok(!bar.marks.has("data-ticked"));
  assert.equal(parts["[data-count]"].textContent, "");
});

test("a tick with Shift takes along what lies between, both ways", () => {
  click(1);
  click(3, { shiftKey: true });
  assert.deepEqual(ticked(), [1, 2, 3]);
  click(1, { shiftKey: true });
  assert.deepEqual(ticked(), []);
});

test("all and none", () => {
  parts["[data-all]"].dispatchEvent(new Event("click"));
  assert.equal(ticked().length, 5);
  assert.equal(parts["[data-all]"].hidden, true);
  parts["[data-none]"].dispatchEvent(new Event("click"));
  assert.deepEqual(ticked(), []);
  assert.equal(parts["[data-none]"].hidden, true);
});

test("the arrow keys walk along the boxes and stop at the ends", () => {
  const event = tell("keydown", boxes[0], { key: "ArrowDown" });
  assert.equal(focused, boxes[1]);
  assert.ok(event.defaultPrevented);
  focused = null;
  tell("keydown", boxes[4], { key: "ArrowDown" });
  assert.equal(focused, null);
  tell("keydown", boxes[2], { key: " " });
  assert.equal(focused, null);
});

test("a box of another form, or a table swapped in anew, is told apart", () => {
  const other = { type: "checkbox", name: "row", checked: true };
  tell("change", other);
  tell("click", other, { shiftKey: true });
  assert.deepEqual(ticked(), []);
  parts.form.elements = [{ type: "checkbox", name: "row", checked: true }];
  tell("htmx:afterSettle", document);
  assert.equal(parts["[data-count]"].textContent, 1);
});
