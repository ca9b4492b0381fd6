/* How far a learner has come, from what is kept of lessons. It knows no page: a global for the page's scripts, an
   export for node.

   Of each lesson it sees a state { opened, isDone, done, latest }: moments, or "" where there is none that is sound.
   Lessons go by their ids, so that a lesson keeps its state when its page is renamed. */
(function () {
  "use strict";

  const moment = (at) => (typeof at === "string" && !Number.isNaN(Date.parse(at)) ? at : "");

  /* The state of a lesson, from its kept value. */
  function stateOf({ opened, done }) {
    const isDone = done?.is === true;
    const state = { opened: moment(opened?.at), isDone, done: isDone ? moment(done.at) : "" };
    return { ...state, latest: state.opened > state.done ? state.opened : state.done };
  }

  /* What is said of a lesson: the name of the words, and their moment. */
  const statusOf = ({ opened, isDone, done }) => {
    if (isDone) return done ? ["done_on", done] : ["done", ""];
    return opened ? ["opened_on", opened] : ["new", ""];
  };

  const countDone = (lessons, states) => lessons.filter((id) => states.get(id)?.isDone).length;

  /* Where to go on: the lesson that was met last; once that is done, the next one that is not, on a path that leads
     through it, then anywhere. null where nothing was begun, "" where nothing is left.
     `states` has the lessons of the course in reading order; `paths` are lists of ids. */
  function next(states, paths) {
    const ids = [...states.keys()];
    const isOpen = (id) => states.has(id) && !states.get(id).isDone;
    const last = ids.reduce((one, id) => {
      const { latest, isDone } = states.get(id);
      const isLater = latest > (states.get(one)?.latest ?? "") || (one === null && isDone);
      return isLater ? id : one;
    }, null);
    if (last === null || isOpen(last)) return last;
    /* After the lesson first, then from the beginning. */
    const onwards = (way) => [...way.slice(way.indexOf(last)), ...way].find(isOpen);
    return [...paths.filter((path) => path.includes(last)), ids].map(onwards).find(Boolean) ?? "";
  }

  /* The days of a learner's attempts at a self-assessment: when, and never with which result. */
  const attemptsOf = ({ attempts = [] }) => attempts.map(({ at }) => moment(at)).filter(Boolean).sort();

  /* When an exercise was last worked on; "" where nothing is written in it. */
  const workedOn = ({ draft }) => (Object.values(draft?.answers ?? {}).some(Boolean) ? moment(draft.at) : "");

  const logic = { moment, stateOf, statusOf, countDone, next, attemptsOf, workedOn };
  if (typeof module === "object") module.exports = logic;
  else globalThis.extramile = { ...globalThis.extramile, progress: logic };
})();
