/* <self-assessment>: keeps the answers to a checklist, shows what they add up to, and compares with the last time.
   The words, advice and links are the page's own; what was stored or shared is only ever shown as text. */
(function () {
  "use strict";
  const { keeping, say, day, part, tell, offer, pack, unpack, bring, newest, csv, calendar, later, scoring, share, shared }
    = globalThis.extramile;
  const { score, isScore, change, dayOf, isRepeated, sound } = scoring;
  const now = () => new Date().toISOString();

  class SelfAssessment extends HTMLElement {
    connectedCallback() {
      if (this.form) return;
      this.form = this.querySelector("form");
      this.words = JSON.parse(this.dataset.words);
      this.revision = Number(this.dataset.revision);
      this.store = keeping(localStorage, this.dataset.site);
      this.survey();
      this.furnish();
      this.listen();
      this.restore();
      this.follow();
    }

    /* What the page asks: areas, each with its items. */
    survey() {
      this.areas = [...this.form.querySelectorAll("[data-dimension]")].map((section) => ({
        id: section.dataset.dimension,
        name: section.querySelector("h2").textContent,
        items: [...section.querySelectorAll("[data-item]")].map((fieldset) => ({
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

    /* What only works with scripts. */
    furnish() {
      this.form.append(part(this, "open"), part(this, "finish"), part(this, "progress"));
      this.form.before(part(this, "last"));
      this.append(part(this, "tools"));
      const one = (selector) => this.querySelector(selector);
      this.last = one(".em-last");
      this.open = one(".em-open");
      this.button = one("[data-do=finish]");
      this.file = one("[type=file]");
      this.went = one(".em-went");
      this.progress = one(".em-progress");
      // How keeping went stays in sight, beside how far one is.
      this.progress.append(one(".em-kept"));
    }

    listen() {
      const { keyOf } = this.store;
      this.form.addEventListener("change", () => this.answer());
      this.addEventListener("click", ({ target }) => this[target.dataset.do]?.());
      this.file.addEventListener("change", () => this.take());
      addEventListener("storage", ({ key }) => {
        if (key === null || key === keyOf("checklist", this.dataset.id)) this.refresh();
      });
      // A page that comes back from the browser's memory has missed what other tabs did.
      addEventListener("pageshow", ({ persisted }) => persisted && this.refresh());
      addEventListener("hashchange", () => this.follow());
    }

    /* What is kept ---------------------------------------------------------------------------------------------- */

    /* The value with a change, kept if the browser can; in any case the page goes on with it. */
    change(changing) {
      this.tell(this.store.change("checklist", this.dataset.id, (value) => {
        changing(value);
        this.value = value;
      }));
    }

    /* Says how keeping went, once for each time that it goes otherwise. */
    tell(state) {
      this.lock(state === "newer");
      if (this.querySelector(".em-kept").dataset.state !== state) tell(this, state);
    }

    /* What a later version has stored can neither be shown nor changed by this one. */
    lock(isLocked) {
      for (const { fieldset } of this.items) fieldset.disabled = isLocked;
      this.button.disabled = isLocked;
    }

    restore() {
      const { state, value } = this.store.read("checklist", this.dataset.id);
      this.value = value;
      this.fill(value.draft?.answers ?? {});
      this.lock(false);
      if (state === "broken" || state === "newer") this.tell(state);
      else if (localStorage.isMemory) this.tell("visit");
      this.note();
    }

    refresh() {
      if (!this.isShared) this.hideResult();
      this.restore();
    }

    /* What is said of earlier times, above the form. */
    note() {
      const { draft, attempts } = this.value;
      const last = sound(attempts).at(-1);
      const after = Number(this.dataset.retakeAfter);
      const isDue = last && after && later(dayOf(last.at), after) <= dayOf(Date.now());
      const said = last && say(isDue ? this.words.checklist_due : this.words.checklist_last, { day: day(last.at) });
      const isEdited = this.isEdited(draft?.answers ? draft : last);
      const notes = [this.isUnfit && this.words.checklist_shared_unfit, said, isEdited && this.words.checklist_edited];
      this.last.firstElementChild.textContent = notes.filter(Boolean).join(" ");
      this.last.hidden = !notes.some(Boolean);
      this.last.lastElementChild.hidden = !last;
    }

    /* Whether the statements were others when these answers were given. All of them are stored, the open ones as null. */
    isEdited(given) {
      if (!given) return false;
      const [then, now] = [Object.keys(given.answers), this.items.map(({ id }) => id)];
      return given.revision !== this.revision || then.length !== now.length || now.some((id) => !then.includes(id));
    }

    /* Answers --------------------------------------------------------------------------------------------------- */

    answers() {
      const value = ({ radios }) => radios.find(({ checked }) => checked)?.value ?? null;
      const place = (text) => (text === null || text === "x" ? text : Number(text));
      return Object.fromEntries(this.items.map((item) => [item.id, place(value(item))]));
    }

    fill(answers) {
      for (const { id, radios } of this.items) {
        for (const radio of radios) radio.checked = radio.value === String(answers[id] ?? "");
      }
      this.count();
    }

    count() {
      const [status, bar] = this.progress.children;
      const answers = Object.values(this.answers());
      const n = answers.filter((value) => value !== null).length;
      status.textContent = say(this.words.checklist_answered, { n, total: answers.length });
      [bar.value, bar.max] = [n, answers.length];
    }

    answer() {
      this.count();
      this.hideResult();
      if (!this.open.hidden) this.complain();
      this.change((value) => {
        value.draft = { revision: this.revision, answers: this.answers(), at: now() };
      });
    }

    /* The open statements, each with a link to its first answer. */
    complain() {
      const answers = this.answers();
      const left = this.items.filter(({ id }) => answers[id] === null);
      const [heading, list, anyway] = this.open.children;
      heading.textContent = say(this.words.checklist_open, { n: left.length });
      list.replaceChildren(...left.map(({ fieldset, radios }) => {
        const link = document.createElement("a");
        link.href = `#${fieldset.id}`;
        link.textContent = fieldset.querySelector("legend").textContent;
        link.addEventListener("click", (event) => {
          event.preventDefault();
          radios[0].focus();
        });
        const entry = document.createElement("li");
        entry.append(link);
        return entry;
      }));
      anyway.hidden = left.length === this.items.length;
      this.open.hidden = !left.length;
      return left.length > 0;
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
      this.change((value) => {
        const earlier = value.attempts ?? [];
        if (!isRepeated(sound(earlier).at(-1), attempt, value.draft?.at)) value.attempts = newest([...earlier, attempt]);
      });
      this.recall();
    }

    /* Shows the last result beside the one before. */
    recall() {
      const [earlier, last] = sound(this.value.attempts).slice(-2);
      this.show(last ?? earlier, last && earlier);
    }

    hideResult() {
      this.querySelector(".em-result")?.remove();
      this.shown = undefined;
    }

    /* `attempt` is one's own, or one without a moment that somebody shares. */
    show(attempt, earlier) {
      this.hideResult();
      this.open.hidden = this.last.hidden = true;
      this.shown = attempt;
      const result = part(this, "result").firstElementChild;
      const only = (mark, is) => result.querySelectorAll(mark).forEach((element) => { element.hidden = !is; });
      const scores = this.scores(attempt.answers);
      const then = earlier && say(this.words.checklist_then, { day: day(earlier.at) });
      only("[data-whose=own]", attempt.at);
      only("[data-whose=shared]", !attempt.at);
      only("[data-when]", earlier);
      result.querySelector("thead [data-when]").textContent = then ?? "";
      result.querySelector(".em-when").textContent = attempt.at ? say(this.words.checklist_on, { day: day(attempt.at) }) : "";
      const rows = this.areas.map((area) => this.row(area, scores, earlier, then));
      result.querySelector("tbody").append(...rows);
      only(".em-incomparable", rows.some((row) => row.isIncomparable));
      this.advise(result, scores);
      if (attempt.at) result.querySelector("#result-link").value = this.link(attempt);
      else result.querySelector(".em-each").append(...this.items.map((item) => this.each(item, attempt.answers[item.id])));
      this.form.after(result);
      result.querySelector("h2").focus();
    }

    row({ id, name, items }, scores, earlier, then) {
      const row = part(this, "score").querySelector("tr");
      const [heading, now, before, changed] = row.children;
      const [text, { children: [, bar, mark] }] = now.children;
      heading.textContent = name;
      text.textContent = scores[id] ?? this.words.checklist_not_enough;
      bar.setAttribute("width", scores[id] ?? 0);
      if (!earlier) {
        before.remove();
        changed.remove();
        return row;
      }
      const by = change(id, items.map((item) => item.id), scores, earlier);
      const past = earlier.scores[id];
      before.dataset.label = then;
      before.textContent = isScore(past) ? past : this.words.checklist_not_enough;
      changed.textContent = this.inWords(by);
      if (by !== null) mark.setAttribute("d", `M${past} 0V8`);
      row.isIncomparable = by === null;
      return row;
    }

    inWords(by) {
      if (by === null) return this.words.checklist_incomparable;
      if (!by) return this.words.checklist_same;
      return say(by > 0 ? this.words.checklist_higher : this.words.checklist_lower, { n: Math.abs(by) });
    }

    /* What the page says of a score: the last band that begins at or below it. */
    band(points) {
      return [...document.querySelectorAll(".em-levels [data-from]")].filter(({ dataset }) => Number(dataset.from) <= points).at(-1);
    }

    /* The lowest score comes first; areas of one band share its advice. */
    advise(result, scores) {
      const low = this.areas.filter(({ id }) => scores[id] !== null).sort((a, b) => scores[a.id] - scores[b.id]);
      const groups = new Map();
      for (const { id, name } of low) {
        const band = this.band(scores[id]);
        groups.set(band, [...(groups.get(band) ?? []), `${name}: ${scores[id]}`]);
      }
      groups.delete(undefined);
      const advice = result.querySelector("dl.em-advised");
      advice.append(...[...groups].map(([band, lines]) => advised(band, lines)));
      result.querySelectorAll(".em-advised").forEach((element) => { element.hidden = !advice.childElementCount; });
      this.begin(result, scores[low[0]?.id] < 100 ? low[0] : undefined);
    }

    /* What to read and to practise for one area, as the page lists it. */
    begin(result, area) {
      const [heading, list] = result.querySelectorAll(".em-first");
      const help = area ? [...document.querySelectorAll(`[data-area="${area.id}"] dd`)] : [];
      heading.hidden = list.hidden = !help.length;
      heading.textContent = area ? say(this.words.checklist_first, { area: area.name }) : "";
      list.append(...help.map((line) => holding("li", line)));
    }

    each({ fieldset, radios }, value) {
      const answer = document.createElement("dd");
      const radio = radios.find((one) => one.value === String(value));
      answer.textContent = radio ? radio.nextElementSibling.textContent : this.words.checklist_no_answer;
      const group = document.createElement("div");
      group.append(holding("dt", fieldset.querySelector("legend")), answer);
      return group;
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
      const { id } = this.dataset;
      const found = shared(location.hash, { id, revision: this.revision, count: this.items.length, highest: this.highest });
      if (this.isShared) this.hideResult();
      this.isShared = !!found?.values;
      this.isUnfit = !!found && !this.isShared;
      this.toggleAttribute("data-shared", this.isShared);
      this.note();
      if (!this.isShared) return;
      this.show({ answers: Object.fromEntries(this.items.map((item, n) => [item.id, found.values[n]])) });
      if (found.isRevised) this.querySelector(".em-when").textContent = this.words.checklist_shared_revised;
    }

    leave() {
      history.replaceState(history.state, "", this.page());
      this.follow();
      this.items[0].radios[0].focus();
    }

    async copy() {
      const field = this.querySelector("#result-link");
      field.select();
      try {
        await navigator.clipboard.writeText(field.value);
        this.say("checklist_copied");
      } catch (refused) {
        this.say("checklist_copy_by_hand");
      }
    }

    remind() {
      const { id, site, title, retakeAfter } = this.dataset;
      const today = Date.now();
      const gaps = { title, day: day(this.shown.at), link: this.link(this.shown) };
      offer(`${id}.ics`, "text/calendar", calendar([{
        uid: `${site}-checklist-${id}@extramile`,
        day: later(dayOf(today), Number(retakeAfter)),
        summary: say(this.words.checklist_remind, gaps),
        description: say(this.words.checklist_remind_how, gaps),
        url: this.page(),
      }], today));
    }

    /* Files ----------------------------------------------------------------------------------------------------- */

    say(name) {
      this.went.textContent = this.words[name];
    }

    thing() {
      return `checklist:${this.dataset.id}`;
    }

    name() {
      return `${this.dataset.id}-${dayOf(Date.now())}`;
    }

    pack() {
      // Of what the page shows, because the browser may have had no room for it.
      const page = { site: this.dataset.site, read: () => ({ state: "kept", value: this.value }) };
      offer(`${this.name()}.json`, "application/json", pack(page, now(), [this.thing()]));
    }

    table() {
      const { date, by_hand_area, checklist_score, checklist_level } = this.words;
      const row = (at, { name }, points) => [dayOf(at), name, points, this.band(points ?? NaN)?.querySelector("th").textContent];
      const attempts = sound(this.value.attempts);
      offer(`${this.name()}.csv`, "text/csv", csv([[date, by_hand_area, checklist_score, checklist_level],
        ...attempts.flatMap(({ at, scores }) => this.areas.map((area) =>
          row(at, area, isScore(scores[area.id]) ? scores[area.id] : null)))]));
    }

    print() {
      window.print();
    }

    choose() {
      this.file.click();
    }

    async take() {
      const thing = this.thing();
      const things = unpack(await this.file.files[0].text(), this.dataset.site);
      this.file.value = "";
      if (!things?.[thing]) return this.say("checklist_nothing_brought");
      const state = bring(this.store, { [thing]: things[thing] });
      this.refresh();
      this.tell(state);
      return state === "full" || state === "newer" ? this.went.append(this.querySelector(".em-kept").textContent) : this.say("checklist_brought");
    }

    /* Empties the form; earlier results stay. */
    again() {
      this.change((value) => { delete value.draft; });
      this.refresh();
      this.items[0].radios[0].focus();
    }

    clear() {
      if (!confirm(this.words.checklist_clear_sure)) return;
      this.store.forget("checklist", this.dataset.id);
      this.refresh();
      const kept = this.querySelector(".em-kept");
      kept.textContent = this.words.checklist_cleared;
      kept.dataset.state = "";
      this.items[0].radios[0].focus();
    }
  }

  /* A copy of what an element holds, in another element. */
  function holding(tag, { childNodes }) {
    const made = document.createElement(tag);
    made.append(...[...childNodes].map((node) => node.cloneNode(true)));
    return made;
  }

  function advised(band, lines) {
    const group = document.createElement("div");
    const [, label, advice] = band.children;
    const said = holding("dd", advice);
    const name = holding("strong", label);
    said.prepend(name, ". ");
    group.append(...lines.map((line) => Object.assign(document.createElement("dt"), { textContent: line })), said);
    return group;
  }

  customElements.define("self-assessment", SelfAssessment);
})();
