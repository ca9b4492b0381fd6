/* <my-data>: shows what is kept in this browser, hands it out as a file, takes a file back, and deletes. */
(function () {
  "use strict";
  const { keeping, say, day, part, offer, pack, unpack, bring, thingsOf, facts, isMoment, changed } = globalThis.extramile;

  /* What lies under a name, and not what every object has. */
  const own = (group, name) => (Object.hasOwn(group, name) ? group[name] : undefined);

  /* Where the theme keeps its settings for this site: it says so itself. */
  const theme = () => globalThis.__md_scope?.pathname ?? "";

  class MyData extends HTMLElement {
    connectedCallback() {
      if (this.store) return;
      for (const name of ["words", "parts", "titles", "addresses"]) this[name] = JSON.parse(this.dataset[name]);
      this.store = keeping(localStorage, this.dataset.site);
      this.tally = this.querySelector("[data-tally]");
      this.list = this.querySelector(".em-things");
      this.said = this.querySelector("[role=status]");
      this.dialog = this.querySelector("dialog");
      this.file = this.querySelector("[type=file]");
      this.querySelector("[data-blocked]").hidden = !localStorage.isMemory;
      this.querySelector("[data-export]").addEventListener("click", () => this.hand());
      this.querySelector("[data-delete-all]").addEventListener("click", () => this.remove(this.things, true));
      this.file.addEventListener("change", () => this.take(this.file.files[0]));
      addEventListener("storage", () => this.show());
      addEventListener("pageshow", (event) => event.persisted && this.show());
      this.show();
    }

    show() {
      this.things = thingsOf(localStorage, this.dataset.site, theme());
      const n = this.things.length;
      this.tally.textContent = n ? say(this.words.my_data_things, { n }) : this.words.my_data_nothing;
      this.list.replaceChildren(...this.things.map((thing) => this.item(thing)));
      for (const button of this.querySelectorAll("[data-export], [data-delete-all]")) button.disabled = !n;
    }

    item(thing) {
      const item = part(this, "thing").firstElementChild;
      const one = (selector) => item.querySelector(selector);
      const title = this.titleOf(thing);
      one(".em-card-title").append(this.linked(thing, title));
      const state = this.isGone(thing) ? "gone" : thing.state;
      one(".em-draft").textContent = this.words[`my_data_${state}`] ?? "";
      one(".em-draft").hidden = state === "kept";
      one(".em-facts").append(...this.factsOf(thing).map((text) => filled("li", text)));
      this.tell(thing, one("dl"), one("pre"));
      one("code").textContent = thing.key;
      one("button").setAttribute("aria-label", say(this.words.my_data_delete_thing, { title }));
      one("button").addEventListener("click", () => this.remove([thing], false));
      return item;
    }

    /* The titles of a kind, by id; undefined where the page does not know them. */
    known(kind) {
      return own(this.titles, kind === "recall" ? "lesson" : kind);
    }

    isGone({ kind, id, state }) {
      return state === "kept" && !!this.known(kind) && !Object.hasOwn(this.known(kind), id);
    }

    titleOf({ kind, id, value }) {
      const known = this.known(kind);
      const kept = typeof value?.opened?.title === "string" ? value.opened.title : id;
      const title = known && Object.hasOwn(known, id) ? known[id] : kept;
      const name = kind === "theme" && id === "palette" ? "colours" : kind;
      return say(this.words[`my_data_thing_${name}`] ?? this.words.my_data_thing, { kind, title });
    }

    linked(thing, title) {
      const address = own(this.addresses, thing.kind);
      if (!address || this.isGone(thing) || thing.state !== "kept") return document.createTextNode(title);
      const link = filled("a", title);
      link.href = say(address, { id: thing.id });
      return link;
    }

    factsOf({ key, text, value }) {
      const size = new Blob([key, text]).size;
      const inWords = size < 1024 ? say(this.words.my_data_size, { n: size })
        : say(this.words.my_data_size_kb, { n: Math.round(size / 1024) });
      const last = changed(value);
      return last ? [say(this.words.my_data_changed, { day: day(last) }), inWords] : [inWords];
    }

    /* Fact by fact, in words as far as there are some; else as it is stored. */
    tell({ text, value }, list, raw) {
      const rows = value ? facts(value) : [];
      list.append(...rows.map(([way, fact]) => this.row(way, fact)));
      list.hidden = !rows.length;
      raw.hidden = !!rows.length;
      raw.textContent = text;
    }

    row(way, fact) {
      const row = document.createElement("div");
      const names = way.map((name) => own(this.parts, name) ?? name);
      row.append(filled("dt", names.join(" · ")), filled("dd", this.inWords(fact)));
      return row;
    }

    inWords(fact) {
      if (isMoment(fact)) return day(fact);
      if (typeof fact === "boolean") return fact ? this.words.my_data_yes : this.words.my_data_no;
      return String(fact ?? "");
    }

    hand() {
      const now = new Date().toISOString();
      offer(`${this.dataset.site}-${this.words.my_data_file}-${now.slice(0, 10)}.json`, "application/json", pack(this.store, now));
    }

    async take(file) {
      if (!file) return;
      const brought = unpack(await file.text(), this.dataset.site);
      this.file.value = "";
      if (!brought) return this.tellOf(this.words.my_data_foreign);
      const textOf = (thing) => localStorage.getItem(this.store.keyOf(...thing.split(":")));
      const before = new Map(Object.keys(brought).map((thing) => [thing, textOf(thing)]));
      const went = bring(this.store, brought);
      globalThis.extramile.followed?.();
      const n = [...before].filter(([thing, text]) => textOf(thing) !== text).length;
      this.show();
      const said = n ? say(this.words.my_data_imported, { n }) : this.words.my_data_already;
      return this.tellOf({ full: this.words.my_data_unsaved, newer: this.words.my_data_held }[went] ?? said);
    }

    tellOf(text) {
      this.said.textContent = text;
    }

    /* Asks first, and names what goes. */
    remove(things, isAll) {
      const close = () => {
        if (this.dialog.returnValue !== "delete") return;
        for (const { key } of things) localStorage.removeItem(key);
        this.show();
        this.tellOf(this.words.my_data_deleted);
        this.tally.focus();
      };
      this.dialog.returnValue = "";
      this.dialog.querySelector("ul").replaceChildren(...things.map((thing) => filled("li", this.titleOf(thing))));
      this.dialog.querySelector("[data-all-only]").hidden = !isAll;
      this.dialog.addEventListener("close", close, { once: true });
      this.dialog.showModal();
    }
  }

  function filled(tag, text) {
    const element = document.createElement(tag);
    element.textContent = text;
    return element;
  }

  customElements.define("my-data", MyData);
})();
