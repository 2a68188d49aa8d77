// The papers of the items on this screen: opened in place instead of on a page of their own.

import { fill, make, mark } from "./dom.js";

export class ItemPapers {
  constructor(places) {
    this.places = places;
    places.addEventListener("click", (event) => this.press(event));
    places.addEventListener("htmx:afterSettle", (event) => this.arrived(event.target));
    document.addEventListener("live:place", () => this.settle());
  }

  // What is not seen is not opened: a place that comes into view opens its first paper then.
  settle() {
    for (const place of this.places.children) this.arrived(place);
  }

  press(event) {
    const link = event.target.closest("a.paper-title");
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    this.read(link);
  }

  // A list that has come: the first paper is opened, or the one that was open stays marked.
  arrived(target) {
    const place = target.closest?.(".item-place");
    const links = [...(place?.querySelectorAll("a.paper-title") ?? [])];
    if (!links.length || target.closest(".item-reader")) return;
    shorten(links);
    const open = links.find((link) => link.pathname === place.dataset.paper);
    if (open) this.sign(open);
    else if (!place.dataset.paper && place.offsetParent && !place.inert) this.read(links[0]);
  }

  async read(link) {
    const place = link.closest(".item-place");
    if (place.dataset.paper === link.pathname) return;
    place.dataset.paper = link.pathname;
    this.sign(link);
    const box = place.querySelector(".item-reader") ?? make("div", { class: "item-reader" });
    box.replaceChildren(make("div", { class: "skeleton" }, make("i"), make("i", { class: "block" })));
    place.append(box);
    mark(place, "data-reading", true);
    await htmx.ajax("GET", `${link.pathname}reader/`, { target: box, source: box, swap: "innerHTML" });
    if (!box.querySelector(":scope > .skeleton")) return;
    box.remove();
    delete place.dataset.paper;
  }

  sign(link) {
    for (const other of link.closest(".papers").querySelectorAll("a.paper-title")) {
      mark(other, "aria-current", other === link ? "true" : null);
    }
  }

  // Papers were added while one reads: the list grows, what is being read stays.
  renew(item) {
    const list = this.places.querySelector(`#papers-${item.id}`);
    if (!list) return;
    htmx.ajax("GET", `/items/${item.id}/papers/`, { target: list, source: list, swap: "outerHTML" });
    const text = fill(gettext("The papers of item %(label)s have changed."), item);
    document.dispatchEvent(new CustomEvent("quiet", { detail: { text } }));
  }
}

// A tab says what kind of paper it is; only where two are alike it says the title.
function shorten(links) {
  const kinds = links.map((link) => kindOf(link));
  links.forEach((link, place) => {
    const alone = kinds[place] && kinds.indexOf(kinds[place]) === kinds.lastIndexOf(kinds[place]);
    mark(link, "data-kind", alone ? kinds[place] : null);
    mark(link, "title", link.textContent);
  });
}

function kindOf(link) {
  return link.closest(".paper-card")?.querySelector(".paper-note > span")?.textContent.trim();
}
