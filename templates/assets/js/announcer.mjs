/* What screen readers are told, once it has settled: nobody wants to hear a number for every letter. */

const SETTLED = 900;

/** Says things in `region`, which is polite. */
export class Announcer {
  constructor(region) {
    this.region = region;
    this.waiting = null;
  }

  /** Say `text` unless something else follows at once. */
  say(text) {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => {
      if (this.region.textContent !== text) this.region.textContent = text;
    }, SETTLED);
  }
}
