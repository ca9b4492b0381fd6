"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { formerly } = require("../../templates/scripts/formerly.js");

const SITE = "acme";
const MOVES = { "checklist:real": "true", "lesson:ear": "listen" };
const at = (n) => new Date(Date.UTC(2027, 0, 1 + n)).toISOString();
const attempt = (n) => ({ revision: 1, answers: { ask: n }, scores: {}, at: at(n) });
const draft = (n, answers = { ask: n }) => ({ revision: 1, answers, at: at(n) });

/* A browser in which these things are stored, after the names were followed so many times. */
function followed(things, { times = 1, room = Infinity, moves = MOVES } = {}) {
  const kept = new Map(Object.entries(things).map(([thing, value]) =>
    [`${SITE}:v1:${thing}`, typeof value === "string" ? value : JSON.stringify({ schema: 1, id: thing.split(":")[1], ...value })]));
  const storage = {
    get length() { return kept.size; },
    key: (n) => [...kept.keys()][n] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    removeItem: (key) => { kept.delete(key); },
    setItem: (key, text) => {
      if (text.length > room) throw new Error("full");
      kept.set(key, text);
    },
  };
  for (let n = 0; n < times; n += 1) formerly(storage, { site: SITE, moves });
  const parse = (text) => { try { return JSON.parse(text); } catch (broken) { return text; } };
  return Object.fromEntries([...kept].map(([key, text]) => [key.replace(`${SITE}:v1:`, ""), parse(text)]));
}

test("what was stored under a former id is found under the present one, and only there", () => {
  const value = { draft: draft(1), attempts: [attempt(1)] };
  assert.deepEqual(followed({ "checklist:real": value, "checklist:other": value }), {
    "checklist:other": { schema: 1, id: "other", ...value },
    "checklist:true": { schema: 1, id: "true", ...value },
  });
});

test("where nothing was stored, nothing is", () => {
  assert.deepEqual(followed({}), {});
});

test("attempts under both names become one history", () => {
  const { "checklist:true": both } = followed({ "checklist:real": { attempts: [attempt(1)] }, "checklist:true": { attempts: [attempt(2)] } });
  assert.deepEqual(both.attempts, [attempt(1), attempt(2)]);
});

test("of two drafts the later one counts, and the other stays to be seen", () => {
  for (const [was, now] of [[1, 2], [2, 1]]) {
    const after = followed({ "checklist:real": { draft: draft(was) }, "checklist:true": { draft: draft(now) } });
    assert.deepEqual(after["checklist:true"].draft, draft(2));
    assert.deepEqual(after["checklist:real-earlier"], { schema: 1, id: "real-earlier", draft: draft(1) });
    assert.equal(after["checklist:real"], undefined);
  }
});

test("a second draft that stays to be seen does not take the place of the first", () => {
  const first = { "checklist:real-earlier": { draft: draft(0) } };
  const after = followed({ ...first, "checklist:real": { draft: draft(1) }, "checklist:true": { draft: draft(2) } });
  assert.deepEqual(after["checklist:real-earlier"].draft, draft(0));
  assert.deepEqual(after["checklist:real-earlier-earlier"].draft, draft(1));
  assert.deepEqual(followed({ ...after, "checklist:real": { draft: draft(1) } }), after);
});

test("a draft that says the same leaves nothing behind", () => {
  const after = followed({ "checklist:real": { draft: draft(1, { ask: 3 }) }, "checklist:true": { draft: draft(2, { ask: 3 }) } });
  assert.deepEqual(Object.keys(after), ["checklist:true"]);
});

test("what is done stays done", () => {
  const after = followed({ "lesson:ear": { done: { is: true, at: at(1) } }, "lesson:listen": { opened: { title: "Listen", at: at(2) } } });
  assert.deepEqual(after, { "lesson:listen": { schema: 1, id: "listen", done: { is: true, at: at(1) }, opened: { title: "Listen", at: at(2) } } });
});

test("to follow the names again changes nothing", () => {
  const things = { "checklist:real": { draft: draft(1) }, "checklist:true": { draft: draft(2) }, "lesson:ear": { done: { is: true, at: at(1) } } };
  assert.deepEqual(followed(things, { times: 3 }), followed(things));
});

test("what cannot be read, or a later version wrote, stays where it is", () => {
  assert.deepEqual(followed({ "checklist:real": { schema: 2 } }), { "checklist:real": { schema: 2, id: "real" } });
  assert.deepEqual(followed({ "checklist:real": "no json" }), { "checklist:real:broken": "no json" });
  const newer = { "checklist:real": { draft: draft(1) }, "checklist:true": { schema: 2 } };
  assert.deepEqual(followed(newer)["checklist:real"].draft, draft(1));
});

test("where there is no room, what is stored stays", () => {
  const after = followed({ "checklist:real": { draft: draft(1) } }, { room: 5 });
  assert.deepEqual(after["checklist:real"].draft, draft(1));
});
