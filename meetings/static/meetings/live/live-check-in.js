// <live-check-in>: one button and the site; then a line that says how I am entered.

import { fill, mark, say, show } from "./dom.js";
import { LivePart } from "./live-part.js";
import { isHere } from "./presence.js";

const RUNNING = ["convened", "in_session", "suspended"];

class LiveCheckIn extends LivePart {
  ready() {
    this.site = this.part("site");
    this.part("enter").addEventListener("click", () => this.enter());
    this.part("leave").addEventListener("click", () => this.leave());
  }

  draw({ state, you }) {
    const me = you.participant;
    const running = RUNNING.includes(state.meeting?.state);
    const here = Boolean(me && isHere(me));
    show(this, running && me);
    show(this.part("form"), running && me && !here);
    show(this.part("entered"), here);
    mark(document.documentElement, "data-checked-in", here || !me);
    if (me) this.sayEntered(me);
  }

  sayEntered(me) {
    const words = {
      checked_in: gettext("Checked in; the secretary will confirm"),
      present: gettext("Your attendance is confirmed"),
      left: gettext("You have left the meeting. You may check in again."),
      excused: gettext("You are entered as absent with notice. You may still check in."),
    };
    const lead = gettext("Please check in: you are then counted as soon as the secretary confirms.");
    say(this.part("words"), words[me.s] ?? "");
    say(this.part("lead"), isHere(me) ? "" : (words[me.s] ?? lead));
    say(this.part("where"), this.siteName(me.site));
    say(this.part("role"), roleWords(me, this.dataset.standsFor));
    mark(this.part("entered"), "data-s", me.s);
  }

  siteName(site) {
    const found = site == null ? null : this.site.querySelector(`option[value="${site}"]`);
    return found?.textContent ?? "";
  }

  enter() {
    const site = this.site.value ? { site: Number(this.site.value) } : {};
    this.perform(this.part("enter"), "attendance.check_in", site);
  }

  leave() {
    this.perform(this.part("leave"), "attendance.check_out");
  }
}

// Why somebody here has no vote; empty for those who have one.
export function roleWords(me, member = "") {
  if (me.vote) return "";
  const words = {
    substitute: member
      ? gettext("You attend for %(name)s: you may speak and do not vote.")
      : gettext("You attend as a substitute: you may speak and do not vote."),
    invitee: gettext("You attend by invitation: you may speak and do not vote."),
    staff: gettext("You assist the meeting: you do not vote."),
  };
  return fill(words[me.capacity] ?? "", { name: member });
}

customElements.define("live-check-in", LiveCheckIn);
