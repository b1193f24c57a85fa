// Injected into each timed page: reports when a result is on the screen.
globalThis.bench = {
  /**
   * Calls back when what has changed is painted: in the first task after the next animation frame. (A second frame's
   * beginning would count the time between two frames, in which nothing happens.)
   */
  afterPainting(then) {
    const { port1: painted, port2: frame } = new MessageChannel();
    painted.onmessage = () => {
      painted.close();
      then();
    };
    requestAnimationFrame(() => frame.postMessage(null));
  },

  /**
   * Does something and waits until the page has nothing more to show of it: `shown` holds, and nothing within `where`
   * has changed for `quiet` milliseconds. Gives the milliseconds from the deed to the painting of the last change;
   * nothing if no change came within `limit`.
   */
  painted({ act, shown = () => true, where, quiet = 200, limit = 60_000 }) {
    const concerns = ({ target, addedNodes }) =>
      (target.nodeType === Node.ELEMENT_NODE ? target : target.parentElement)?.closest(where) ||
      [...addedNodes].some((node) => node.matches?.(where) || node.querySelector?.(where));
    return new Promise((resolve) => {
      let last;
      let calm;
      const end = () => {
        observer.disconnect();
        clearTimeout(tired);
        clearTimeout(calm);
        resolve(last);
      };
      const settle = () => {
        clearTimeout(calm);
        calm = setTimeout(() => (shown() ? end() : settle()), quiet);
      };
      const note = () => {
        last = performance.now() - started;
        settle();
      };
      const observer = new MutationObserver((changes) => {
        if (!changes.some(concerns)) return;
        clearTimeout(calm);
        bench.afterPainting(note);
      });
      const tired = setTimeout(() => {
        last = undefined;
        end();
      }, limit);
      observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
      const started = performance.now();
      act();
    });
  },

  /** Drops the files that an input holds anywhere on the page. */
  drop(input) {
    const transfer = new DataTransfer();
    for (const file of input.files) transfer.items.add(file);
    const event = (kind) => new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: transfer });
    const main = document.querySelector("main");
    main.dispatchEvent(event("dragover"));
    main.dispatchEvent(event("drop"));
  },

  /** Whether files other than the demonstration's are analysed and drawn. */
  showsFiles() {
    const name = document.querySelector(".file-name")?.textContent ?? "Demonstration";
    const counts = document.querySelector(".file-counts")?.textContent ?? "";
    return !name.startsWith("Demonstration") && counts.includes("eligible") && Boolean(document.querySelector("svg.picture"));
  },
};
