"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { score, change, dayOf, isRepeated, sound } = require("../../templates/scripts/scoring.js");

for (const { why, highest, answers, score: expected } of require("../scoring.json")) {
  test(`a score is right: ${why}`, () => assert.equal(score(answers, highest), expected));
}

const LAST = { revision: 1, answers: { a: 1, b: 2, c: null }, scores: { one: 40 }, at: "2027-03-01T12:00:00.000Z" };

test("a change is the difference of two scores", () => {
  assert.equal(change("one", ["a", "b"], { one: 65 }, LAST), 25);
  assert.equal(change("one", ["a", "b"], { one: 40 }, LAST), 0);
  assert.equal(change("one", ["a", "b"], { one: 0 }, LAST), -40);
});

test("an area is compared while half of its statements were there, answered or not", () => {
  assert.equal(change("one", ["a", "new"], { one: 40 }, LAST), 0);
  assert.equal(change("one", ["c", "new"], { one: 40 }, LAST), 0);
  assert.equal(change("one", ["a", "new", "newer"], { one: 40 }, LAST), null);
  assert.equal(change("one", ["constructor"], { one: 40 }, LAST), null);
});

for (const then of [null, undefined, "40", 101, -1, 1.5, {}]) {
  test(`a score that is none is not compared: ${JSON.stringify(then)}`, () => {
    assert.equal(change("one", ["a"], { one: 40 }, { ...LAST, scores: { one: then } }), null);
    assert.equal(change("one", ["a"], { one: then }, LAST), null);
  });
}

const again = (changes) => ({ ...LAST, at: "2027-03-01T13:00:00.000Z", ...changes });

test("the same answers on the same day say nothing new", () => {
  assert.equal(isRepeated(LAST, again(), "2027-03-01T12:30:00.000Z"), true);
});

test("neither do answers that nobody has given again, on whatever day", () => {
  const later = again({ at: "2027-06-01T12:00:00.000Z" });
  assert.equal(isRepeated(LAST, later, "2027-03-01T11:00:00.000Z"), true);
  assert.equal(isRepeated(LAST, later, undefined), true);
  assert.equal(isRepeated(LAST, later, "2027-06-01T11:00:00.000Z"), false);
});

test("another answer, another revision, or a first attempt is new", () => {
  assert.equal(isRepeated(LAST, again({ answers: { a: 1, b: 2, c: "x" } }), undefined), false);
  assert.equal(isRepeated(LAST, again({ revision: 2 }), undefined), false);
  assert.equal(isRepeated(undefined, again(), undefined), false);
  assert.equal(isRepeated({}, again(), undefined), false);
});

test("a day is the one on the reader's calendar", () => {
  const midnight = new Date(2027, 2, 1, 0, 5);
  assert.equal(dayOf(midnight), "2027-03-01");
  assert.equal(dayOf(new Date(2027, 2, 1, 23, 55)), "2027-03-01");
});

test("attempts that nobody can have made are left out", () => {
  assert.deepEqual(sound([LAST, {}, { ...LAST, at: 3 }, { ...LAST, at: "soon" }, { ...LAST, answers: null }, { ...LAST, scores: [1] }]), [LAST]);
  assert.deepEqual(sound(undefined), []);
});
