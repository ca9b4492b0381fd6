/* A result in an address: #r=1.<checklist>.<revision>.<one character for each statement>. Behind the # no server sees
   it. A character is the place of the answer on the scale, x for "does not apply", or - for none. It knows no page: a
   global for the page's scripts, an export for node. */
(function () {
  "use strict";
  const LINK = /^#r=1\.([a-z0-9-]+)\.(\d{1,6})\.([0-9x-]{1,500})$/;

  const share = (id, revision, values) => `#r=1.${id}.${revision}.${values.map((value) => value ?? "-").join("")}`;

  const valueOf = (sign) => {
    if (sign === "-") return null;
    return sign === "x" ? sign : Number(sign);
  };

  /* What an address shares of a checklist of so many statements and this highest answer: undefined where it shares
     nothing; no values where it is a link for another checklist, or for one that has changed too much. */
  function shared(hash, { id, revision, count, highest }) {
    if (!hash.startsWith("#r=")) return undefined;
    const [, of, made, signs] = LINK.exec(hash) ?? [];
    const values = [...(signs ?? "")].map(valueOf);
    const fits = of === id && values.length === count && !values.some((value) => value > highest);
    return { values: fits ? values : null, isRevised: Number(made) !== revision };
  }

  const coachLink = { share, shared };
  if (typeof module === "object") module.exports = coachLink;
  else globalThis.extramile = { ...globalThis.extramile, ...coachLink };
})();
