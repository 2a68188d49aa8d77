// <notice-bell data-count="2"><a>… <span data-part="count">2</span></a></notice-bell>
// The bell of the header: counts on when a live page hears of a new notice, and says it quietly.
export class NoticeBell extends HTMLElement {
  connectedCallback() {
    this.hear = ({ detail }) => detail.name === "notice" && this.told(detail.data);
    document.addEventListener("room:mine", this.hear);
  }

  disconnectedCallback() {
    document.removeEventListener("room:mine", this.hear);
  }

  told({ title }) {
    const count = Number(this.dataset.count) + 1;
    const badge = this.querySelector('[data-part="count"]');
    this.dataset.count = count;
    badge.textContent = count;
    badge.hidden = false;
    document.dispatchEvent(new CustomEvent("quiet", { detail: { text: title, tone: "good" } }));
  }
}

customElements.define("notice-bell", NoticeBell);
