/* <work-sheet>: an exercise that keeps what is written into it, and comes out as a text or a document. The page is
   complete without it. Sheets with dates load commitments.js before it, those that become a story story-buttons.js.

   Controls of answers are named <step>, in a table <step>.<row>.<column>; those of a look back rate.<step> and
   note.<step>. Buttons say in data-act what they do. */
(function () {
  "use strict";
  const { asText, bring, commitments, day, isAnswered, keeping, later, offer, pack, plain, say, storyButtons, tell, unpack } = globalThis.extramile;
  const KIND = "exercise";
  const SAVED_AFTER = 500;

  /* A day has no time zone: its noon is the same day wherever the learner is. */
  const inWords = (date) => (later(date, 0) ? day(`${date}T12:00`) : date);
  const isOfReview = (name) => name.split(".").length === 2;

  class WorkSheet extends HTMLElement {
    connectedCallback() {
      const { id, site, words } = this.dataset;
      Object.assign(this, {
        thing: id,
        words: JSON.parse(words),
        store: keeping(localStorage, site),
        page: this.closest(".em-page"),
        form: this.querySelector("form"),
        file: this.querySelector("[type=file]"),
        unsaved: new Set(),
        steps: this.all("[data-item]").map(stepOf),
      });
      this.dated = commitments?.(this);
      this.acts = { ...this.dated?.acts, ...storyButtons?.(this) };
      this.form.addEventListener("input", ({ target }) => this.changed(target.name));
      this.addEventListener("click", ({ target }) => {
        const button = target.closest("[data-act]");
        if (button) (this.acts[button.dataset.act] ?? this[button.dataset.act]).call(this, button);
      });
      this.file.addEventListener("change", () => this.brought());
      addEventListener("storage", ({ key }) => {
        if (key === null || key === this.store.keyOf(KIND, id)) this.show();
      });
      // A page that comes back from the browser's memory has missed what other tabs did.
      addEventListener("pageshow", ({ persisted }) => persisted && this.show());
      addEventListener("pagehide", () => this.save());
      document.addEventListener("visibilitychange", () => this.save());
      this.show();
      this.dated?.turn();
    }

    all(selector) { return Array.from(this.querySelectorAll(selector)); }

    /* --- Keeping ------------------------------------------------------------------------------------------------- */

    /* Puts what is kept on the page, apart from what was typed since. */
    show() {
      const { state, value } = this.store.read(KIND, this.thing);
      const kept = new Map(Object.entries(value.draft?.answers ?? {}));
      this.dated?.read(value, kept);
      for (const control of this.form.elements) {
        const answer = kept.get(control.name);
        const text = typeof answer === "string" ? answer : "";
        if (!control.name || this.unsaved.has(control.name)) continue;
        if (control.type === "radio") control.checked = control.value === text;
        else if (control.value !== text) control.value = text;
      }
      if (!this.unsaved.size) tell(this, state === "kept" ? "saved" : state);
      this.draw();
    }

    changed(name) {
      this.unsaved.add(name);
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.save(), SAVED_AFTER);
      this.draw();
    }

    /* Only what changed here is written, so that two tabs do not undo each other's answers. */
    save() {
      clearTimeout(this.timer);
      if (!this.unsaved.size) return;
      const at = new Date().toISOString();
      const typed = this.answers;
      const state = this.store.change(KIND, this.thing, (value) => {
        for (const name of this.unsaved) {
          if (isOfReview(name)) this.dated.change(value, name.split(".")[1], typed, at);
          else {
            const { [name]: before, ...others } = value.draft?.answers ?? {};
            value.draft = { ...value.draft, answers: typed[name] ? { ...others, [name]: typed[name] } : others, at };
          }
        }
        this.dated?.read(value);
      });
      if (state === "saved" || state === "visit") this.unsaved.clear();
      tell(this, state);
      this.draw();
    }

    get answers() { return Object.fromEntries(new FormData(this.form)); }

    /* --- Showing ------------------------------------------------------------------------------------------------- */

    draw() {
      const answers = this.answers;
      const n = this.steps.filter((step) => isAnswered(step, answers)).length;
      this.write(".em-counter", say(this.words.worksheet_answered, { n, total: this.steps.length }));
      for (const written of this.all(".em-written")) {
        const { type, value } = written.nextElementSibling;
        written.textContent = type === "date" ? inWords(value) : value.replace(/\n$/, "\n ");
      }
      for (const step of this.steps.filter(({ kind }) => kind !== "table")) {
        for (const place of this.all(`[data-said="${step.id}"]`)) place.textContent = this.plain(step, answers);
      }
      for (const place of this.all("td[data-said]")) place.textContent = answers[place.dataset.said];
      this.dated?.draw(answers);
    }

    /* An answer as it is read. */
    plain(step, answers) { return plain(step, answers, inWords); }

    /* Changes a text only where it differs, so that screen readers do not say it again. */
    write(selector, text) {
      const place = this.querySelector(selector);
      if (place.textContent !== text) place.textContent = text;
    }

    /* --- Buttons ------------------------------------------------------------------------------------------------- */

    text() {
      const { answers } = this;
      const parts = this.steps.map((step, n) => ({
        heading: `${n + 1}. ${step.prompt}`,
        text: this.plain(step, answers),
        notes: this.dated?.notes(step) ?? [],
      }));
      offer(`${this.thing}.txt`, "text/plain", asText(this.dataset.title, parts, this.words.worksheet_not_answered));
    }

    /* While a document is open, paper takes it and nothing else; the sheet is printed by its own button. */
    print() {
      const { prints } = this.page.dataset;
      delete this.page.dataset.prints;
      if (prints) addEventListener("afterprint", () => { this.page.dataset.prints = prints; }, { once: true });
      window.print();
    }

    printDocument() { window.print(); }

    openDocument(button) {
      const open = button.getAttribute("aria-expanded") !== "true";
      const section = this.querySelector("#document");
      button.setAttribute("aria-expanded", open);
      for (const part of [section, ...this.all("[data-for=document]")]) part.hidden = !open;
      if (!open) return delete this.page.dataset.prints;
      this.page.dataset.prints = "document";
      section.scrollIntoView();
      return section.focus({ preventScroll: true });
    }

    pack() {
      this.save();
      const copy = pack(this.store, new Date().toISOString(), [`${KIND}:${this.thing}`]);
      offer(`${this.thing}.json`, "application/json", copy);
    }

    bring() { this.file.click(); }

    async brought() {
      const [file] = this.file.files;
      if (!file) return undefined;
      const thing = `${KIND}:${this.thing}`;
      const things = unpack(await file.text(), this.store.site);
      this.file.value = "";
      if (!things?.[thing]) return this.note(this.words.worksheet_not_ours);
      this.save();
      const state = bring(this.store, { [thing]: things[thing] });
      this.show();
      tell(this, state);
      return this.note(state === "full" || state === "newer" ? "" : this.words.worksheet_brought);
    }

    clear() {
      if (!confirm(this.words.worksheet_clear_sure)) return;
      this.store.forget(KIND, this.thing);
      this.unsaved.clear();
      this.show();
      this.note(this.words.worksheet_cleared);
      this.form.elements[0].focus();
    }

    /* Says how something went, with links below it. */
    note(text, ...links) {
      const note = this.querySelector(".em-told");
      note.replaceChildren(text, ...links);
      return note;
    }
  }

  /* A step as the page shows it. */
  function stepOf(item) {
    const { item: id, answer: kind, heading } = item.dataset;
    const radios = Array.from(item.querySelectorAll(`[name="${id}"][type=radio]`));
    return {
      item,
      id,
      kind,
      heading,
      prompt: item.querySelector("legend, caption, label").textContent,
      options: Object.fromEntries(radios.map((radio) => [radio.value, radio.labels[0].textContent.trim()])),
      columns: Array.from(item.querySelectorAll("thead th"), (head) => head.textContent),
      rows: item.querySelectorAll("tbody tr").length,
    };
  }

  customElements.define("work-sheet", WorkSheet);
})();
