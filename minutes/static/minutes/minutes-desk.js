// Ties the document to its record: a part shows the entries it rests on, an entry the part it went into.

export function citedBy(parts, number) {
  return parts.find((part) => (part.dataset.entries ?? "").split(" ").includes(String(number))) ?? null;
}

class MinutesDesk extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", this);
    for (const line of this.querySelectorAll("[data-entry]")) {
      line.toggleAttribute("data-cites-something", citedBy(this.parts, line.dataset.entry) !== null);
    }
  }

  get parts() {
    return [...this.querySelectorAll(".bb-block[data-entries]")];
  }

  handleEvent(event) {
    const seal = event.target.closest("[data-cites]");
    const line = event.target.closest("[data-cites-something]");
    const leave = event.target.closest("[data-close-form]");
    if (seal) this.showEntries(seal.closest(".bb-block"));
    if (line) this.showPart(citedBy(this.parts, line.dataset.entry));
    if (leave) {
      event.preventDefault();
      leave.closest("form").remove();
    }
  }

  showEntries(part) {
    const numbers = new Set(part.dataset.entries.split(" "));
    const lines = [...this.querySelectorAll("[data-entry]")];
    for (const line of lines) line.toggleAttribute("data-cited", numbers.has(line.dataset.entry));
    lines.find((line) => numbers.has(line.dataset.entry))?.scrollIntoView({ block: "center" });
  }

  showPart(part) {
    if (!part) return;
    for (const other of this.parts) other.toggleAttribute("data-shown", other === part);
    this.showEntries(part);
    part.scrollIntoView({ block: "center" });
  }
}

customElements.define("minutes-desk", MinutesDesk);
