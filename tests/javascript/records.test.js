"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { keeping } = require("../../templates/scripts/keeping.js");
const { things, pack, unpack, merge, bring, newest } = require("../../templates/scripts/records.js");

const SAVED = "2027-03-02T09:00:00.000Z";
const moment = (n) => new Date(Date.UTC(2027, 0, 1 + n)).toISOString();
const attempt = (n, answers = { ask: 1 }) => ({ revision: 1, answers, scores: {}, at: moment(n) });
const CHECKLIST = { schema: 1, id: "real", draft: { revision: 1, answers: { ask: 2 }, at: moment(9) }, attempts: [attempt(1)] };
const LESSON = { schema: 1, id: "empathy", opened: { title: "Empathy", at: moment(3) } };

function storage(contents = {}, room = Infinity) {
  const kept = new Map(Object.entries(contents));
  return {
    kept,
    get length() { return kept.size; },
    key: (n) => [...kept.keys()][n] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    removeItem: (key) => { kept.delete(key); },
    setItem(key, value) {
      if (value.length > room) throw new Error("QuotaExceededError");
      kept.set(key, value);
    },
  };
}

function filled() {
  const browser = storage({ "acme:v1:checklist:old:broken": "{", "acme:v1:exercise:later": "{\"schema\":2}", "other:v1:lesson:x": "{}" });
  const store = keeping(browser, "acme");
  store.write("checklist", "real", CHECKLIST);
  store.write("lesson", "empathy", LESSON);
  return store;
}

test("a file holds everything of the course that can be read, and no other's", () => {
  assert.deepEqual(things(filled()), ["checklist:real", "exercise:later", "lesson:empathy"]);
  assert.deepEqual(JSON.parse(pack(filled(), SAVED)), {
    extramile: 1, site: "acme", saved: SAVED, things: { "checklist:real": CHECKLIST, "lesson:empathy": LESSON },
  });
});

test("a file may hold one thing alone, or nothing", () => {
  assert.deepEqual(JSON.parse(pack(filled(), SAVED, ["lesson:empathy"])).things, { "lesson:empathy": LESSON });
  assert.deepEqual(JSON.parse(pack(filled(), SAVED, ["lesson:other"])).things, {});
});

test("what was packed is unpacked, and brought into an empty browser it is the same", () => {
  const found = unpack(pack(filled(), SAVED), "acme");
  const browser = storage();
  assert.equal(bring(keeping(browser, "acme"), found), "saved");
  assert.deepEqual(keeping(browser, "acme").read("checklist", "real").value, CHECKLIST);
  const once = [...browser.kept];
  bring(keeping(browser, "acme"), found);
  assert.deepEqual([...browser.kept], once);
});

test("what the browser has no room for, or has from a later version, is said", () => {
  const found = unpack(pack(filled(), SAVED), "acme");
  assert.equal(bring(keeping(storage({}, 10), "acme"), found), "full");
  const later = storage({ "acme:v1:checklist:real": "{\"schema\":2}" });
  assert.equal(bring(keeping(later, "acme"), found), "newer");
  assert.equal(later.kept.get("acme:v1:checklist:real"), "{\"schema\":2}");
});

const file = (changes, things = { "lesson:empathy": LESSON }) => JSON.stringify({ extramile: 1, site: "acme", saved: SAVED, things, ...changes });
const deep = `${"[".repeat(50000)}${"]".repeat(50000)}`;

for (const [what, text] of Object.entries({
  "no JSON": "extramile", "an empty file": "", "null": "null", "a list": "[]", "a number": "1",
  "a newer format": file({ extramile: 2 }), "no format": file({ extramile: undefined }),
  "another site": file({ site: "other" }), "no things": file({ things: undefined }), "a list of things": file({ things: [] }),
  "a thing of another name": file({}, { "lesson:other": LESSON }), "a thing without a kind": file({}, { empathy: LESSON }),
  "a key outside of the site": file({}, { "lesson:empathy:broken": LESSON }),
  "a newer value": file({}, { "lesson:empathy": { ...LESSON, schema: 2 } }),
  "a broken value beside a sound one": file({}, { "lesson:empathy": LESSON, "checklist:real": { ...CHECKLIST, attempts: {} } }),
  "a value that is none": file({}, { "lesson:empathy": null }),
  "a prototype": file().replace("\"id\"", "\"__proto__\":{\"isAdmin\":true},\"id\""),
  "a prototype deep inside": file({}, { "checklist:real": CHECKLIST }).replace("\"ask\":2", "\"__proto__\":{\"a\":1}"),
  "a prototype as a thing": file().replace("\"lesson:empathy\":", "\"__proto__\":{},\"lesson:empathy\":"),
  "an abyss": file({}, { "lesson:empathy": { ...LESSON, note: "abyss" } }).replace("\"abyss\"", deep),
})) {
  test(`nothing is taken from a file that is not ours: ${what}`, () => assert.equal(unpack(text, "acme"), null));
}

