// One member's ballot: what is on its way, what is recorded, what was refused.
//
//   const ballot = new Ballot({ command: (name, data) => room.command(name, data), changed });
//
// `command` keeps one id for a tap, however often the line is lost, so that a retry counts once;
// its promise settles only when the server has answered.

export class Ballot {
  constructor({ command, changed = () => {} }) {
    this.command = command;
    this.changed = changed;
    this.forget(null);
  }

  forget(voteId) {
    this.vote = voteId;
    this.recorded = null;
    this.pending = null;
    this.refusal = "";
    this.changing = false;
  }

  // Another vote is another ballot; what the server knows of mine counts.
  follow(voteId, mine) {
    if (voteId !== this.vote) this.forget(voteId);
    if (mine?.vote !== voteId || !mine.receipt || this.pending) return;
    if (!this.recorded || mine.changes >= this.recorded.changes) this.recorded = mine;
  }

  get choice() {
    return this.pending?.choice ?? this.recorded?.choice ?? null;
  }

  // After a ballot is recorded the other buttons rest until "change" is pressed.
  get resting() {
    return this.pending !== null || (this.recorded !== null && !this.changing);
  }

  change() {
    this.changing = true;
    this.refusal = "";
    this.changed();
  }

  async tap(choice, reason = "") {
    if (this.pending) return;
    const tap = { vote: this.vote, choice, ...(reason && { reason }) };
    this.pending = tap;
    this.refusal = "";
    this.changed();
    try {
      const { result } = await this.command("ballot.cast", tap);
      this.#settle(tap, { recorded: result, refusal: "" });
    } catch (error) {
      this.#settle(tap, { recorded: this.recorded, refusal: error.message });
    }
  }

  #settle(tap, { recorded, refusal }) {
    if (this.pending !== tap) return;
    Object.assign(this, { pending: null, changing: false, recorded, refusal });
    this.changed();
  }
}

// What stands under the buttons, as {tone, icon, text}; null says nothing.
export function ballotWords(ballot, link, words) {
  const { gettext, fill, clock, minute, now = Date.now() } = words;
  const lost = link && !link.live && (ballot.pending || now - link.since > 2000);
  if (lost && (ballot.pending || !ballot.recorded)) {
    const since = minute(link.since);
    return { tone: "bad", icon: "wifi-off", text: ballot.pending
      ? fill(gettext("Connection lost since %(since)s. Your ballot has not been sent yet; it will be sent as soon as there is a signal."), { since })
      : fill(gettext("Connection lost since %(since)s. Your ballot has not been sent; please tap again when there is a signal."), { since }) };
  }
  if (ballot.pending) {
    return { tone: "waiting", icon: "hourglass", text: gettext("Being recorded…") };
  }
  if (ballot.refusal) return { tone: "bad", icon: "error", text: ballot.refusal };
  if (!ballot.recorded) return null;
  const gaps = { at: clock(ballot.recorded.at), receipt: ballot.recorded.receipt };
  return { tone: "", icon: "circle-check", text: fill(gettext("Recorded at %(at)s · receipt %(receipt)s"), gaps) };
}
