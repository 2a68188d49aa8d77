// Where in the paper one was: kept for this window, so that coming back is coming back.

export class Place {
  constructor(kept, version) {
    this.kept = kept;
    this.key = `reader.place.${version}`;
  }

  follow(bus) {
    bus.on("updateviewarea", ({ location }) => this.keep(location));
  }

  keep({ pageNumber, top }) {
    try {
      this.kept.setItem(this.key, JSON.stringify([pageNumber, Math.round(top)]));
    } catch {
      // A full or forbidden store only forgets the place.
    }
  }

  // Show the kept place; tells whether there was one.
  restore(viewer) {
    const [pageNumber, top] = this.recall();
    if (!pageNumber || pageNumber > viewer.pagesCount) return false;
    viewer.scrollPageIntoView({ pageNumber, destArray: [null, { name: "XYZ" }, 0, top, null] });
    return true;
  }

  recall() {
    try {
      return JSON.parse(this.kept.getItem(this.key)) ?? [];
    } catch {
      return [];
    }
  }
}
