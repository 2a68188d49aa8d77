// Whether this screen goes where the chair goes. Pure: what happened in, what to do out.

export class Following {
  constructor(on = true) {
    this.on = on;
    this.shown = null;
    this.current = null;
  }

  // The chair's current item, as the state tells it. Returns the item to show now, or null.
  hear(current) {
    const changed = current !== this.current;
    this.current = current;
    if (current === null) return null;
    if (this.shown === null) return this.go(current);
    return changed && this.on ? this.go(current) : null;
  }

  // A press on an item: to another one, and the screen stays there; to the current one, and it follows.
  choose(item) {
    this.on = item === this.current || (this.current === null && this.on);
    return this.go(item);
  }

  follow(on) {
    this.on = on;
    return on && this.current !== null && this.current !== this.shown ? this.go(this.current) : null;
  }

  go(item) {
    if (item === this.shown) return null;
    this.shown = item;
    return item;
  }

  // The quiet bar: the meeting is elsewhere.
  get elsewhere() {
    return this.current !== null && this.shown !== null && this.current !== this.shown;
  }
}
