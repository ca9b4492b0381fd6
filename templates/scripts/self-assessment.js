/* <self-assessment>: keeps the answers to a checklist, shows what they add up to, and compares with the last time.
   The words, advice and links are the page's own; what was stored or shared is only ever shown as text. */
(function () {
  "use strict";
  const { keeping, say, day, part, tell, offer, pack, unpack, bring, newest, calendar, dayOf, later, assessment } = globalThis.extramile;
  const { score, isScore, change, isRepeated, sound, share, shared, csv } = assessment;
  const now = () => new Date().toISOString();

  function made(tag, ...inside) {
    const element = document.createElement(tag);
    element.append(...inside);
    return element;
  }

  const copies = (nodes) => [...nodes].map((node) => node.cloneNode(true));

  class SelfAssessment extends HTMLElement {
    connectedCallback() {
      if (this.form) return;
      this.form = this.querySelector("form");
      const { id, site, revision, words } = this.dataset;
      this.words = JSON.parse(words);
      this.revision = Number(revision);
      this.key = ["checklist", id];
      this.thing = this.key.join(":");
      this.store = keeping(localStorage, site);
      this.survey();
      this.furnish();
      this.listen();
      this.restore();
      this.follow();
    }

    /* What the page asks: areas, each with its items. */
    survey() {
      this.areas = [...this.querySelectorAll("[data-dimension]")].map((section) => ({
        id: section.dataset.dimension,
        name: section.querySelector("h2").textContent,
        items: [...section.querySelectorAll("fieldset")].map((fieldset) => ({
          id: fieldset.dataset.item,
          isReversed: "reverse" in fieldset.dataset,
          fieldset,
          radios: [...fieldset.querySelectorAll("input")],
        })),
      }));
      this.items = this.areas.flatMap(({ items }) => items);
      // The last of the radio buttons is "does not apply".
      this.highest = this.items[0].radios.length - 2;
    }

    /* What only works with scripts. How keeping went stays in sight, beside how far one is. */
    furnish() {
      this.form.before(part(this, "above"));
      this.form.append(part(this, "below"));
      this.append(part(this, "tools"));
      [this.last, this.open, this.progress, this.kept, this.file, this.went]
        = ["last", "open", "progress", "kept", "file", "went"].map((name) => this.querySelector(`.em-${name}`));
      this.progress.append(this.kept);
    }

    listen() {
      this.form.addEventListener("change", () => this.answer());
      this.addEventListener("click", ({ target }) => this[target.dataset.do]?.());
      this.file.addEventListener("change", () => this.take());
      // A step to something in sight, such as the beginning of the page, leads away from no result.
      addEventListener("hashchange", () => document.querySelector(":target")?.offsetParent || this.follow());
      addEventListener("storage", ({ key }) => {
        if (!key || key === this.store.keyOf(...this.key)) this.refresh();
      });
      // A page that comes back from the browser's memory has missed what other tabs did.
      addEventListener("pageshow", ({ persisted }) => persisted && this.refresh());
    }

    say(name, gaps) {
      return say(this.words[`checklist_${name}`], gaps);
    }

    /* What is kept ---------------------------------------------------------------------------------------------- */

    /* The value with a change, kept if the browser can; in any case the page goes on with it. */
    change(changing) {
      this.tell(this.store.change(...this.key, (value) => {
        changing(value);
        this.value = value;
      }));
    }

    /* Says how keeping went, once for each time that it goes otherwise. What a later version has stored can neither be
       shown nor changed by this one. */
    tell(state) {
      for (const field of this.form.querySelectorAll("fieldset, button")) field.disabled = state === "newer";
      if (state && this.kept.dataset.state !== state) tell(this, state);
    }

    restore() {
      const { state, value } = this.store.read(...this.key);
      const answers = value.draft?.answers ?? {};
      this.value = value;
      for (const { id, radios } of this.items) {
        for (const radio of radios) radio.checked = radio.value === String(answers[id] ?? "");
      }
      this.count();
      this.note();
      this.tell(/broken|newer|full/.test(state) ? state : localStorage.isMemory && "visit");
    }

    refresh() {
      if (!this.isShared) this.hide();
      this.restore();
    }

    /* What is said of earlier times, above the form. */
    note() {
      const { draft, attempts } = this.value;
      const last = sound(attempts).at(-1);
      const after = Number(this.dataset.retakeAfter);
      const isDue = last && after && later(dayOf(last.at), after) <= dayOf(Date.now());
      const notes = [
        this.isUnfit && this.say("shared_unfit"),
        last && this.say(isDue ? "due" : "last", { day: day(last.at) }),
        this.isEdited(draft?.answers ? draft : last) && this.say("edited"),
      ].filter(Boolean);
      const [text, tools] = this.last.children;
      text.textContent = notes.join(" ");
      tools.hidden = !last;
      this.last.hidden = !notes.length;
    }

    /* Whether the statements were others when answers were given. All of them are stored, the open ones as null, and those
       that have gone since. */
    isEdited(given) {
      return given && (given.revision !== this.revision || this.items.some(({ id }) => !Object.hasOwn(given.answers, id)));
    }

    /* Answers --------------------------------------------------------------------------------------------------- */

    /* What is chosen; and what cannot be shown here stays as it was. */
    answers(before) {
      return Object.fromEntries(this.items.map(({ id, radios }) => {
        const value = radios.find(({ checked }) => checked)?.value;
        return [id, value > -1 ? Number(value) : value ?? before?.[id] ?? null];
      }));
    }

    left() {
      return this.items.filter(({ radios }) => !radios.some(({ checked }) => checked));
    }

    count() {
      const [text, bar] = this.progress.children;
      const total = this.items.length;
      const n = total - this.left().length;
      text.textContent = this.say("answered", { n, total });
      [bar.max, bar.value] = [total, n];
    }

    answer() {
      this.count();
      this.hide();
      if (!this.open.hidden) this.complain();
      this.change((value) => {
        const before = value.draft?.answers;
        value.draft = { revision: this.revision, answers: { ...before, ...this.answers(before) }, at: now() };
      });
    }

    /* The open statements, each with a link to its first answer. */
    complain() {
      const left = this.left();
      const [heading, list, anyway] = this.open.children;
      heading.textContent = this.say("open", { n: left.length });
      list.replaceChildren(...left.map(({ fieldset, radios }) => {
        const link = made("a", fieldset.firstElementChild.textContent);
        link.href = `#${fieldset.id}`;
        link.onclick = () => {
          radios[0].focus();
          return false;
        };
        return made("li", link);
      }));
      anyway.hidden = left.length === this.items.length;
      this.open.hidden = !left.length;
      return left.length;
    }

    finish() {
      if (this.complain()) this.open.focus();
      else this.anyway();
    }

    /* Results --------------------------------------------------------------------------------------------------- */

    scores(answers) {
      return Object.fromEntries(this.areas.map(({ id, items }) =>
        [id, score(items.map((item) => [answers[item.id], item.isReversed]), this.highest)]));
    }

    /* Shows the result of the answers as they are, and puts it into the history unless it stands there already. */
    anyway() {
      const answers = this.answers();
      const attempt = { revision: this.revision, answers, scores: this.scores(answers), at: now() };
      const { draft } = this.value;
      this.change((value) => {
        // Where there was no room for the answers, there may be none for their result; both stay on the page.
        value.draft ??= draft;
        const earlier = value.attempts ?? [];
        if (!isRepeated(sound(earlier).at(-1), attempt, value.draft?.at)) value.attempts = newest([...earlier, attempt]);
      });
      this.recall();
    }

    /* Shows the last result beside the one before. */
    recall() {
      const [last, earlier] = sound(this.value.attempts).slice(-2).reverse();
      this.show(last, earlier);
    }

    hide() {
      this.querySelector(".em-result")?.remove();
    }

    /* `attempt` is one's own, or one without a moment that somebody shares. */
    show(attempt, earlier) {
      this.hide();
      this.open.hidden = this.last.hidden = true;
      this.shown = attempt;
      const { at, answers } = attempt;
      const scores = this.scores(answers);
      const result = part(this, at ? "own" : "shared").firstElementChild;
      const one = (selector) => result.querySelector(selector);
      const then = earlier && this.say("then", { day: day(earlier.at) });
      one("th[data-when]").textContent = then;
      one("tbody").append(...this.areas.map((area) => this.row(area, scores, earlier, then)));
      if (!earlier) result.querySelectorAll("[data-when]").forEach((element) => element.remove());
      one("dl").append(...this.advice(scores));
      if (at) {
        one(".em-when").textContent = this.say("on", { day: day(at) });
        one("#result-link").value = this.link(attempt);
      } else one(".em-each").append(...this.items.map((item) => this.each(item, answers[item.id])));
      this.form.after(result);
      one("h2").focus();
    }

    row({ id, name, items }, scores, earlier, then) {
      const row = part(this, "score").querySelector("tr");
      const [heading, points, before, changed] = row.children;
      const [bar, mark] = points.querySelectorAll(".em-measured, path");
      const written = (value) => (isScore(value) ? value : this.say("not_enough"));
      heading.textContent = name;
      points.firstElementChild.textContent = written(scores[id]);
      bar.setAttribute("width", scores[id] ?? 0);
      if (!earlier) return row;
      const past = earlier.scores[id];
      const by = change(id, items.map((item) => item.id), scores, earlier);
      before.dataset.label = then;
      before.textContent = written(past);
      changed.textContent = this.changed(by);
      if (by !== null) mark.setAttribute("d", `M${past} -3V11`);
      return row;
    }

    changed(by) {
      if (!by) return this.say(by === null ? "incomparable" : "same");
      return this.say(by > 0 ? "higher" : "lower", { n: Math.abs(by) });
    }

    /* What the page says of a score: the last band that begins at or below it. */
    band(points) {
      return [...document.querySelectorAll(".em-levels [data-from]")].filter(({ dataset }) => Number(dataset.from) <= points).at(-1);
    }

    /* What to do, for the lowest score first: its band's advice, said once, and what the page lists to read and practise. */
    advice(scores) {
      const low = this.areas.filter(({ id }) => scores[id] !== null).sort((a, b) => scores[a.id] - scores[b.id]);
      let said;
      return low.map(({ id, name }, n) => {
        const band = this.band(scores[id]);
        const lines = n || scores[id] === 100 ? [] : document.querySelectorAll(`[data-area="${id}"] dd`);
        const group = made("div", made("dt", `${name}: ${scores[id]}`), ...copies(lines));
        if (band) {
          const [, label, advice] = band.children;
          group.firstChild.after(made("dd", made("strong", label.textContent), ...(band === said ? [] : [". ", ...copies(advice.childNodes)])));
        }
        said = band;
        return group;
      });
    }

    each({ fieldset, radios }, value) {
      const radio = radios.find((one) => one.value === String(value));
      return made("div", made("dt", fieldset.firstElementChild.textContent),
        made("dd", radio?.nextElementSibling.textContent ?? this.say("no_answer")));
    }

    /* Sharing --------------------------------------------------------------------------------------------------- */

    page() {
      return location.href.split(/[?#]/)[0];
    }

    link({ revision, answers }) {
      return this.page() + share(this.dataset.id, revision, this.items.map(({ id }) => answers[id]));
    }

    /* Shows what the address shares, apart from one's own answers. */
    follow() {
      const { items, revision, highest } = this;
      const found = shared(location.hash, { id: this.dataset.id, revision, highest, count: items.length });
      const values = found?.values;
      if (this.isShared) this.hide();
      this.isShared = !!values;
      this.isUnfit = found && !values;
      this.toggleAttribute("data-shared", this.isShared);
      this.note();
      if (!values) return;
      this.show({ answers: Object.fromEntries(items.map(({ id }, n) => [id, values[n]])) });
      if (found.isRevised) this.querySelector(".em-when").textContent = this.say("shared_revised");
    }

    leave() {
      history.replaceState(history.state, "", this.page());
      this.follow();
      this.start();
    }

    async copy() {
      const field = this.querySelector("#result-link");
      field.select();
      const copied = await navigator.clipboard?.writeText(field.value).then(() => true, () => false);
      this.went.textContent = this.say(copied ? "copied" : "copy_by_hand");
    }

    remind() {
      const { id, site, title, retakeAfter } = this.dataset;
      const gaps = { title, day: day(this.shown.at), link: this.link(this.shown) };
      offer(`${id}.ics`, "text/calendar", calendar([{
        uid: `${site}-${id}@extramile`,
        day: later(dayOf(Date.now()), Number(retakeAfter)),
        summary: this.say("remind", gaps),
        description: this.say("remind_how", gaps),
        url: this.page(),
      }], now()));
    }

    /* Files ----------------------------------------------------------------------------------------------------- */

    /* Everything that the page knows, because the browser may have had no room for it. */
    pack() {
      const page = { site: this.dataset.site, read: () => ({ state: "kept", value: this.value }) };
      offer(`${this.dataset.id}.json`, "application/json", pack(page, now(), [this.thing]));
    }

    table() {
      const { date, by_hand_area, checklist_score } = this.words;
      const rows = sound(this.value.attempts).flatMap(({ at, scores }) => this.areas.map(({ id, name }) =>
        [dayOf(at), name, isScore(scores[id]) ? scores[id] : ""]));
      offer(`${this.dataset.id}.csv`, "text/csv", csv([[date, by_hand_area, checklist_score], ...rows]));
    }

    print() {
      print();
    }

    choose() {
      this.file.click();
    }

    /* Takes this checklist, and nothing else, from a file. */
    async take() {
      const found = unpack(await this.file.files[0].text(), this.dataset.site)?.[this.thing];
      this.file.value = "";
      if (found) {
        const state = bring(this.store, { [this.thing]: found });
        this.refresh();
        this.tell(state);
      }
      this.went.textContent = found ? this.kept.textContent : this.say("nothing_brought");
    }

    start() {
      this.items[0].radios[0].focus();
    }

    /* Empties the form; earlier results stay. */
    again() {
      this.change((value) => { delete value.draft; });
      this.refresh();
      this.start();
    }

    clear() {
      if (!confirm(this.say("clear_sure"))) return;
      this.store.forget(...this.key);
      this.refresh();
      this.kept.textContent = this.say("cleared");
      this.kept.dataset.state = "";
      this.start();
    }
  }

  customElements.define("self-assessment", SelfAssessment);
})();
