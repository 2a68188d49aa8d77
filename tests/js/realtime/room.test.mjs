import assert from "node:assert/strict";
import { test } from "node:test";
import { Room } from "../../../realtime/static/realtime/room.js";
import { hello, world } from "./world.mjs";

function open() {
  const here = world();
  const room = new Room({ path: "/ws/meetings/7/", face: "member", ...here.browser });
  const heard = [];
  for (const type of ["state", "you", "mine"]) {
    room.addEventListener(type, ({ detail }) => heard.push([type, detail]));
  }
  room.start();
  return { here, room, heard };
}

test("a room hears hello, then each newer state", () => {
  const { here, room, heard } = open();
  assert.equal(here.socket.url, "ws://here/ws/meetings/7/?face=member");
  assert.equal(room.link.live, false);

  here.socket.hear(hello(3));
  here.socket.hear({ t: "state", now: 1, number: 4, state: { n: 4 } });
  here.socket.hear({ t: "state", now: 1, number: 2, state: { n: 2 } });

  assert.equal(room.link.live, true);
  assert.deepEqual(room.state, { n: 4 });
  assert.deepEqual(heard.map(([type]) => type), ["you", "state", "state"]);
});

test("a command's promise is its receipt", async () => {
  const { here, room } = open();
  here.socket.hear(hello());
  const promise = room.command("ballot.cast", { vote: 1, choice: "yes" });
  const [frame] = here.socket.commands();
  assert.deepEqual(frame, { id: frame.id, do: "ballot.cast", with: { vote: 1, choice: "yes" } });
  assert.equal(room.link.pending, 1);

  here.socket.hear({ t: "receipt", id: frame.id, at: "now", result: { changes: 0 } });

  assert.deepEqual((await promise).result, { changes: 0 });
  await Promise.resolve();
  assert.equal(room.link.pending, 0);
});

test("a refusal carries its sentence", async () => {
  const { here, room } = open();
  here.socket.hear(hello());
  const promise = room.command("ballot.cast", {});
  const { id } = here.socket.commands()[0];
  here.socket.hear({ t: "refused", id, status: 409, code: "vote_not_open", message: "Đã đóng." });
  await assert.rejects(promise, { status: 409, code: "vote_not_open", message: "Đã đóng." });
});

test("an unanswered command is sent again with the same id", async () => {
  const { here, room } = open();
  here.socket.hear(hello());
  const promise = room.command("ballot.cast", { choice: "no" });
  const first = here.socket.commands()[0];
  here.socket.die(1006);
  assert.equal(room.link.live, false);

  await here.pass(2000);
  assert.equal(here.sockets.length, 2);
  here.socket.hear(hello());

  assert.deepEqual(here.socket.commands(), [first]);
  here.socket.hear({ t: "receipt", id: first.id, at: "now", result: {} });
  await promise;
});

test("a command given while disconnected goes out with the next hello", async () => {
  const { here, room } = open();
  const promise = room.command("speech.request");
  assert.equal(here.socket.sent.length, 0);
  here.socket.hear(hello());
  const [frame] = here.socket.commands();
  here.socket.hear({ t: "receipt", id: frame.id, at: "now", result: {} });
  await promise;
});

test("attempts grow further apart, and since tells when it was lost", async () => {
  const { here, room } = open();
  here.socket.hear(hello());
  const since = room.now();
  const gaps = [];
  for (let attempt = 0; attempt < 4; attempt += 1) {
    const [before, number] = [here.time, here.sockets.length];
    here.socket.die(1006);
    while (here.sockets.length === number) {
      await here.pass(50);
    }
    gaps.push(here.time - before);
  }
  assert.deepEqual([...gaps].sort((a, b) => a - b), gaps);
  assert.ok(gaps.at(-1) > gaps[0] * 3);
  assert.equal(room.link.since, since);
});

test("codes from 4500 on mean: stay away", async () => {
  const { here, room } = open();
  here.socket.hear(hello());
  const promise = room.command("speech.request");
  here.socket.die(4503);
  await assert.rejects(promise, { status: 403, code: "gone" });
  await here.pass(60000);
  assert.equal(here.sockets.length, 1);
  assert.equal(room.link.gone, 4503);
  await assert.rejects(room.command("speech.request"), { status: 403 });
});

test("a silent socket is given up and replaced", async () => {
  const { here, room } = open();
  here.socket.hear(hello());
  here.socket.hear({ t: "pong", id: "x", now: here.time + 5000 });
  await here.pass(10000 + 8001);
  assert.equal(here.sockets[0].closed, true);
  await here.pass(2000);
  assert.equal(here.sockets.length, 2);
  assert.equal(room.link.live, false);
});

test("without a socket the room lives on HTTP", async () => {
  const { here, room } = open();
  const promise = room.command("ballot.cast", { choice: "yes" });
  const id = [...room.outbox.waiting.keys()][0];
  here.answers.push({ status: 200, body: { t: "receipt", id, at: "now", result: { ok: 1 } } });
  here.answers.push({ status: 200, body: hello(9) });
  here.socket.die(1006);
  await here.pass(10);

  assert.deepEqual((await promise).result, { ok: 1 });
  assert.equal(here.posts[0].url, "/rooms/meetings/7/commands/");
  assert.equal(here.posts[0].headers["X-CSRFToken"], "token");
  assert.equal(JSON.parse(here.posts[0].body).id, id);
  assert.equal(here.posts[1].url, "/rooms/meetings/7/state/?face=member");
  assert.equal(room.number, 9);

  await here.pass(1000);
  here.socket.hear(hello(10));
  const before = here.posts.length;
  await here.pass(7000);
  assert.equal(here.posts.length, before);
});

test("a change of the personal part is asked for once, a little later", async () => {
  const { here } = open();
  here.socket.hear(hello(3));
  const state = { presence: { total: 27 } };
  here.socket.hear({ t: "state", now: 1, number: 4, personal: 4, state });
  here.socket.hear({ t: "state", now: 1, number: 5, personal: 4, state });
  const asked = () => here.socket.sent.filter((frame) => frame.do === "you").length;
  assert.equal(asked(), 0);
  await here.pass(600);
  assert.equal(asked(), 1);
});

test("the server's clock is told by the shortest round trip", async () => {
  const { here, room } = open();
  here.socket.hear(hello());
  here.time += 40;
  here.socket.hear({ t: "pong", id: "x", now: here.time - 20 + 90000 });
  assert.equal(room.link.lag, 40);
  assert.equal(room.now(), here.time + 90000);
});
