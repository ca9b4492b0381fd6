/* What the learner's elements share: words, days, downloads. The words come from the page. */
(function () {
  "use strict";
  const language = document.querySelector(".em-page").lang;

  /* Words with their gaps filled: a text, or forms of it by plural category, chosen by the gap `n`. */
  function say(words, gaps = {}) {
    const text = typeof words === "string" ? words : words[new Intl.PluralRules(language).select(gaps.n)] ?? words.other;
    return text.replace(/\{(\w+)\}/g, (gap, name) => gaps[name] ?? gap);
  }

  /* A moment as a day in words: 3 March 2027. */
  const day = (moment) => new Intl.DateTimeFormat(language, { dateStyle: "long" }).format(new Date(moment));

  /* A copy of what a template of the page holds: <template data-part="result">. */
  const part = (host, name) => host.querySelector(`template[data-part="${name}"]`).content.cloneNode(true);

  /* Says in an element's own note how keeping went, in the words of that note. */
  function tell(host, state) {
    const note = host.querySelector(".em-kept");
    note.textContent = JSON.parse(note.dataset.words)[`kept_${state}`] ?? "";
    note.dataset.state = state;
  }

  /* Hands a text to the learner as a file. */
  function offer(name, type, text) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type }));
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }

  globalThis.extramile = { ...globalThis.extramile, say, day, part, tell, offer };
})();
