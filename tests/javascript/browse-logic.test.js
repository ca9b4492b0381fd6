"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { read, known, fits, counts, write } = require("../../templates/scripts/browse-logic.js");

const offered = read("outcome=delight&outcome=letdown&tag=trust&tag=retail");
const items = ["outcome=delight&tag=trust", "outcome=delight&tag=retail&tag=trust", "outcome=letdown"].map(read);
const left = (query) => items.filter((item) => fits(item, read(query))).length;

test("a query becomes the values of each filter, each value once", () => {
  assert.deepEqual(read("?tag=a&tag=b&tag=a&path=c%20d"), new Map([["tag", new Set(["a", "b"])], ["path", new Set(["c d"])]]));
});

test("an empty query chooses nothing", () => {
  assert.equal(read("").size, 0);
  assert.equal(read("?").size, 0);
});

test("only what the filters offer counts", () => {
  assert.deepEqual(known("?tag=trust&tag=nothing&outcome=&h=trust", offered), read("tag=trust"));
});

for (const name of ["__proto__", "constructor", "toString", "hasOwnProperty"]) {
  test(`${name} is a word like any other`, () => {
    assert.equal(known(`${name}=${name}&tag=${name}&tag[${name}]=1`, offered).size, 0);
    assert.equal(fits(read("tag=trust"), read(`tag=${name}`)), false);
    assert.equal(fits(read(`${name}=x`), read(`${name}=x`)), true);
  });
}

test("an address that is no clean query is no error", () => {
  for (const query of ["?%", "?tag=%E0%A4%A", "?&&=&", "?tag", "?=tag", "?tag=%00"]) {
    assert.equal(known(query, offered).size, 0);
  }
});

test("nothing chosen leaves everything", () => assert.equal(left(""), 3));

test("filters narrow each other", () => {
  assert.equal(left("outcome=delight"), 2);
  assert.equal(left("outcome=delight&tag=retail"), 1);
  assert.equal(left("outcome=letdown&tag=retail"), 0);
});

test("values of one filter widen each other", () => {
  assert.equal(left("outcome=delight&outcome=letdown"), 3);
  assert.equal(left("tag=retail&tag=trust"), 2);
});

test("a value counts what it would leave beside the other filters", () => {
  const beside = counts(items, read("outcome=letdown"), offered);
  assert.deepEqual([...beside.get("outcome").values()], [2, 1]);
  assert.deepEqual([...beside.get("tag").values()], [0, 0]);
  assert.deepEqual([...counts(items, read("tag=retail"), offered).get("tag").values()], [2, 1]);
});

test("with nothing chosen, a value counts everything that carries it", () => {
  const all = counts(items, new Map(), offered);
  assert.deepEqual([...all.get("outcome").values()], [2, 1]);
  assert.deepEqual([...all.get("tag").values()], [2, 1]);
});

test("a choice is written so that it can be read again", () => {
  for (const query of ["outcome=delight&tag=trust&tag=retail", "tag=a+%26+b", "tag=%E4%BF%A1%E4%BB%BB", ""]) {
    assert.equal(write("", read(query), offered), query);
    assert.deepEqual(read(write("", read(query), offered)), read(query));
  }
});

test("writing keeps what belongs to nobody's filter and drops what was not understood", () => {
  assert.equal(write("?h=tea&tag=nonsense&outcome=delight", read("tag=trust"), offered), "tag=trust&h=tea");
});
