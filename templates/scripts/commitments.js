/* What a worksheet promises for a day: a file for the calendar, what is due, and how it went. For worksheet.js, which it
   is loaded before. Looks back are kept as reviews: { <step>: [{ outcome, note, at }] }, one a day. */
(function () {
  "use strict";
  const { brief, calendar, checkIns, day, dayOf, due, later, newest, offer, reviewed, say, withReview } = globalThis.extramile;

  const inWords = (date) => day(`${date}T12:00`);
  const today = () => dayOf(Date.now());

  function make(tag, ...inside) {
    const made = document.createElement(tag);
    made.append(...inside);
    return made;
  }

  class Commitments {
    constructor(sheet) {
      this.sheet = sheet;
      this.reviews = {};
      this.steps = sheet.steps.filter(({ kind }) => kind === "date").map((step) => ({
        ...step,
        promise: step.item.dataset.promise,
        follow: step.item.dataset.checkIns.split(" ").filter(Boolean).map(Number),
      }));
      this.acts = { calendar: (button) => this.calendar(button) };
      addEventListener("hashchange", () => this.turn());
    }

    /* Takes over what is kept; and adds what was noted today to what the controls show. */
    read(value, kept = new Map()) {
      this.reviews = value.reviews ?? {};
      for (const { id } of this.steps) {
        const now = reviewed(this.reviews[id]).find((review) => review.day === today());
        kept.set(`rate.${id}`, now?.outcome).set(`note.${id}`, now?.note);
      }
    }

    /* Puts what the controls of a look back say into the value. */
    change(value, id, typed, at) {
      const review = { outcome: typed[`rate.${id}`] ?? "", note: typed[`note.${id}`], at };
      value.reviews = { ...value.reviews, [id]: newest(withReview(value.reviews?.[id], review)) };
    }

    promise(step, answers) {
      const named = this.sheet.steps.find(({ id }) => id === step.promise);
      return (named && this.sheet.plain(named, answers)) || this.sheet.dataset.title;
    }

    draw(answers) {
      const list = this.sheet.querySelector(".em-due");
      list.replaceChildren(...this.steps.flatMap((step) => this.drawStep(step, answers)));
      list.hidden = !list.childElementCount;
    }

    /* One commitment. Gives an entry for the list of what is due, if it is. */
    drawStep(step, answers) {
      const { words } = this.sheet;
      const { id, item, follow } = step;
      const date = later(answers[id], 0);
      const promise = this.promise(step, answers);
      const reviews = reviewed(this.reviews[id]);
      const [panel, rating, looks] = [".em-commitment", ".em-rating", ".em-reviews"].map((part) => item.querySelector(part));
      panel.hidden = !date;
      rating.hidden = !(this.turned === id || (date && date <= today()) || reviews.length);
      rating.querySelector("p").textContent = date
        ? say(words.worksheet_promised, { promise: brief(promise, 200), day: inWords(date) }) : words.worksheet_rate_elsewhere;
      looks.replaceChildren(...reviews.map((review) => {
        const look = make("li", this.said(review));
        look.className = review.day === today() ? "em-print" : "";
        return look;
      }));
      for (const place of item.querySelectorAll("[data-check-in]")) {
        place.textContent = date ? inWords(later(date, Number(place.dataset.checkIn))) : "";
      }
      if (!date) return [];
      const days = checkIns(date, follow).map(inWords).join(", ");
      panel.querySelector("p").textContent = say(words.worksheet_check_ins, { days });
      const came = due(date, follow, reviews, today());
      if (!came) return [];
      const link = make("a", brief(promise));
      link.href = `#rate-${id}`;
      return [make("li", say(words.worksheet_due, { day: inWords(came) }), " ", link)];
    }

    said({ day: date, outcome, note }) {
      const { words } = this.sheet;
      const went = say(words.worksheet_reviewed, { day: inWords(date), outcome: words[`rating_${outcome || "none"}`] });
      return `${went} ${note}`.trim();
    }

    /* The looks back at a step, in words. */
    notes({ id }) { return reviewed(this.reviews[id]).map((review) => this.said(review)); }

    /* The address leads to a look back, as the entries of a calendar do. */
    turn() {
      const step = this.steps.find(({ id }) => location.hash === `#rate-${id}`);
      if (!step) return;
      this.turned = step.id;
      this.sheet.draw();
      const rating = step.item.querySelector(".em-rating");
      rating.scrollIntoView();
      rating.focus({ preventScroll: true });
    }

    calendar(button) {
      const { answers, words, store, thing } = this.sheet;
      const step = this.steps.find(({ item }) => item.contains(button));
      const promise = this.promise(step, answers);
      const url = `${location.href.split("#")[0]}#rate-${step.id}`;
      const events = [0, ...step.follow].map((n) => ({
        uid: `${store.site}-${thing}-${step.id}-${n}@extramile`,
        day: later(answers[step.id], n),
        summary: say(n ? words.worksheet_calendar_later : words.worksheet_calendar_today, { promise: brief(promise) }),
        description: `${promise}\n\n${say(words.worksheet_calendar_text, { url })}`,
        url,
      }));
      offer(`${thing}-${step.id}.ics`, "text/calendar", calendar(events, Date.now()));
    }
  }

  globalThis.extramile = { ...globalThis.extramile, commitments: (sheet) => new Commitments(sheet) };
})();
