/* <story-form>: keeps what is written into the form of a story, says what does not fit, shows how the story will look, and
   hands it to its writer: as a file, as a text, or as the address of a page for a new file. Nothing leaves the browser
   before one of these is chosen. The form is complete without it, on paper too. Buttons say in data-act what they do. */
(function () {
  "use strict";
  const { keeping, offer, part, say, storyChecks, storyFile, storyText, tell } = globalThis.extramile;
  const KIND = "share";
  const THING = "story";
  const KEPT = "privacy_checked";
  const SAVED_AFTER = 500;
  const YEARS = 2;

  class StoryForm extends HTMLElement {
    connectedCallback() {
      const { site, words, told, needed, denied, exercises } = this.dataset;
      Object.assign(this, {
        words: JSON.parse(words),
        told: JSON.parse(told),
        exercises: JSON.parse(exercises),
        needed: needed.split(" "),
        denied: JSON.parse(denied),
        reasons: new Map(),
        found: [],
        store: keeping(localStorage, site),
        form: this.querySelector("form"),
        fields: this.all("[data-key]"),
        unsaved: new Set(),
      });
      this.form.addEventListener("input", ({ target }) => {
        if (target.name === KEPT) this.reasons.set(target.dataset.found, target.value);
        this.changed(target.name);
      });
      this.form.addEventListener("focusout", (event) => this.left(event));
      this.addEventListener("click", ({ target }) => {
        const button = target.closest("[data-act]");
        if (button) this[button.dataset.act]();
        else if (target.closest("[data-paste]")) this.copy(target.closest("[data-paste]").dataset.paste);
      });
      addEventListener("storage", ({ key }) => {
        if (key === null || key === this.store.keyOf(KIND, THING)) this.show();
      });
      addEventListener("pageshow", ({ persisted }) => persisted && this.show());
      addEventListener("pagehide", () => this.save());
      document.addEventListener("visibilitychange", () => this.save());
      this.show();
      this.offerExercise();
      this.want(new URLSearchParams(location.search).get("lesson"));
    }

    all(selector) { return Array.from(this.querySelectorAll(selector)); }

    one(selector) { return this.querySelector(selector); }

    field(key) { return this.fields.find((field) => field.dataset.key === key); }

    controls(key) { return Array.from(this.form.elements).filter((control) => control.name === key); }

    /* --- Answers ------------------------------------------------------------------------------------------------- */

    /* Texts by key, in the order of the form; the lessons that were chosen each on a line. */
    get answers() {
      const data = new FormData(this.form);
      const kept = this.found.filter((found) => this.reasons.get(found)?.trim()).map((found) => [found, this.reasons.get(found)].join("\t"));
      return Object.fromEntries(this.fields.map(({ dataset: { key } }) => [key, (key === KEPT ? kept : data.getAll(key)).join("\n")]));
    }

    put(key, text) {
      if (key === KEPT) this.reasons = new Map(text.split("\n").map((row) => row.split("\t")));
      for (const control of this.controls(key)) {
        if (key === KEPT) control.value = this.reasons.get(control.dataset.found) ?? "";
        else if (/^(radio|checkbox)$/.test(control.type)) control.checked = text.split("\n").includes(control.value);
        else if (control.value !== text) control.value = text;
      }
    }

    /* Puts what is kept on the page, apart from what was typed since. */
    show() {
      const { state, value } = this.store.read(KIND, THING);
      const kept = { review_by: inYears(YEARS), ...value.draft?.answers };
      for (const { dataset: { key } } of this.fields) {
        if (!this.unsaved.has(key)) this.put(key, typeof kept[key] === "string" ? kept[key] : "");
      }
      if (!this.unsaved.size) tell(this, state === "kept" ? "saved" : state);
      this.draw();
    }

    changed(key) {
      this.unsaved.add(key);
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.save(), SAVED_AFTER);
      this.one("[data-sending]").hidden = true;
      this.draw();
      for (const field of this.fields) {
        if (field.dataset.wrong && [field.dataset.key, KEPT].includes(key)) this.judge(field.dataset.key);
      }
    }

    /* Only what changed here is written, so that two tabs do not undo each other's answers. */
    save() {
      clearTimeout(this.timer);
      if (!this.unsaved.size) return;
      const { answers } = this;
      const at = new Date().toISOString();
      const state = this.store.change(KIND, THING, (value) => {
        const typed = Array.from(this.unsaved, (key) => [key, answers[key]]);
        value.draft = { answers: { ...value.draft?.answers, ...Object.fromEntries(typed) }, at };
      });
      if (state === "saved" || state === "visit") this.unsaved.clear();
      tell(this, state);
    }

    /* --- Judging ------------------------------------------------------------------------------------------------- */

    problems() { return storyChecks.problems(this.answers, this.needed, this.denied, inYears(0)); }

    left({ target, relatedTarget }) {
      if (target.name && relatedTarget?.name !== target.name) this.judge(target.name);
    }

    /* What is wrong with one answer, beside it. An empty one is told only when the story is looked over. */
    judge(key, isEnd = false) {
      const field = this.field(key);
      const isTyped = ({ code }) => isEnd || !/^missing-key$|-not-said$/.test(code);
      const found = this.problems().filter((problem) => problem.key === key && isTyped(problem));
      const place = field.querySelector(".em-wrong");
      place.replaceChildren(...found.map((problem) => filled("span", this.inWords(problem))));
      found.forEach(({ advice }, n) => place.children[n].classList.toggle("em-advice", !!advice));
      field.dataset.wrong = found.length ? "yes" : "";
      for (const control of this.controls(key)) control.setAttribute("aria-invalid", found.some(({ advice }) => !advice));
    }

    inWords(problem) {
      const text = say(this.told[problem.code], { ...problem, field: this.field(problem.key).dataset.name });
      return `${text[0].toUpperCase()}${text.slice(1)}.`;
    }

    finish() {
      this.save();
      for (const { dataset: { key } } of this.fields) this.judge(key, true);
      const found = this.problems();
      const wrong = found.filter(({ advice }) => !advice);
      const advice = found.filter((problem) => problem.advice);
      const summary = this.one("[data-summary]");
      summary.replaceChildren(
        ...this.listed(wrong, say(this.words.share_wrong, { n: wrong.length })),
        ...(wrong.length ? [] : [filled("p", this.words.share_ready), ...this.listed(advice, this.words.share_advice)]),
      );
      this.one("[data-sending]").hidden = !!wrong.length;
      if (!wrong.length) this.ready();
      summary.focus();
    }

    listed(problems, heading) {
      if (!problems.length) return [];
      const list = document.createElement("ul");
      list.append(...problems.map((problem) => {
        const item = document.createElement("li");
        const link = filled("a", this.inWords(problem));
        link.href = `#tell-${problem.key}`;
        link.addEventListener("click", (event) => this.goTo(problem.key, event));
        item.append(link);
        return item;
      }));
      return [filled("p", heading), list];
    }

    goTo(key, event) {
      event.preventDefault();
      const [control] = this.controls(key);
      if (control.closest("details")) control.closest("details").open = true;
      this.field(key).scrollIntoView();
      control.focus({ preventScroll: true });
    }

    /* --- Sending ------------------------------------------------------------------------------------------------- */

    ready() {
      const file = storyFile(this.answers, storyText.lightly);
      this.story = file;
      this.one("pre").textContent = file.text;
      this.one("[data-file-name]").textContent = say(this.words.share_sending_file, { file: file.name });
      this.one("[data-sent]").textContent = "";
      const propose = this.one("[data-propose]");
      if (propose) {
        const { propose: host, address } = propose.dataset;
        const { href, paste } = storyChecks.proposing(host, address, file);
        const also = host === "gitlab" ? this.words.share_paste_too : "";
        aim(propose, href, paste ? this.words.share_paste : also);
      }
      const { href, paste } = storyChecks.mailing(this.answers.title.trim(), file, this.words.share_mail_paste);
      aim(this.one("[data-mail]"), href, paste ? this.words.share_copied : "");
    }

    download() {
      const { name, text } = this.story;
      offer(name, "text/yaml", text);
      this.one("[data-sent]").textContent = say(this.words.share_downloaded, { file: name });
    }

    /* Where the page may not copy, the text stands there to be copied by hand. */
    async copy(saying = this.words.share_copied) {
      const said = this.one("[data-sent]");
      try {
        await navigator.clipboard.writeText(this.story.text);
        said.textContent = saying;
      } catch (forbidden) {
        this.one("[data-file]").open = true;
        getSelection().selectAllChildren(this.one("pre"));
        said.textContent = this.words.share_not_copied;
      }
    }

    clear() {
      if (!confirm(this.words.share_clear_sure)) return;
      this.store.forget(KIND, THING);
      this.unsaved.clear();
      for (const { dataset: { key } } of this.fields) {
        this.put(key, "");
        this.field(key).querySelector(".em-wrong").replaceChildren();
      }
      this.one("[data-sending]").hidden = true;
      this.show();
      const summary = this.one("[data-summary]");
      summary.replaceChildren(filled("p", this.words.share_cleared));
      summary.focus();
    }

    /* --- Where a story begins ------------------------------------------------------------------------------------ */

    /* A story that somebody has begun in an exercise goes on here, where nothing is written yet. */
    offerExercise() {
      const begun = Object.keys(this.exercises).find((id) => this.begun(id).length);
      if (!begun || this.store.read(KIND, THING).state !== "new") return;
      const offered = this.one("[data-begun]");
      offered.firstElementChild.textContent = say(this.words.share_from_exercise, { title: this.exercises[begun] });
      offered.hidden = false;
      this.from = begun;
    }

    begun(id) {
      const answers = Object.entries(this.store.read("exercise", id).value.draft?.answers ?? {});
      return answers.map(([step, text]) => [step.replace(/-/g, "_"), text])
        .filter(([key, text]) => this.field(key) && typeof text === "string" && text.trim());
    }

    take() {
      for (const [key, text] of this.begun(this.from)) {
        if (this.answers[key].trim()) continue;
        this.put(key, text);
        this.unsaved.add(key);
      }
      this.save();
      this.draw();
      this.one("[data-begun]").replaceChildren(filled("p", this.words.share_from_exercise_taken));
    }

    /* A lesson that wants a story is named in the address; what else may stand there is passed over. */
    want(id) {
      const box = this.controls("lessons").find((control) => control.value === id);
      if (!box) return;
      box.checked = true;
      box.closest("details").open = true;
      const wanted = this.one("[data-wanted]");
      wanted.textContent = say(this.words.share_wanted, { title: box.labels[0].textContent.trim() });
      wanted.hidden = false;
      this.changed("lessons");
    }

    /* --- Showing ------------------------------------------------------------------------------------------------- */

    draw() {
      const { answers } = this;
      this.drawKept(answers);
      const n = this.needed.filter((key) => answers[key].trim()).length;
      write(this.one(".em-counter"), say(this.words.share_needed_there, { n, total: this.needed.length }));
      for (const written of this.all(".em-written")) written.textContent = written.nextElementSibling.value.replace(/\n$/, "\n ");
      const isEmpty = !Object.entries(answers).some(([key, text]) => text.trim() && this.one(`[data-shown="${key}"]`));
      this.one("[data-empty]").hidden = !isEmpty;
      this.one("[data-preview]").hidden = isEmpty;
      for (const place of this.all("[data-shown]")) {
        const text = answers[place.dataset.shown];
        place.replaceChildren(...shown(place, text));
        (place.closest("section") ?? place).hidden = !text.trim();
      }
      for (const label of this.all("[data-outcome]")) label.hidden = label.dataset.outcome !== answers.outcome;
      this.drawOrigin(answers);
    }

    /* For each thing that looks private a line for the reason why it may stay. */
    drawKept(answers) {
      const place = this.field(KEPT);
      const rows = place.querySelector("[data-rows]");
      this.found = storyChecks.findings(answers, this.denied);
      const there = new Map(Array.from(rows.children, (row) => [row.querySelector("input").dataset.found, row]));
      const shownNow = this.found.map((found) => there.get(found) ?? this.row(found));
      for (const row of rows.children) if (!shownNow.includes(row)) row.remove();
      shownNow.filter((row) => !row.parentElement).forEach((row) => rows.append(row));
      place.hidden = !this.found.length;
    }

    row(found) {
      const row = part(this, "kept").firstElementChild;
      const input = row.querySelector("input");
      row.querySelector("b").textContent = found;
      Object.assign(input, { value: this.reasons.get(found) ?? "" }).dataset.found = found;
      return row;
    }

    drawOrigin({ source, source_url: address, told_as: as, told_by: who, consent }) {
      const facts = [as && this.words[`told_as_${as}`], who.trim() && say(this.words.told_by, { who }), consent.trim() && say(this.words.consent, { consent })];
      const list = this.one("[data-origin]");
      list.replaceChildren(...facts.filter(Boolean).map((fact) => filled("li", fact)));
      list.closest("section").hidden = !list.childElementCount && !source.trim() && !address.trim();
    }
  }

  function filled(tag, text) {
    const element = document.createElement(tag);
    element.textContent = text;
    return element;
  }

  /* Changes a text only where it differs, so that screen readers do not say it again. */
  function write(place, text) {
    if (place.textContent !== text) place.textContent = text;
  }

  function aim(link, href, paste) {
    link.href = href;
    if (paste) link.dataset.paste = paste;
    else delete link.dataset.paste;
  }

  function inYears(n) {
    const day = new Date();
    day.setUTCFullYear(day.getUTCFullYear() + n);
    return day.toISOString().slice(0, 10);
  }

  /* --- The preview: elements made one by one, and texts only as texts. ------------------------------------------- */

  /* A link shows where it leads; the preview itself leads nowhere. */
  const marked = ({ kind, text, href }) => (kind === "text" ? text : filled(kind === "a" ? "u" : kind, href ? `${text} (${href})` : text));

  function wrapped(tag, line) {
    const element = document.createElement(tag);
    element.append(...line.map(marked));
    return element;
  }

  function blockOf({ kind, lines }) {
    if (kind === "p") return wrapped("p", lines[0]);
    const element = document.createElement(kind);
    element.append(...lines.map((line) => wrapped(kind === "blockquote" ? "p" : "li", line)));
    return element;
  }

  function shown(place, text) {
    const lines = text.split("\n").map((line) => line.trim()).filter(Boolean);
    if (/^[OU]L$/.test(place.tagName)) return storyText.entries(text).map((line) => wrapped("li", storyText.parts(line)));
    if (place.matches(".em-prose")) return storyText.blocks(text).map(blockOf);
    if (/^(key_learning_point|source)$/.test(place.dataset.shown)) return storyText.parts(lines.join(" ")).map(marked);
    return [lines.join(" ")];
  }

  customElements.define("story-form", StoryForm);
})();
