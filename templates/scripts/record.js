/* <tick-list>: boxes that say of lessons, by their values, whether they are done.
   <participation-record>: what was done, as a sheet to print. It reads the lessons from the lists of the page. */
(function () {
  "use strict";
  const { keeping, say, day, tell, progress } = globalThis.extramile;
  const { stateOf, countDone, attemptsOf, workedOn } = progress;

  /* Whatever changes: here, in another tab, or while the page was away. */
  function whenever(show) {
    addEventListener("storage", show);
    addEventListener("pageshow", (event) => event.persisted && show());
    document.addEventListener("em-progress", show);
    show();
  }

  class TickList extends HTMLElement {
    connectedCallback() {
      if (this.store) return;
      this.store = keeping(localStorage, this.dataset.site);
      this.boxes = [...this.querySelectorAll("[type=checkbox]")];
      this.addEventListener("change", (event) => this.tick(event.target));
      whenever(() => this.show());
    }

    show() {
      for (const box of this.boxes) {
        const { state, value } = this.store.read("lesson", box.value);
        box.checked = stateOf(value).isDone;
        if (state === "broken" || state === "newer") tell(this, state);
      }
    }

    tick(box) {
      const done = { is: box.checked, at: new Date().toISOString() };
      const went = this.store.change("lesson", box.value, (value) => { value.done = done; });
      tell(this, went);
      /* Where there is no room, the tick stays on the page. */
      if (went !== "full") document.dispatchEvent(new Event("em-progress"));
    }
  }

  class ParticipationRecord extends HTMLElement {
    connectedCallback() {
      if (this.store) return;
      this.store = keeping(localStorage, this.dataset.site);
      this.words = JSON.parse(this.dataset.words);
      this.titles = JSON.parse(this.dataset.titles);
      this.field = this.querySelector("input");
      this.field.addEventListener("input", () => this.rename());
      this.querySelector("[data-print]").addEventListener("click", () => this.print());
      addEventListener("afterprint", () => { delete document.documentElement.dataset.printing; });
      whenever(() => this.show());
    }

    rename() {
      tell(this, this.store.change("record", "me", (value) => { value.name = this.field.value; }));
      this.name();
    }

    name() {
      this.querySelector("[data-name]").textContent = this.field.value;
    }

    show() {
      const { name } = this.store.read("record", "me").value;
      if (this.field !== document.activeElement) this.field.value = typeof name === "string" ? name : "";
      this.name();
      this.querySelector("[data-today]").textContent = day(new Date());
      const lists = { lesson: this.lessons(), checklist: this.checklists(), exercise: this.exercises() };
      for (const [kind, rows] of Object.entries(lists)) this.fill(kind, rows);
      const isEmpty = Object.values(lists).every((rows) => !rows.length);
      this.querySelector("[data-nothing]").hidden = !isEmpty;
      this.querySelector("[data-something]").hidden = isEmpty;
    }

    /* Rows of the lessons that are done, in the order of the page; a lesson on two paths is one lesson. */
    lessons() {
      const rows = new Map([...document.querySelectorAll("[data-stage]")].map((row) => [row.dataset.stage, row]));
      const states = new Map([...rows.keys()].map((id) => [id, stateOf(this.store.read("lesson", id).value)]));
      const done = [...rows].filter(([id]) => states.get(id).isDone);
      const minutes = done.reduce((sum, [, row]) => sum + Number(row.dataset.minutes), 0);
      const count = say(this.words.lessons_done, { n: rows.size, done: countDone([...rows.keys()], states) });
      this.querySelector("[data-count]").textContent = minutes
        ? say(this.words.record_lessons_in, { count, duration: this.duration(minutes) }) : count;
      return done.map(([id, row]) => [row.querySelector("a").textContent,
        this.duration(Number(row.dataset.minutes)), this.days([states.get(id).done])]);
    }

    checklists() {
      return this.known("checklist", attemptsOf);
    }

    exercises() {
      return this.known("exercise", (value) => [workedOn(value)].filter(Boolean));
    }

    /* Title and days of the things of a kind on which something was done. */
    known(kind, daysOf) {
      return Object.entries(this.titles[kind] ?? {})
        .map(([id, title]) => [title, daysOf(this.store.read(kind, id).value)])
        .filter(([, days]) => days.length)
        .map(([title, days]) => [title, this.days(days)]);
    }

    days(moments) {
      const days = moments.filter(Boolean).map(day);
      return [...new Set(days)].join(" · ");
    }

    duration(minutes) {
      const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
      const [long, short] = [say(this.words.hours, { n: hours }), say(this.words.minutes, { n: rest })];
      if (!hours) return short;
      return rest ? say(this.words.hours_and_minutes, { hours: long, minutes: short }) : long;
    }

    fill(kind, rows) {
      const table = this.querySelector(`[data-of=${kind}]`);
      const names = [...table.querySelectorAll("thead th")].map((head) => head.textContent);
      table.hidden = !rows.length;
      table.tBodies[0].replaceChildren(...rows.map((row) => this.row(row, names)));
    }

    row(texts, names) {
      const row = document.createElement("tr");
      texts.forEach((text, n) => {
        const cell = document.createElement(n ? "td" : "th");
        cell.textContent = text;
        if (n) cell.dataset.label = names[n];
        else cell.scope = "row";
        row.append(cell);
      });
      return row;
    }

    /* Only the record comes on paper, until the printing is over (record.css). */
    print() {
      document.documentElement.dataset.printing = "record";
      print();
    }
  }

  customElements.define("tick-list", TickList);
  customElements.define("participation-record", ParticipationRecord);
})();
