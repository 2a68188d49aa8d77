// How long to wait before the next attempt: longer each time, never all at once.

const FIRST = 400;
const LONGEST = 15000;

export class BackOff {
  constructor(random) {
    this.random = random;
    this.failures = 0;
  }

  reset() {
    this.failures = 0;
  }

  // Milliseconds until the next attempt; full jitter over a doubling span.
  next() {
    const span = Math.min(LONGEST, FIRST * 2 ** this.failures);
    this.failures += 1;
    return span / 4 + this.random() * span;
  }

  // A server that restarts asks everybody to come back: spread over a moment.
  spread() {
    return 200 + this.random() * 2800;
  }
}
