/* <recall-practice>: brings back the cards of lessons that are done (recall-logic.js says which and when). The cards are
   loaded when the practice begins. Our renderer made them, which lets nothing through that could run. */
(function () {
  "use strict";
  const { keeping, say, day, part, tell, offer, calendar, dayOf, recall } = globalThis.extramile;
  const POINT = "point";
  const CARDS = new URL("recall-cards.js", document.currentScript.src).href;

  /* A script, because from a disk browsers let a page run one and read nothing else. */
  function loaded() {
    if (globalThis.extramile.cards) return Promise.resolve(true);
    return new Promise((tell) => {
      const script = document.createElement("script");
      script.src = CARDS;
      script.onload = () => tell(true);
      script.onerror = () => tell(false);
      document.head.append(script);
    });
  }

  /* HTML of a card as nodes that run nothing. */
  function markup(html) {
    const inert = document.createElement("template");
    inert.innerHTML = html;
    return inert.content;
  }

  function strong(text) {
    const made = document.createElement("strong");
    made.textContent = text;
    return made;
  }

  class RecallPractice extends HTMLElement {
    connectedCallback() {
      if (this.stage) return;
      this.words = JSON.parse(this.dataset.words);
      this.store = keeping(localStorage, this.dataset.site);
      this.checks = Object.entries(JSON.parse(this.dataset.checks));
      this.stage = this.querySelector(".em-recall");
      this.stage.addEventListener("click", ({ target }) => this.press(target.closest("button")?.dataset.do));
      this.stage.addEventListener("submit", (event) => {
        event.preventDefault();
        this.check(event.target);
      });
      /* Another tab has changed something, or the page lay open over night. */
      addEventListener("storage", () => this.refresh());
      document.addEventListener("visibilitychange", () => document.hidden || this.refresh());
      this.overview();
    }

    press(what) {
      const presses = {
        begin: () => this.begin(),
        reveal: () => this.reveal(),
        well: () => { this.answer(true); this.next(); },
        again: () => { this.answer(false); this.next(); },
        next: () => this.next(),
        stop: () => this.finish(),
        remind: () => this.remind(),
      };
      if (what) presses[what]();
    }

    /* All cards of lessons that are done. What a later version of the pages has written is left to it. */
    cards() {
      const states = [];
      const now = Date.now();
      const lessons = this.checks.flatMap(([id, checks]) => {
        const lesson = this.store.read("lesson", id);
        const kept = this.store.read("recall", id);
        states.push(lesson.state, kept.state);
        const { done } = lesson.value;
        if (done?.is !== true || kept.state === "newer") return [];
        return [{ id, since: done.at, cards: [POINT, ...checks], kept: kept.value.cards ?? {} }];
      });
      this.trouble = ["newer", "broken"].find((state) => states.includes(state));
      return lessons.flatMap((lesson) => recall.cardsOf(lesson, now));
    }

    /* Shows a part of the page with its gaps filled by text or nodes. What is false goes away, what is true stays. */
    show(name, gaps = {}) {
      const shown = part(this, name);
      for (const gap of shown.querySelectorAll("[data-fill]")) {
        const filling = gaps[gap.dataset.fill] ?? true;
        if (filling === false) gap.remove();
        else if (filling !== true) gap.append(filling);
      }
      this.stage.dataset.shown = name;
      this.stage.replaceChildren(shown);
    }

    gap(name) {
      return this.stage.querySelector(`[data-fill=${name}]`);
    }

    head() {
      this.stage.querySelector("h2").focus();
    }

    overview() {
      if (localStorage.isMemory) return this.show("blocked");
      const cards = this.cards();
      const ready = recall.due(cards, Date.now()).length;
      if (this.trouble) tell(this, this.trouble);
      if (!cards.length) return this.show("nothing");
      if (!ready) return this.show("rested", this.afterwards(cards));
      return this.show("ready", { due: say(this.words.recall_due, { n: ready }), boxes: this.boxes(cards) });
    }

    refresh() {
      if (!["nothing", "ready", "rested"].includes(this.stage.dataset.shown)) return;
      const held = this.stage.contains(document.activeElement);
      this.overview();
      if (held) (this.stage.querySelector("button") ?? this.stage.querySelector("h2")).focus();
    }

    /* When to come back, and what is known by now. */
    afterwards(cards) {
      const now = Date.now();
      const n = recall.due(cards, now).length;
      this.comesBack = recall.next(cards, now);
      const isLater = !n && !!this.comesBack;
      const onDay = isLater && say(this.words.recall_come_back, { day: day(this.comesBack) });
      return {
        return: n ? say(this.words.recall_more_due, { n }) : onDay,
        remind: isLater,
        more: n > 0,
        boxes: this.boxes(cards),
      };
    }

    boxes(cards) {
      const shown = part(this, "boxes");
      const drawn = shown.querySelectorAll("li");
      recall.counts(cards).forEach((n, box) => {
        drawn[box].querySelector("[data-count]").textContent = say(this.words.recall_box_cards, { n });
        [...drawn[box].querySelectorAll("g path")].reverse().slice(n).forEach((card) => card.remove());
      });
      return shown;
    }

    async begin() {
      if (!await loaded()) {
        this.show("missing");
        return this.head();
      }
      this.lessons = new Map(globalThis.extramile.cards.map((lesson) => [lesson.id, lesson]));
      this.began = Date.now();
      this.queue = recall.session(this.cards(), this.began);
      this.answers = [];
      return this.next();
    }

    /* The next card that is still due: another tab may have had it. */
    next() {
      const now = Date.now();
      const current = this.cards();
      const isStillDue = (card) => current.some((other) =>
        other.lesson === card.lesson && other.name === card.name && recall.isDue(other, now));
      this.queue = this.queue.filter(isStillDue);
      if (!this.queue.length || recall.isOver(this.began, now)) return this.finish();
      const [{ lesson, name }] = this.queue;
      this.lesson = this.lessons.get(lesson);
      this.question = this.lesson.checks.find((check) => check.name === name);
      if (this.question) this.ask(); else this.recollect();
      return this.head();
    }

    progress() {
      const at = this.answers.length + 1;
      return say(this.words.recall_progress, { at, n: this.answers.length + this.queue.length });
    }

    /* A key learning point: remember, look, and say how it went. */
    recollect() {
      const lesson = this.lesson.title;
      this.show("point", {
        progress: this.progress(),
        question: say(this.words.recall_point, { lesson }),
        answer: markup(this.lesson.point),
        ...this.way(lesson),
      });
    }

    /* A question of a quick check, whose verdict says how it went. */
    ask() {
      const choices = document.createDocumentFragment();
      for (const { name, text } of this.question.choices) {
        const choice = part(this, "choice");
        choice.querySelector("input").value = name;
        choice.querySelector("span").append(markup(text));
        choices.append(choice);
      }
      const lesson = this.lesson.title;
      this.show("check", {
        progress: this.progress(),
        question: say(this.words.recall_check, { lesson }),
        legend: markup(this.question.text),
        choices,
        ...this.way(lesson),
      });
    }

    /* The way back to the lesson. */
    way(title) {
      const link = document.createElement("a");
      link.href = this.lesson.href;
      link.textContent = say(this.words.recall_to_lesson, { lesson: title });
      return { lesson: link };
    }

    reveal() {
      this.gap("hidden").hidden = false;
      this.stage.querySelector("[data-do=reveal]").parentElement.remove();
      this.gap("answer").focus();
    }

    check(form) {
      const name = form.elements.choice.value;
      const chosen = this.question.choices.find((choice) => choice.name === name);
      if (!chosen) {
        this.gap("unchosen").textContent = this.gap("unchosen").dataset.words;
        form.querySelector("input").focus();
        return;
      }
      form.querySelector("fieldset").disabled = true;
      this.gap("unchosen").remove();
      form.querySelector("button").parentElement.remove();
      this.answer(chosen.good);
      this.gap("answer").append(strong(chosen.verdict), " ", markup(chosen.feedback));
      const better = this.question.choices.find(({ good }) => good);
      if (chosen.good || !better) this.gap("better").remove();
      else this.gap("better").append(" ", markup(better.text));
      this.gap("hidden").hidden = false;
      this.gap("answer").focus();
    }

    /* Puts the card at hand into its next box. What another tab has said of it in the meantime, counts. */
    answer(well) {
      const { lesson, name } = this.queue.shift();
      const now = Date.now();
      this.answers.push(well);
      const card = this.cards().find((other) => other.lesson === lesson && other.name === name);
      if (!card || !recall.isDue(card, now)) return;
      tell(this, this.store.change("recall", lesson, (value) => {
        value.cards = { ...value.cards, [name]: recall.answered(card, well, now) };
      }));
    }

    finish() {
      const n = this.answers.length;
      if (n) {
        this.show("end", {
          time: this.queue.length > 0 && recall.isOver(this.began, Date.now()),
          well: say(this.words.recall_well, { n, well: this.answers.filter(Boolean).length }),
          ...this.afterwards(this.cards()),
        });
      } else this.overview();
      this.head();
    }

    /* A reminder for the day on which the next cards are due. A later one takes its place. */
    remind() {
      const address = location.href.replace(/#.*/, "");
      const event = {
        uid: `${this.dataset.site}-recall`,
        day: dayOf(this.comesBack),
        summary: say(this.words.recall_reminder, { title: this.dataset.course }),
        description: say(this.words.recall_reminder_text, { address }),
        url: address,
      };
      offer("recall.ics", "text/calendar", calendar([event], Date.now()));
    }
  }

  customElements.define("recall-practice", RecallPractice);
})();
