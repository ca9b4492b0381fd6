"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { score, change, isRepeated, sound, share, shared, csv } = require("../../templates/scripts/assessment-logic.js");

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

test("attempts that nobody can have made are left out", () => {
  assert.deepEqual(sound([LAST, {}, { ...LAST, at: 3 }, { ...LAST, at: "soon" }, { ...LAST, answers: null }, { ...LAST, scores: [1] }]), [LAST]);
  assert.deepEqual(sound(undefined), []);
});

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
