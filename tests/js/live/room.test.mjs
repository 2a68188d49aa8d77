import assert from "node:assert/strict";
import { test } from "node:test";

import "./words.mjs";
import { Following } from "../../../meetings/static/meetings/live/following.js";
import { quorum, roll, siteStates } from "../../../meetings/static/meetings/live/presence.js";
import { request, speaker, waiting, whyNot } from "../../../meetings/static/meetings/live/speaking.js";
import { digits, minute, spell, speechView, timerView } from "../../../meetings/static/meetings/live/time.js";

const NOW = Date.parse("2020-02-04T09:41:07+07:00");
const inSeconds = (seconds) => new Date(NOW + seconds * 1000).toISOString();

test("time is told as in Việt Nam", () => {
  assert.equal(minute(NOW), "09:41");
  assert.equal(digits(372), "06:12");
  assert.equal(digits(3972), "1:06:12");
  assert.equal(digits(-5), "00:00");
  assert.equal(spell(61), "1 minute");
});

test("a timer runs down, warns in its last half minute and tells what went over in words", () => {
  assert.equal(timerView({ label: "Trình bày", ends_at: inSeconds(120) }, NOW).digits, "02:00");
  assert.equal(timerView({ label: "", ends_at: inSeconds(20) }, NOW).state, "soon");
  const late = timerView({ label: "", ends_at: inSeconds(-130) }, NOW);
  assert.deepEqual([late.state, late.words], ["late", "over time by 2 minutes"]);
  assert.equal(timerView({ label: "", left_s: 90 }, NOW).state, "paused");
  assert.equal(timerView(null, NOW), null);
  assert.equal(timerView({ label: "", ends_at: null, left_s: null }, NOW), null);
});

test("a speaker's clock counts up without a limit and down with one", () => {
  assert.equal(speechView({ started_at: inSeconds(-75), limit_s: null }, NOW).digits, "01:15");
  assert.equal(speechView({ started_at: inSeconds(-75), limit_s: 180 }, NOW).digits, "01:45");
  assert.equal(speechView({ started_at: inSeconds(-75), limit_s: 60 }, NOW).state, "late");
  assert.equal(speechView({ started_at: null }, NOW), null);
});

test("a screen follows the chair until its reader goes elsewhere", () => {
  const screen = new Following();
  assert.equal(screen.hear(4), 4);
  assert.equal(screen.hear(4), null);
  assert.equal(screen.hear(5), 5);
  assert.equal(screen.choose(2), 2);
  assert.equal(screen.on, false);
  assert.equal(screen.hear(6), null);
  assert.ok(screen.elsewhere);
  assert.equal(screen.follow(true), 6);
  assert.ok(!screen.elsewhere);
});

test("going back to the current item by hand follows again", () => {
  const screen = new Following();
  screen.hear(4);
  screen.choose(2);
  screen.choose(4);
  assert.equal(screen.hear(5), 5);
});

test("before any item is open one may read ahead and still follows", () => {
  const screen = new Following();
  assert.equal(screen.hear(null), null);
  assert.equal(screen.choose(3), 3);
  assert.equal(screen.hear(1), 1);
});

function state(queue = [], more = {}) {
  return {
    meeting: { state: "in_session" },
    agenda: { items: [{ id: 1, state: "open" }], current: 1 },
    speaking: { open: true, queue },
    ...more,
  };
}

const MAY = ["take_part", "speak", "vote"];
const me = (more = {}) => ({
  participant: { p: 9, capacity: "member", vote: true, s: "present", ...more },
  may: MAY,
});
const speech = (id, p, where) => ({ id, p, name: `Người ${p}`, state: where });

test("whoever is here may ask to speak, and sees the place in turn", () => {
  assert.equal(request(state(), me()).deed, "speech.request");
  const waits = state([speech(1, 2, "waiting"), speech(2, 9, "waiting")]);
  assert.match(request(waits, me()).note, /number 2 in turn/);
  assert.equal(request(waits, me()).deed, "speech.withdraw");
  assert.equal(request(state([speech(2, 9, "speaking")]), me()).deed, "speech.end");
});

test("the button says why it rests", () => {
  assert.equal(whyNot(state(), me()), "");
  assert.match(whyNot(state(), me({ s: "expected" })), /check in/);
  assert.match(whyNot(state(), { participant: null }), /not take part/);
  assert.match(whyNot(state(), { ...me(), may: ["take_part"] }), /without taking the floor/);
  assert.match(whyNot(state([], { agenda: { items: [], current: null } }), me()), /No item/);
  assert.match(whyNot(state([], { meeting: { state: "suspended" } }), me()), /suspended/);
  assert.match(whyNot(state([], { meeting: { state: "convened" } }), me()), /not open/);
});

test("behind closed doors the queue is hidden and one's own request is told in person", () => {
  const closed = state([], { agenda: { items: [], current: null, closed_door: true } });
  const inside = { ...me(), item: { id: 7, label: "H1", state: "open" } };
  assert.match(whyNot(closed, me()), /in private/);
  assert.equal(whyNot(closed, inside), "");
  assert.equal(request(closed, { ...inside, request: { id: 3, state: "waiting" } }).deed, "speech.withdraw");
});

test("one speaks, the others wait in order", () => {
  const here = state([speech(1, 2, "speaking"), speech(2, 9, "waiting"), speech(3, 5, "waiting")]);
  assert.equal(speaker(here).p, 2);
  assert.deepEqual(waiting(here).map((row) => row.p), [9, 5]);
});

const person = (p, s, site, on) => ({ p, name: `Người ${p}`, s, site, on });

test("the quorum tells the number needed", () => {
  const short = quorum({ presence: { total: 27, present: 12, needed: 18, has_quorum: false } });
  assert.equal(short.note, "6 more members needed");
  const enough = quorum({ presence: { total: 27, present: 24, needed: 18, has_quorum: true } });
  assert.equal(enough.words, "24 of 27 members present");
});

test("whoever waits for confirmation stands first", () => {
  const told = roll({ presence: { people: [person(1, "present"), person(2, "checked_in")] } });
  assert.deepEqual(told.waiting.map((row) => row.p), [2]);
});

test("a site is unreachable only while somebody there should be on the line", () => {
  const people = [person(1, "present", 7, true), person(2, "present", 7, false), person(3, "present", 8, false), person(4, "expected", 9, false)];
  const states = siteStates({ presence: { people } });
  assert.deepEqual([...states], [["7", "live"], ["8", "unreachable"]]);
});
