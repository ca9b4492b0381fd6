"use strict";
const assert = require("node:assert");
const { test } = require("node:test");
const { target, sound, pace, clock, say } = require("../../templates/handouts/deck-logic.js");

test("keys of keyboards and of presenters lead on and back", () => {
  for (const key of ["ArrowRight", "ArrowDown", "PageDown", " ", "Enter"]) assert.equal(target(key, 3, 9), 4);
  for (const key of ["ArrowLeft", "ArrowUp", "PageUp", "Backspace"]) assert.equal(target(key, 3, 9), 2);
  assert.equal(target("Home", 3, 9), 0);
  assert.equal(target("End", 3, 9), 8);
});

test("there is nothing before the first slide and after the last", () => {
  assert.equal(target("ArrowLeft", 0, 9), 0);
  assert.equal(target("ArrowRight", 8, 9), 8);
});

test("other keys lead nowhere", () => {
  for (const key of ["x", "Tab", "Escape", "5"]) assert.equal(target(key, 3, 9), undefined);
});

test("where lines run from right to left, the left arrow leads on", () => {
  assert.equal(target("ArrowLeft", 3, 9, "rtl"), 4);
  assert.equal(target("ArrowRight", 3, 9, "rtl"), 2);
});

test("what is no number of a slide is the first one", () => {
  for (const wrong of [Number.NaN, -1, 9, 2.5, "3", null, undefined, {}]) assert.equal(sound(wrong, 9), 0);
  assert.equal(sound(8, 9), 8);
});

test("a part tells what is left of it and how late it is", () => {
  const began = new Date(2027, 2, 3, 9, 30).getTime();
  const part = { begin: 6, end: 19 };
  const at = (minutes) => pace(part, began, began + minutes * 60000);
  assert.deepEqual([clock(at(0).begin), clock(at(0).end)], ["09:36", "09:49"]);
  assert.deepEqual([at(6).left, at(6).late], [13, 0]);
  assert.deepEqual([at(19).left, at(19).late], [0, 0]);
  assert.deepEqual([at(22.5).left, at(22.5).late], [0, 3]);
});

test("words take the form that their number asks for", () => {
  const words = { one: "{n} minute left", other: "{n} minutes left" };
  assert.equal(say(words, "en", { n: 1 }), "1 minute left");
  assert.equal(say(words, "en", { n: 2 }), "2 minutes left");
  assert.equal(say("{a} and {b}", "en", { a: "x" }), "x and {b}");
});
