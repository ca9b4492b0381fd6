/* What was kept, as a file to take along and to bring back. It knows no page: a global for the page's scripts, an
   export for node.

   A file is { extramile: 1, site, saved, things: { "<kind>:<id>": value } }; the values are those of keeping.js.

     things(store)                what is kept, as "<kind>:<id>"
     pack(store, saved, wanted)   the text of a file with the things that are wanted, or all; `saved` is the moment
     unpack(text, site)           the things of a file; null where any part of it is not ours, broken, or newer than this
     merge(mine, theirs)          both of two values
     bring(store, things)         merges things into the store; says how it went, as keeping.js does
     newest(entries)              those of a list that are kept */
(function () {
  "use strict";
  const { isPlain, isSound, parsed } = typeof module === "object" ? require("./keeping.js") : globalThis.extramile;
  const FORMAT = 1;
  const MOST_ENTRIES = 50;
  const DEEPEST = 12;
  const THING = /^[a-z]+:[a-z0-9-]+$/;

  const things = (store) => store.keys().map((key) => key.split(":"))
    .filter(([, version, , , ...more]) => version === "v1" && !more.length)
    .map(([, , kind, id]) => `${kind}:${id}`);

  function pack(store, saved, wanted = things(store)) {
    const found = {};
    for (const thing of wanted) {
      const { state, value } = store.read(...thing.split(":"));
      if (state === "kept") found[thing] = value;
    }
    return JSON.stringify({ extramile: FORMAT, site: store.site, saved, things: found }, null, 1);
  }

  /* No key by which JavaScript would change more than one object, and no deeper than anything of ours. */
  const isHarmless = (value, room = DEEPEST) => typeof value !== "object" || value === null
    || (room > 0 && Object.keys(value).every((key) => key !== "__proto__" && isHarmless(value[key], room - 1)));

  function unpack(text, site) {
    const file = parsed(text);
    if (!isPlain(file) || file.extramile !== FORMAT || file.site !== site || !isPlain(file.things)) return null;
    const isOurs = ([thing, value]) => THING.test(thing) && isHarmless(value) && isSound(value, thing.split(":")[1]);
    return Object.entries(file.things).every(isOurs) ? file.things : null;
  }

  /* Which of two versions counts does not depend on whose it is, even where both are equally late. One that does not say
     when it was made is the oldest. */
  const moment = ({ at }) => Date.parse(at) || 0;
  const order = (one, other) => moment(one) - moment(other) || (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1);

  const isDated = (value) => isPlain(value) && typeof value.at === "string";
  const areDated = (value) => Array.isArray(value) && value.every(isDated);

  /* What lies in only one of two stays. Of two dated versions the later one counts, whole. A list of dated entries takes
     those of both. To merge again changes nothing, and it does not matter which of two dated things is whose. */
  function merge(mine, theirs) {
    if (mine === undefined || theirs === undefined) return mine ?? theirs;
    if (areDated(mine) && areDated(theirs)) return union([...mine, ...theirs]);
    if (isDated(mine) && isDated(theirs)) return order(mine, theirs) < 0 ? theirs : mine;
    if (!isPlain(mine) || !isPlain(theirs)) return mine;
    const own = (value, key) => (Object.hasOwn(value, key) ? value[key] : undefined);
    return Object.fromEntries(Object.keys({ ...mine, ...theirs }).map((key) => [key, merge(own(mine, key), own(theirs, key))]));
  }

  const union = (entries) => newest([...new Map(entries.sort(order).map((entry) => [entry.at, entry])).values()]);

  const newest = (entries) => entries.slice(-MOST_ENTRIES);

  function bring(store, brought) {
    let state = "saved";
    for (const [thing, value] of Object.entries(brought)) {
      const [kind, id] = thing.split(":");
      const went = store.write(kind, id, merge(store.read(kind, id).value, value));
      if (went !== "saved") state = went;
    }
    return state;
  }

  const records = { things, pack, unpack, merge, bring, newest };
  if (typeof module === "object") module.exports = records;
  else globalThis.extramile = { ...globalThis.extramile, ...records };
})();
