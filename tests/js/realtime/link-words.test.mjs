import assert from "node:assert/strict";
import { test } from "node:test";
import { linkWords } from "../../../realtime/static/realtime/link-words.js";

const words = {
  gettext: (text) => text,
  interpolate: (text, gaps) => text.replace(/%\((\w+)\)s/g, (_, name) => gaps[name]),
  locale: "vi",
  now: Date.parse("2026-03-04T02:50:00Z"),
};
const link = { live: true, since: null, lag: 210, gone: null, pending: 0 };

test("a live link tells its round trip in the page's language", () => {
  assert.deepEqual(linkWords(link, words), { kind: "live", text: "live", detail: "0,2 s" });
});

test("a slow answer means catching up", () => {
  assert.equal(linkWords({ ...link, lag: 4000 }, words).kind, "catching");
});

test("a short gap is catching up, a long one says since when", () => {
  const lost = { ...link, live: false, since: Date.parse("2026-03-04T02:40:00Z") };
  assert.equal(linkWords({ ...lost, since: words.now - 500 }, words).kind, "catching");
  assert.match(linkWords(lost, words).text, /since 0?9:40/);
});

test("whoever has no access any more is told so", () => {
  assert.equal(linkWords({ ...link, live: false, gone: 4501 }, words).text, "You are signed out");
  assert.equal(linkWords({ ...link, live: false, gone: 4503 }, words).kind, "lost");
});
