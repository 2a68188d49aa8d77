// <agenda-desk>: drags a row by its handle, or moves it with the arrow keys; the server numbers anew.
// A place is told as a number and the heading it lies under: one request, whatever moves.

const STEPS = { ArrowUp: -1, ArrowDown: 1 };

class AgendaDesk extends HTMLElement {
  connectedCallback() {
    this.addEventListener("pointerdown", (event) => this.grab(event));
    this.addEventListener("keydown", (event) => this.press(event));
  }

  grab(event) {
    const handle = event.target.closest(".handle");
    if (!handle || event.button !== 0) return;
    event.preventDefault();
    const row = handle.closest("tr");
    const drag = { row, targets: this.targets(row), over: null, side: "" };
    row.dataset.dragging = "";
    handle.setPointerCapture(event.pointerId);
    const move = (moved) => this.hover(drag, moved.clientY);
    const stop = (ended) => {
      handle.removeEventListener("pointermove", move);
      delete row.dataset.dragging;
      this.clear(drag);
      if (ended.type === "pointerup") this.drop(drag);
    };
    handle.addEventListener("pointermove", move);
    handle.addEventListener("pointerup", stop, { once: true });
    handle.addEventListener("pointercancel", stop, { once: true });
  }

  // The rows an item may go beside: its neighbours, and for an item of its own the headings.
  targets(row) {
    const rows = [...row.closest("table").querySelectorAll("tbody tr")];
    const { parent } = row.dataset;
    return rows.filter((other) => (other.dataset.item ? other.dataset.parent === parent : !parent));
  }

  hover(drag, y) {
    this.clear(drag);
    const over = drag.targets.find((row) => y < row.getBoundingClientRect().bottom) ?? drag.targets.at(-1);
    const { top, height } = over.getBoundingClientRect();
    drag.over = over;
    drag.side = over.dataset.item && y < top + height / 2 ? "before" : "after";
    over.dataset.over = drag.side;
  }

  clear(drag) {
    if (drag.over) delete drag.over.dataset.over;
  }

  drop({ row, targets, over, side }) {
    if (!over || over === row) return;
    const rows = targets.filter((other) => other !== row);
    const behind = rows.indexOf(over) + (side === "after" ? 1 : 0);
    const to = rows.slice(0, behind).filter((other) => other.dataset.item).length + 1;
    this.send(row, to, over.closest("tbody").dataset.section);
  }

  press(event) {
    const handle = event.target.closest(".handle");
    if (!handle) return;
    const row = handle.closest("tr");
    if (STEPS[event.key]) this.step(row, STEPS[event.key]);
    else if (event.key === "ArrowRight") this.nest(row);
    else if (event.key === "ArrowLeft" && row.dataset.parent) this.post(row, handle.dataset.nest, {});
    else return;
    event.preventDefault();
  }

  // One step up or down; at the border of a heading the first step leads under the other heading.
  step(row, by) {
    const rows = this.targets(row);
    const next = rows[rows.indexOf(row) + by];
    const place = Number(row.dataset.place);
    const body = row.closest("tbody");
    if (next?.dataset.item && next.closest("tbody") === body) this.send(row, place + by, body.dataset.section);
    else if (!row.dataset.parent) this.cross(row, place, by < 0 ? body.previousElementSibling : body.nextElementSibling);
  }

  cross(row, place, body) {
    if (body?.matches("tbody")) this.send(row, place, body.dataset.section);
  }

  nest(row) {
    const rows = this.targets(row).filter((other) => other.dataset.item);
    const above = rows[rows.indexOf(row) - 1];
    if (!row.dataset.parent && above) {
      this.post(row, row.querySelector(".handle").dataset.nest, { under: above.dataset.item });
    }
  }

  send(row, to, section) {
    return this.post(row, row.dataset.url, { to, section: section ?? "" });
  }

  async post(row, url, values) {
    await htmx.ajax("POST", url, { target: "#desk", swap: "morph", values });
    document.querySelector(`#${row.id} .handle`)?.focus();
  }
}

customElements.define("agenda-desk", AgendaDesk);
