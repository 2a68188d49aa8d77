// <seat-plan>: drags somebody from seat to seat, or Enter on one seat and Enter on another.
// The form of menus below is filled in and sent: one request, the server changes the two over.

class SeatPlan extends HTMLElement {
  connectedCallback() {
    this.addEventListener("pointerdown", (event) => this.grab(event));
    this.addEventListener("keydown", (event) => this.press(event));
  }

  grab(event) {
    const from = event.target.closest(".plan-seat[data-place]");
    if (!from || event.button !== 0 || !this.form) return;
    event.preventDefault();
    from.focus();
    this.hold(from);
    const move = (moved) => this.hover(this.seatAt(moved));
    const stop = (ended) => {
      from.removeEventListener("pointermove", move);
      const to = ended.type === "pointerup" ? this.seatAt(ended) : null;
      this.hover(null);
      this.release();
      this.give(from, to);
    };
    from.setPointerCapture(event.pointerId);
    from.addEventListener("pointermove", move);
    from.addEventListener("pointerup", stop, { once: true });
    from.addEventListener("pointercancel", stop, { once: true });
  }

  press(event) {
    const seat = event.target.closest(".plan-seat");
    if (!seat || !this.form) return;
    if (event.key === "Escape") this.release();
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    const held = this.querySelector("[data-held]");
    if (!held) {
      if (seat.dataset.place) this.hold(seat);
      return;
    }
    this.release();
    this.give(held, seat);
  }

  hold(seat) {
    this.release();
    seat.dataset.held = "";
    this.tell(interpolate(gettext("Held: %s. Choose another seat."), [seat.getAttribute("aria-label")]));
  }

  release() {
    for (const seat of this.querySelectorAll("[data-held]")) delete seat.dataset.held;
  }

  hover(seat) {
    for (const other of this.querySelectorAll("[data-over]")) delete other.dataset.over;
    if (seat) seat.dataset.over = "";
  }

  seatAt({ clientX, clientY }) {
    return document.elementFromPoint(clientX, clientY)?.closest(".plan-seat") ?? null;
  }

  give(from, to) {
    if (!to || to === from || !this.contains(to)) return;
    this.form.elements.place.value = from.dataset.place;
    this.form.elements.seat.value = to.dataset.seat;
    this.form.requestSubmit();
  }

  tell(words) {
    const told = this.querySelector("[data-told]");
    if (told) told.textContent = words;
  }

  get form() {
    return this.querySelector(".seat-change");
  }
}

customElements.define("seat-plan", SeatPlan);
