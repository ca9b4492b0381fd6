/* The first script of a page. Where a browser blocks storage, the theme's own scripts would die of it:
   they get a memory instead that lasts as long as the page. */
(() => {
  const memory = () => {
    let kept = new Map();
    return {
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
  }
})();
