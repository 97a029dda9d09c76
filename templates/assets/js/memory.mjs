/* The browser's history: where one is in the list, so that going back leads there. */

const SETTLED = 200;

/** Keeps in each entry of the history how far somebody has read; `shown` gives how many cards are shown. */
export class Memory {
  constructor(shown) {
    this.shown = shown;
    history.scrollRestoration = "manual";
    addEventListener("scroll", () => this.#soon(), { passive: true });
    addEventListener("pagehide", () => this.#keep());
  }

  /** What the entry that is looked at has kept: {y, shown}. */
  get kept() {
    return { ...history.state };
  }

  /** A new entry for `address`, or with `inPlace` the same one under another address. */
  go(address, inPlace) {
    clearTimeout(this.waiting);
    history[inPlace ? "replaceState" : "pushState"]({}, "", address);
  }

  /** Scroll to where `kept` says one was. */
  return({ y }) {
    if (y) requestAnimationFrame(() => scrollTo({ top: y, behavior: "instant" }));
  }

  #soon() {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.#keep(), SETTLED);
  }

  #keep() {
    clearTimeout(this.waiting);
    history.replaceState({ y: scrollY, shown: this.shown() }, "");
  }
}
