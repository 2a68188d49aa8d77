// <agenda-desk>: drags a row by its handle, or moves it with the arrow keys; the server numbers anew.

class AgendaDesk extends HTMLElement {
  connectedCallback() {
    this.addEventListener("pointerdown", (event) => this.grab(event));
    this.addEventListener("keydown", (event) => this.step(event));
  }

  grab(event) {
    const handle = event.target.closest(".handle");
    if (!handle || event.button !== 0) return;
    event.preventDefault();
    const row = handle.closest("tr");
    const drag = { row, rows: [...row.parentElement.children], over: null, side: "" };
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

  hover(drag, y) {
    this.clear(drag);
    const over = drag.rows.find((row) => y < row.getBoundingClientRect().bottom) ?? drag.rows.at(-1);
    const { top, height } = over.getBoundingClientRect();
    drag.over = over;
    drag.side = y < top + height / 2 ? "before" : "after";
    over.dataset.over = drag.side;
  }

  clear(drag) {
    if (drag.over) delete drag.over.dataset.over;
  }

  drop({ row, rows, over, side }) {
    if (!over || over === row) return;
    const from = rows.indexOf(row);
    let to = rows.indexOf(over) + (side === "after" ? 1 : 0);
    if (to > from) to -= 1;
    if (to !== from) this.send(row, to + 1);
  }

  step(event) {
    const handle = event.target.closest(".handle");
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!handle || !by) return;
    event.preventDefault();
    const row = handle.closest("tr");
    const to = Number(row.dataset.place) + by;
    if (to >= 1 && to <= row.parentElement.children.length) this.send(row, to);
  }

  async send(row, to) {
    await htmx.ajax("POST", row.dataset.url, { target: "#desk", swap: "morph", values: { to } });
    document.querySelector(`#${row.id} .handle`)?.focus();
  }
}

customElements.define("agenda-desk", AgendaDesk);
