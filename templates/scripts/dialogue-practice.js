/* <dialogue-practice>: a learner hears the turns of those who serve as a customer would, writes better lines, and
   compares. Each of these turns is a form; its better words, where there are some, are in its <details>.

     draft.answers of the story  { <name of the turn>: { mark: "good" or "better", better: <the learner's line> } } */
(function () {
  "use strict";
  const { keeping, isPlain, tell } = globalThis.extramile;
  const one = (host, name) => host.querySelector(name);

  /* What a form holds, or undefined if it is untouched. */
  function entered(form) {
    const mark = one(form, ":checked")?.value;
    const better = one(form, "textarea").value.trim() ? one(form, "textarea").value : undefined;
    return mark || better ? { mark, better } : undefined;
  }

  class DialoguePractice extends HTMLElement {
    connectedCallback() {
      if (this.store) return;
      const { site, id, words } = this.dataset;
      this.words = JSON.parse(words);
      this.store = keeping(localStorage, site);
      this.forms = [...this.querySelectorAll("form")];
      this.addEventListener("input", ({ target }) => {
        if (target.type === "radio") this.reply(target.form);
        this.keep(target.form);
      });
      this.addEventListener("submit", (event) => {
        event.preventDefault();
        this.compare(event.target);
      });
      this.addEventListener("click", ({ target }) => {
        if (target.matches("[data-do=again]") && confirm(this.words.dialogue_again_sure)) this.clear();
      });
      addEventListener("storage", ({ key }) => {
        if (!key || key === this.store.keyOf("story", id)) this.restore();
      });
      addEventListener("pageshow", ({ persisted }) => persisted && this.restore());
      tell(this, this.restore());
    }

    /* Shows what is kept. The words that somebody is writing just now stay. */
    restore() {
      const { state, value } = this.store.read("story", this.dataset.id);
      for (const form of this.forms) {
        const kept = value.draft?.answers?.[form.dataset.turn];
        const { mark, better } = isPlain(kept) ? kept : {};
        if (mark !== entered(form)?.mark) this.reply(form);
        for (const radio of form.querySelectorAll("[type=radio]")) radio.checked = radio.value === mark;
        const line = one(form, "textarea");
        if (line !== document.activeElement) line.value = typeof better === "string" ? better : "";
      }
      this.again();
      return state;
    }

    keep(form) {
      tell(this, this.store.change("story", this.dataset.id, (value) => {
        // What is undefined is left out of what is stored.
        value.draft = { answers: { ...value.draft?.answers, [form.dataset.turn]: entered(form) }, at: new Date().toISOString() };
      }));
      this.again();
    }

    /* Says how most people hear the turn, whether the learner heard the same, and what would have helped. */
    compare(form) {
      const model = one(form.parentElement, "details p");
      const heard = model ? "better" : "good";
      const mark = entered(form)?.mark;
      const opinion = [this.words[`heard_${heard}`], mark && this.words[mark === heard ? "heard_same" : "heard_otherwise"]];
      this.reply(form, opinion.filter(Boolean).join(" "), model);
    }

    /* Puts an answer below a turn; without an opinion, takes it away. */
    reply(form, opinion, model) {
      const said = document.createElement("p");
      said.textContent = opinion;
      const label = document.createElement("strong");
      label.textContent = one(form.parentElement, "summary")?.textContent;
      one(form, ".em-told").replaceChildren(...opinion ? [said] : [], ...model ? [label, model.cloneNode(true)] : []);
    }

    again() {
      one(this, "[data-do=again]").hidden = !this.forms.some(entered);
    }

    clear() {
      for (const form of this.forms) {
        form.reset();
        this.reply(form);
      }
      if (this.store.read("story", this.dataset.id).state !== "newer") this.store.forget("story", this.dataset.id);
      tell(this, "new");
      this.again();
      one(this, "input").focus();
    }
  }

  customElements.define("dialogue-practice", DialoguePractice);
})();
