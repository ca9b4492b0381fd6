/* Shows a deck slide by slide, in the room and for the person who leads. Works from a USB stick: it fetches nothing
   and keeps nothing. Without it the slides stand below one another, with their notes.

   The speaker's view is a second window of the same file; where a browser allows none, it is shown in this one. The
   two tell one another where they are. Anything may be sent to a window, so only the other one is listened to. */
(function () {
  "use strict";
  const { target, sound, pace, clock, say } = globalThis.extramile.deck;
  const root = document.documentElement;
  const words = JSON.parse(document.querySelector('meta[name="words"]').content);
  const slides = [...document.querySelectorAll(".slide")];
  const told = (name, gaps) => say(words[name], root.lang, gaps);
  const FARTHEST = 50; // pixels that a finger may move without meaning anything
  const LEAST = 0.4, STEP = 0.94; // how far letters shrink so that a slide fits, and by which steps

  let at = sound(Number.parseInt(location.hash.slice(1), 10) - 1, slides.length);
  let started = 0;
  let other = window.opener;
  let split = new URLSearchParams(location.search).has("speaker");

  /* --- What stands around the slides ------------------------------------------------------------------------- */

  function made(tag, kind, ...inner) {
    const element = document.createElement(tag);
    element.className = kind;
    element.append(...inner);
    return element;
  }

  function button(name, shown, press) {
    const element = made("button", "press", shown);
    element.type = "button";
    element.setAttribute("aria-label", words[name]);
    element.title = words[name];
    element.addEventListener("click", press);
    return element;
  }

  const number = made("p", "count");
  number.setAttribute("role", "status");
  const speaker = button("deck_speaker", words.deck_speaker, toggleSpeaker);
  const full = button("deck_full", words.deck_full, toggleFull);
  const rtl = root.dir === "rtl";
  const bar = made("nav", "bar", button("deck_back", rtl ? "›" : "‹", () => show(at - 1)), number,
    button("deck_next", rtl ? "‹" : "›", () => show(at + 1)), speaker, full);
  bar.setAttribute("aria-label", words.deck_slides);

  const time = made("p", "time");
  const plan = made("p", "plan");
  const state = made("p", "state");
  const start = made("button", "press", words.deck_start);
  start.type = "button";
  start.addEventListener("click", () => { started = Date.now(); tick(); share(); });
  const watch = made("section", "watch", time, plan, state, start);
  watch.setAttribute("aria-label", words.deck_clock);
  const coming = made("p", "coming", words.deck_coming);
  document.body.append(coming, watch, bar);
  full.hidden = !document.fullscreenEnabled;

  for (const notes of document.querySelectorAll(".told")) {
    notes.tabIndex = 0; // a part that scrolls must be within reach of the keyboard
    notes.setAttribute("role", "region");
    notes.setAttribute("aria-label", words.deck_notes);
  }

  /* --- Showing ----------------------------------------------------------------------------------------------- */

  function show(wanted) {
    at = sound(wanted, slides.length) === wanted ? wanted : at;
    draw();
    share();
  }

  function draw() {
    const here = slides[at].closest(".stretch");
    root.classList.add("js");
    root.classList.toggle("speaker", split);
    slides.forEach((slide, place) => {
      slide.classList.toggle("now", place === at);
      slide.classList.toggle("next", place === at + 1);
    });
    for (const stretch of document.querySelectorAll(".stretch")) stretch.classList.toggle("now", stretch === here);
    coming.textContent = at + 1 < slides.length ? words.deck_coming : words.deck_end_of_slides;
    number.textContent = told("deck_number", { n: at + 1, total: slides.length });
    speaker.textContent = split ? words.deck_close : words.deck_speaker;
    speaker.setAttribute("aria-label", speaker.textContent);
    speaker.title = speaker.textContent;
    history.replaceState(null, "", `#${at + 1}`);
    fit();
    tick();
  }

  /* Letters as large as the slide allows. */
  function fit() {
    for (const slide of [slides[at], slides[at + 1]].filter(Boolean)) {
      let size = 1;
      slide.style.setProperty("--fit", size);
      while (slide.scrollHeight > slide.clientHeight + 1 && size > LEAST) {
        size *= STEP;
        slide.style.setProperty("--fit", size);
      }
    }
  }

  /* The time, and how it stands to the plan. */
  function tick() {
    const data = slides[at].closest(".stretch").dataset;
    const now = Date.now();
    time.textContent = clock(now);
    const part = { begin: Number(data.begin), end: Number(data.end) };
    const { begin, end, left, late } = pace(part, started, now);
    const times = started ? { start: clock(begin), end: clock(end) } : { start: data.start, end: data.until };
    plan.textContent = told("deck_planned", times);
    state.textContent = !started ? "" : late ? told("deck_late", { n: late }) : told("deck_left", { n: left });
    state.classList.toggle("late", Boolean(started && late));
    start.textContent = started ? told("deck_started", { time: clock(started) }) : words.deck_start;
  }

  /* --- Two windows ------------------------------------------------------------------------------------------- */

  function share(asks = false) {
    if (other && !other.closed) other.postMessage({ deck: document.title, at, started, asks }, "*");
  }

  window.addEventListener("message", ({ source, data }) => {
    if (!other || source !== other || data?.deck !== document.title) return;
    if (data.asks) { share(); return; }
    at = sound(data.at, slides.length);
    started = Number.isFinite(data.started) ? data.started : 0;
    draw();
  });

  function toggleSpeaker() {
    if (split) {
      if (window.opener) window.close();
      split = false;
    } else {
      const address = new URL(location.href);
      address.search = "?speaker";
      const opened = window.open(address, "", "popup,width=1200,height=800");
      if (opened) other = opened;
      split = !opened;
    }
    draw();
  }

  function toggleFull() {
    if (document.fullscreenElement) document.exitFullscreen();
    else root.requestFullscreen();
  }

  /* --- Keys and fingers -------------------------------------------------------------------------------------- */

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { key } = event;
    const element = event.target;
    if (element.closest("button, a") && (key === " " || key === "Enter")) return;
    if (element.closest(".told") && /^(Arrow(Up|Down)|Page|Home|End| )/.test(key)) return; // scrolls the notes
    const leads = target(key, at, slides.length, root.dir);
    if (leads !== undefined) show(leads);
    else if (/^s$/i.test(key)) toggleSpeaker();
    else if (/^f$/i.test(key) && !full.hidden) toggleFull();
    else if (/^(b|\.)$/i.test(key)) root.classList.toggle("blank");
    else return;
    event.preventDefault();
  });

  document.querySelector("main").addEventListener("click", ({ target: pressed, clientX }) => {
    if (split || pressed.closest("a") || String(getSelection())) return;
    const before = rtl ? clientX > (innerWidth * 2) / 3 : clientX < innerWidth / 3;
    show(before ? at - 1 : at + 1);
  });

  let touched = 0;
  document.addEventListener("touchstart", (event) => { touched = event.changedTouches[0].clientX; }, { passive: true });
  document.addEventListener("touchend", (event) => {
    const moved = event.changedTouches[0].clientX - touched;
    if (Math.abs(moved) < FARTHEST || event.target.closest(".told")) return;
    show(moved < 0 === !rtl ? at + 1 : at - 1);
  });

  window.addEventListener("hashchange", () => show(Number.parseInt(location.hash.slice(1), 10) - 1));
  window.addEventListener("resize", fit);
  document.fonts?.ready.then(fit);
  setInterval(tick, 5000);
  draw();
  share(true);
})();
