/* <run-of-show>: moves the times of a session to another beginning, and counts what to print for other people.
   The server has written it for the usual beginning and the usual group. Nothing is kept. */
(function () {
  "use strict";
  const { say, runOfShow } = globalThis.extramile;
  const { minutes, clock, copies, groups } = runOfShow;
  const MOST_PEOPLE = 500;

  class RunOfShow extends HTMLElement {
    connectedCallback() {
      this.form = this.querySelector("form");
      if (!this.form || this.words) return;
      this.words = JSON.parse(this.dataset.words);
      this.form.addEventListener("input", () => this.show());
      this.form.addEventListener("submit", (event) => event.preventDefault());
      this.show();
    }

    /* A field that is empty or half typed changes nothing. */
    show() {
      const { start, people } = this.form.elements;
      const begin = minutes(start.value);
      const count = Math.floor(people.valueAsNumber);
      if (begin !== undefined) this.move(begin);
      if (count >= 1 && count <= MOST_PEOPLE) this.count(count);
    }

    move(begin) {
      for (const time of this.querySelectorAll("[data-minute]")) time.textContent = clock(begin + Number(time.dataset.minute));
      const hours = this.querySelector("[data-hours]");
      const end = begin + Number(hours.dataset.hours);
      hours.textContent = say(this.words.guide_hours, { start: clock(begin), end: clock(end) });
    }

    count(people) {
      for (const number of this.querySelectorAll("[data-share]")) {
        number.textContent = copies(people, Number(number.dataset.share), Number(number.dataset.spare));
      }
      const seated = this.querySelector("[data-groups]");
      const seats = groups(people, Number(seated.dataset.groups));
      this.querySelector("[data-people]").textContent = say(this.words.run_people, { n: people });
      seated.textContent = say(seats.size ? this.words.run_groups : this.words.run_groups_mixed, seats);
    }
  }

  customElements.define("run-of-show", RunOfShow);
})();
