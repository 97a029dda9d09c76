/* A text to copy: shows the button that does it, and offers how it begins where there are several ways. */

import { copy } from "./clipboard.js";

/** Bring the button and the choice of `element` to life. */
export function start(element) {
  const text = element.querySelector("textarea");
  const button = element.querySelector("[data-copy=button]");
  const choice = element.querySelector("[data-copy=choice]");
  const status = button.querySelector("[role=status]");

  if (choice) {
    const whole = text.value;
    const first = choice.querySelector("option").value;
    choice.hidden = false;
    choice.addEventListener("change", (event) => {
      text.value = whole.replace(first, () => event.target.value);
      status.textContent = "";
    });
  }
  button.hidden = false;
  button.querySelector("button").addEventListener("click", () => copy(text, status));
}
