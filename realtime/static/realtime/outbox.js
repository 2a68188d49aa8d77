// Commands that wait for their receipt. Each keeps its id for ever, so that sending it again
// is the same deed and never a second one.

export class Refused extends Error {
  constructor({ status, code, message }) {
    super(message);
    this.name = "Refused";
    this.status = status;
    this.code = code;
  }
}

export class Outbox {
  constructor(makeId) {
    this.makeId = makeId;
    this.waiting = new Map();
  }

  // Remember a command; the promise settles when its receipt or refusal comes.
  put(name, data) {
    const frame = { id: this.makeId(), do: name, with: data };
    const promise = new Promise((resolve, reject) => {
      this.waiting.set(frame.id, { frame, resolve, reject });
    });
    return { frame, promise };
  }

  // Settle the command a message answers. Returns whether there was one.
  settle(message) {
    const found = this.waiting.get(message.id);
    if (!found || (message.t !== "receipt" && message.t !== "refused")) {
      return false;
    }
    this.waiting.delete(message.id);
    if (message.t === "receipt") {
      found.resolve(message);
    } else {
      found.reject(new Refused(message));
    }
    return true;
  }

  // Everything unanswered, oldest first.
  frames() {
    return [...this.waiting.values()].map((one) => one.frame);
  }

  // Give up on all: the server wants this person to stay away.
  refuseAll(reason) {
    for (const { reject } of this.waiting.values()) {
      reject(new Refused(reason));
    }
    this.waiting.clear();
  }
}
