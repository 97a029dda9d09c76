/* Making elements: everything that comes from data goes in as text, never as markup. */

/** A new `tag` with `attributes` (false and undefined leave one out, true gives it no value) and `children`, nodes or texts. */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false && value !== undefined && value !== null) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children);
  return made;
}

/** A button that does `act`; `label` is what it shows. */
export function button(label, className, act, attributes = {}) {
  const made = element("button", { type: "button", class: className, ...attributes }, label);
  made.addEventListener("click", act);
  return made;
}

/** Resolves once the browser has painted what there is by now. */
export function painted() {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

/** The part of `root` that is called `name` by its data-part. */
export function part(root, name) {
  return root.querySelector(`[data-part="${name}"]`);
}
