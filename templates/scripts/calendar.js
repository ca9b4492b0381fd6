/* Days as a file for calendars (iCalendar, RFC 5545). Days are texts such as 2027-03-01, never moments: a moment is
   another day in another time zone. A global for the page's scripts, an export for node.

     dayOf(moment)          the day of a moment where the learner is; "" where it is none
     later(day, n)          the day n days later; undefined where `day` is no day
     calendar(events, now)  the text of a file. An event is { uid, day, summary, description, url }: it takes the whole
                            day, leaves it free for others, and reminds of itself at nine in the morning. The same uid
                            in a later file takes the place of the earlier event. `now` is the moment of writing. */
(function () {
  "use strict";
  const DAY = 86400000;
  const OCTETS = 75;

  function dayOf(moment) {
    const at = new Date(moment);
    const year = at.getFullYear();
    return /^\d{4}$/.test(year)
      ? [year, at.getMonth() + 1, at.getDate()].map((number) => String(number).padStart(2, "0")).join("-") : "";
  }

  function later(day, n) {
    const moment = /^[12]\d{3}-\d\d-\d\d$/.test(day) ? new Date(`${day}T00:00Z`) : NaN;
    // February 30 is read as March 2 by some engines.
    if (Number.isNaN(+moment) || moment.toISOString().slice(0, 10) !== day) return undefined;
    return new Date(+moment + n * DAY).toISOString().slice(0, 10);
  }

  /* A text as a value: no control characters, and none that would end it or begin another. */
  const escaped = (text) => text.replace(/\r\n?/g, "\n").replace(/[\0-\x08\x0b-\x1f\x7f]/g, "")
    .replace(/[\\;,]/g, "\\$&").replace(/\n/g, "\\n");

  const octets = (letter) => new TextEncoder().encode(letter).length;

  /* A line in pieces of at most 75 octets, each but the first with a space in front. No letter is torn. */
  function folded(line) {
    const pieces = [""];
    let room = OCTETS;
    for (const letter of line) {
      room -= octets(letter);
      if (room < 0) {
        pieces.push("");
        room = OCTETS - 1 - octets(letter);
      }
      pieces[pieces.length - 1] += letter;
    }
    return pieces.join("\r\n ");
  }

  const plain = (day) => day.replace(/-/g, "");

  const lines = ({ uid, day, summary, description, url }, stamp) => [
    "BEGIN:VEVENT", `UID:${escaped(uid)}`, `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${plain(day)}`, `DTEND;VALUE=DATE:${plain(later(day, 1))}`,
    `SUMMARY:${escaped(summary)}`, `DESCRIPTION:${escaped(description)}`, `URL:${new URL(url).href}`, "TRANSP:TRANSPARENT",
    "BEGIN:VALARM", "ACTION:DISPLAY", `DESCRIPTION:${escaped(summary)}`, "TRIGGER:PT9H", "END:VALARM", "END:VEVENT",
  ];

  function calendar(events, now) {
    const stamp = new Date(now).toISOString().replace(/[-:]|\.\d+/g, "");
    return ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Extra Mile//Courseware//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
      ...events.flatMap((event) => lines(event, stamp)), "END:VCALENDAR"].map((line) => `${folded(line)}\r\n`).join("");
  }

  if (typeof module === "object") module.exports = { calendar, dayOf, later };
  else globalThis.extramile = { ...globalThis.extramile, calendar, dayOf, later };
})();
