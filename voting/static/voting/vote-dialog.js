// A dialog with a form that sends one command and says why when it is refused.

import { make, say } from "./vote-words.js";

export class CommandDialog {
  constructor(room, { title, verb, body, danger = false }) {
    this.room = room;
    this.refusal = make("p", { class: "bad-text", role: "alert" });
    this.submit = make("button", { class: `button filled${danger ? " danger" : ""}`, type: "submit" }, verb);
    const back = make("button", { class: "button", type: "button", "data-closes": true }, gettext("Go back"));
    this.form = make(
      "form",
      {},
      make("div", { class: "dialog-head" }, make("h2", {}, title)),
      make("div", { class: "dialog-body stack" }, ...body, this.refusal),
      make("div", { class: "dialog-foot" }, back, this.submit),
    );
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.send();
    });
    this.dialog = make("dialog", { class: "dialog", "aria-label": title }, this.form);
  }

  show() {
    if (!this.dialog.isConnected) document.body.append(this.dialog);
    say(this.refusal, "");
    if (!this.dialog.open) this.dialog.showModal();
  }

  async send() {
    if (this.submit.getAttribute("aria-busy")) return;
    this.submit.setAttribute("aria-busy", "true");
    try {
      await this.room.command(...this.command());
      this.dialog.close();
      this.form.reset();
    } catch (error) {
      say(this.refusal, error.message);
    } finally {
      this.submit.removeAttribute("aria-busy");
    }
  }
}
