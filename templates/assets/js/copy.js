/* A text to copy: shows the button that does it, and offers how it begins where there are several ways. */

import { copy } from "./clipboard.js";

/** Bring the button and the choice of `element` to life. A text that is made of the page stands there once it is opened. */
export function start(element) {
  const text = element.querySelector("textarea");
  const button = element.querySelector("[data-copy=button]");
  const choice = element.querySelector("[data-copy=choice]");
  const status = button.querySelector("[role=status]");

  if (element.dataset.copy === "made") makeOnce(element, text);
  if (choice) offer(choice, text, status);
  button.hidden = false;
  button.querySelector("button").addEventListener("click", () => copy(text, status));
}

/** Make the text when somebody opens `element`, and not before. */
function makeOnce(element, text) {
  const make = async () => {
    text.value = (await import("./introduction.js")).introduction();
  };
  element.addEventListener("toggle", make, { once: true });
  element.hidden = false;
}

/** Let one choose how the text begins: what the first option holds makes way for another. */
function offer(choice, text, status) {
  const whole = text.value;
  const first = choice.querySelector("option").value;
  choice.addEventListener("change", (event) => {
    text.value = whole.replace(first, () => event.target.value);
    status.textContent = "";
  });
  choice.hidden = false;
}
