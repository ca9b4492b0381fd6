"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { cardsOf, isDue, due, spread, session, isOver, answered, counts, next } = require("../../templates/scripts/recall-logic.js");

const NOW = Date.parse("2027-05-01T10:00:00Z");
const lesson = (kept = {}, cards = ["point"], id = "a", since = "2027-04-01T10:00:00Z") => ({ id, since, cards, kept });
const only = (kept, now = NOW) => cardsOf(lesson({ point: kept }), now)[0];

/* Does something as if the computer were elsewhere. */
function within(zone, doing) {
  const before = process.env.TZ;
  process.env.TZ = zone;
  try {
    return doing();
  } finally {
    if (before === undefined) delete process.env.TZ; else process.env.TZ = before;
  }
}

test("a new card waits in the first box since its lesson was done, and is due at once", () => {
  const [card] = cardsOf(lesson(), NOW);
  assert.deepEqual(card, { lesson: "a", name: "point", box: 1, isNew: true, due: Date.parse("2027-04-01T10:00:00Z") });
  assert.equal(isDue(card, NOW), true);
});

test("a card answered well moves to the next box, and stays in the last", () => {
  const boxes = [1, 2, 3].map((box) => answered({ box }, true, NOW));
  assert.deepEqual(boxes.map(({ box }) => box), [2, 3, 3]);
  assert.deepEqual(boxes[0], { box: 2, at: "2027-05-01T10:00:00.000Z" });
});

test("a card not known goes back to the first box, wherever it was", () => {
  for (const box of [1, 2, 3]) assert.equal(answered({ box }, false, NOW).box, 1);
});

for (const zone of ["UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Europe/London", "America/New_York", "Africa/Cairo"]) {
  test(`a card is due on the first, the seventh or the thirtieth day after, from its beginning: ${zone}`, () => within(zone, () => {
    for (const hour of [0, 12, 23]) {
      for (const [box, days] of [[1, 1], [2, 7], [3, 30]]) {
        const at = new Date(2027, 2, 10, hour, 59).toISOString();
        const day = new Date(2027, 2, 10 + days);
        const card = (time) => only({ box, at }, time);
        assert.equal(card(NOW).due, +day);
        assert.equal(isDue(card(+day - 1), +day - 1), false);
        assert.equal(isDue(card(+day), +day), true);
      }
    }
  }));
}

test("days of 23 and of 25 hours are days", () => within("Europe/London", () => {
  const dueAfter = (...evening) => only({ box: 1, at: new Date(...evening).toISOString() }, +new Date(2028, 0)).due;
  assert.equal(dueAfter(2027, 2, 27, 23, 30), +new Date(2027, 2, 28));
  assert.equal(dueAfter(2027, 2, 28, 0, 30), +new Date(2027, 2, 29));
  assert.equal(dueAfter(2027, 9, 31, 23, 30), +new Date(2027, 10, 1));
  assert.equal(dueAfter(2027, 9, 30, 23, 30), +new Date(2027, 9, 31));
}));

test("where a day has no midnight, a card is due with its first minute", () => within("Africa/Cairo", () => {
  const at = new Date(2027, 3, 29, 20).toISOString();
  assert.equal(new Date(only({ box: 1, at }, +new Date(2028, 0)).due).getDate(), 30);
}));

const HOSTILE = [null, 1, "text", [], {}, { box: 2 }, { at: "2027-04-30T10:00:00Z" }, { box: "2", at: "2027-04-30T10:00:00Z" },
  { box: 0, at: "2027-04-30T10:00:00Z" }, { box: 4, at: "2027-04-30T10:00:00Z" }, { box: 1.5, at: "2027-04-30T10:00:00Z" },
  { box: -1, at: "2027-04-30T10:00:00Z" }, { box: null, at: "2027-04-30T10:00:00Z" }, { box: [2], at: "2027-04-30T10:00:00Z" },
  { box: "length", at: "2027-04-30T10:00:00Z" }, { box: 2, at: 5 }, { box: 2, at: null }, { box: 2, at: "soon" },
  { box: 2, at: "9999-01-01T00:00:00Z" }, { box: 2, at: {} }];

