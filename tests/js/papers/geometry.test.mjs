import assert from "node:assert/strict";
import { test } from "node:test";

import {
  Revisions,
  addPoint,
  inQuads,
  makeId,
  mergeQuads,
  strokeAt,
  strokePath,
  topOf,
} from "../../../papers/static/papers/geometry.js";

test("points too near to the last are left out", () => {
  const stroke = [];

  assert.equal(addPoint(stroke, 10, 10, 0.5), true);
  assert.equal(addPoint(stroke, 10.1, 10.1, 0.5), false);
  assert.equal(addPoint(stroke, 12.345678, 10, 0.512), true);
  assert.deepEqual(stroke, [10, 10, 0.5, 12.35, 10, 0.51]);
});

test("a stroke becomes a closed outline, and a dot is one too", () => {
  const line = strokePath([0, 0, 0.5, 10, 0, 0.9, 20, 5, 0.2], 1.5, true);

  assert.match(line, /^M[-\d.]+ [-\d.]+L.*Z$/);
  assert.match(strokePath([5, 5, 0.5], 1.5, false), /^M.*Z$/);
  assert.equal(strokePath([], 1.5, false), "");
});

test("boxes of one line become one, lines stay apart, empty boxes go", () => {
  const quads = mergeQuads([
    [10, 100, 50, 112],
    [52, 100, 90, 112],
    [10, 80, 70, 92],
    [10, 80, 10, 92],
  ]);

  assert.deepEqual(quads, [
    [10, 100, 90, 112],
    [10, 80, 70, 92],
  ]);
});

test("columns on one height stay apart", () => {
  assert.equal(mergeQuads([[10, 100, 100, 112], [300, 100, 400, 112]]).length, 2);
});

test("the eraser finds a stroke near it and no other", () => {
  const strokes = [[0, 0, 0.5, 100, 0, 0.5], [0, 50, 0.5]];

  assert.equal(strokeAt(strokes, 50, 4, 5), 0);
  assert.equal(strokeAt(strokes, 2, 52, 5), 1);
  assert.equal(strokeAt(strokes, 50, 25, 5), -1);
});

test("a point is in a highlight or not", () => {
  assert.equal(inQuads([[0, 0, 10, 10]], 5, 5), true);
  assert.equal(inQuads([[0, 0, 10, 10]], 15, 5), false);
});

test("every kind of mark has a top", () => {
  const note = { kind: "note", geometry: { x: 1, y: 700 } };
  const highlight = { kind: "highlight", geometry: { quads: [[0, 0, 1, 5], [0, 8, 1, 12]] } };
  const ink = { kind: "ink", geometry: { strokes: [[0, 3, 0.5, 0, 9, 0.5], [0, 4, 0.5]] } };

  assert.deepEqual([note, highlight, ink].map(topOf), [700, 12, 9]);
});

test("revisions grow within a millisecond, and past what another device said", () => {
  const revisions = new Revisions(() => 1000);

  assert.equal(revisions.next(), 32000);
  assert.equal(revisions.next(), 32001);
  revisions.seen(50000);
  assert.equal(revisions.next(), 50001);
});

test("ids are version 4 and different", () => {
  assert.match(makeId(), /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.notEqual(makeId(), makeId());
});
