import assert from "node:assert/strict";
import { test } from "node:test";

import { Place } from "../../../papers/static/papers/place.js";
import { Tools } from "../../../papers/static/papers/tools.js";

function shelf() {
  const kept = new Map();
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => kept.set(key, value) };
}

const full = { getItem: () => "{", setItem: () => { throw new Error("full"); } };

function viewer(pagesCount = 9) {
  const shown = [];
  return { pagesCount, shown, scrollPageIntoView: (place) => shown.push(place) };
}

test("coming back shows the place one left", () => {
  const kept = shelf();
  new Place(kept, 7).keep({ pageNumber: 4, top: 612.4 });
  const again = viewer();

  assert.equal(new Place(kept, 7).restore(again), true);
  assert.equal(again.shown[0].pageNumber, 4);
  assert.equal(again.shown[0].destArray[3], 612);
});

test("another version, a shorter paper or a broken store begins at the beginning", () => {
  const kept = shelf();
  new Place(kept, 7).keep({ pageNumber: 4, top: 0 });

  assert.equal(new Place(kept, 8).restore(viewer()), false);
  assert.equal(new Place(kept, 7).restore(viewer(3)), false);
  assert.equal(new Place(full, 7).restore(viewer()), false);
  new Place(full, 7).keep({ pageNumber: 1, top: 0 });
});

test("each tool keeps its colour, and taking it again lays it down", () => {
  const kept = shelf();
  const tools = new Tools(kept);

  tools.take("ink");
  tools.dip("#a3261d");
  tools.take("highlight");
  assert.equal(tools.colour, "#e0b252");
  tools.take("highlight");
  assert.equal(tools.mode, "read");
  assert.equal(tools.hasColour, false);
  assert.equal(new Tools(kept).colours.ink, "#a3261d");
  assert.equal(new Tools(full).colours.ink, "#1d4e6f");
});
