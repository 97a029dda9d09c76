/* What screen readers are told, once it has settled: nobody wants to hear a number for every letter. */

const SETTLED = 900;

/** Says things in `region`, which is polite; `known` is what the page says by itself. */
export class Announcer {
  constructor(region, known) {
    Object.assign(this, { region, said: known, waiting: null });
  }

  /** Say `text` unless something else follows at once. */
  say(text) {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => {
      if (this.said !== text) this.region.textContent = text;
      this.said = text;
    }, SETTLED);
  }
}