for (const value of HOSTILE) {
  test(`what cannot be a place is a new card: ${JSON.stringify(value)}`, () => {
    const card = only(value);
    assert.deepEqual([card.box, card.isNew, isDue(card, NOW)], [1, true, true]);
  });
}

test("cards that the lesson does not have are nobody's, whatever their names", () => {
  const kept = JSON.parse('{"__proto__": {"box": 3, "at": "2027-04-30T10:00:00Z"}, "constructor": 1, "gone": {"box": 3, "at": "2027-04-30T10:00:00Z"}}');
  assert.deepEqual(cardsOf(lesson(kept), NOW).map(({ name, box }) => [name, box]), [["point", 1]]);
  assert.equal(cardsOf(lesson({}, ["constructor", "__proto__"]), NOW).every((card) => card.isNew), true);
});

for (const since of [undefined, null, 7, "once", "9999-01-01T00:00:00Z"]) {
  test(`a lesson done at no time that can be has cards that waited longest: ${since}`, () => {
    const [card] = cardsOf({ ...lesson(), since }, NOW);
    assert.equal(card.due, 0);
    assert.equal(isDue(card, NOW), true);
  });
}

const card = (id, box, waited, isNew = false) => ({ lesson: id, name: `${id}${box}${waited}`, box, isNew, due: NOW - waited });
const names = (cards) => cards.map(({ name }) => name);

test("the least known comes first, and of these what has waited longest", () => {
  const cards = [card("a", 3, 9), card("b", 1, 2), card("c", 2, 5), card("d", 1, 7), card("e", 1, -1)];
  assert.deepEqual(names(due(cards, NOW)), ["d17", "b12", "c25", "a39"]);
});

test("cards of one lesson do not follow each other where that can be avoided", () => {
  const lessons = (text) => spread([...text].map((id, n) => card(id, 1, 100 - n))).map((each) => each.lesson).join("");
  assert.equal(lessons("abc"), "abc");
  assert.equal(lessons("aabb"), "abab");
  assert.equal(lessons("bcaa"), "baca");
  assert.equal(lessons("bcaaa"), "abaca");
  assert.equal(lessons("aaab"), "abaa");
  assert.equal(lessons("aa"), "aa");
  assert.equal(lessons(""), "");
});

test("whatever the mix, two of a lesson are neighbours only where they must be", () => {
  let seed = 7;
  const random = (below) => { seed = (seed * 48271) % 2147483647; return seed % below; };
  for (let round = 0; round < 300; round++) {
    const cards = Array.from({ length: 1 + random(20) }, (_, n) => card("abcd"[random(1 + random(4))], 1, 100 - n));
    const order = spread(cards);
    const pairs = order.filter((each, n) => n && order[n - 1].lesson === each.lesson).length;
    const most = Math.max(...[..."abcd"].map((id) => cards.filter((each) => each.lesson === id).length));
    assert.deepEqual(names(order).sort(), names(cards).sort());
    assert.equal(pairs, Math.max(0, most - 1 - (cards.length - most)));
  }
});

test("a session has twenty cards at most, the least known of all", () => {
  const cards = Array.from({ length: 30 }, (_, n) => card(`l${n}`, n < 15 ? 3 : 1, n + 1));
  const chosen = session(cards, NOW);
  assert.equal(chosen.length, 20);
  assert.equal(chosen.filter(({ box }) => box === 1).length, 15);
});

test("a session is over after ten minutes, not before", () => {
  assert.equal(isOver(NOW, NOW + 599999), false);
  assert.equal(isOver(NOW, NOW + 600000), true);
});

test("every card is in one of three boxes", () => {
  assert.deepEqual(counts([card("a", 1, 1), card("b", 3, 1), card("c", 3, -1)]), [1, 0, 2]);
  assert.deepEqual(counts([]), [0, 0, 0]);
});

test("the next day is that of the first card which is not due yet", () => {
  assert.equal(next([card("a", 1, 5), card("b", 2, -9), card("c", 3, -4)], NOW), NOW + 4);
  assert.equal(next([card("a", 1, 5)], NOW), undefined);
});
