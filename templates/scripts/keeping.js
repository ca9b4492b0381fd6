/* What a learner enters, kept in this browser. It knows no page: a global for the page's scripts, an export for node.

   Each thing has a value of its own under <site>:v1:<kind>:<id>, such as acme:v1:checklist:real-service:
     checklist  { schema, id, draft: { revision, answers, at }, attempts: [{ revision, answers, scores, at }] }
     exercise   { schema, id, draft: { answers, at }, reviews: { <step>: [{ outcome, note, at }] } }
     story      { schema, id, draft: { answers, at } }
     lesson     { schema, id, draft: { answers, at }, opened: { title, at }, done: { is, at } }
     recall     { schema, id, cards: { <card>: { box, at } } }, by the id of the lesson
     record     { schema, id, name }
     share      { schema, id, draft: { answers, at } }, by the keys of the one story that is being written
   Moments are ISO texts in UTC. Only the learner's own words and choices are in it, never the course's. */
(function () {
  "use strict";
  const SCHEMA = 1;

  const isPlain = (value) => !!value && typeof value === "object" && !Array.isArray(value);
  const isMap = (value) => value === undefined || isPlain(value);

  /* Whether this version of the pages can have written a value. What is inside of answers, their readers judge. */
  const isSound = (value, id) => isPlain(value) && value.schema === SCHEMA && value.id === id
    && [value.draft, value.draft?.answers, value.reviews, value.cards, value.opened, value.done].every(isMap)
    && (value.attempts === undefined || (Array.isArray(value.attempts) && value.attempts.every(isPlain)));

  /* Things with names by which JavaScript makes a text or a number of them would stop whoever compares them. */
  const parsed = (text) => {
    try {
      return JSON.parse(text, (name, value) => (/^(toString|valueOf)$/.test(name) ? undefined : value));
    } catch (broken) {
      return undefined;
    }
  };

  /* The store of one course. `read` also says how it went:
       new     there was nothing
       kept    there was something
       broken  it could not be read; its text lies aside under <key>:broken, and the value is a new one
       full    it could not be read, nor put aside: the value is a new one, and what is stored stays as it is
       newer   a later version wrote it: the value is a new one, and what is stored stays as it is */
  const keeping = (storage, site) => {
    const keyOf = (kind, id) => `${site}:v1:${kind}:${id}`;

    function read(kind, id) {
      const key = keyOf(kind, id);
      const text = storage.getItem(key);
      const value = text === null ? null : parsed(text);
      const fresh = { schema: SCHEMA, id };
      if (text === null) return { state: "new", value: fresh };
      if (isSound(value, id)) return { state: "kept", value };
      if (isPlain(value) && value.schema > SCHEMA) return { state: "newer", value: fresh };
      let aside = key;
      do aside += ":broken"; while (storage.getItem(aside));
      try {
        storage.setItem(aside, text);
        storage.removeItem(key);
      } catch (full) {
        return { state: "full", value: fresh };
      }
      return { state: "broken", value: fresh };
    }

    /* Puts a value in the place of what was stored. Says how it went:
         saved  it is kept
         visit  the browser keeps nothing: it lasts as long as the page (early.js)
         full   there was no room, for this or for what had to be put aside: nothing has changed
         newer  a later version's value is there: nothing has changed */
    function write(kind, id, value) {
      const { state } = read(kind, id);
      if (/newer|full/.test(state)) return state;
      try {
        storage.setItem(keyOf(kind, id), JSON.stringify(value));
      } catch (full) {
        return "full";
      }
      return storage.isMemory ? "visit" : "saved";
    }

    /* Changes what is stored now, whoever stored it: another tab, or another part of the page. */
    function change(kind, id, changing) {
      const { value } = read(kind, id);
      changing(value);
      return write(kind, id, value);
    }

    function forget(kind, id) {
      for (const key of keys()) if (`${key}:`.startsWith(`${keyOf(kind, id)}:`)) storage.removeItem(key);
    }

    /* The keys of the course, whatever version wrote them. */
    const keys = () => Array.from({ length: storage.length }, (_, n) => storage.key(n))
      .filter((key) => key?.startsWith(`${site}:`)).sort();

    return { site, keyOf, read, write, change, forget, keys };
  };

  if (typeof module === "object") module.exports = { keeping, isPlain, isSound, parsed, SCHEMA };
  else globalThis.extramile = { ...globalThis.extramile, keeping, isPlain, isSound, parsed, SCHEMA };
})();
