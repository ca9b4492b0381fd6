/* Rows as a file for spreadsheets (RFC 4180), which open it as UTF-8 for its mark in front. A text that a spreadsheet
   would take for a formula gets an apostrophe. It knows no page: a global for the page's scripts, an export for node. */
(function () {
  "use strict";

  function cell(value) {
    if (typeof value === "number") return String(value);
    const text = String(value ?? "").replace(/^(?=\s*[=+\-@\t\r])/, "'");
    return /[",;\t\r\n]/.test(text) ? `"${text.replace(/"/g, "\"\"")}"` : text;
  }

  const csv = (rows) => `\uFEFF${rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`;

  if (typeof module === "object") module.exports = { csv };
  else globalThis.extramile = { ...globalThis.extramile, csv };
})();
