/* What comes back when, in three boxes (Leitner). It knows no page: a global for the page's scripts, an export for node.

   A lesson is { id, since, cards: [name], kept: { <card>: { box, at } } }: `since` is when it was done, `kept` what is
   stored of its cards, whoever wrote it. A card is { lesson, name, box, isNew, due }, `due` in milliseconds. */
(function () {
  "use strict";
  const DAYS = [1, 7, 30];
  const BOXES = DAYS.length;
  const MOST_CARDS = 20;
  const MOST_MINUTES = 10;
  const DAY = 86400000;

  /* A moment in milliseconds; nothing where it is none, or lies ahead by more than clocks differ. */
  function moment(at, now) {
    const time = typeof at === "string" ? Date.parse(at) : NaN;
    return time <= now + DAY ? time : undefined;
  }

  /* The beginning of the day so many days later, as the learner's calendar counts: at whatever hour somebody practises,
     the card is due when the day begins, and a day of 23 or 25 hours is a day. */
  function daysLater(time, days) {
    const day = new Date(time);
    return +new Date(day.getFullYear(), day.getMonth(), day.getDate() + days);
  }

  /* What is stored of a card, if it can be believed. */
  function placed(kept, name, now) {
    const value = Object.hasOwn(kept, name) ? kept[name] : undefined;
    const at = moment(value?.at, now);
    return at !== undefined && DAYS[value.box - 1] && Number.isInteger(value.box) ? { box: value.box, at } : undefined;
  }

  /* New cards wait in the first box, and are due at once. */
  function cardsOf(lesson, now) {
    return lesson.cards.map((name) => {
      const place = placed(lesson.kept, name, now);
      return {
        lesson: lesson.id,
        name,
        box: place?.box ?? 1,
        isNew: !place,
        due: place ? daysLater(place.at, DAYS[place.box - 1]) : moment(lesson.since, now) ?? 0,
      };
    });
  }

  const isDue = (card, now) => card.isNew || card.due <= now;

  /* What is due, the least known first: by box, and in a box what has waited longest. */
  const due = (cards, now) => cards.filter((card) => isDue(card, now))
    .sort((one, other) => one.box - other.box || one.due - other.due);

  /* In the same order as far as it can be, but without two cards of a lesson in a row where that can be avoided: a lesson
     with more than half of the rest must come now. */
  function spread(cards) {
    const rest = [...cards];
    const order = [];
    const left = (lesson) => rest.filter((card) => card.lesson === lesson).length;
    while (rest.length) {
      const last = order[order.length - 1]?.lesson;
      const next = rest.find((card) => left(card.lesson) * 2 > rest.length && card.lesson !== last)
        ?? rest.find((card) => card.lesson !== last) ?? rest[0];
      order.push(...rest.splice(rest.indexOf(next), 1));
    }
    return order;
  }

  /* The cards of one session. */
  const session = (cards, now) => spread(due(cards, now).slice(0, MOST_CARDS));

  const isOver = (began, now) => now - began >= MOST_MINUTES * 60000;

  /* Where a card goes. */
  const answered = (card, well, now) => ({ box: well ? Math.min(card.box + 1, BOXES) : 1, at: new Date(now).toISOString() });

  /* How many cards are in each box. */
  const counts = (cards) => DAYS.map((_, n) => cards.filter((card) => card.box === n + 1).length);

  /* When the next card is due that is not due yet; nothing where none is left. */
  function next(cards, now) {
    const times = cards.filter((card) => !isDue(card, now)).map((card) => card.due);
    return times.length ? Math.min(...times) : undefined;
  }

  const logic = { cardsOf, isDue, due, spread, session, isOver, answered, counts, next };
  if (typeof module === "object") module.exports = logic;
  else globalThis.extramile = { ...globalThis.extramile, recall: logic };
})();
