/* The search field and its keys: `/` leads to it from anywhere, Escape empties it. */

/** Calls `typed()` whenever the text of `input` has changed by somebody's hand. */
export class SearchField {
  constructor(input, typed) {
    Object.assign(this, { input, typed });
    input.form.addEventListener("submit", (event) => event.preventDefault());
    input.addEventListener("input", typed);
    input.addEventListener("keydown", (event) => this.#escape(event));
    document.addEventListener("keydown", (event) => this.#slash(event));
  }

  get text() {
    return this.input.value;
  }

  set text(text) {
    this.input.value = text;
  }

  focus() {
    this.input.focus();
  }

  #escape(event) {
    if (event.key !== "Escape" || !this.text) return;
    event.preventDefault();
    this.text = "";
    this.typed();
  }

  #slash(event) {
    const isTyping = event.target.closest?.("input:not([type=checkbox], [type=radio]), textarea, select, dialog");
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping) return;
    event.preventDefault();
    this.focus();
    this.input.select();
  }
}
