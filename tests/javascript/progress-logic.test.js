"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { stateOf, statusOf, countDone, next, attemptsOf, workedOn } = require("../../templates/scripts/progress-logic.js");

const MAY = (day) => `2027-05-${String(day).padStart(2, "0")}T08:00:00.000Z`;
const opened = (day) => ({ opened: { title: "…", at: MAY(day) } });
const done = (day) => ({ done: { is: true, at: MAY(day) } });

/* A course of the lessons a to e with what is kept of them. */
const course = (kept) => new Map([..."abcde"].map((id) => [id, stateOf(kept[id] ?? {})]));

for (const [what, value, expected] of [
  ["nothing", {}, ["new", ""]],
  ["an opened lesson", opened(3), ["opened_on", MAY(3)]],
  ["a lesson that is done", { ...opened(3), ...done(5) }, ["done_on", MAY(5)]],
  ["a lesson whose tick was taken back", { ...opened(3), done: { is: false, at: MAY(5) } }, ["opened_on", MAY(3)]],
  ["a tick without a day", { done: { is: true } }, ["done", ""]],
  ["a day that is none", { opened: { at: "yesterday" } }, ["new", ""]],
  ["a day that is no text", { opened: { at: 7 }, done: { is: "yes", at: {} } }, ["new", ""]],
]) test(`the status of ${what}`, () => assert.deepEqual(statusOf(stateOf(value)), expected));

test("only lessons of the course are counted, and only those that are done", () => {
  const states = course({ a: done(1), b: opened(2), z: done(3) });
  assert.equal(countDone(["a", "b", "gone"], states), 1);
});

for (const [what, kept, paths, expected] of [
  ["nothing was begun", {}, ["abc"], null],
  ["a tick was taken back and nothing opened", { a: { done: { is: false, at: MAY(2) } } }, ["abc"], null],
  ["a lesson was opened", { b: opened(1) }, ["abc"], "b"],
  ["several were opened: the last one", { a: opened(3), b: opened(1) }, ["abc"], "a"],
  ["the last opened one is done: the next of its path", { a: opened(1), c: { ...opened(2), ...done(2) } }, ["cda"], "d"],
  ["the next of its path is done as well", { b: { ...opened(4), ...done(4) }, c: done(2) }, ["abcd"], "d"],
  ["its path is done up to an earlier lesson", { b: { ...opened(4), ...done(4) }, c: done(2) }, ["abc"], "a"],
  ["its path is done: another that leads through it", { a: done(1), b: { ...opened(4), ...done(4) } }, ["ab", "dbe"], "e"],
  ["its paths are done: any lesson that is left", { a: done(1), b: done(2) }, ["ab", "de"], "c"],
  ["it is on no path", { c: { ...opened(2), ...done(2) } }, ["ab"], "d"],
  ["it was ticked without being opened", { a: done(1) }, ["ab"], "b"],
  ["a tick has no day", { b: { done: { is: true } } }, ["abc"], "c"],
  ["everything is done", Object.fromEntries([..."abcde"].map((id, n) => [id, done(n + 1)])), ["abc"], ""],
  ["a lesson on the path left the course", { a: done(1) }, ["azb"], "b"],
]) {
  test(`where to go on when ${what}`, () => {
    assert.equal(next(course(kept), paths.map((path) => [...path])), expected);
  });
}

test("of self-assessments only the days are told", () => {
  const attempts = [{ at: MAY(9), scores: { respect: 90 } }, { at: MAY(2) }, { at: "?" }, {}];
  assert.deepEqual(attemptsOf({ attempts }), [MAY(2), MAY(9)]);
  assert.deepEqual(attemptsOf({}), []);
});

test("an exercise without answers was not worked on", () => {
  assert.equal(workedOn({}), "");
  assert.equal(workedOn({ draft: { answers: {}, at: MAY(1) } }), "");
  assert.equal(workedOn({ draft: { answers: { who: "" }, at: MAY(1) } }), "");
  assert.equal(workedOn({ draft: { answers: { who: "Anna" }, at: MAY(1) } }), MAY(1));
});
