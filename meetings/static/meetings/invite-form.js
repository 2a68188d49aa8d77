// <invite-form>: asks for the member only when a substitute is invited.

class InviteForm extends HTMLElement {
  connectedCallback() {
    this.addEventListener("change", () => this.show());
    this.show();
  }

  show() {
    const chosen = this.querySelector("input[name=capacity]:checked");
    if (chosen) this.dataset.capacity = chosen.value;
  }
}

customElements.define("invite-form", InviteForm);
