/* A text to copy: shows the button that does it, and offers which text it is where there are several. */

import { copy } from "./clipboard.js";

/** Bring the button and the choice of `element` to life. */
export function start(element) {
  const text = element.querySelector("textarea");
  const button = element.querySelector("[data-copy=button]");
  const choice = element.querySelector("[data-copy=choice]");
  const status = button.querySelector("[role=status]");

  if (choice) {
    choice.hidden = false;
    choice.addEventListener("change", (event) => {
      text.value = event.target.value;
      status.textContent = "";
    });
  }
  button.hidden = false;
  button.querySelector("button").addEventListener("click", () => copy(text, status));
}
