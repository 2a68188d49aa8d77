// A world without a network: sockets, a clock and HTTP that tests move by hand.

export class FakeSocket {
  constructor(url) {
    this.url = url;
    this.sent = [];
    this.closed = false;
  }

  send(text) {
    this.sent.push(JSON.parse(text));
  }

  close() {
    this.closed = true;
  }

  hear(message) {
    this.onmessage?.({ data: JSON.stringify(message) });
  }

  die(code) {
    this.onclose?.({ code });
  }

  commands() {
    return this.sent.filter((frame) => !["ping", "you"].includes(frame.do));
  }
}

export function world() {
  const timers = new Map();
  let latest = 0;
  let ids = 0;
  const made = {
    time: 1_000_000,
    sockets: [],
    posts: [],
    answers: [],
    get socket() {
      return made.sockets.at(-1);
    },
    async pass(ms) {
      const end = made.time + ms;
      for (;;) {
        const due = [...timers].filter(([, one]) => one.at <= end).sort((a, b) => a[1].at - b[1].at);
        if (due.length === 0) {
          break;
        }
        const [id, one] = due[0];
        timers.delete(id);
        made.time = Math.max(made.time, one.at);
        one.then();
        await new Promise((resolve) => setImmediate(resolve));
      }
      made.time = end;
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
  made.browser = {
    origin: "ws://here",
    openSocket(url) {
      const socket = new FakeSocket(url);
      made.sockets.push(socket);
      return socket;
    },
    async fetch(url, options = {}) {
      made.posts.push({ url, ...options });
      const answer = made.answers.shift();
      if (!answer) {
        throw new TypeError("no network");
      }
      return { ok: answer.status < 400, status: answer.status, json: async () => answer.body };
    },
    now: () => made.time,
    later(then, wait) {
      latest += 1;
      timers.set(latest, { at: made.time + wait, then });
      return latest;
    },
    cancel: (id) => timers.delete(id),
    random: () => 0.5,
    makeId: () => `id-${(ids += 1)}`,
    csrf: () => "token",
  };
  return made;
}

export function hello(number = 3, more = {}) {
  return { t: "hello", now: 1_005_000, number, you: { may: [] }, state: { n: number }, ...more };
}
