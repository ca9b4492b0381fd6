/* Which items of a list a choice leaves. It knows no page: a global for the page's scripts, an export for node.

   What an item is found by, what the filters offer, what a reader chose and what an address asks for are all
   written alike, as a query such as "outcome=delight&tag=trust&tag=retail", and read into a Map of Sets. */
(function () {
  "use strict";

  const read = (query) => {
    const found = new Map();
    for (const [filter, value] of new URLSearchParams(query)) {
      if (!found.has(filter)) found.set(filter, new Set());
      found.get(filter).add(value);
    }
    return found;
  };

  /* The part of a query that the filters offer: whatever else an address says is left alone. */
  const known = (query, offered) => read(
    [...new URLSearchParams(query)].filter(([filter, value]) => offered.get(filter)?.has(value)));

  /* One value of each filter in the choice is enough, but every filter must have one. */
  const fits = (item, choice, but) => [...choice].every(([filter, values]) =>
    filter === but || [...values].some((value) => item.get(filter)?.has(value)));

  /* How many items a value would leave if it were the only one chosen of its filter. */
  const counts = (items, choice, offered) => new Map([...offered].map(([filter, values]) => {
    const left = new Map([...values].map((value) => [value, 0]));
    for (const item of items) {
      if (!item.has(filter) || !fits(item, choice, filter)) continue;
      for (const value of item.get(filter)) left.set(value, left.get(value) + 1);
    }
    return [filter, left];
  }));

  /* A query that asks for the choice and keeps what belongs to nobody's filter. */
  const write = (query, choice, offered) => {
    const kept = [...new URLSearchParams(query)].filter(([name]) => !offered.has(name));
    const chosen = [...choice].flatMap(([filter, values]) => [...values].map((value) => [filter, value]));
    return new URLSearchParams([...chosen, ...kept]).toString();
  };

  const logic = { read, known, fits, counts, write };
  if (typeof module === "object") module.exports = logic;
  else globalThis.browseLogic = logic;
})();
