"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { csv } = require("../../templates/scripts/csv.js");

const one = (value) => csv([[value]]).slice(1, -2);

test("a file begins with its mark, and each row ends as spreadsheets expect", () => {
  assert.equal(csv([["Day", "Score"], ["2027-03-01", 63]]), "\uFEFFDay,Score\r\n2027-03-01,63\r\n");
});

test("what would end a cell is quoted", () => {
  assert.equal(one("a,b"), "\"a,b\"");
  assert.equal(one("a \"b\""), "\"a \"\"b\"\"\"");
  assert.equal(one("a\r\nb"), "\"a\r\nb\"");
  assert.equal(one("a;b"), "\"a;b\"");
  assert.equal(one("plain"), "plain");
});

for (const text of ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\r=1"]) {
  test(`a text is never a formula: ${JSON.stringify(text)}`, () => assert.match(one(text), /^"?'/));
}

test("numbers stay numbers, and nothing is an empty cell", () => {
  assert.equal(csv([[-5, 0, null, undefined, ""]]), "\uFEFF-5,0,,,\r\n");
});
