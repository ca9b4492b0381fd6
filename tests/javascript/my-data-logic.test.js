"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { describe, thingsOf, facts, changed } = require("../../templates/scripts/my-data-logic.js");

const AT = "2027-05-03T08:00:00.000Z";
const LATER = "2027-05-09T08:00:00.000Z";

for (const [what, key, text, expected] of [
  ["a value", "acme:v1:lesson:trust", "{\"schema\":1,\"id\":\"trust\"}", ["lesson", "trust", "kept"]],
  ["a value that was set aside", "acme:v1:lesson:trust:broken", "{", ["lesson", "trust", "broken"]],
  ["a value that nobody has set aside yet", "acme:v1:lesson:trust", "[]", ["lesson", "trust", "broken"]],
  ["a value that was set aside though it is sound", "acme:v1:lesson:a:broken", "{\"schema\":1,\"id\":\"a\"}", ["lesson", "a", "broken"]],
  ["a value of a later version", "acme:v1:lesson:trust", "{\"schema\":2}", ["lesson", "trust", "newer"]],
  ["a name of a later version", "acme:v2:anything", "{", ["anything", "", "newer"]],
  ["a kind that is not known", "acme:v1:poem:ode", "{\"schema\":1,\"id\":\"ode\"}", ["poem", "ode", "kept"]],
  ["a name cut short", "acme:", "", ["", "", "newer"]],
  ["a setting of the theme", "/acme/.__palette", "{}", ["theme", "palette", "kept"]],
]) {
  test(`what is known of ${what}`, () => {
    const { kind, id, state } = describe(key, text, "acme");
    assert.deepEqual([kind, id, state], expected);
  });
}

test("things of other sites at the same address are none of ours", () => {
  const kept = ["acme:v1:lesson:a", "acme-two:v1:lesson:a", "xacme:v1:lesson:a", "/acme/.__palette", "/.__palette",
    "/acme/more/.__palette", "acme", "token"];
  const storage = { length: kept.length, key: (n) => kept[n], getItem: () => "{}" };
  assert.deepEqual(thingsOf(storage, "acme", "/acme/").map(({ key }) => key), ["/acme/.__palette", "acme:v1:lesson:a"]);
  assert.deepEqual(thingsOf(storage, "acme", "").map(({ key }) => key), ["acme:v1:lesson:a"]);
});

test("a value is told as single facts, without what only programs need", () => {
  const value = { schema: 1, id: "a", draft: { answers: { id: 3, none: null }, at: AT }, attempts: [{ at: LATER }], empty: {} };
  assert.deepEqual(facts(value), [
    [["draft", "answers", "id"], 3],
    [["draft", "answers", "none"], null],
    [["draft", "at"], AT],
    [["attempts", 1, "at"], LATER],
  ]);
});

test("what lies deeper than anything of ours stays one text", () => {
  const deep = JSON.parse(`${"[".repeat(2500)}1${"]".repeat(2500)}`);
  const [[way, text], ...more] = facts({ draft: { answers: { a: deep } } });
  assert.deepEqual([way.length, more, JSON.parse(text).flat(Infinity)], [12, [], [1]]);
});

test("the last change is the latest of all moments", () => {
  assert.equal(changed({ draft: { at: LATER }, done: { is: true, at: AT }, attempts: [{ at: "soon" }, { at: 99 }] }), LATER);
  assert.equal(changed({ name: AT }), "");
  assert.equal(changed(null), "");
});
