/* A session by the clock and by the number of people, as generator/views/handouts/run_of_show.py has it. It knows no
   page: a global for the page's scripts, an export for node. */
(function () {
  "use strict";
  const DAY = 24 * 60;

  /* Minutes after midnight of a time such as "09:30"; nothing for what is no time. */
  function minutes(text) {
    const found = /^([01]?\d|2[0-3]):([0-5]\d)/.exec(text);
    return found ? Number(found[1]) * 60 + Number(found[2]) : undefined;
  }

  /* A time of day. */
  function clock(minute) {
    const time = ((minute % DAY) + DAY) % DAY;
    return [Math.floor(time / 60), time % 60].map((part) => String(part).padStart(2, "0")).join(":");
  }

  /* How many copies: one for every `share` people, or one for the room where that is 0, and some spare. */
  const copies = (people, share, spare) => (share ? Math.ceil(people / share) : 1) + spare;

  /* The number of groups `n` with `together` people at the most, and their size; where they differ, the smaller and the
     larger one. */
  function groups(people, together) {
    const n = Math.ceil(people / together);
    const smaller = Math.floor(people / n);
    return people % n ? { n, smaller, larger: smaller + 1 } : { n, size: smaller };
  }

  const logic = { minutes, clock, copies, groups };
  if (typeof module === "object") module.exports = logic;
  else globalThis.extramile = { ...globalThis.extramile, runOfShow: logic };
})();
