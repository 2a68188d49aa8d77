// A person's own marks on one version of a paper: kept here, saved there, the newest revision wins.
//
//   const marks = new Marks({ version, clock, send, later, cancel });
//   marks.merge(items)   marks.add({...})   marks.change(uuid, {...})   marks.remove(uuid)   marks.undo()
//   send(mark) → {annotation: {uuid, rev, at}, kept}; rejects with {status, message}
// Events: change {pages}   saving {waiting, at, problem}   stale

import { Revisions, makeId } from "./geometry.js";

const WAITS = [1000, 2000, 4000, 8000, 15000];
const KEPT_DEEDS = 100;
const TRY_AGAIN = new Set([401, 403, 408, 429]);

export class Marks extends EventTarget {
  constructor({ version, clock, send, later, cancel }) {
    super();
    Object.assign(this, { version, send, later, cancel });
    this.revisions = new Revisions(clock);
    this.all = new Map();
    this.waiting = new Set();
    this.flying = new Set();
    this.deeds = [];
    this.failures = 0;
    this.at = null;
    this.problem = null;
  }

  // What stands on a page, or on all: oldest first.
  on(page = null) {
    const alive = [...this.all.values()].filter((mark) => !mark.deleted);
    return page === null ? alive : alive.filter((mark) => mark.page === page);
  }

  get(uuid) {
    const mark = this.all.get(uuid);
    return mark && !mark.deleted ? mark : null;
  }

  add({ page, kind, geometry, style, text = "", quote = {} }) {
    const mark = { uuid: makeId(), version: this.version, page, kind, geometry, style, text, quote };
    this.remember(mark.uuid, null);
    return this.put({ ...mark, deleted: false, stored: false });
  }

  change(uuid, changes) {
    const before = this.all.get(uuid);
    this.remember(uuid, before);
    return this.put({ ...before, ...changes });
  }

  remove(uuid) {
    if (this.get(uuid)) this.change(uuid, { deleted: true });
  }

  // Take back the last deed of this page; what was erased comes back.
  undo() {
    const deed = this.deeds.pop();
    if (!deed) return false;
    const now = this.all.get(deed.uuid);
    this.put(deed.before ? { ...deed.before, stored: now.stored } : { ...now, deleted: true });
    return true;
  }

  remember(uuid, before) {
    this.deeds.push({ uuid, before });
    this.deeds.splice(0, this.deeds.length - KEPT_DEEDS);
  }

  put(mark) {
    const renewed = { ...mark, rev: this.revisions.next() };
    this.all.set(mark.uuid, renewed);
    this.waiting.add(mark.uuid);
    this.tell("change", { pages: [mark.page] });
    this.tellSaving();
    this.fly(mark.uuid);
    return renewed;
  }

  // What the server has: newer revisions replace ours, ours that wait stay.
  merge(items) {
    const pages = new Set();
    for (const item of items) {
      this.revisions.seen(item.rev);
      const ours = this.all.get(item.uuid);
      if (ours && ours.rev >= item.rev) continue;
      this.all.set(item.uuid, { ...item, stored: true });
      pages.add(item.page);
    }
    if (pages.size) this.tell("change", { pages: [...pages] });
  }

  // One flight a mark; what is sent is what it is now, so edits made meanwhile collapse into one.
  async fly(uuid) {
    if (this.flying.has(uuid)) return;
    const sent = this.all.get(uuid);
    if (sent.deleted && !sent.stored) return this.landed(uuid, sent, this.at);
    this.flying.add(uuid);
    try {
      const answer = await this.send(sent);
      this.flying.delete(uuid);
      this.arrived(uuid, sent, answer);
    } catch (problem) {
      this.flying.delete(uuid);
      this.fell(uuid, problem);
    }
  }

  arrived(uuid, sent, { annotation, kept }) {
    this.all.get(uuid).stored = true;
    this.revisions.seen(annotation.rev);
    this.failures = 0;
    this.problem = null;
    this.landed(uuid, sent, annotation.at);
    if (!kept && annotation.rev > sent.rev) this.tell("stale", {});
  }

  landed(uuid, sent, at) {
    if (this.all.get(uuid).rev !== sent.rev) return this.fly(uuid);
    this.waiting.delete(uuid);
    this.at = at;
    this.tellSaving();
  }

  // No network: again, later. A refusal: tell it, and do not ask again.
  fell(uuid, problem) {
    const status = problem.status ?? 0;
    if (status >= 400 && status < 500 && !TRY_AGAIN.has(status)) {
      this.waiting.delete(uuid);
      this.problem = problem.message;
    } else {
      this.rest();
    }
    this.tellSaving();
  }

  rest() {
    const wait = WAITS[Math.min(this.failures, WAITS.length - 1)];
    this.failures += 1;
    this.cancel(this.timer);
    this.timer = this.later(() => this.hurry(), wait);
  }

  // The network is back, or it is time: send what waits.
  hurry() {
    [...this.waiting].forEach((uuid) => this.fly(uuid));
  }

  close() {
    this.cancel(this.timer);
  }

  tellSaving() {
    this.tell("saving", { waiting: this.waiting.size, at: this.at, problem: this.problem });
  }

  tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
