"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { minutes, clock, copies, groups } = require("../../templates/scripts/run-of-show-logic.js");
const told = require("../run_of_show.json");

test("times, groups and copies are those of the program", () => {
  for (const [minute, time] of told.clock) assert.equal(clock(minute), time);
  for (const [people, seats] of told.groups) assert.deepEqual(groups(people, 4), seats);
  for (const [people, seats] of told.threes) assert.deepEqual(groups(people, 3), seats);
  for (const [people, share, spare, number] of told.copies) assert.equal(copies(people, share, spare), number);
});

test("a time is read as fields of browsers write it, and half a time is none", () => {
  assert.equal(minutes("09:30"), 570);
  assert.equal(minutes("09:30:15"), 570);
  for (const text of ["", "9", "24:00", "09:6", "noon"]) assert.equal(minutes(text), undefined);
});
