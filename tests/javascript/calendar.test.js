"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { calendar, dayOf, later } = require("../../templates/scripts/calendar.js");

const EVENT = { uid: "acme-try-day", day: "2027-03-01", summary: "Ring Jo", description: "", url: "https://a.example/x/#rate-day" };
const NOW = "2027-02-01T08:09:10.111Z";
const unfolded = (text) => text.replace(/\r\n /g, "").split("\r\n");

test("a moment has the day that stands on the reader's calendar", () => {
  assert.equal(dayOf(new Date(2027, 2, 1, 0, 5)), "2027-03-01");
  assert.equal(dayOf(new Date(2027, 2, 1, 23, 55).toISOString()), "2027-03-01");
  assert.equal(dayOf("soon"), "");
  for (const beyond of ["+275760-09-13T00:00:00.000Z", "0000-01-01T12:00:00Z", "-000001-06-01T00:00:00Z"]) {
    assert.equal(dayOf(beyond), "");
  }
});

test("days are counted over months, leap years and changes of the clock", () => {
  assert.equal(later("2027-02-27", 2), "2027-03-01");
  assert.equal(later("2028-02-27", 2), "2028-02-29");
  assert.equal(later("2027-12-31", 1), "2028-01-01");
  assert.equal(later("2027-03-27", 1), "2027-03-28");
  assert.equal(later("2027-10-31", 1), "2027-11-01");
  assert.equal(later("2027-03-01", 0), "2027-03-01");
  assert.equal(later("2027-03-01", -1), "2027-02-28");
});

for (const day of ["", "2027-3-1", "2027-02-30", "2027-13-01", "12027-01-01", "0002-01-01", "01.03.2027", "2027-03-01T08:00"]) {
  test(`what is no day has no day after it: ${day}`, () => assert.equal(later(day, 1), undefined));
}

test("an event takes the whole of its day and no other, and reminds in the morning", () => {
  const lines = unfolded(calendar([EVENT], NOW));
  for (const line of ["DTSTART;VALUE=DATE:20270301", "DTEND;VALUE=DATE:20270302", "DTSTAMP:20270201T080910Z", "UID:acme-try-day",
    "TRIGGER:PT9H", "URL:https://a.example/x/#rate-day"]) assert.ok(lines.includes(line), line);
  assert.equal(lines[0], "BEGIN:VCALENDAR");
  assert.deepEqual(lines.slice(-2), ["END:VCALENDAR", ""]);
});

test("what would end a value or begin another is escaped, and control characters are left out", () => {
  const text = "a,b;c\\d\ne\r\nf\rg\tEND:VEVENT\0\x07";
  assert.ok(unfolded(calendar([{ ...EVENT, description: text }], NOW))
    .includes("DESCRIPTION:a\\,b\\;c\\\\d\\ne\\nf\\ng\tEND:VEVENT"));
});

test("no line is longer than 75 octets, and no letter is torn", () => {
  for (const text of ["x".repeat(500), "ü".repeat(300), "सेवा".repeat(80), "😀👩‍👧".repeat(60), "خدمة ممتازة ".repeat(40), "x".repeat(63), "x".repeat(64)]) {
    const file = calendar([{ ...EVENT, description: text }], NOW);
    for (const line of file.split("\r\n")) {
      assert.ok(Buffer.byteLength(line) <= 75);
      assert.equal(Buffer.from(line).toString(), line);
    }
    assert.ok(unfolded(file).includes(`DESCRIPTION:${text}`));
  }
});

test("an address is written in letters that every calendar reads, and only once", () => {
  const lines = unfolded(calendar([{ ...EVENT, url: "file:///C:/Mein Kurs/übung.html#rate-day" },
    { ...EVENT, url: "https://a.example/%C3%BC?q=1%2F%#x" }], NOW));
  assert.ok(lines.includes("URL:file:///C:/Mein%20Kurs/%C3%BCbung.html#rate-day"));
  assert.ok(lines.includes("URL:https://a.example/%C3%BC?q=1%2F%#x"));
});
