// <live-item data-room="/items/0/room/">: the item on this screen, with its papers.
//
// Each item that was looked at keeps its own place in the page, with page and scroll, so that
// going to another one and back loses nothing. Only the last few are kept.

import { currentFor, itemsFor } from "./agenda.js";
import { fill, make, mark, say, show } from "./dom.js";
import { Following } from "./following.js";
import { ItemPapers } from "./item-papers.js";
import { LivePart } from "./live-part.js";

const KEPT = 3;

class LiveItem extends LivePart {
  ready() {
    this.following = new Following(localStorage.getItem("live.follow") !== "no");
    this.recent = [];
    this.places = this.part("places");
    this.papers = new ItemPapers(this.places);
    this.toggle = document.querySelector(".follow");
    this.toggle.addEventListener("click", () => this.follow(!this.following.on));
    this.part("go").addEventListener("click", () => this.follow(true));
    this.onShow = ({ detail }) => this.choose(detail.item);
    document.addEventListener("live:show", this.onShow);
  }

  disconnectedCallback() {
    document.removeEventListener("live:show", this.onShow);
    super.disconnectedCallback();
  }

  draw({ state, you }) {
    const item = currentFor(state, you);
    const away = state.agenda?.closed_door && !item;
    const to = this.following.hear(item?.id ?? null);
    if (to !== null) this.go(to);
    show(this.part("closed-door"), away && this.following.on);
    show(this.places, !(away && this.following.on));
    show(this.part("empty"), this.following.shown === null && !away);
    this.sayWhere(item);
    this.watchPapers(itemsFor(state, you));
  }

  choose(id) {
    const to = this.following.choose(id);
    if (to !== null) this.go(to);
    this.redraw();
  }

  follow(on) {
    localStorage.setItem("live.follow", on ? "yes" : "no");
    const to = this.following.follow(on);
    if (to !== null) this.go(to);
    this.redraw();
  }

  sayWhere(item) {
    mark(this.toggle, "aria-pressed", String(this.following.on));
    const bar = this.part("elsewhere");
    show(bar, this.following.elsewhere);
    if (!this.following.elsewhere) return;
    say(this.part("where"), fill(gettext("The meeting is at item %(label)s: %(title)s"), item));
    say(this.part("go"), fill(gettext("Go to item %(label)s"), item));
  }

  // Show an item's own place, fetching it the first time. A place is never moved: its paper would close.
  go(id) {
    if (!this.place(id)) this.fetch(id);
    for (const place of this.places.children) putAway(place, place.dataset.item !== String(id));
    this.papers.settle();
    this.recent = [...this.recent.filter((other) => other !== id), id];
    while (this.recent.length > KEPT) this.place(this.recent.shift())?.remove();
    this.call("live:shown", { item: id });
  }

  place(id) {
    return this.places.querySelector(`:scope > [data-item="${id}"]`);
  }

  fetch(id) {
    const place = make("section", { class: "item-place", "data-item": id, "aria-busy": "true" });
    place.append(make("div", { class: "skeleton" }, make("i"), make("i"), make("i", { class: "block" })));
    this.places.append(place);
    this.load(place);
  }

  async load(place) {
    const url = this.dataset.room.replace("/0/", `/${place.dataset.item}/`);
    await htmx.ajax("GET", url, { target: place, swap: "innerHTML", source: place });
    place.removeAttribute("aria-busy");
    if (!place.querySelector(":scope > .skeleton")) return;
    const retry = make("button", { type: "button", class: "button" }, gettext("Try again"));
    retry.addEventListener("click", () => this.load(place));
    place.replaceChildren(make("p", { class: "notice warn" }, gettext("The papers could not be fetched.")), retry);
  }

  watchPapers(items) {
    const item = items.find((row) => row.id === this.following.shown);
    const place = item && this.place(item.id);
    if (!place) return;
    const count = String(item.papers ?? 0);
    if (place.dataset.count && place.dataset.count !== count) this.papers.renew(item);
    place.dataset.count = count;
  }
}

// Out of sight and out of reach, yet still laid out: a paper that is being opened needs its size.
function putAway(place, away) {
  mark(place, "data-away", away);
  place.inert = away;
}

customElements.define("live-item", LiveItem);
