/* What somebody types into a text of a story: paragraphs, lists, quotations, emphasis and links to the web, and nothing
   else. It is read once, and both the preview and the file are made of what was read, so that the page of the story shows
   what the preview showed. Other signs stand as they were typed. It knows no page: a global for the page's scripts, an
   export for node.

     parts(line)     what is in a line: [{ kind, text, href }], kind being text, em, strong or a
     blocks(text)    what is in a text: [{ kind, lines }], kind being p, ul, ol or blockquote
     lightly         how both are written into a file, for storyFile
     complaints(text)  what its author took for Markdown and the course would not show: [{ code, found }]
     wrongAddress(address)  the code of what is wrong with an address of the web; "" where nothing is */
(function () {
  "use strict";
  const { rows, pieces, inside, atStart } = (typeof module === "object" ? require("./story-file.js") : globalThis.extramile).writing;
  /* A written paragraph that is longer would be folded in the file. */
  const LONGEST_WRITTEN = 3900;

  const WEB = /^https?:\/\/[\p{L}\p{N}][\p{L}\p{N}.:-]*(?:[/?#][^\s<>"\\`[\]]*)?$/iu;
  const HIDDEN = /^https?:\/\/[^/?#]*@/i;
  function wrongAddress(address) {
    if (HIDDEN.test(address)) return "link-hides-address";
    return WEB.test(address) ? "" : "not-a-web-address";
  }

  /* An escaped sign; emphasis, which stands between spaces or punctuation and holds no other; a link. */
  const MARK = new RegExp([
    "\\\\([!-/:-@[-`{-~])",
    "(?<![^\\s\\p{P}]|[*_])(\\*\\*?|__?)(?![\\s*_])([^*_\\\\[\\]]*[^\\s*_\\\\[\\]])\\2(?![^\\s\\p{P}]|[*_])",
    "(?<!!)\\[([^[\\]\\\\]*[^[\\]\\\\\\s])\\]\\(([^()\\s]+)\\)",
  ].join("|"), "gu");

  const asShown = (text) => text.replace(/\{/g, "(").replace(/\}/g, ")");

  function read(line) {
    const found = [];
    let plain = "";
    let end = 0;
    const add = (kind, text, more) => {
      if (plain) found.push({ kind: "text", text: asShown(plain) });
      plain = "";
      if (text) found.push({ kind, text: asShown(text), ...more });
    };
    for (const match of line.matchAll(MARK)) {
      const [all, sign, stars, stressed, text, href] = match;
      if (href && wrongAddress(href)) continue;
      plain += line.slice(end, match.index) + (sign ?? "");
      end = match.index + all.length;
      if (stars) add(stars.length === 2 ? "strong" : "em", stressed);
      if (href) add("a", text, { href });
    }
    plain += line.slice(end);
    add();
    return found;
  }

  const SIGNS = { em: "*", strong: "**" };
  const target = (href) => href.replace(/&(?=#?\w+;)/g, "&amp;");
  const write = (found) => atStart(found.map(({ kind, text, href }) => (kind === "a" ? `[${inside(text)}](${target(href)})`
    : `${SIGNS[kind] ?? ""}${inside(text)}${SIGNS[kind] ?? ""}`)).join(""));

  function parts(line) {
    const found = read(line);
    return write(found).length > LONGEST_WRITTEN ? [{ kind: "text", text: asShown(line) }] : found;
  }

  /* A list goes on over empty lines; a number begins one only if it is the first. */
  function block(row, before) {
    const [, bullet, number, quoted] = /^(?:([-*•])\s+(?=\S)|(\d{1,2})[.)]\s+(?=\S)|(>)\s*(?=\S))/.exec(row) ?? [];
    if (bullet) return "ul";
    if (number && (Number(number) === 1 || before === "ol")) return "ol";
    return quoted ? "blockquote" : "p";
  }

  function blocks(text) {
    const found = [];
    for (const row of rows(text).flatMap(pieces)) {
      const before = found.at(-1)?.kind;
      const kind = block(row, before);
      const line = parts(kind === "p" ? row : row.replace(/^(?:(?:[-*•]|\d{1,2}[.)])\s+|>\s*)/, ""));
      if (kind === "p" || kind !== before) found.push({ kind, lines: [line] });
      else found.at(-1).lines.push(line);
    }
    return found;
  }

  const WRITTEN = {
    p: ([line]) => line,
    ul: (lines) => lines.map((line) => `- ${line}`).join("\n"),
    ol: (lines) => lines.map((line, n) => `${n + 1}. ${line}`).join("\n"),
    blockquote: (lines) => lines.map((line) => `> ${line}`).join("\n>\n"),
  };
  /* Of a list; its signs and numbers are the page's own. */
  const entries = (text) => rows(text).map((row) => row.replace(/^(?:[-*•]|\d{1,2}[.)])\s+(?=\S)/, ""));
  const lightly = {
    entries,
    line: (line) => write(parts(line)),
    kept: (text) => text.split("\n").map((row) => row.split("\t").map((part) => part.trim())).filter(([, because]) => because)
      .map(([keep, because]) => ({ keep, because, written: (scalar) => `keep: ${scalar(keep)}\n    because: ${scalar(because)}` })),
    prose: (text) => blocks(text).map(({ kind, lines }) => WRITTEN[kind](lines.map(write))).join("\n\n"),
  };

  /* What the checks of the course would say of it, by their codes. */
  const MISTAKEN = [
    ["html-break", /(?<!\\)<\/?(?:br|p)\b[^<>]*>/gi],
    ["html", /(?<!\\)<(?:a|b|code|div|em|h[1-6]|i|img|li|ol|script|small|span|strong|sub|sup|u|ul)\b[^<>]*>|<!--/gi],
    ["image-unknown", /!\[[^[\]]*\]\([^()]*\)/g],
    ["link-with-space", /\[[^[\]]+\] +\((?:lesson|story|exercise|checklist|workshop|path|term|https?):[^()\s]*\)/g],
    ["attributes", /\{(?::[^}]*|\s*[#.][\w-][^}]*|\s*[\w-]+=[^}]*)\}/g],
    ["include", /-+8<-+/g],
  ];
  const LINK = /(?<!!)\[[^[\]]+\]\(([^()\s]*)\)/g;
  const ITEM = /^(?:lesson|story|exercise|checklist|workshop|path|term):/;

  function wrongLink(href) {
    const wrong = wrongAddress(href);
    if (wrong !== "not-a-web-address") return wrong;
    if (ITEM.test(href)) return "unknown-id";
    return /^(?!https?:)[a-z][a-z0-9+.-]*:/i.test(href) ? "link-scheme" : "link-target";
  }

  function complaints(text) {
    const links = Array.from(text.matchAll(LINK), ([, href]) => ({ code: wrongLink(href), found: href, scheme: href.split(":")[0] }));
    return [
      ...MISTAKEN.flatMap(([code, pattern]) => (text.match(pattern) ?? []).map((found) => ({ code, found }))),
      ...links.filter(({ code }) => code),
    ];
  }

  const storyText = { parts, blocks, entries, lightly, complaints, wrongAddress };
  if (typeof module === "object") module.exports = storyText;
  else globalThis.extramile = { ...globalThis.extramile, storyText };
})();
