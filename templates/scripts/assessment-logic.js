/* What a self-assessment knows without a page: scores, attempts, links that share one, tables for spreadsheets. A global
   for the page's scripts, an export for node. The program scores alike (generator/model/scoring.py); tests/scoring.json
   holds both to it. */
(function () {
  "use strict";
  const { dayOf, isPlain } = typeof module === "object"
    ? { ...require("./calendar.js"), ...require("./keeping.js") } : globalThis.extramile;

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

  /* Whether an attempt says nothing new: the same answers as the last one, given on the same day or not given again. */
  const isRepeated = (last, attempt, givenAt) => last?.revision === attempt.revision
    && Object.entries(attempt.answers).every(([item, value]) => (last.answers?.[item] ?? null) === value)
    && (dayOf(last.at) === dayOf(attempt.at) || !(givenAt > last.at));

  /* The attempts of a stored value that can be shown. */
  const sound = (attempts = []) => attempts.filter(({ at, answers, scores }) =>
    typeof at === "string" && dayOf(at) && isPlain(answers) && isPlain(scores));

  /* A result in an address: #r=1.<checklist>.<revision>.<one character for each statement>. Behind the # no server sees
     it. A character is the place of the answer on the scale, x for "does not apply", or - for none. */
  const LINK = /^#r=1\.([a-z0-9-]+)\.(\d{1,6})\.([0-9x-]{1,500})$/;

  const share = (id, revision, values) => `#r=1.${id}.${revision}.${values.map((value) => value ?? "-").join("")}`;

  const valueOf = (sign) => {
    if (sign === "-") return null;
    return sign === "x" ? sign : Number(sign);
  };

  /* What an address shares of a checklist of so many statements and this highest answer: undefined where it shares
     nothing; no values where it is a link for another checklist, or for one that has changed too much. */
  function shared(hash, { id, revision, count, highest }) {
    if (!hash.startsWith("#r=")) return undefined;
    const [, of, made, signs] = LINK.exec(hash) ?? [];
    const values = [...(signs ?? "")].map(valueOf);
    const fits = of === id && values.length === count && !values.some((value) => value > highest);
    return { values: fits ? values : null, isRevised: Number(made) !== revision };
  }

  /* Rows as a file for spreadsheets (RFC 4180), which open it as UTF-8 for its mark in front. A text that a spreadsheet
     would take for a formula gets an apostrophe. */
  function cell(value) {
    if (typeof value === "number") return String(value);
    const text = String(value ?? "").replace(/^(?=\s*[=+\-@\t\r])/, "'");
    return /[",;\t\r\n]/.test(text) ? `"${text.replace(/"/g, "\"\"")}"` : text;
  }

  const csv = (rows) => `\uFEFF${rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`;

  const logic = { score, isScore, change, isRepeated, sound, share, shared, csv };
  if (typeof module === "object") module.exports = logic;
  else globalThis.extramile = { ...globalThis.extramile, assessment: logic };
})();