test("attempts of both are kept, in their order, each once", () => {
  const [a, b, c] = [attempt(1), attempt(2), attempt(3)];
  assert.deepEqual(merge({ attempts: [a, c] }, { attempts: [b, c] }), { attempts: [a, b, c] });
});

test("of two attempts at the same moment one stays, the same from either side", () => {
  const [one, other] = [[attempt(1, { ask: 1 })], [attempt(1, { ask: 2 })]];
  assert.equal(merge(one, other).length, 1);
  assert.deepEqual(merge(one, other), merge(other, one));
});

test("the fifty newest attempts are kept", () => {
  const all = Array.from({ length: 60 }, (_, n) => attempt(n));
  assert.deepEqual(newest(all), all.slice(10));
  assert.deepEqual(merge(all.slice(0, 40), all.slice(30)), all.slice(10));
});

test("of two drafts the later one counts as a whole", () => {
  const early = { draft: { answers: { a: 1, b: 1 }, at: moment(1) } };
  const late = { draft: { answers: { a: 2 }, at: moment(2) } };
  assert.deepEqual(merge(early, late), late);
  assert.deepEqual(merge(late, early), late);
});

test("a draft that does not say when it was made is the oldest", () => {
  const dated = { draft: { answers: { a: 1 }, at: moment(1) } };
  for (const at of ["zzz", "", "99999999"]) {
    const undated = { draft: { answers: { a: 2 }, at } };
    assert.deepEqual(merge(dated, undated), dated);
    assert.deepEqual(merge(undated, dated), dated);
  }
});

test("what only one side has stays", () => {
  const mine = { schema: 1, id: "a", done: { is: true, at: moment(1) }, reviews: { one: [{ at: moment(1), note: "x" }] } };
  const theirs = { schema: 1, id: "a", opened: { title: "A", at: moment(2) }, reviews: { two: [{ at: moment(2), note: "y" }] } };
  assert.deepEqual(merge(mine, theirs), { ...mine, ...theirs, reviews: { ...mine.reviews, ...theirs.reviews } });
  assert.deepEqual(merge(undefined, mine), mine);
  assert.deepEqual(merge(mine, undefined), mine);
});

test("of two texts without a date mine counts", () => assert.equal(merge({ name: "Ada" }, { name: "Bea" }).name, "Ada"));

test("keys that every object has are keys like any other", () => {
  assert.deepEqual(merge({ cards: {} }, { cards: { constructor: { box: 1, at: moment(1) } } }),
    { cards: { constructor: { box: 1, at: moment(1) } } });
});

test("merging again changes nothing, and of dated things it does not matter who begins", () => {
  const keys = (value) => JSON.parse(JSON.stringify(value), (key, inner) => (inner && typeof inner === "object" && !Array.isArray(inner)
    ? Object.fromEntries(Object.entries(inner).sort()) : inner));
  const variants = [CHECKLIST, { ...CHECKLIST, attempts: [attempt(1, { ask: 0 }), attempt(4)] }, { ...CHECKLIST, draft: undefined },
    { ...CHECKLIST, draft: { ...CHECKLIST.draft, answers: {} } }, { schema: 1, id: "real" }];
  for (const a of variants) {
    for (const b of variants) {
      const both = merge(a, b);
      assert.deepEqual(keys(merge(b, a)), keys(both));
      assert.deepEqual(merge(both, b), both);
      assert.deepEqual(keys(merge(a, both)), keys(both));
    }
  }
});
