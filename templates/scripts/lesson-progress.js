/* <lesson-progress>: remembers that the lesson was opened, and keeps the learner's own word that it is done. */
(function () {
  "use strict";
  const { keeping, say, day, tell } = globalThis.extramile;

  class LessonProgress extends HTMLElement {
    connectedCallback() {
      if (this.store) return;
      const { site, id, title } = this.dataset;
      const at = () => new Date().toISOString();
      this.store = keeping(localStorage, site);
      this.box = this.querySelector("[type=checkbox]");
      this.box.addEventListener("change", () => {
        tell(this, this.store.change("lesson", id, (value) => { value.done = { is: this.box.checked, at: at() }; }));
        this.show({ is: this.box.checked, at: at() });
      });
      addEventListener("storage", ({ key }) => {
        if (!key || key === this.store.keyOf("lesson", id)) this.restore();
      });
      addEventListener("pageshow", ({ persisted }) => persisted && this.restore());
      tell(this, this.restore());
      this.store.change("lesson", id, (value) => { value.opened = { title, at: at() }; });
    }

    restore() {
      const { state, value } = this.store.read("lesson", this.dataset.id);
      this.show(value.done ?? {});
      return state;
    }

    show({ is, at }) {
      this.box.checked = is === true;
      // The next lesson stands out as soon as this one is done.
      this.toggleAttribute("data-done", is === true);
      const isDay = is === true && !Number.isNaN(Date.parse(at));
      this.querySelector(".em-done-on").textContent = isDay ? say(this.dataset.words, { day: day(at) }) : "";
    }
  }

  customElements.define("lesson-progress", LessonProgress);
})();
