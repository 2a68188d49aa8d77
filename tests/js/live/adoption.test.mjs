import assert from "node:assert/strict";
import { test } from "node:test";

import "./words.mjs";
import { againstWords, block, called, comesFirst, countWords, isOffered, objections, opposed, secondsLeft, silentNames, titleWords, unanimous } from "../../../meetings/static/meetings/live/adoption.js";
import { nextDeed, otherDeeds } from "../../../meetings/static/meetings/live/deeds.js";

const NOW = Date.parse("2020-03-03T08:05:00+07:00");

function line(id, more = {}) {
  return { id, label: String(id), title: `Mục ${id}`, entered: true, adoptable: true, voters: 27, no_objection: 25, silent: [4, 9], against: [], ...more };
}

function session(lines, more = {}) {
  const items = lines.map((row) => ({ id: row.id, label: row.label, title: row.title, kind: "adoption", state: "planned", minutes: 5 }));
  return {
    meeting: { state: "in_session", opened_at: null },
    agenda: { items, current: null, closed_door: false },
    presence: { people: [{ p: 4, name: "Lê Thị Hòa" }, { p: 9, name: "Đỗ Thị Ánh" }] },
    adoption: { call: null, reached: null, items: lines },
    ...more,
  };
}

const against = { p: 4, name: "Lê Thị Hòa", stance: "objection", reason: "Chưa rõ nguồn." };

test("what nobody opposes, what everybody agrees to and what is debated stand apart", () => {
  const state = session([line(1), line(2, { adoptable: false, against: [against] }), line(3, { entered: false }), line(4, { entered: false, adoptable: false })]);
  assert.deepEqual(block(state).map((row) => row.id), [1]);
  assert.deepEqual(unanimous(state).map((row) => row.id), [3]);
  assert.deepEqual(opposed(state).map((row) => row.id), [2]);
});

test("the counts tell who has not answered, by name", () => {
  const state = session([line(1)]);
  assert.equal(countWords(block(state)[0]), "25 of 27: no objection · 2 have not answered");
  assert.equal(countWords(line(1, { no_objection: 27, silent: [] })), "27 of 27: no objection");
  assert.equal(countWords(line(1, { silent: [], outdated: 2 })), "25 of 27: no objection · 2 given before the last change");
  assert.deepEqual(silentNames(state, line(1)), ["Lê Thị Hòa", "Đỗ Thị Ánh"]);
});

test("an objection is told with its reason, a wish to speak needs none", () => {
  assert.equal(againstWords(against), "Lê Thị Hòa: Objection. Chưa rõ nguồn.");
  assert.equal(againstWords({ ...against, stance: "speak", reason: "" }), "Lê Thị Hòa: Wishes to speak");
});

test("an item is told with the sub-items that go with it, and with what holds one of them back", () => {
  assert.equal(titleWords(line(1)), "Mục 1");
  const whole = line(1, { subs: [{ id: 7, label: "1.1" }, { id: 8, label: "1.2" }] });
  assert.equal(titleWords(whole), "Mục 1 (with 1.1, 1.2)");
  const twice = [against, { ...against, on: "1.2" }];
  const held = [{ label: "1.1", why: "debate" }, { label: "", why: "unpublished" }];
  const told = objections(line(1, { adoptable: false, against: twice, held }));
  assert.deepEqual(told.map((row) => row.words), [
    "Lê Thị Hòa: Objection. Chưa rõ nguồn.",
    "Lê Thị Hòa: Objection on 1.2. Chưa rõ nguồn.",
    "A debate was asked for on 1.1.",
    "A sub-item is not published yet.",
  ]);
  assert.equal(new Set(told.map((row) => row.key)).size, 4);
});

test("the call comes before the first item, and the chair may go on without it", () => {
  const state = session([line(1)]);
  assert.ok(comesFirst(state));
  assert.equal(nextDeed(state), null);
  assert.equal(otherDeeds(state)[0].key, "open-1");
  const nothing = session([line(1, { adoptable: false })]);
  assert.equal(nextDeed(nothing).key, "open-1");
});

test("what only everybody agrees to is offered and does not come first", () => {
  const state = session([line(3, { entered: false })]);
  assert.ok(isOffered(state));
  assert.ok(!comesFirst(state));
  assert.equal(nextDeed(state).key, "open-3");
});

test("before the session the panel is read; while an item is open it is away", () => {
  const before = session([line(1)], { meeting: { state: "convened" } });
  assert.ok(isOffered(before));
  assert.ok(!comesFirst(before));
  const open = session([line(1)]);
  open.agenda.items[0].state = "open";
  open.agenda.current = 1;
  assert.ok(!isOffered(open));
  assert.ok(!isOffered({ meeting: { state: "in_session" } }));
});

test("the last call runs to one moment for everybody", () => {
  const call = { called_at: "2020-03-03T08:04:50+07:00", ends_at: "2020-03-03T08:05:20.500+07:00", items: [line(1)] };
  const state = session([line(1)], { adoption: { call, reached: null, items: [] } });
  assert.equal(secondsLeft(state, NOW), 21);
  assert.equal(secondsLeft(state, NOW + 60000), 0);
  assert.equal(secondsLeft(session([]), NOW), 0);
  assert.ok(comesFirst(state));
});

test("a restricted item is called on the screens of those who see it, once", () => {
  const call = { called_at: "", ends_at: "", items: [{ id: 1, label: "1" }] };
  const state = session([], { adoption: { call, items: [] } });
  const you = { call: { items: [{ id: 7, label: "H1" }, { id: 1, label: "1" }], objected: [] } };
  assert.deepEqual(called(state, you).map((row) => row.label), ["1", "H1"]);
  assert.deepEqual(called(state, { call: null }).map((row) => row.label), ["1"]);
});
