// The same room over plain HTTP, for networks that let no websocket through: the state is asked
// for every few seconds, commands are posted with the same ids.

const EVERY = 3000;
const SPREAD = 2000;

export class HttpRoom {
  constructor(room) {
    this.room = room;
    this.running = false;
    this.path = room.path.replace(/^\/ws\//, "/rooms/");
  }

  start() {
    if (this.running) {
      return;
    }
    this.running = true;
    this.room.outbox.frames().forEach((frame) => this.deliver(frame));
    this.look();
  }

  stop() {
    this.running = false;
    this.room.unset("look");
  }

  async look() {
    try {
      await this.readState();
    } catch {
      // The network is away; the next look will tell.
    }
    if (this.running) {
      this.room.set("look", EVERY + this.room.browser.random() * SPREAD, () => this.look());
    }
  }

  async readState() {
    const url = `${this.path}state/?face=${this.room.face}`;
    const answer = await this.room.browser.fetch(url, { headers: { Accept: "application/json" } });
    if (!this.running) {
      return;
    }
    if (answer.ok) {
      this.room.read(await answer.json());
    } else if ([401, 403, 404].includes(answer.status)) {
      this.room.lost(answer.status === 401 ? 4501 : 4503);
    }
  }

  async deliver(frame) {
    if (frame.do === "you") {
      return; // the next look brings it
    }
    try {
      const answer = await this.room.browser.fetch(`${this.path}commands/`, this.request(frame));
      this.room.outbox.settle(await answer.json());
    } catch {
      this.again(frame);
    }
  }

  // No answer: the same command again, for as long as it waits and HTTP is the way.
  again(frame) {
    const retry = () => {
      if (this.running && this.room.outbox.waiting.has(frame.id)) {
        this.deliver(frame);
      }
    };
    this.room.browser.later(retry, EVERY);
  }

  request(frame) {
    return {
      method: "POST",
      credentials: "same-origin",
      headers: {
        Accept: "application/json",
        "Content-Type": "application/json",
        "X-CSRFToken": this.room.browser.csrf(),
      },
      body: JSON.stringify(frame),
    };
  }
}
