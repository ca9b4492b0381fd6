/* What is wrong with the answers of the form of a story, and where the story can be sent. It knows no page: a global for
   the page's scripts, an export for node.

     findings(answers, denied)  what looks private in them, each once; `denied` are names that stories do not hold
     problems(answers, needed, denied, today)  what keeps the story from being sent, and what would make it better (`advice`), in the order
                                of the form: [{ key, code, advice, … }] with what fills the gaps of the words
     proposing(host, address, file)  { href, paste }: the page for a new file, with the story in its address where that
                                can hold it; else the text has to be pasted there
     mailing(title, file, instead)  the same for an e-mail */
(function () {
  "use strict";
  const ours = globalThis.extramile;
  const { storyFile, writing } = typeof module === "object" ? require("./story-file.js") : ours;
  const { privacyFindings } = typeof module === "object" ? require("./privacy-logic.js") : ours;
  const { blocks, complaints, lightly, wrongAddress } = typeof module === "object" ? require("./story-text.js") : ours.storyText;

  const LARGEST_FILE = 256;
  const MOST_ENTRIES = 1000;
  const MOST_BLOCKS = 2000;
  const MOST_COMPLAINTS = 3;
  /* GitHub takes addresses of up to 8,191 bytes; of GitLab's hosts none is known to take less. */
  const LONGEST_ADDRESS = 8000;
  /* Mail programs of Windows take about 2,000 characters. */
  const LONGEST_MAIL = 1900;

  /* Signs that titles and names would show as they stand. */
  const SIGNS = /\B\*{1,2}(?=[^\s*])[^*]*(?<=[^\s*])\*|\[[^[\]]+\]\([^()\s]+\)|<\/?(?:b|br|em|i|p|strong)\b[^<>]*>/;

  function wrongDay(day) {
    if (!/^\d{4}-\d\d-\d\d$/.test(day)) return "not-a-day";
    const date = new Date(`${day}T00:00Z`);
    return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== day ? "no-such-day" : "";
  }

  function* inText(key, text) {
    const found = text.trim();
    const kind = writing.KEYS[key];
    if (["prose", "line", "list"].includes(kind)) yield* complaints(text).slice(0, MOST_COMPLAINTS);
    if (kind === "plain" && SIGNS.test(found)) yield { code: "shown-as-it-stands", found: SIGNS.exec(found)[0], advice: true };
    const code = { url: wrongAddress, day: wrongDay }[kind]?.(found);
    if (code) yield { code, found };
  }

  /* What differs between two ways of writing the same number or name does not count. */
  const letters = (text) => text.replace(/[^\p{L}\p{N}]+/gu, "").toLowerCase();

  function privateIn(file, denied) {
    const read = Object.keys(file.values).filter((key) => ["plain", "line", "list", "prose"].includes(writing.KEYS[key]));
    return read.flatMap((key) => [file.values[key]].flat().flatMap((text) => privacyFindings(text, denied).map(({ code, found }) => ({ key, code, found }))));
  }

  const findings = (answers, denied) => [...new Set(privateIn(storyFile(answers, lightly), denied).map(({ found }) => found))];

  function notKept(file, denied) {
    const kept = (file.values.privacy_checked ?? []).map(({ keep }) => letters(keep));
    return privateIn(file, denied).filter(({ found }) => !kept.some((keep) => keep.includes(letters(found))));
  }

  /* A true story that nobody has published yet says whether those in it agreed. */
  const asksConsent = ({ told_as: as, source_url: address = "", consent = "" }) => as === "real" && !address.trim() && !consent.trim();

  function* problemsOf(key, text, needed, file) {
    const isEmpty = !text.trim() || file.missing.includes(key);
    if (isEmpty && needed.includes(key)) yield { code: key === "outcome" ? "outcome-not-said" : "missing-key" };
    if (isEmpty && key === "source") yield { code: "source-not-said", advice: true };
    if (isEmpty && key === "discussion_questions") yield { code: "questions-not-said", advice: true };
    if (file.tooLong[key]) yield { code: "too-long", length: file.tooLong[key], most: writing.most(key) };
    if ([file.values[key]].flat().length > MOST_ENTRIES) yield { code: "list-too-long", most: MOST_ENTRIES };
    if (writing.KEYS[key] === "prose" && blocks(text).length > MOST_BLOCKS) yield { code: "too-many-parts" };
    if (!isEmpty) yield* inText(key, text);
  }

  function problems(answers, needed, denied = [], today = "") {
    const file = storyFile(answers, lightly);
    const people = notKept(file, denied);
    const found = Object.entries(answers).flatMap(([key, text]) => [
      ...[...problemsOf(key, text, needed, file)].map((problem) => ({ ...problem, key })),
      ...people.filter((problem) => problem.key === key),
      ...(key === "consent" && asksConsent(answers) ? [{ key, code: "consent-not-said" }] : []),
      ...(key === "review_by" && text && text < today ? [{ key, code: "review-due", found: text, advice: true }] : []),
    ]);
    const size = Math.ceil(new TextEncoder().encode(file.text).length / 1024);
    return size > LARGEST_FILE ? [...found, { key: "body", code: "too-large", size, most: LARGEST_FILE }] : found;
  }

  const NAMES = { github: ["filename", "value"], gitlab: ["file_name", "content"] };

  function proposing(host, address, file) {
    const [name, text] = NAMES[host];
    const whole = `${address}?${new URLSearchParams({ [name]: file.name, [text]: file.text })}`;
    if (whole.length <= LONGEST_ADDRESS) return { href: whole, paste: false };
    return { href: `${address}?${new URLSearchParams({ [name]: file.name })}`, paste: true };
  }

  function mailing(title, file, instead) {
    const to = (text) => `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(text.replace(/\n/g, "\r\n"))}`;
    const whole = to(file.text);
    return whole.length <= LONGEST_MAIL ? { href: whole, paste: false } : { href: to(instead), paste: true };
  }

  const storyChecks = { findings, problems, proposing, mailing };
  if (typeof module === "object") module.exports = storyChecks;
  else globalThis.extramile = { ...globalThis.extramile, storyChecks };
})();
