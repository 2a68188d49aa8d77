// <tick-bar>: counts the ticked rows of its form, ticks all or none, a range with Shift, and walks with the arrow keys.
// Without it the bar stands there with its deeds, and the browser sends what is ticked.

const STEPS = { ArrowUp: -1, ArrowDown: 1 };

export class TickBar extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    this.last = null;
    this.listeners = [
      ["change", (event) => this.changed(event)],
      ["click", (event) => this.clicked(event)],
      ["keydown", (event) => this.pressed(event)],
      ["htmx:afterSettle", () => this.count()],
    ];
    for (const [name, listen] of this.listeners) document.addEventListener(name, listen);
    this.querySelector("[data-all]").addEventListener("click", () => this.tickAll(true));
    this.querySelector("[data-none]").addEventListener("click", () => this.tickAll(false));
    this.setAttribute("data-live", "");
    this.count();
  }

  disconnectedCallback() {
    for (const [name, listen] of this.listeners) document.removeEventListener(name, listen);
  }

  get boxes() {
    return [...this.form.elements].filter((box) => box.type === "checkbox" && box.name === "row");
  }

  isMine(target) {
    return this.boxes.includes(target);
  }

  changed(event) {
    if (this.isMine(event.target)) this.count();
  }

  // A second tick with Shift takes along what lies between.
  clicked(event) {
    const box = event.target;
    if (!this.isMine(box)) return;
    const { boxes } = this;
    const [from, to] = [boxes.indexOf(this.last), boxes.indexOf(box)].sort((a, b) => a - b);
    if (event.shiftKey && from >= 0) for (const one of boxes.slice(from, to + 1)) one.checked = box.checked;
    this.last = box;
    this.count();
  }

  pressed(event) {
    const step = STEPS[event.key];
    if (!step || !this.isMine(event.target)) return;
    const { boxes } = this;
    boxes[boxes.indexOf(event.target) + step]?.focus();
    event.preventDefault();
  }

  tickAll(checked) {
    for (const box of this.boxes) box.checked = checked;
    this.count();
  }

  count() {
    const { boxes } = this;
    const ticked = boxes.filter((box) => box.checked).length;
    this.toggleAttribute("data-ticked", ticked > 0);
    this.querySelector("[data-count]").textContent = ticked || "";
    const words = ngettext("row ticked", "rows ticked", ticked);
    this.querySelector("[data-words]").textContent = ticked ? words : "";
    this.querySelector("[data-all]").hidden = ticked === boxes.length;
    this.querySelector("[data-none]").hidden = ticked === 0;
  }
}

customElements.define("tick-bar", TickBar);
