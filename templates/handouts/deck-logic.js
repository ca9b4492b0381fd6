/* What a deck of slides reckons: where a key leads, what time it is in the plan, and what to say of it. Pure. */
(function () {
  "use strict";

  const ON = ["ArrowDown", "PageDown", " ", "Enter", "n"];
  const BACK = ["ArrowUp", "PageUp", "Backspace", "p"];
  const MINUTE = 60000;

  /* The number of the slide to which a key leads from another one, or nothing for keys that lead nowhere. Lines
     that run from right to left make the left arrow lead on. */
  function target(key, from, total, direction = "ltr") {
    const [on, back] = direction === "rtl" ? ["ArrowLeft", "ArrowRight"] : ["ArrowRight", "ArrowLeft"];
    if (key === on || ON.includes(key)) return Math.min(from + 1, total - 1);
    if (key === back || BACK.includes(key)) return Math.max(from - 1, 0);
    if (key === "Home") return 0;
    if (key === "End") return total - 1;
    return undefined;
  }

  /* A number of a slide that may come from an address or from another window; the first where it is none. */
  function sound(number, total) {
    return Number.isInteger(number) && number >= 0 && number < total ? number : 0;
  }

  /* How a session goes that began at a moment: the times of the part at hand, the minutes that are left of it, and
     by how many minutes it runs over. A part begins and ends so many minutes after the session. */
  function pace(part, started, now) {
    const gone = Math.floor((now - started) / MINUTE);
    return {
      begin: started + part.begin * MINUTE,
      end: started + part.end * MINUTE,
      left: Math.max(part.end - gone, 0),
      late: Math.max(gone - part.end, 0),
    };
  }

  /* A moment as a time of day: 09:30. */
  function clock(moment) {
    const day = new Date(moment);
    return [day.getHours(), day.getMinutes()].map((part) => String(part).padStart(2, "0")).join(":");
  }

  /* Words with their gaps filled: a text, or forms of it by plural category, chosen by the gap `n`. */
  function say(words, language, gaps = {}) {
    const text = typeof words === "string" ? words : words[new Intl.PluralRules(language).select(gaps.n)] ?? words.other;
    return text.replace(/\{(\w+)\}/g, (gap, name) => gaps[name] ?? gap);
  }

  const logic = { target, sound, pace, clock, say };
  if (typeof module === "object") module.exports = logic;
  else globalThis.extramile = { ...globalThis.extramile, deck: logic };
})();
