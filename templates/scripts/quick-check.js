/* <quick-check>: questions of a lesson. A learner chooses an answer, checks it, reads what we think of it, tries again.
   An answer counts when it is checked, because the arrow keys choose every option on their way.

     draft.answers of the lesson  { <name of the question>: <name of the option> }

   Each question is a form; what we think of an option is in its <details>. */
(function () {
  "use strict";
  const { keeping, say, tell } = globalThis.extramile;
  const one = (host, name) => host.querySelector(name);

  class QuickCheck extends HTMLElement {
    connectedCallback() {
      if (this.store) return;
      const { site, id, words } = this.dataset;
      this.words = JSON.parse(words);
      this.store = keeping(localStorage, site);
      this.forms = [...this.querySelectorAll("form")];
      this.addEventListener("submit", (event) => {
        event.preventDefault();
        this.check(event.target);
      });
      this.addEventListener("change", ({ target }) => this.show(target.form));
      this.addEventListener("click", ({ target }) => this[target.dataset.do]?.(target.form));
      addEventListener("storage", ({ key }) => {
        if (!key || key === this.store.keyOf("lesson", id)) this.restore();
      });
      addEventListener("pageshow", ({ persisted }) => persisted && this.restore());
      tell(this, this.restore());
    }

    /* Shows what is kept, where it is not shown already. A choice that nobody has checked yet stays. */
    restore() {
      const { state, value } = this.store.read("lesson", this.dataset.id);
      const answers = value.draft?.answers ?? {};
      for (const form of this.forms) {
        const radios = [...form.querySelectorAll("input")];
        const kept = radios.find((radio) => radio.value === answers[form.dataset.question]);
        const name = kept?.value ?? "";
        if (name === (form.dataset.kept ?? "")) continue;
        for (const radio of radios) radio.checked = radio === kept;
        form.dataset.kept = name;
        this.show(form, kept);
      }
      this.count();
      return state;
    }

    check(form) {
      const chosen = one(form, ":checked");
      if (!chosen) {
        one(form, ".em-told").textContent = this.words.check_choose;
        return;
      }
      const isPressed = document.activeElement === one(form, "[type=submit]");
      this.show(form, chosen);
      this.keep(form, chosen);
      if (isPressed) one(form, "[data-do=again]").focus();
    }

    again(form) {
      form.reset();
      this.show(form);
      this.keep(form);
      one(form, "input").focus();
    }

    others(form) {
      form.classList.add("em-others");
      for (const opinion of form.querySelectorAll("details")) opinion.open = true;
      one(form, "[data-do=others]").hidden = true;
      one(form, "li:not([data-answer]) summary").focus();
    }

    /* Shows what we think of an option; of none, asks. */
    show(form, chosen) {
      one(form, "[data-answer]")?.removeAttribute("data-answer");
      one(form, ".em-mark")?.remove();
      form.classList.remove("em-others");
      const opinion = chosen && one(chosen.closest("li"), "details");
      const isGood = opinion?.matches("[data-good]");
      one(form, ".em-told").replaceChildren(...opinion ? [one(opinion, "p").cloneNode(true)] : []);
      one(form, "[type=submit]").hidden = !!chosen;
      one(form, "[data-do=again]").hidden = !chosen;
      one(form, "[data-do=others]").hidden = !isGood;
      if (!chosen) return;
      const mark = document.createElement("b");
      mark.className = "em-mark em-screen";
      mark.textContent = this.words.check_yours;
      chosen.closest("label").append(mark);
      chosen.closest("li").dataset.answer = isGood ? "good" : "not-yet";
    }

    keep(form, chosen) {
      tell(this, this.store.change("lesson", this.dataset.id, (value) => {
        // What is undefined is left out of what is stored.
        value.draft = { answers: { ...value.draft?.answers, [form.dataset.question]: chosen?.value }, at: new Date().toISOString() };
      }));
      form.dataset.kept = chosen?.value ?? "";
      this.count();
    }

    count() {
      const n = this.forms.filter((each) => each.dataset.kept).length;
      one(this, ".em-answered").textContent = say(this.words.check_answered, { n, total: this.forms.length });
    }
  }

  customElements.define("quick-check", QuickCheck);
})();
