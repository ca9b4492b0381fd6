/* <browse-list>: filters a list that the server has rendered, and keeps the choice in the address. */
(function () {
  "use strict";
  const { read, known, fits, counts, write } = globalThis.browseLogic;

  class BrowseList extends HTMLElement {
    connectedCallback() {
      this.form = this.querySelector("form");
      if (!this.form || this.boxes) return;
      this.boxes = [...this.form.querySelectorAll("input")];
      this.offered = read(this.boxes.map((box) => [box.name, box.value]));
      this.cards = [...this.querySelectorAll("[data-found-by]")];
      this.items = this.cards.map((card) => read(card.dataset.foundBy));
      this.status = this.querySelector("[role=status]");
      this.all = this.status.textContent;
      this.form.addEventListener("change", () => this.choose(new FormData(this.form)));
      this.form.addEventListener("reset", (event) => {
        event.preventDefault();
        this.choose([]);
        this.status.focus();
      });
      addEventListener("popstate", () => this.restore());
      this.restore();
      this.open();
      this.form.hidden = false;
    }

    /* Beside the list the filters lie open; so does, anywhere, a filter in which something is chosen. */
    open() {
      const [panel, ...filters] = this.form.querySelectorAll("details");
      const beside = matchMedia("(min-width: 60em)");
      const settle = () => { panel.open = beside.matches; };
      beside.addEventListener("change", settle);
      settle();
      for (const filter of filters) filter.open ||= !!filter.querySelector(":checked");
    }

    restore() {
      this.show(known(location.search, this.offered));
    }

    choose(pairs) {
      const choice = read(pairs);
      const isAbove = this.status.getBoundingClientRect().top < 0;
      const query = write(location.search, choice, this.offered);
      history.replaceState(history.state, "", `${location.pathname}${query && "?"}${query}${location.hash}`);
      this.show(choice);
      if (isAbove) this.scrollIntoView();
    }

    show(choice) {
      const left = this.items.map((item) => fits(item, choice));
      const shown = left.filter(Boolean).length;
      this.cards.forEach((card, n) => { card.hidden = !left[n]; });
      for (const group of this.querySelectorAll("section")) group.hidden = !group.querySelector("[data-found-by]:not([hidden])");
      this.tick(choice);
      this.name(choice);
      this.status.textContent = choice.size ? this.dataset.some.replace("{shown}", shown) : this.all;
      this.querySelector(".em-tally a").hidden = !choice.size;
      this.querySelector(".em-tally button").hidden = !choice.size || !shown;
      this.querySelector(".em-nothing").hidden = shown > 0;
    }

    tick(choice) {
      const found = counts(this.items, choice, this.offered);
      for (const box of this.boxes) {
        const count = found.get(box.name).get(box.value);
        box.checked = !!choice.get(box.name)?.has(box.value);
        box.parentElement.classList.toggle("em-none", !count);
        box.parentElement.lastElementChild.textContent = count;
      }
    }

    /* Says what was chosen, for those who see the list without its filters. */
    name(choice) {
      const either = new Intl.ListFormat(document.documentElement.lang || undefined, { type: "disjunction" });
      for (const line of this.querySelectorAll("[data-filter]")) {
        const chosen = this.boxes.filter((box) => box.checked && box.name === line.dataset.filter);
        line.hidden = !chosen.length;
        line.lastElementChild.textContent = either.format(chosen.map((box) => box.nextElementSibling.textContent));
      }
    }
  }

  customElements.define("browse-list", BrowseList);
})();
