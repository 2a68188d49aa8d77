// A member's ballot in the browser: pending, recorded, refused, changed, lost line.

import assert from "node:assert/strict";
import { test } from "node:test";

import { Ballot, ballotWords } from "../../../voting/static/voting/vote-ballot.js";

const RECORDED = { vote: 7, choice: "yes", changes: 0, receipt: "7F3K-92QD", at: "2020-02-03T09:41:07+07:00" };
const WORDS = {
  gettext: (text) => text,
  fill: (text, gaps) => text.replace(/%\((\w+)\)s/g, (_, name) => gaps[name]),
  clock: () => "09:41:07",
  minute: () => "09:40",
  now: 100_000,
};
const LIVE = { live: true, since: null };
const LOST = { live: false, since: 40_000 };

function atTheServer() {
  const sent = [];
  const command = (name, data) => new Promise((resolve, reject) => sent.push({ name, data, resolve, reject }));
  const ballot = new Ballot({ command });
  ballot.follow(7, null);
  return { ballot, sent };
}

const told = (ballot, link = LIVE) => ballotWords(ballot, link, WORDS)?.text ?? null;

test("a tap is pending until the server has answered", async () => {
  const { ballot, sent } = atTheServer();
  const tapped = ballot.tap("yes");
  assert.equal(told(ballot), "Being recorded…");
  assert.deepEqual(sent[0].data, { vote: 7, choice: "yes" });
  sent[0].resolve({ t: "receipt", result: RECORDED });
  await tapped;
  assert.equal(told(ballot), "Recorded at 09:41:07 · receipt 7F3K-92QD");
  assert.equal(ballot.choice, "yes");
});

test("nothing looks recorded before it is", () => {
  const { ballot } = atTheServer();
  ballot.tap("yes");
  assert.equal(ballot.recorded, null);
  assert.equal(ballot.resting, true);
});

test("a second tap while one is on its way is not sent", () => {
  const { ballot, sent } = atTheServer();
  ballot.tap("yes");
  ballot.tap("no");
  assert.equal(sent.length, 1);
});

test("a refusal says why, and the buttons are there again", async () => {
  const { ballot, sent } = atTheServer();
  const tapped = ballot.tap("yes");
  sent[0].reject(new Error("The vote ended at 09:42:00."));
  await tapped;
  assert.equal(told(ballot), "The vote ended at 09:42:00.");
  assert.equal(ballot.resting, false);
  assert.equal(ballot.choice, null);
});

test("a refused change leaves the recorded ballot as it was", async () => {
  const { ballot, sent } = atTheServer();
  ballot.follow(7, RECORDED);
  ballot.change();
  const tapped = ballot.tap("no");
  sent[0].reject(new Error("Too late."));
  await tapped;
  assert.equal(ballot.choice, "yes");
  assert.equal(told(ballot), "Too late.");
});

test("after recording the others rest until change is pressed", () => {
  const { ballot } = atTheServer();
  ballot.follow(7, RECORDED);
  assert.equal(ballot.resting, true);
  ballot.change();
  assert.equal(ballot.resting, false);
});

test("a line lost before the tap says so", () => {
  const { ballot } = atTheServer();
  assert.match(told(ballot, LOST), /lost since 09:40.*has not been sent; please tap again/);
});

test("a line lost after the tap keeps it and says that it will be sent", async () => {
  const { ballot, sent } = atTheServer();
  const tapped = ballot.tap("yes");
  assert.match(told(ballot, LOST), /lost since 09:40.*will be sent as soon as there is a signal/);
  sent[0].resolve({ t: "receipt", result: RECORDED });
  await tapped;
  assert.equal(sent.length, 1);
  assert.equal(told(ballot), "Recorded at 09:41:07 · receipt 7F3K-92QD");
});

test("a recorded ballot stays recorded when the line is lost", () => {
  const { ballot } = atTheServer();
  ballot.follow(7, RECORDED);
  assert.equal(told(ballot, LOST), "Recorded at 09:41:07 · receipt 7F3K-92QD");
});

test("a blink of the line is not told", () => {
  const { ballot } = atTheServer();
  assert.equal(told(ballot, { live: false, since: 99_500 }), null);
});

test("another vote is another ballot", () => {
  const { ballot } = atTheServer();
  ballot.follow(7, RECORDED);
  ballot.follow(8, RECORDED);
  assert.equal(ballot.choice, null);
});

test("an answer that comes after the vote was left changes nothing", async () => {
  const { ballot, sent } = atTheServer();
  const tapped = ballot.tap("yes");
  ballot.follow(8, null);
  sent[0].resolve({ t: "receipt", result: RECORDED });
  await tapped;
  assert.equal(ballot.recorded, null);
});

test("older news of my ballot does not undo newer ones", () => {
  const { ballot } = atTheServer();
  ballot.follow(7, { ...RECORDED, choice: "no", changes: 2 });
  ballot.follow(7, RECORDED);
  assert.equal(ballot.choice, "no");
});

test("an opinion travels with the choice", () => {
  const { ballot, sent } = atTheServer();
  ballot.tap("other", "Cần rà soát Điều 5.");
  assert.deepEqual(sent[0].data, { vote: 7, choice: "other", reason: "Cần rà soát Điều 5." });
});
