"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { share, shared } = require("../../templates/scripts/coach-link.js");

const CHECKLIST = { id: "real-service", revision: 2, count: 4, highest: 4 };
const VALUES = [4, "x", null, 0];

test("a link has a character for each statement", () => {
  assert.equal(share("real-service", 2, VALUES), "#r=1.real-service.2.4x-0");
});

test("what was shared is read again", () => {
  assert.deepEqual(shared(share("real-service", 2, VALUES), CHECKLIST), { values: VALUES, isRevised: false });
});

test("a link for another revision says so", () => {
  assert.deepEqual(shared("#r=1.real-service.1.4x-0", CHECKLIST), { values: VALUES, isRevised: true });
});

for (const hash of ["", "#", "#result", "#R=1.real-service.2.4x-0", "#statement-r"]) {
  test(`an address without a result shares nothing: "${hash}"`, () => assert.equal(shared(hash, CHECKLIST), undefined));
}

for (const hash of ["#r=", "#r=1", "#r=2.real-service.2.4x-0", "#r=1.other.2.4x-0", "#r=1.real-service.2.4x-", "#r=1.real-service.2.4x-00",
  "#r=1.real-service.2.5x-0", "#r=1.real-service.2.4X-0", "#r=1.real-service.x.4x-0", "#r=1.real-service.2.4x-0&more", "#r=1.real-service.2.4x-%30",
  "#r=1.<b>.2.4x-0", "#r=1.real-service.2.<b>x", "#r=1.real-service.99999999.4x-0", `#r=1.real-service.2.${"0".repeat(5000)}`]) {
  test(`a link that does not fit shows nothing: ${hash.slice(0, 50)}`, () => assert.equal(shared(hash, CHECKLIST).values, null));
}
