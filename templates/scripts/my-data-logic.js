/* What a browser keeps of a course, as somebody reads it. It knows no page: a global for the page's scripts, an export
   for node. */
(function () {
  "use strict";
  const { isPlain, isSound, parsed } = typeof module === "object" ? require("./keeping.js") : globalThis.extramile;

  const DEEPEST = 12;

  /* A kept text, by its key <site>:<version>:<kind>:<id>, or that with :broken at its end:
       kept    its value can be read
       broken  it cannot, or was set aside as such
       newer   a later version wrote it
     Other keys are settings of the theme. */
  function describe(key, text, site) {
    if (!key.startsWith(`${site}:`)) return { key, text, kind: "theme", id: key.split(".__").pop(), state: "kept", value: null };
    const [version, kind = "", id = "", ...more] = key.slice(site.length + 1).split(":");
    const value = parsed(text);
    const thing = { key, text, kind, id, value: null };
    if (version !== "v1" || (!more.length && isPlain(value) && value.schema > 1)) return { ...thing, state: "newer" };
    const isKept = !more.length && isSound(value, id);
    return isKept ? { ...thing, state: "kept", value } : { ...thing, state: "broken" };
  }

  /* The things of a storage that belong to this site and to nobody else's: the course's own, and the theme's settings
     for this place of the web. */
  function thingsOf(storage, site, theme) {
    const keys = Array.from({ length: storage.length }, (_, n) => storage.key(n));
    return keys.filter((key) => key?.startsWith(`${site}:`) || (theme && key?.startsWith(`${theme}.__`))).sort()
      .map((key) => describe(key, storage.getItem(key) ?? "", site));
  }

  /* The single facts in a value, each with the names that lead to it. Lists count from one. What lies deeper than
     anything of ours stays one text. */
  function facts(value, way = []) {
    if (typeof value !== "object" || value === null) return [[way, value]];
    if (way.length === DEEPEST) return [[way, JSON.stringify(value)]];
    const names = Array.isArray(value) ? value.map((_, n) => [n, n + 1]) : Object.keys(value).map((key) => [key, key]);
    return names.filter(([key]) => way.length || !["schema", "id"].includes(key))
      .flatMap(([key, name]) => facts(value[key], [...way, name]));
  }

  const isMoment = (text) => typeof text === "string" && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text) && !Number.isNaN(Date.parse(text));

  /* When a value was last changed; "" where it does not say so. */
  const changed = (value) => facts(value).filter(([way, fact]) => way.at(-1) === "at" && isMoment(fact))
    .map(([, fact]) => fact).sort().at(-1) ?? "";

  const logic = { describe, thingsOf, facts, isMoment, changed };
  if (typeof module === "object") module.exports = logic;
  else globalThis.extramile = { ...globalThis.extramile, ...logic };
})();
