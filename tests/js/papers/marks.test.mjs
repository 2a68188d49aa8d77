import assert from "node:assert/strict";
import { test } from "node:test";

import { Marks } from "../../../papers/static/papers/marks.js";

// A server that answers when told to, and a clock that stands still.
function world() {
  const sent = [];
  const later = [];
  const marks = new Marks({
    version: 7,
    clock: () => 1000,
    send: (mark) => new Promise((resolve, reject) => sent.push({ mark, resolve, reject })),
    later: (deed) => later.push(deed),
    cancel: () => {},
  });
  const said = [];
  marks.addEventListener("saving", ({ detail }) => said.push(detail));
  return { marks, sent, later, said, last: () => said.at(-1) };
}

const drawn = (page = 0) => ({
  page,
  kind: "ink",
  geometry: { strokes: [[1, 2, 0.5]] },
  style: { color: "#1d4e6f" },
});
const settled = () => new Promise((resolve) => setImmediate(resolve));
const receipt = ({ uuid, rev }) => ({ annotation: { uuid, rev, at: "2020-02-03T09:41:00+07:00" }, kept: true });

test("nothing is saved before the server said so", async () => {
  const { marks, sent, last } = world();

  marks.add(drawn());
  assert.equal(last().waiting, 1);
  sent[0].resolve(receipt(sent[0].mark));
  await settled();

  assert.deepEqual(last(), { waiting: 0, at: "2020-02-03T09:41:00+07:00", problem: null });
});

test("changes made meanwhile are sent as one", async () => {
  const { marks, sent } = world();
  const mark = marks.add(drawn());

  marks.change(mark.uuid, { text: "a" });
  marks.change(mark.uuid, { text: "b" });
  sent[0].resolve(receipt(sent[0].mark));
  await settled();

  assert.deepEqual(sent.map((one) => one.mark.text), ["", "b"]);
});

test("without a network it waits and tries again", async () => {
  const { marks, sent, later, last } = world();

  marks.add(drawn());
  sent[0].reject(new TypeError("network"));
  await settled();
  assert.equal(last().waiting, 1);
  later[0]();
  sent[1].resolve(receipt(sent[1].mark));
  await settled();

  assert.equal(last().waiting, 0);
  assert.equal(sent[0].mark.rev, sent[1].mark.rev);
});

test("a refusal is told and not asked again", async () => {
  const { marks, sent, later, last } = world();

  marks.add(drawn());
  sent[0].reject(Object.assign(new Error("Đồng hồ lệch."), { status: 422 }));
  await settled();

  assert.deepEqual([last().problem, last().waiting, later.length], ["Đồng hồ lệch.", 0, 0]);
});

test("a mark that was never saved is deleted without a word to the server", async () => {
  const { marks, sent, last } = world();
  const mark = marks.add(drawn());
  sent[0].reject(new TypeError("network"));
  await settled();

  marks.remove(mark.uuid);

  assert.equal(sent.length, 1);
  assert.equal(last().waiting, 0);
});

test("undo takes back one's own last deed, and what was erased comes back", () => {
  const { marks } = world();
  const first = marks.add(drawn());
  marks.add(drawn());

  marks.undo();
  assert.deepEqual(marks.on().map((mark) => mark.uuid), [first.uuid]);
  marks.remove(first.uuid);
  marks.undo();
  assert.equal(marks.on().length, 1);
  marks.undo();
  assert.equal(marks.undo(), false);
});

test("newer revisions of other devices replace ours, older ones do not", () => {
  const { marks } = world();
  const ours = marks.add(drawn());

  marks.merge([{ ...ours, text: "older", rev: 1 }]);
  assert.equal(marks.get(ours.uuid).text, "");
  marks.merge([{ ...ours, text: "newer", rev: ours.rev + 9 }]);
  assert.equal(marks.get(ours.uuid).text, "newer");
  assert.ok(marks.change(ours.uuid, { text: "mine" }).rev > ours.rev + 9);
});

test("a tombstone of another device takes the mark away", () => {
  const { marks } = world();
  const ours = marks.add(drawn(2));

  marks.merge([{ ...ours, deleted: true, rev: ours.rev + 1 }]);

  assert.deepEqual(marks.on(2), []);
});

test("told that a newer one is kept, the reader is asked to read again", async () => {
  const { marks, sent } = world();
  let stale = 0;
  marks.addEventListener("stale", () => (stale += 1));

  marks.add(drawn());
  sent[0].resolve({ annotation: { uuid: sent[0].mark.uuid, rev: sent[0].mark.rev + 5, at: "" }, kept: false });
  await settled();

  assert.equal(stale, 1);
});
