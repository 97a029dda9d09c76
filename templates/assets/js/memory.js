/* The browser's history: where one is in the list, so that going back leads there. */

const SETTLED = 200;
const SETTLES = 8;

/**
 * Keeps in each entry of the history how far somebody has read: how many cards are shown, which of them is at the top,
 * and how high. Pixels alone won't do, for cards out of sight have no height of their own yet. `shown` gives the number.
 */
export class Memory {
  constructor(page, shown) {
    Object.assign(this, { page, shown, waiting: null });
    history.scrollRestoration = "manual";
    addEventListener("scroll", () => this.#soon(), { passive: true });
    addEventListener("pagehide", () => this.#keep());
  }

  /** What the entry that is looked at has kept. */
  get kept() {
    return { ...history.state };
  }

  /** A new entry for `address`, or with `inPlace` the same one under another address. */
  go(address, inPlace) {
    clearTimeout(this.waiting);
    history[inPlace ? "replaceState" : "pushState"]({}, "", address);
  }

  /** Scroll to where one was, as `kept` has it: some times over, while what comes into sight takes its height. */
  return({ card, top, y }) {
    if (y === undefined) return;
    const settle = (times) => {
      const at = this.#cards()[card];
      scrollTo({ top: at ? scrollY + at.getBoundingClientRect().top - top : y, behavior: "instant" });
      if (times > 1) requestAnimationFrame(() => settle(times - 1));
    };
    requestAnimationFrame(() => settle(SETTLES));
  }

  #soon() {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.#keep(), SETTLED);
  }

  #keep() {
    clearTimeout(this.waiting);
    const tops = this.#cards().map((card) => card.getBoundingClientRect().top);
    const card = tops.findIndex((top) => top >= 0);
    history.replaceState({ y: scrollY, card, top: tops[card], shown: this.shown() }, "");
  }

  #cards() {
    return [...this.page.querySelectorAll("[data-card]")].filter((card) => card.offsetParent);
  }
}
