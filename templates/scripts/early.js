/* The first script of a page. It says that scripts run, before anything is drawn (learner.css). And where a browser
   blocks storage, the theme's own scripts would die of it: they get a memory instead that lasts as long as the page.
   They would die of a value of theirs that is broken as well: it is dropped. */
(() => {
  document.documentElement.classList.replace("no-js", "js");

  const memory = () => {
    let kept = new Map();
    return {
      isMemory: true,
      get length() { return kept.size; },
      key(index) { return Array.from(kept.keys())[index] || null; },
      getItem(name) { return kept.has(String(name)) ? kept.get(String(name)) : null; },
      setItem(name, value) { kept.set(String(name), String(value)); },
      removeItem(name) { kept.delete(String(name)); },
      clear() { kept = new Map(); },
    };
  };

  for (const name of ["localStorage", "sessionStorage"]) {
    try {
      window[name].getItem("");
    } catch (blocked) {
      Object.defineProperty(window, name, { value: memory(), configurable: true });
    }
    for (const key of Object.keys(window[name]).filter((kept) => kept.includes(".__"))) {
      try {
        JSON.parse(window[name].getItem(key));
      } catch (broken) {
        window[name].removeItem(key);
      }
    }
  }
})();
