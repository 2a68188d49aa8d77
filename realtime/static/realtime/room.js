// A live room: follows the state over a websocket, sends commands, survives lost connections.
//
//   const room = new Room({ path: "/ws/meetings/7/", face: "member", ...browser });
//   room.start();  room.stop();
//   room.state, room.you, room.number     what was heard last (null before the first hello)
//   room.link                             {live, since, lag, gone, pending}
//   room.now()                            the server's clock in ms
//   await room.command("ballot.cast", {vote: 3, choice: "yes"})
//                                         → {t: "receipt", id, at, result}; rejects with Refused
//                                           {status, code, message}. Never sent twice as two deeds.
//   room.refresh()                        ask for `you` again
//
// Events (CustomEvent, `detail`):
//   state  {state, number, now}      you  you      mine  {name, data}
//   link   {live, since, lag, gone, pending}
//     live   the socket is open and has said hello
//     since  ms (server clock) since when it is not live; null while live
//     lag    ms of the latest round trip; null before the first
//     gone   close code 4500–4999 when the room will not come back (4501 sign in, 4503 denied)
//
// What it takes from outside, so that tests can give their own:
//   openSocket(url) → WebSocket   fetch   now() → ms   later(fn, ms) → id   cancel(id)
//   random() → 0…1   makeId() → uuid   origin "ws://host"   csrf() → token

import { BackOff } from "./back-off.js";
import { HttpRoom } from "./http-room.js";
import { Outbox } from "./outbox.js";
import { ServerClock } from "./server-clock.js";

const PING_EVERY = 10000;
const PONG_WITHIN = 8000;
const HELLO_WITHIN = 6000;
const HTTP_AFTER = 2;
const ASK_SPREAD = 20;
const ASK_AT_MOST = 4000;

// The refusal of every command once the server has said to stay away.
function stay(code) {
  return { status: code === 4501 ? 401 : 403, code: "gone", message: String(code) };
}

export class Room extends EventTarget {
  constructor({ path, face = "member", ...browser }) {
    super();
    Object.assign(this, { path, face, browser, state: null, you: null, number: 0 });
    this.personal = 0;
    this.clock = new ServerClock(browser.now);
    this.backOff = new BackOff(browser.random);
    this.outbox = new Outbox(browser.makeId);
    this.http = new HttpRoom(this);
    this.link = { live: false, since: browser.now(), lag: null, gone: null, pending: 0 };
    this.socket = null;
    this.wasLive = false;
    this.timers = {};
  }

  now() {
    return this.clock.now();
  }

  start() {
    this.stopped = false;
    this.connect();
  }

  stop() {
    this.stopped = true;
    Object.keys(this.timers).forEach((name) => this.unset(name));
    this.http.stop();
    this.drop();
  }

  command(name, data = {}) {
    const { frame, promise } = this.outbox.put(name, data);
    this.deliver(frame);
    this.tellLink({});
    const settled = () => this.tellLink({});
    promise.then(settled, settled);
    return promise;
  }

  refresh(data = {}) {
    this.deliver({ id: this.browser.makeId(), do: "you", with: data });
  }

  deliver(frame) {
    if (this.link.gone !== null) {
      this.outbox.refuseAll(stay(this.link.gone));
    } else if (this.link.live) {
      this.socket.send(JSON.stringify(frame));
    } else if (this.http.running) {
      this.http.deliver(frame);
    }
  }

  // Try at once: the page is visible again, or the network is back.
  hurry() {
    if (!this.stopped && !this.socket && this.link.gone === null) {
      this.backOff.reset();
      this.connect();
    } else if (this.link.live) {
      this.ping();
    }
  }

  connect() {
    this.unset("reconnect");
    this.drop();
    const socket = this.browser.openSocket(`${this.browser.origin}${this.path}?face=${this.face}`);
    this.socket = socket;
    socket.onmessage = (event) => this.socket === socket && this.hear(JSON.parse(event.data));
    socket.onclose = (event) => this.socket === socket && this.lost(event.code);
    this.set("hello", HELLO_WITHIN, () => this.lost(4408));
  }

  drop() {
    const socket = this.socket;
    this.socket = null;
    if (socket) {
      socket.onmessage = socket.onclose = null;
      socket.close();
    }
  }

  lost(code) {
    this.drop();
    ["hello", "ping", "pong"].forEach((name) => this.unset(name));
    if (this.stopped) {
      return;
    }
    const since = this.link.live ? this.now() : this.link.since;
    if (code >= 4500 && code <= 4999) {
      this.leave(code, since);
      return;
    }
    this.tellLink({ live: false, since, lag: null });
    const wait = code === 4412 ? this.backOff.spread() : this.backOff.next();
    this.set("reconnect", wait, () => this.connect());
    if (this.backOff.failures >= (this.wasLive ? HTTP_AFTER : 1)) {
      this.http.start();
    }
  }

  leave(code, since) {
    this.http.stop();
    this.tellLink({ live: false, since, lag: null, gone: code });
    this.outbox.refuseAll(stay(code));
  }

  hear(message) {
    this.unset("pong");
    const heard = { hello: this.hello, state: this.news, you: this.own, pong: this.pong };
    if (message.t in heard) {
      heard[message.t].call(this, message);
    } else if (message.t === "mine") {
      this.tell("mine", { name: message.name, data: message.data });
    } else {
      this.outbox.settle(message);
    }
  }

  hello(message) {
    this.unset("hello");
    this.wasLive = true;
    this.backOff.reset();
    this.http.stop();
    this.clock.glimpsed(message.now);
    this.tellLink({ live: true, since: null });
    this.read(message);
    this.outbox.frames().forEach((frame) => this.deliver(frame));
    this.ping();
  }

  // A whole hello, from the socket or over HTTP.
  read(message) {
    this.personal = message.number;
    this.own(message);
    this.number = -1;
    this.news(message);
  }

  news(message) {
    if (message.number < this.number) {
      return;
    }
    this.number = message.number;
    this.state = message.state;
    this.tell("state", { state: message.state, number: message.number, now: message.now });
    if ((message.personal ?? 0) > this.personal) {
      this.askAgain(message.personal);
    }
  }

  own(message) {
    this.you = message.you;
    this.personal = Math.max(this.personal, message.number ?? 0);
    this.tell("you", message.you);
  }

  // Something personal may have changed: ask, but not all persons in the same instant.
  askAgain(number) {
    this.personal = number;
    const crowd = this.state?.presence?.total ?? 1;
    const wait = this.browser.random() * Math.min(ASK_AT_MOST, ASK_SPREAD * crowd);
    this.set("ask", wait, () => this.refresh({ since: number }));
  }

  ping() {
    this.unset("ping");
    this.pinged = this.browser.now();
    this.socket.send(JSON.stringify({ id: this.browser.makeId(), do: "ping" }));
    this.set("pong", PONG_WITHIN, () => this.lost(4408));
    this.set("ping", PING_EVERY, () => this.ping());
  }

  pong(message) {
    this.clock.heard(this.pinged, this.browser.now(), message.now);
    this.tellLink({ lag: this.clock.lag });
  }

  tellLink(change) {
    this.link = { ...this.link, ...change, pending: this.outbox.waiting.size };
    this.tell("link", this.link);
  }

  tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  set(name, wait, then) {
    this.unset(name);
    this.timers[name] = this.browser.later(then, wait);
  }

  unset(name) {
    this.browser.cancel(this.timers[name]);
    delete this.timers[name];
  }
}
