"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { dayOf } = require("../../templates/scripts/calendar.js");
const {
  asText, brief, checkIns, due, isAnswered, plain, reviewed, withReview,
} = require("../../templates/scripts/worksheet-logic.js");

const step = (kind, more = {}) => ({ id: "x", kind, options: {}, columns: [], rows: 0, ...more });
const TABLE = step("table", { columns: ["What", "When"], rows: 2 });
const day = (date) => `the day ${date}`;
const review = (at, outcome = "kept", note = "") => ({ outcome, note, at });

test("a step is answered when something else than space was written, in a table in any cell", () => {
  assert.equal(isAnswered(step("long"), { x: " \n" }), false);
  assert.equal(isAnswered(step("long"), { x: " a" }), true);
  assert.equal(isAnswered(TABLE, { "x.1.1": "" }), false);
  assert.equal(isAnswered(TABLE, { "x.2.1": "a" }), true);
  assert.equal(isAnswered(TABLE, { "x.3.1": "not of this table" }), false);
});

test("what is stored and is no text counts as nothing", () => {
  for (const wrong of [1, null, {}, [], true, undefined]) {
    assert.equal(isAnswered(step("long"), { x: wrong }), false);
    assert.equal(plain(step("long"), { x: wrong }, day), "");
  }
  assert.equal(plain(step("long", { id: "constructor" }), {}, day), "");
  assert.equal(plain(step("choice", { id: "toString" }), { toString: "valueOf" }, day), "valueOf");
});

test("answers are read in plain words", () => {
  assert.equal(plain(step("short"), { x: " Jo " }, day), "Jo");
  assert.equal(plain(step("date"), { x: "2027-03-01" }, day), "the day 2027-03-01");
  assert.equal(plain(step("choice", { options: { delight: "Delighted" } }), { x: "delight" }, day), "Delighted");
  assert.equal(plain(step("choice"), { x: "An option that is gone" }, day), "An option that is gone");
  assert.equal(plain(TABLE, { "x.1.1": "Ring", "x.1.2": "Friday", "x.2.2": "Monday" }, day), "What: Ring; When: Friday\nWhen: Monday");
});

test("a text is shortened between words, and no letter is torn", () => {
  assert.equal(brief("one\n two  three"), "one two three");
  assert.equal(brief("one two three", 9), "one two …");
  assert.equal(brief("👩‍🚒".repeat(3), 4).includes("\ufffd"), false);
});

test("a check-in is due from its day until somebody has looked back since", () => {
  const at = (today, ...reviews) => due("2027-03-01", [7, 30], reviewed(reviews), today);
  assert.equal(at("2027-03-07"), undefined);
  assert.equal(at("2027-03-08"), "2027-03-08");
  assert.equal(at("2027-03-30"), "2027-03-08");
  assert.equal(at("2027-04-02"), "2027-03-31");
  assert.equal(at("2027-03-10", review("2027-03-08T12:00:00.000Z")), undefined);
  assert.equal(at("2027-04-02", review("2027-03-08T12:00:00.000Z")), "2027-03-31");
  assert.equal(at("2027-03-10", review("2027-03-02T12:00:00.000Z")), "2027-03-08");
  assert.equal(at("2027-03-10", review("2027-03-09T12:00:00.000Z", "", "only a note")), "2027-03-08");
  assert.equal(due("someday", [7], [], "2027-03-10"), undefined);
  assert.equal(due("2027-03-01", [], [], "2027-03-10"), undefined);
});

test("check-ins are counted from the day that was promised", () => {
  assert.deepEqual(checkIns("2027-02-26", [7, 30]), ["2027-03-05", "2027-03-28"]);
  assert.deepEqual(checkIns("", [7, 30]), []);
});

test("looks back that make no sense are passed over", () => {
  const kept = review("2027-03-01T12:00:00.000Z");
  for (const wrong of [null, 1, [], {}, "x", { ...kept, outcome: "great" }, { ...kept, note: 1 }, { ...kept, at: "soon" }, { ...kept, outcome: "" }]) {
    assert.deepEqual(reviewed([wrong, kept]), [{ ...kept, day: dayOf(kept.at) }]);
  }
  for (const wrong of [undefined, null, {}, "x", 1]) assert.deepEqual(reviewed(wrong), []);
});

test("there is one look back a day, which can be corrected and taken away", () => {
  const [first, second, later] = [review("2027-03-01T10:00:00.000Z"), review("2027-03-01T11:00:00.000Z", "partly"), review("2027-03-08T10:00:00.000Z")];
  assert.deepEqual(withReview(undefined, first), [first]);
  assert.deepEqual(withReview([first], second), [second]);
  assert.deepEqual(withReview([second], later), [second, later]);
  assert.deepEqual(withReview([second, later], review("2027-03-08T11:00:00.000Z", "", "")), [second]);
});

test("a sheet as text holds every step, answered or not", () => {
  const parts = [{ heading: "1. Who?", text: "Jo", notes: ["Kept."] }, { heading: "2. What?", text: "", notes: [] }];
  assert.equal(asText("Try", parts, "(empty)"), "Try\n\n1. Who?\nJo\nKept.\n\n2. What?\n(empty)\n");
});
