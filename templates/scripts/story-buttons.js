/* The buttons of a worksheet that becomes a story: its file, and its text to paste elsewhere. For worksheet.js, which it
   is loaded before. */
(function () {
  "use strict";
  const { offer, storyFile } = globalThis.extramile;

  const keyOf = (step) => step.id.replace(/-/g, "_");

  function linkTo(step) {
    const link = document.createElement("a");
    link.href = `#${step.item.id}`;
    link.textContent = step.heading;
    return link;
  }

  /* The file; nothing where it would not be a story yet, and then the sheet says what to do. */
  function written(sheet) {
    const { answers, steps, words } = sheet;
    const file = storyFile(Object.fromEntries(steps.map((step) => [keyOf(step), answers[step.id]])));
    const wrong = [[file.missing, words.story_missing], [Object.keys(file.tooLong), words.story_too_long]];
    const [keys, text] = wrong.find(([missed]) => missed.length) ?? [];
    if (!keys) return file;
    sheet.note(text, ...steps.filter((step) => keys.includes(keyOf(step))).map(linkTo)).focus();
    return undefined;
  }

  function saveFile(sheet) {
    const file = written(sheet);
    if (!file) return;
    offer(file.name, "text/yaml", file.text);
    sheet.note("");
  }

  /* Where the page may not copy, the text stands there, selected. */
  async function copy(sheet) {
    const file = written(sheet);
    if (!file) return;
    try {
      await navigator.clipboard.writeText(file.text);
      sheet.note(sheet.words.story_copied);
    } catch {
      const shown = sheet.querySelector("pre");
      shown.hidden = false;
      shown.textContent = file.text;
      getSelection().selectAllChildren(shown);
      sheet.note(sheet.words.story_not_copied);
    }
  }

  const storyButtons = (sheet) => ({ storyFile: () => saveFile(sheet), storyCopy: () => copy(sheet) });
  globalThis.extramile = { ...globalThis.extramile, storyButtons };
})();
