/* A told story as the file that the course is made of, in the canonical form in which the course writes its files itself
   (YAML). Whatever was typed, the file passes the checks of the course and shows what was typed, letter for letter: signs
   that mean something to Markdown are escaped, and characters that nobody sees are left out. It knows no page: a global
   for the page's scripts, an export for node.

     storyFile(answers, markdown)  { name, text, missing, tooLong, values }. Answers are texts by the keys of a story; `missing` are
                         the keys that a story cannot do without, `tooLong` those that hold too much, by how much they
                         hold. Where either is not empty, the file would not pass. `markdown` says how a line and how
                         several paragraphs are written; story-text.js knows another way, and how to write what is kept. */
(function () {
  "use strict";
  /* The keys in the order of the file, each with what may stand there:
       plain   one line, shown as it is, or one of the values of the key
       line    one line of Markdown
       prose   paragraphs of Markdown
       list    several lines of Markdown
       names   several plain lines
       ids     the ids of lessons, each on a line
       url     an address of the web
       kept    what looks private and may stay: on each line what it is, a tab, and the reason
       day     a day as 2027-06-30 */
  const KEYS = {
    title: "plain", summary: "plain", body: "prose", key_learning_point: "line", outcome: "plain", where: "plain",
    sector: "plain", what_made_the_difference: "prose", discussion_questions: "list", action_steps: "list", lessons: "ids",
    source: "line", source_url: "url", told_by: "plain", told_as: "plain", consent: "plain", privacy_checked: "kept",
    review_by: "day", tags: "names",
  };
  const REQUIRED = ["title", "summary", "body", "key_learning_point"];
  const MOST = { plain: 200, line: 1000, list: 1000, prose: 40000, url: 2000, ids: 80 };
  const MOST_NAMES = 12;
  /* Paragraphs stay shorter than the longest line of a file. */
  const LONGEST = 1900;

  /* Line ends of all kinds. What nobody sees, apart from what joins signs or chooses a form of one; and these where no sign
     is in front of them; half characters, and piles of signs on a letter. Spaces of all kinds. */
  const clean = (text) => text.replace(/\r\n?|[\x0b\f\x85\u2028\u2029]/g, "\n")
    .replace(/(?![\n\t\p{Cn}\p{Join_C}\p{VS}\u0600-\u0605\u06dd\u070f\u08e2])[\p{C}\p{DI}\u2800\ufffc\ufffd]|\p{NChar}/gu, "")
    .replace(/(?<![^\0-\xa0\p{Join_C}\p{VS}]\p{VS}?)\p{Join_C}|(?<![^\0-\xa0\p{Join_C}\p{VS}]|[#*\d])\p{VS}|(?<=\p{M}{8})\p{M}/gu, "")
    .replace(/[^\S\n]/g, " ");
  const rows = (text) => clean(text).split("\n").map((row) => row.trim()).filter(Boolean);
  const inOneLine = (text) => rows(text).join(" ");

  /* A line as Markdown that reads like the line. Braces may be attributes, whatever stands in front of them. */
  const inside = (text) => text.replace(/[\\`*_[\]<>&]/g, "\\$&").replace(/\{/g, "(").replace(/\}/g, ")");
  const atStart = (line) => line.replace(/^(\d{1,9}(?=[.)])|(?=[#+-]|~~~))/, "$1\\");
  const escaped = (line) => atStart(inside(line));

  /* A line in pieces that are short enough, between words where there are any. */
  function pieces(line) {
    const found = [];
    for (let rest = line; rest;) {
      const cut = rest.length > LONGEST ? rest.lastIndexOf(" ", LONGEST) : rest.length;
      const end = cut > 0 ? cut : Array.from(rest).slice(0, LONGEST / 2).join("").length;
      found.push(rest.slice(0, end).trim());
      rest = rest.slice(end).trim();
    }
    return found;
  }

  const plainly = { line: escaped, prose: (text) => rows(text).flatMap(pieces).map(escaped).join("\n\n") };

  /* Texts that YAML would read as something else stand in quotes. */
  const SIGNS = /^(?:---|\.\.\.|[#,[\]{}&*!|>'"%@`]|[-?:](?= |$))|:(?= |$)| #/;
  const OTHER = new RegExp(`^(?:${[
    "~|[nN]ull|NULL|<<|=|[yY]es|YES|[nN]o|NO|[tT]rue|TRUE|[fF]alse|FALSE|[oO]n|ON|[oO]ff|OFF",
    "(?:[-+]?\\d[\\d_]*\\.[\\d_]*|\\.\\d[\\d_]*)(?:[eE][-+]\\d+)?",
    "[-+]?(?:\\d[\\d_]*(?::[0-5]?\\d)+\\.[\\d_]*|\\.(?:[iI]nf|INF)|0b[01_]+|0[0-7_]*|[1-9][\\d_]*(?::[0-5]?\\d)*|0x[\\da-fA-F_]+)",
    "\\.(?:nan|NaN|NAN)",
    "\\d{4}-\\d{2}-\\d{2}|\\d{4}-\\d{1,2}-\\d{1,2}(?:[Tt]| +)\\d{1,2}:\\d{2}:\\d{2}(?:\\.\\d*)?(?: *(?:Z|[-+]\\d{1,2}(?::\\d{2})?))?",
  ].join("|")})$`);

  function scalar(text) {
    if (text.includes("\n")) return `|-\n${text.replace(/^(?=.)/gm, "  ")}`;
    return SIGNS.test(text) || OTHER.test(text) ? `'${text.replace(/'/g, "''")}'` : text;
  }

  /* No template stands in another: what makes scripts lean would take the inner one for code. */
  const listed = (item) => `  - ${item.written?.(scalar) ?? scalar(item)}\n`;
  const entry = (key, value) => (Array.isArray(value) ? `${key}:\n` + value.map(listed).join("") : `${key}: ${scalar(value)}\n`);

  const MADE = {
    line: (text, markdown) => markdown.line(inOneLine(text)),
    list: (text, markdown) => (markdown.entries ?? rows)(text).map(markdown.line),
    names: (text) => [...new Set(rows(text))].slice(0, MOST_NAMES),
    ids: rows,
  };
  const most = (key) => MOST[KEYS[key]] ?? MOST.plain;
  const length = (value) => Math.max(...[value].flat().map((item) => (item.because ?? item).length));

  /* A name for the file, from the title: small letters, digits and hyphens, and not too many. */
  function fileName(title) {
    const letters = title.toLowerCase().replace(/ß/g, "ss").replace(/[øœ]/g, "oe").replace(/æ/g, "ae").replace(/ł/g, "l");
    const name = letters.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[^a-z0-9]+/g, "-").slice(0, 60).replace(/^-+|-+$/g, "");
    const own = name.replace(/^(?:con|prn|aux|nul|index|(?:com|lpt)\d)$/, "story-$&");
    return `${/[a-z]{2}/.test(own) ? own : "my-story"}.yml`;
  }

  function storyFile(answers, markdown = plainly) {
    const makers = { ...markdown, ...MADE };
    const told = Object.keys(KEYS).map((key) => [key, (makers[KEYS[key]] ?? inOneLine)(answers[key] || "", markdown)])
      .filter(([, value]) => value.length);
    const values = Object.fromEntries(told);
    const tooLong = Object.fromEntries(told.map(([key, value]) => [key, length(value)]).filter(([key, n]) => n > most(key)));
    const missing = REQUIRED.filter((key) => !values[key]);
    const text = told.map((pair) => entry(...pair)).join("");
    return { name: fileName(inOneLine(answers.title || "")), text, missing, tooLong, values };
  }

  const logic = { storyFile, writing: { KEYS, rows, pieces, inside, atStart, most } };
  if (typeof module === "object") module.exports = logic;
  else globalThis.extramile = { ...globalThis.extramile, ...logic };
})();
