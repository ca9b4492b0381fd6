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
  const LONGEST_PARAGRAPH = 1900;
  const LONGEST_NAME = 60;

  /* Line ends of all kinds; then what nobody sees, apart from what joins letters and emoji, and half characters. */
  const LINE_ENDS = /\r\n?|[\x0b\f\x85\u2028\u2029]/g;
  const UNSEEN = /[^\P{C}\p{Cn}\n\t\u200c\u200d\u0600-\u0605\u06dd\u070f\u08e2]|\p{NChar}/gu;

  const clean = (text) => text.replace(LINE_ENDS, "\n").replace(UNSEEN, "").replace(/\s/g, (space) => (space === "\n" ? space : " "));
  const rows = (text) => clean(text).split("\n").map((row) => row.trim()).filter((row) => row);
  const inOneLine = (text) => rows(text).join(" ");

  /* A line as Markdown that reads like the line. Braces may be attributes, whatever stands in front of them. */
  const inside = (text) => text.replace(/[\\`*_[\]<>&]/g, "\\$&").replace(/\{/g, "(").replace(/\}/g, ")");
  const atStart = (line) => line.replace(/^([#+-]|~~~)/, "\\$1").replace(/^(\d{1,9})([.)])/, "$1\\$2");
  const escaped = (line) => atStart(inside(line));

  /* A line in pieces that are short enough, between words where there are any. */
  function pieces(line) {
    const found = [];
    for (let rest = line; rest;) {
      const cut = rest.length > LONGEST_PARAGRAPH ? rest.lastIndexOf(" ", LONGEST_PARAGRAPH) : rest.length;
      const end = cut > 0 ? cut : Array.from(rest).slice(0, LONGEST_PARAGRAPH / 2).join("").length;
      found.push(rest.slice(0, end).trim());
      rest = rest.slice(end).trim();
    }
    return found;
  }

  const plainly = { line: escaped, prose: (text) => rows(text).flatMap(pieces).map(escaped).join("\n\n") };

  /* Texts that YAML would read as something else stand in quotes. */
  const SIGNS = /^(?:---|\.\.\.|[#,[\]{}&*!|>'"%@`]|[-?:](?= |$))|:(?= |$)| #/;
  const OTHER = new RegExp(`^(?:${[
    "~|null|Null|NULL|<<|=",
    "yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF",
    "[-+]?(?:[0-9][0-9_]*)\\.[0-9_]*(?:[eE][-+][0-9]+)?|\\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?",
    "[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\\.[0-9_]*|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)",
    "[-+]?(?:0b[01_]+|0[0-7_]*|[1-9][0-9_]*(?::[0-5]?[0-9])*|0x[0-9a-fA-F_]+)",
    "[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]| +)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]*)?(?: *(?:Z|[-+][0-9]{1,2}(?::[0-9]{2})?))?",
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

  /* A name for the file, from the title: small letters, digits and hyphens. */
  function fileName(title) {
    const letters = title.toLowerCase().replace(/ß/g, "ss").replace(/[øœ]/g, "oe").replace(/æ/g, "ae").replace(/ł/g, "l");
    const name = letters.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[^a-z0-9]+/g, "-").slice(0, LONGEST_NAME).replace(/^-+|-+$/g, "");
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
