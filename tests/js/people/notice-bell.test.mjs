import assert from "node:assert/strict";
import { test } from "node:test";

class Page extends EventTarget {}
globalThis.HTMLElement = class extends EventTarget {};
globalThis.customElements = { define() {} };
globalThis.document = new Page();

const { NoticeBell } = await import("../../../people/static/people/notice-bell.js");

function bell(count) {
  const badge = { textContent: String(count), hidden: count === 0 };
  const element = new NoticeBell();
  Object.assign(element, { dataset: { count: String(count) }, querySelector: () => badge });
  element.connectedCallback();
  return { element, badge };
}

function hear(name, data = {}) {
  document.dispatchEvent(new CustomEvent("room:mine", { detail: { name, data } }));
}

test("a notice heard on a live page is counted and said quietly", () => {
  const said = [];
  document.addEventListener("quiet", ({ detail }) => said.push(detail.text), { once: true });
  const { element, badge } = bell(0);

  hear("notice", { title: "Giấy mời: Phiên họp" });
  hear("notice", { title: "Thay đổi: Phiên họp" });

  assert.equal(badge.textContent, 2);
  assert.equal(badge.hidden, false);
  assert.deepEqual(said, ["Giấy mời: Phiên họp"]);
  element.disconnectedCallback();
});

test("other personal news is none of the bell's business", () => {
  const { element, badge } = bell(3);
  hear("receipt", {});
  assert.equal(badge.textContent, "3");
  element.disconnectedCallback();
  hear("notice", { title: "…" });
  assert.equal(badge.textContent, "3");
});
