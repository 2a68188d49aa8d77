import assert from "node:assert/strict";
import { test } from "node:test";

import { foldedPattern } from "../../../papers/static/papers/pdf.js";

const found = (query, text) => [...text.normalize("NFD").matchAll(foldedPattern(query))].length;

test("without accents, words with them are found, đ among them", () => {
  assert.equal(found("dau tu cong", "Giải ngân vốn đầu tư công và ĐẦU TƯ CÔNG"), 2);
});

test("with accents only these words are found", () => {
  assert.equal(found("đầu tư", "đầu tư, dầu tư"), 1);
});

test("spaces and signs are taken as they are meant", () => {
  assert.equal(found("1.713 (tỷ)", "tổng 1.713\n(tỷ) và 1x713 (tỷ)"), 1);
  assert.equal(foldedPattern("   "), null);
});
