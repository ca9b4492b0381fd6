/* What the theme leaves to the mouse, for keyboards and screen readers. No page depends on it.
   The words come from the page, on the script's own element. */
(() => {
  const words = document.currentScript.dataset;
  const one = (selector) => document.querySelector(selector);
  const each = (selector, change) => document.querySelectorAll(selector).forEach(change);

  const menu = one("[data-md-toggle=drawer]");
  const search = one("[data-md-toggle=search]");
  const dialog = one(".md-search");
  const field = one(".md-search__input");
  /* Where the menu lies over the page; below the second width, the search does as well. */
  const overPage = matchMedia("(max-width: 76.234375em)");
  const searchOverPage = matchMedia("(max-width: 59.984375em)");

  /* A button in place of a label, which no keyboard reaches. It keeps what the theme's styles go by. */
  function button(label, name, press) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = label.className;
    made.hidden = label.hidden;
    made.setAttribute("for", label.htmlFor);
    made.setAttribute("aria-label", name);
    made.title = name;
    made.append(...label.childNodes);
    made.addEventListener("click", press);
    label.replaceWith(made);
    return made;
  }

  /* A button that opens and closes something, and says which of the two it is. */
  function opener(label, toggle, name, press) {
    const made = button(label, name, press);
    const tell = () => made.setAttribute("aria-expanded", toggle.checked);
    toggle.addEventListener("change", tell);
    tell();
    return made;
  }

  /* The menu. While it lies over the page, nothing below it can be reached; closed, it is hidden by the styles. */
  if (menu) {
    each("label.md-header__button[for=__drawer]", (label) => opener(label, menu, words.menu, () => menu.click()));
    const below = () => each(".md-content, .md-footer, .md-sidebar--secondary", (part) => {
      part.inert = menu.checked && overPage.matches;
    });
    menu.addEventListener("change", below);
    overPage.onchange = () => (menu.checked ? menu.click() : below());
  }

  /* The search. On phones it lies over the page; everywhere it closes when the focus leaves it. */
  function pressSearch() {
    search.click();
    (search.checked ? field : one(".md-header__button[for=__search]")).focus();
  }

  if (search && dialog) {
    each("label.md-icon[for=__search]", (label) => opener(label, search, words.search, pressSearch));
    dialog.setAttribute("aria-label", words.search);
    /* What was found takes the focus, instead of the frame around it. */
    const reachable = () => each(".md-search__output [tabindex]", (result) => result.removeAttribute("tabindex"));
    each(".md-search-result", (results) => new MutationObserver(reachable).observe(results, { childList: true, subtree: true }));
    reachable();
    each(".md-search-result__meta", (count) => count.setAttribute("role", "status"));
    dialog.addEventListener("focusout", ({ relatedTarget: next }) => {
      if (search.checked && next && !dialog.contains(next)) search.click();
    });
  }

  /* Light and dark. The theme shows one label at a time, beside a radio whose name says what it is not. */
  each("[data-md-component=palette] label", (label) => {
    const choice = label.previousElementSibling;
    const target = document.getElementById(label.htmlFor);
    const scheme = target.dataset.mdColorScheme;
    choice.hidden = true;
    const made = button(label, words[scheme] || label.title, () => {
      target.click();
      each("[data-md-component=palette] button:not([hidden])", (shown) => shown.focus());
    });
    /* Else the theme presses Enter on the radio as well, which undoes it. */
    made.addEventListener("keydown", (event) => event.stopPropagation());
  });

  /* The contents of the page, which the menu of a phone holds as well. */
  each(".md-nav--primary label.md-nav__link[for=__toc]", (label) => {
    const made = opener(label, one("#__toc"), words.contents, () => one("#__toc").click());
    made.replaceChildren(...made.querySelectorAll(".md-icon"));
  });

  /* Keys. The theme listens on the window: what goes no further than the document, it does not hear.
     Letters alone are no shortcuts (who speaks to the computer or holds down a key would leave the page),
     and in an open search Tab and Shift do what they do elsewhere. */
  const HEARD_IN_SEARCH = ["Enter", "Escape", "ArrowUp", "ArrowDown"];

  function unheard(event) {
    if (search && search.checked) return !HEARD_IN_SEARCH.includes(event.key);
    return event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
  }

  function escape() {
    if (menu && menu.checked) {
      menu.click();
      one(".md-header__button[for=__drawer]").focus();
    }
    if (search && search.checked && searchOverPage.matches) pressSearch();
  }

  document.addEventListener("keydown", (event) => {
    if (!event.key) return;
    if (event.key === "Escape") escape();
    if (unheard(event)) event.stopPropagation();
  });

  /* What is said twice, or by colour alone. */
  each(".md-header__topic + .md-header__topic", (title) => title.setAttribute("aria-hidden", "true"));
  each(".headerlink", (link) => {
    link.tabIndex = -1;
    link.setAttribute("aria-hidden", "true");
  });
  each("a.md-nav__link--active", (link) => link.setAttribute("aria-current", "page"));
  each(".md-tabs__item--active a", (link) => link.setAttribute("aria-current", "true"));

  /* Wide tables take the focus where they can be scrolled, and only there. */
  if (window.ResizeObserver) {
    const sizes = new ResizeObserver((frames) => frames.forEach(({ target: frame }) => {
      if (frame.scrollWidth > frame.clientWidth) frame.tabIndex = 0;
      else frame.removeAttribute("tabindex");
    }));
    each(".em-table", (frame) => sizes.observe(frame));
  }
})();
