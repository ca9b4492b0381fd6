"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { keeping } = require("../../templates/scripts/keeping.js");

/* A storage as browsers have it, with room for so many letters. */
function storage(contents = {}, room = Infinity) {
  const kept = new Map(Object.entries(contents));
  const size = () => [...kept].reduce((sum, [key, value]) => sum + key.length + value.length, 0);
  return {
    kept,
    get length() { return kept.size; },
    key: (n) => [...kept.keys()][n] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    removeItem: (key) => { kept.delete(key); },
    setItem(key, value) {
      const before = kept.get(key);
      kept.set(key, value);
      if (size() <= room) return;
      if (before === undefined) kept.delete(key); else kept.set(key, before);
      throw new Error("QuotaExceededError");
    },
  };
}

const KEY = "acme:v1:checklist:real";
const VALUE = { schema: 1, id: "real", draft: { revision: 1, answers: { listen: 3 }, at: "2027-03-01T08:00:00.000Z" } };

test("where nothing is kept, there is a new value, and reading stores nothing", () => {
  const empty = storage();
  assert.deepEqual(keeping(empty, "acme").read("checklist", "real"), { state: "new", value: { schema: 1, id: "real" } });
  assert.equal(empty.kept.size, 0);
});

test("what was written is read again, under a key that names site, kind and thing", () => {
  const browser = storage();
  assert.equal(keeping(browser, "acme").write("checklist", "real", VALUE), "saved");
  assert.deepEqual([...browser.kept.keys()], [KEY]);
  assert.deepEqual(keeping(browser, "acme").read("checklist", "real"), { state: "kept", value: VALUE });
  assert.equal(keeping(browser, "other").read("checklist", "real").state, "new");
});

for (const text of ["", "{", "null", "[]", "1", "\"text\"", "{}", "{\"schema\":1}", "{\"schema\":1,\"id\":\"other\"}",
  "{\"schema\":\"1\",\"id\":\"real\"}", "{\"schema\":0,\"id\":\"real\"}", "{\"schema\":1,\"id\":\"real\",\"draft\":[]}",
  "{\"schema\":1,\"id\":\"real\",\"draft\":{\"answers\":[1]}}", "{\"schema\":1,\"id\":\"real\",\"attempts\":{}}",
  "{\"schema\":1,\"id\":\"real\",\"attempts\":[null]}", "{\"schema\":1,\"id\":\"real\",\"opened\":\"yes\"}"]) {
  test(`what cannot be read is put aside: ${text}`, () => {
    const browser = storage({ [KEY]: text });
    assert.deepEqual(keeping(browser, "acme").read("checklist", "real"), { state: "broken", value: { schema: 1, id: "real" } });
    assert.deepEqual([...browser.kept], [[`${KEY}:broken`, text]]);
    assert.equal(keeping(browser, "acme").write("checklist", "real", VALUE), "saved");
    assert.equal(browser.kept.get(`${KEY}:broken`), text);
  });
}

test("what was put aside before stays beside what is put aside now", () => {
  const browser = storage({ [KEY]: "{", [`${KEY}:broken`]: "{older" });
  const store = keeping(browser, "acme");
  assert.equal(store.read("checklist", "real").state, "broken");
  assert.deepEqual([...browser.kept], [[`${KEY}:broken`, "{older"], [`${KEY}:broken:broken`, "{"]]);
  store.forget("checklist", "real");
  assert.equal(browser.kept.size, 0);
});

test("what cannot be read stays where it is when there is no room to put it aside, and nothing takes its place", () => {
  const browser = storage({ [KEY]: "{" }, KEY.length + 1);
  const store = keeping(browser, "acme");
  assert.equal(store.read("checklist", "real").state, "full");
  assert.equal(store.write("checklist", "real", VALUE), "full");
  assert.deepEqual([...browser.kept], [[KEY, "{"]]);
});

test("nothing that is kept stops whoever makes a text or a number of it", () => {
  const text = JSON.stringify({ ...VALUE, draft: { answers: { listen: { toString: 1, valueOf: 1 } }, at: { toString: 1 } } });
  const { state, value } = keeping(storage({ [KEY]: text }), "acme").read("checklist", "real");
  assert.equal(state, "kept");
  assert.equal(`${value.draft.answers.listen}`, "[object Object]");
  assert.ok(Number.isNaN(Number(value.draft.at)));
});

test("what a later version has written is not touched", () => {
  const text = "{\"schema\":2,\"anything\":[1]}";
  const browser = storage({ [KEY]: text });
  const store = keeping(browser, "acme");
  assert.equal(store.read("checklist", "real").state, "newer");
  assert.equal(store.write("checklist", "real", VALUE), "newer");
  assert.equal(store.change("checklist", "real", () => {}), "newer");
  assert.deepEqual([...browser.kept], [[KEY, text]]);
});

test("where there is no room, it says so and keeps what was there", () => {
  const text = JSON.stringify(VALUE);
  const browser = storage({ [KEY]: text }, KEY.length + text.length + 5);
  const more = { ...VALUE, draft: { ...VALUE.draft, answers: { listen: 3, ask: "a long answer" } } };
  assert.equal(keeping(browser, "acme").write("checklist", "real", more), "full");
  assert.equal(browser.kept.get(KEY), text);
});

test("where the browser keeps nothing, it says that it is for this visit", () => {
  assert.equal(keeping({ ...storage(), isMemory: true }, "acme").write("checklist", "real", VALUE), "visit");
});

test("a change is made to what is stored now", () => {
  const browser = storage();
  const [one, other] = [keeping(browser, "acme"), keeping(browser, "acme")];
  one.change("lesson", "a", (lesson) => { lesson.opened = { title: "A", at: "1" }; });
  other.change("lesson", "a", (lesson) => { lesson.done = { is: true, at: "2" }; });
  assert.deepEqual(one.read("lesson", "a").value,
    { schema: 1, id: "a", opened: { title: "A", at: "1" }, done: { is: true, at: "2" } });
});

test("forgetting a thing takes its copy set aside with it, and nothing else", () => {
  const browser = storage({ [KEY]: "{}", [`${KEY}:broken`]: "x", "acme:v1:checklist:real-2": "{}", "other:v1:checklist:real": "{}" });
  keeping(browser, "acme").forget("checklist", "real");
  assert.deepEqual([...browser.kept.keys()], ["acme:v1:checklist:real-2", "other:v1:checklist:real"]);
});

test("the keys of a course are its own alone", () => {
  const browser = storage({ "acme:v1:lesson:b": "{}", "acme:v2:lesson:a": "{}", "acme-2:v1:lesson:a": "{}", "/.__palette": "{}" });
  assert.deepEqual(keeping(browser, "acme").keys(), ["acme:v1:lesson:b", "acme:v2:lesson:a"]);
});
