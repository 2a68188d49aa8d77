// The server's clock, as well as a round trip can tell it.
//
// const clock = new ServerClock(now);  clock.heard(sentAt, receivedAt, serverNow);
// clock.now() → ms since 1970 on the server;  clock.lag → ms of the latest round trip.

const KEPT = 8;

export class ServerClock {
  constructor(now) {
    this.local = now;
    this.samples = [];
    this.lag = null;
  }

  // One ping: the shortest of the latest round trips tells the offset best.
  heard(sentAt, receivedAt, serverNow) {
    const trip = Math.max(0, receivedAt - sentAt);
    this.lag = trip;
    this.samples.push({ trip, offset: serverNow + trip / 2 - receivedAt });
    if (this.samples.length > KEPT) {
      this.samples.shift();
    }
  }

  // A frame without a question: better than nothing, until the first ping.
  glimpsed(serverNow) {
    if (this.samples.length === 0) {
      this.samples.push({ trip: 60000, offset: serverNow - this.local() });
    }
  }

  get offset() {
    if (this.samples.length === 0) {
      return 0;
    }
    return this.samples.reduce((best, one) => (one.trip < best.trip ? one : best)).offset;
  }

  now() {
    return this.local() + this.offset;
  }
}
