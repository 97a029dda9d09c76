/* A text to copy: shows the button that does it, says that it was done, and offers which text it is where there are several. */

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
  button.querySelector("button").addEventListener("click", async () => {
    status.textContent = "";
    status.textContent = (await copied(text)) ? "Copied" : "Selected: copy it with your keyboard";
  });
}

/** True if the text is on the clipboard; else it is selected. A page opened from a file may not write there by itself. */
async function copied(text) {
  text.select();
  try {
    await navigator.clipboard.writeText(text.value);
    return true;
  } catch {
    return document.execCommand("copy");
  }
}
