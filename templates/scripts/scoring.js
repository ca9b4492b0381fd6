/* How answers become scores, and when two attempts can be compared. It knows no page: a global for the page's scripts,
   an export for node. The program scores alike (generator/model/scoring.py); tests/scoring.json holds both to it. */
(function () {
  "use strict";

  /* The score of an area, 0 to 100, rounded half up; null where fewer than half of its statements count. An answer is
     [value, whether the statement is reversed]; what is no place on the scale does not count. */
  function score(answers, highest) {
    const counted = answers.filter(([value]) => Number.isInteger(value) && value >= 0 && value <= highest);
    if (!counted.length || counted.length * 2 < answers.length) return null;
    const sum = counted.reduce((total, [value, isReversed]) => total + (isReversed ? highest - value : value), 0);
    const most = counted.length * highest;
    return Math.floor((200 * sum + most) / (2 * most));
  }

  /* An attempt is comparable in an area where it knew at least half of the statements that are asked now. */
  const isComparable = (items, attempt) =>
    items.filter((item) => Object.hasOwn(attempt.answers, item)).length * 2 >= items.length;

  const isScore = (value) => Number.isInteger(value) && value >= 0 && value <= 100;

  /* By how much an area has changed since an attempt; null where nothing fair can be said. */
  function change(area, items, scores, attempt) {
    const [now, then] = [scores[area], attempt.scores[area]];
    return isScore(now) && isScore(then) && isComparable(items, attempt) ? now - then : null;
  }

  /* A moment as the day that it is here: 2027-03-01. */
  function dayOf(moment) {
    const here = new Date(moment);
    return new Date(here - here.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
  }

  /* Whether an attempt says nothing new: the same answers as the last one, given on the same day or not given again. */
  const isRepeated = (last, attempt, givenAt) => last?.revision === attempt.revision
    && Object.entries(attempt.answers).every(([item, value]) => (last.answers?.[item] ?? null) === value)
    && (dayOf(last.at) === dayOf(attempt.at) || !(givenAt > last.at));

  const isMap = (value) => !!value && typeof value === "object" && !Array.isArray(value);

  /* The attempts of a stored value that can be shown. */
  const sound = (attempts = []) => attempts.filter(({ at, answers, scores }) =>
    typeof at === "string" && !Number.isNaN(Date.parse(at)) && isMap(answers) && isMap(scores));

  const scoring = { score, isScore, change, dayOf, isRepeated, sound };
  if (typeof module === "object") module.exports = scoring;
  else globalThis.extramile = { ...globalThis.extramile, scoring };
})();
