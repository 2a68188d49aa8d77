// Which tool is in the hand, and which colour each tool has. Kept for this device's next paper.

const FIRST = { ink: "#1d4e6f", highlight: "#e0b252", note: "#a3261d" };
const MODES = new Set(["read", "ink", "highlight", "note", "eraser"]);
const KEY = "reader.colours";

export class Tools extends EventTarget {
  constructor(kept) {
    super();
    this.kept = kept;
    this.mode = "read";
    this.colours = { ...FIRST, ...recall(kept) };
  }

  take(mode) {
    if (!MODES.has(mode)) return;
    this.mode = mode === this.mode ? "read" : mode;
    this.dispatchEvent(new Event("change"));
  }

  get colour() {
    return this.colours[this.mode] ?? this.colours.highlight;
  }

  get hasColour() {
    return this.mode in this.colours;
  }

  dip(colour) {
    if (!this.hasColour) return;
    this.colours[this.mode] = colour;
    try {
      this.kept.setItem(KEY, JSON.stringify(this.colours));
    } catch {
      // A full or forbidden store only forgets the colour.
    }
    this.dispatchEvent(new Event("change"));
  }
}

function recall(kept) {
  try {
    return JSON.parse(kept.getItem(KEY)) ?? {};
  } catch {
    return {};
  }
}
