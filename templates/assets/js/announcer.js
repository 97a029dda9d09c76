/* What screen readers are told, once it has settled: nobody wants to hear a number for every letter. */

const SETTLED = 900;

/** Says things in `region`, which is polite; `known` is what the page says by itself. */
export class Announcer {
  constructor(region, known) {
    Object.assign(this, { region, said: known, waiting: null });
  }

  /** Say `text`, which answers the question `asked`, unless something else follows at once. */
  say(text, asked = "") {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => {
      const said = asked + text;
      // The same words are only read again if something about them changes: a blank that nobody sees.
      if (this.said !== said) this.region.textContent = this.region.textContent === text ? `${text}\u00a0` : text;
      this.said = said;
    }, SETTLED);
  }
}
