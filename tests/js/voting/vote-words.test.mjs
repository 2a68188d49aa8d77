// Times and verdicts as every vote screen tells them.

import assert from "node:assert/strict";
import { test } from "node:test";

import { clock, countdown, minute, verdict } from "../../../voting/static/voting/vote-words.js";

test("the clock is that of Việt Nam, wherever the tablet thinks it is", () => {
  assert.equal(clock("2020-02-03T02:41:07Z"), "09:41:07");
  assert.equal(minute(Date.parse("2020-02-02T17:00:30Z")), "00:00");
});

test("the countdown ends at nothing", () => {
  assert.equal(countdown(41), "00:41");
  assert.equal(countdown(0.2), "00:01");
  assert.equal(countdown(600), "10:00");
  assert.equal(countdown(-3), "00:00");
});

test("the verdict is the server's sentence, in the language of the page", () => {
  const result = { sentence: "Thông qua.", sentences: { vi: "Thông qua.", en: "Adopted." } };
  globalThis.document = { documentElement: { lang: "en" } };
  assert.equal(verdict(result), "Adopted.");
  globalThis.document.documentElement.lang = "vi-VN";
  assert.equal(verdict(result), "Thông qua.");
  globalThis.document.documentElement.lang = "fr";
  assert.equal(verdict(result), "Thông qua.");
  assert.equal(verdict(null), "");
});
