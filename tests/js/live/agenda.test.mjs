import assert from "node:assert/strict";
import { test } from "node:test";

import "./words.mjs";
import { current, drift, driftWords, expected, next, openable, rail } from "../../../meetings/static/meetings/live/agenda.js";

const OPENED = "2020-02-04T08:00:00+07:00";
const at = (minutes) => Date.parse(OPENED) + minutes * 60000;

function session(items, more = {}) {
  const open = items.find((item) => item.state === "open");
  return {
    meeting: { state: "in_session", opened_at: OPENED },
    agenda: { version: 1, items, current: open?.id ?? null, closed_door: false },
    ...more,
  };
}

const item = (id, state, more = {}) => ({ id, label: String(id), title: `Mục ${id}`, kind: "decision", state, minutes: 10, ...more });

test("the rail tells each item's state by icon, word and tone", () => {
  const rows = rail(session([item(1, "done"), item(2, "open"), item(3, "planned"), item(4, "planned", { label: "H1" })]));
  assert.deepEqual(rows.map((row) => row.state), ["done", "current", "waiting", "restricted"]);
  assert.deepEqual(rows.map((row) => row.icon), ["circle-check", "play", "circle", "lock"]);
  assert.equal(rows[1].word, "under discussion");
  assert.ok(rows[1].isCurrent);
});

test("without an agenda nothing is current and nothing fails", () => {
  assert.deepEqual(rail(null), []);
  assert.equal(current({ agenda: { items: [], current: 5 } }), null);
  assert.equal(next(undefined), null);
});

test("within its own time an open item is on time", () => {
  const state = session([item(1, "done"), item(2, "open")]);
  assert.equal(drift(state, at(15)), 0);
  assert.equal(driftWords(0), "on time");
});

test("drift counts what went over the planned minutes, or under them", () => {
  const state = session([item(1, "done"), item(2, "open")]);
  assert.equal(drift(state, at(27)), 7);
  assert.equal(driftWords(7), "7 min behind plan");
  assert.equal(drift(state, at(4)), -6);
  assert.equal(driftWords(-6), "6 min ahead of plan");
});

test("what is to come begins after what is open, or now when that is late", () => {
  const state = session([item(1, "open"), item(2, "planned", { minutes: 20 }), item(3, "planned")]);
  assert.equal(expected(state, at(5)).get(2), at(10));
  assert.equal(expected(state, at(25)).get(2), at(25));
  assert.equal(expected(state, at(25)).get(3), at(45));
});

test("who may see a restricted item finds it in the rail while it is discussed", () => {
  const state = session([item(1, "done")]);
  const rows = rail(state, { item: item(9, "open", { label: "H1" }) });
  assert.deepEqual(rows.map((row) => [row.id, row.isCurrent]), [[1, false], [9, true]]);
});

test("an item can be opened in a running session while no other is open", () => {
  const items = [item(1, "planned")];
  assert.equal(openable(session(items)).length, 1);
  assert.equal(openable(session([item(1, "planned"), item(2, "open")])).length, 0);
  assert.equal(openable({ ...session(items), meeting: { state: "convened" } }).length, 0);
});
