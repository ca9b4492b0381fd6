/* What was stored under the former id of something, brought to its present one before anything looks for it. It knows no
   page but the names in <div class="em-page" data-formerly>: a global for the page's scripts, an export for node.

   Both may hold something: then both are kept in one, as when a file is brought back (records.js). Of two drafts the later
   one counts; the other stays in "My data", under the former id and "-earlier", or that twice. */
(function () {
  "use strict";
  const inNode = typeof module === "object";
  const { keeping, isPlain } = inNode ? require("./keeping.js") : globalThis.extramile;
  const { merge } = inNode ? require("./records.js") : globalThis.extramile;

  const answersOf = (value) => (isPlain(value.draft?.answers) ? value.draft.answers : {});

  /* Whether every answer of one value is in another. */
  const holds = (whole, part) => Object.entries(answersOf(part))
    .every(([name, answer]) => JSON.stringify(answersOf(whole)[name]) === JSON.stringify(answer));

  function follow(store, [thing, id]) {
    const [kind, former] = thing.split(":");
    const was = store.read(kind, former);
    const now = store.read(kind, id);
    if (was.state !== "kept" || now.state === "newer") return;
    const theirs = { ...was.value, id };
    const both = merge(now.value, theirs);
    const left = [theirs, now.value].find((value) => !holds(both, value));
    let aside = `${former}-earlier`;
    const lies = () => store.read(kind, aside);
    while (left && lies().state !== "new" && !holds(lies().value, left)) aside += "-earlier";
    if (left && lies().state === "new" && store.write(kind, aside, { ...left, id: aside }) === "full") return;
    if (store.write(kind, id, both) !== "full") store.remove(kind, former);
  }

  /* `moves` has new ids by "<kind>:<former id>". */
  function formerly(storage, { site, moves }) {
    const store = keeping(storage, site);
    const remove = (kind, id) => storage.removeItem(store.keyOf(kind, id));
    for (const move of Object.entries(moves)) follow({ ...store, remove }, move);
  }

  if (inNode) module.exports = { formerly };
  else {
    const names = document.querySelector(".em-page").dataset.formerly;
    const followed = () => names && formerly(localStorage, JSON.parse(names));
    globalThis.extramile = { ...globalThis.extramile, followed };
    followed();
  }
})();
