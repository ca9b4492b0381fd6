/* The first script of a page. It says that scripts run, before anything is drawn (learner.css). And where a browser
   blocks storage, the theme's own scripts would die of it: they get a memory instead that lasts as long as the page.
   They would die of a value of theirs that is broken as well: it is dropped. */
(() => {
  document.documentElement.classList.replace("no-js", "js");

  class Memory extends Map {
    isMemory = true;
    get length() { return this.size; }
    key(index) { return [...this.keys()][index] ?? null; }
    getItem(name) { return this.get(`${name}`) ?? null; }
    setItem(name, value) { this.set(`${name}`, `${value}`); }
    removeItem(name) { this.delete(`${name}`); }
  }

  for (const name of ["localStorage", "sessionStorage"]) {
    try {
      window[name].length;
    } catch {
      Object.defineProperty(window, name, { value: new Memory });
    }
    for (const key in window[name]) {
      try {
        if (key.includes(".__")) JSON.parse(window[name][key]);
      } catch {
        delete window[name][key];
      }
    }
  }
})();
