import assert from "node:assert/strict";
import { test } from "node:test";

import "./words.mjs";
import { nextDeed, otherDeeds } from "../../../meetings/static/meetings/live/deeds.js";

const item = (id, state, kind = "decision") => ({ id, label: String(id), title: `Mục ${id}`, kind, state, minutes: 10 });

function session({ meeting = "in_session", items = [], queue = [], vote = null, present = 5 } = {}) {
  const open = items.find((row) => row.state === "open");
  return {
    meeting: { state: meeting },
    agenda: { items, current: open?.id ?? null },
    presence: { total: 5, present, needed: 4, has_quorum: present >= 4, people: [] },
    speaking: { open: true, queue },
    vote,
  };
}

const speech = (id, state) => ({ id, p: id, name: `Người ${id}`, state });
const others = (state) => otherDeeds(state).map((deed) => deed.key);

test("a convened meeting is opened once the quorum is met", () => {
  const short = nextDeed(session({ meeting: "convened", present: 3 }));
  assert.equal(short.key, "open-session");
  assert.ok(short.blocked);
  assert.match(short.note, /1 more member needed/);
  assert.ok(!nextDeed(session({ meeting: "convened" })).blocked);
});

test("an open session goes to the next item, and in the end it is adjourned", () => {
  const between = session({ items: [item(1, "done"), item(2, "planned")] });
  assert.deepEqual(nextDeed(between).with, { item: 2 });
  assert.equal(nextDeed(session({ items: [item(1, "done")] })).key, "adjourn");
});

test("whoever asked is heard before the question is put", () => {
  const items = [item(1, "open")];
  assert.equal(nextDeed(session({ items, queue: [speech(7, "waiting")] })).key, "call-7");
  assert.equal(nextDeed(session({ items, queue: [speech(7, "speaking"), speech(8, "waiting")] })).key, "end-7");
  assert.equal(nextDeed(session({ items })).key, "ask-1");
});

test("an item for information is closed without a vote", () => {
  assert.equal(nextDeed(session({ items: [item(1, "open", "information")] })).key, "close-1");
});

test("while a vote is open the ballot has the floor: no other deed", () => {
  const state = session({ items: [item(1, "open")], vote: { id: 3, item: 1, state: "open" } });
  assert.equal(nextDeed(state), null);
  assert.deepEqual(others(state), []);
});

test("after the result the item is closed; a vote that was void is put again", () => {
  const items = [item(1, "open")];
  assert.equal(nextDeed(session({ items, vote: { id: 3, item: 1, state: "closed" } })).key, "close-1");
  assert.equal(nextDeed(session({ items, vote: { id: 3, item: 1, state: "void" } })).key, "ask-1");
  assert.equal(nextDeed(session({ items, vote: { id: 3, item: 9, state: "closed" } })).key, "ask-1");
});

test("the other deeds never repeat the next one", () => {
  const state = session({ items: [item(1, "open")] });
  assert.deepEqual(others(state), ["close-1", "suspend"]);
  assert.deepEqual(others(session({ items: [item(1, "done")] })), ["suspend"]);
  assert.deepEqual(others(session({ meeting: "suspended" })), ["adjourn"]);
});

test("a session is not adjourned in the middle of an item", () => {
  assert.deepEqual(others(session({ items: [item(1, "planned")] })), ["suspend", "adjourn"]);
  assert.deepEqual(others(session({ meeting: "suspended", items: [item(1, "open")] })), []);
});

test("nothing is left to do in a session that is over", () => {
  assert.equal(nextDeed(session({ meeting: "adjourned" })), null);
  assert.deepEqual(others(session({ meeting: "sealed" })), []);
});
