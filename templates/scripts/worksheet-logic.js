/* What a filled worksheet says: answers in plain words, and when to look back at what was promised. It knows no page: a
   global for the page's scripts, an export for node.

   A step is { id, kind, heading, options: { <value>: label }, columns, rows }, kind being the kind of its answer; answers
   are texts by the names of their controls, which are the step's id or, in a table, <step>.<row>.<column>. */
(function () {
  "use strict";
  const { dayOf, later } = typeof module === "object" ? require("./calendar.js") : globalThis.extramile;
  const RATINGS = ["kept", "partly", "not-yet"];

  const names = ({ id, kind, columns, rows }) => (kind === "table"
    ? Array.from({ length: rows }, (_, row) => columns.map((_, column) => `${id}.${row + 1}.${column + 1}`)) : [[id]]);

  /* What was answered, trimmed; nothing where what is stored is no text. */
  const said = (answers, name) => {
    const answer = Object.hasOwn(answers, name) ? answers[name] : "";
    return typeof answer === "string" ? answer.trim() : "";
  };

  const isAnswered = (step, answers) => names(step).flat().some((name) => said(answers, name));

  /* An answer as it is read: days in words, the words of a choice, and of a table each row with something in it. */
  function plain(step, answers, day) {
    if (step.kind === "table") {
      return names(step).map((row) => row.map((name, column) => [step.columns[column], said(answers, name)])
        .filter(([, cell]) => cell).map((pair) => pair.join(": ")).join("; ")).filter(Boolean).join("\n");
    }
    const answer = said(answers, step.id);
    if (step.kind === "date") return day(answer);
    return (Object.hasOwn(step.options, answer) && step.options[answer]) || answer;
  }

  /* The first words of a text, for a line that has to be short. */
  function brief(text, most = 80) {
    const line = text.replace(/\s+/g, " ").trim();
    const start = Array.from(line).slice(0, most).join("");
    return start === line ? line : `${start.replace(/\s+\S*$/, "")} …`;
  }

  /* The looks back at one commitment that make sense, oldest first, each with its day. */
  const reviewed = (stored) => (Array.isArray(stored) ? stored : [])
    .filter((review) => dayOf(review?.at) && typeof review.note === "string"
      && (RATINGS.includes(review.outcome) || (review.outcome === "" && review.note)))
    .map((review) => ({ ...review, day: dayOf(review.at) })).sort((a, b) => (a.day < b.day ? -1 : 1));

  /* The days on which to look back at what was promised for a day. */
  const checkIns = (day, numbers) => numbers.map((n) => later(day, n)).filter(Boolean);

  /* The check-in that has come and was not used since; nothing where there is none. */
  function due(day, numbers, reviews, today) {
    const last = checkIns(day, numbers).filter((each) => each <= today).sort().pop();
    return last && !reviews.some((review) => review.outcome && review.day >= last) ? last : undefined;
  }

  /* The list of looks back with that of today put in: one a day, so that it can be corrected. */
  function withReview(stored, review) {
    const others = reviewed(stored).filter(({ day }) => day !== dayOf(review.at)).map(({ outcome, note, at }) => ({ outcome, note, at }));
    return review.outcome || review.note ? [...others, review] : others;
  }

  /* A whole sheet as a text to keep or to send. A part is { heading, text, notes }. */
  const asText = (title, parts, empty) => [title, "", ...parts.flatMap(({ heading, text, notes }) =>
    [heading, text || empty, ...notes, ""])].join("\n");

  const logic = { names, said, isAnswered, plain, brief, reviewed, checkIns, due, withReview, asText };
  if (typeof module === "object") module.exports = logic;
  else globalThis.extramile = { ...globalThis.extramile, ...logic };
})();
