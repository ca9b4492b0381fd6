/* <course-progress>: says how far somebody has come, in what the server has rendered.
     [data-lessons="a b"]  something that leads through lessons: its first fact becomes "1 of 2 lessons done", its bar grows
     [data-lesson="a"]     the status of one lesson, in words
     [data-continue]       a link to where to go on, by the data-way of the element; [data-end] shows when all is done */
(function () {
  "use strict";
  const { keeping, say, day, progress } = globalThis.extramile;

  class CourseProgress extends HTMLElement {
    connectedCallback() {
      if (this.words) return;
      const store = keeping(localStorage, this.dataset.site);
      this.stateOf = (id) => progress.stateOf(store.read("lesson", id).value);
      this.words = JSON.parse(this.dataset.words);
      this.link = this.querySelector("[data-continue]");
      this.begin = this.link && [this.link.textContent, this.link.getAttribute("href")];
      this.show();
      const again = () => this.show();
      addEventListener("storage", again);
      /* Coming back to a page that the browser has kept alive. */
      addEventListener("pageshow", (event) => event.persisted && again());
      document.addEventListener("em-progress", again);
    }

    show() {
      for (const place of this.querySelectorAll("[data-lessons]")) this.count(place, place.dataset.lessons.split(" "));
      for (const place of this.querySelectorAll("[data-lesson]")) place.textContent = this.status(place.dataset.lesson);
      if (this.link) this.lead(JSON.parse(this.dataset.way));
    }

    count(place, lessons) {
      const states = new Map(lessons.map((id) => [id, this.stateOf(id)]));
      const done = progress.countDone(lessons, states);
      const isBegun = [...states.values()].some(({ latest, isDone }) => latest || isDone);
      const fact = place.querySelector(".em-facts li");
      place.dataset.before ??= fact.textContent;
      fact.textContent = isBegun ? say(this.words.lessons_done, { n: lessons.length, done }) : place.dataset.before;
      place.toggleAttribute("data-begun", isBegun);
      place.querySelector(".em-bar-done").setAttribute("width", (100 * done) / lessons.length);
    }

    status(id) {
      const [name, at] = progress.statusOf(this.stateOf(id));
      return say(this.words[`lesson_${name}`], { day: at && day(at) });
    }

    lead({ lessons, paths, address, recall }) {
      const titles = new Map(lessons);
      const next = progress.next(new Map(lessons.map(([id]) => [id, this.stateOf(id)])), paths);
      const go = next ? [say(this.words.continue_with, { title: titles.get(next) }), say(address, { id: next })]
        : next === "" ? [this.words.continue_with_recall, recall] : this.begin;
      [this.link.textContent] = go;
      this.link.setAttribute("href", go[1]);
      this.querySelector("[data-end]").hidden = next !== "";
    }
  }

  customElements.define("course-progress", CourseProgress);
})();
