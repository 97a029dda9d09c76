/* The other languages of a page: their links keep what is looked for, and the place on the page. */

/** Keep the links in `list` up to date: the search changes the address without a new page. */
export function start(list) {
  const keep = () => {
    for (const link of list.querySelectorAll('a[data-part="language"]')) {
      link.search = location.search;
      link.hash = location.hash;
    }
  };
  keep();
  ["pointerover", "pointerdown", "focusin", "click"].forEach((sign) => list.addEventListener(sign, keep, { capture: true }));
}
