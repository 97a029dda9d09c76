/* The look of a page by daylight, for what leaves it: a picture is seen among others, whatever the sender's screen is set to. */

/** Give `element` the measures and colours that the page has on a light screen, in place of those it inherits. */
export function byDaylight(element) {
  if (!matchMedia("(prefers-color-scheme: dark)").matches) return;
  element.style.colorScheme = "light";
  for (const sheet of document.styleSheets) {
    for (const style of rootStyles(sheet.cssRules)) {
      for (const name of style) if (name.startsWith("--")) element.style.setProperty(name, style.getPropertyValue(name));
    }
  }
}

/** What the rules say about the root of the page, but for those of a dark screen. */
function* rootStyles(rules) {
  for (const rule of rules) {
    if (rule instanceof CSSStyleRule) {
      if (document.documentElement.matches(rule.selectorText)) yield rule.style;
    } else if (rule.cssRules && isOfDay(rule.media?.mediaText ?? "")) {
      yield* rootStyles(rule.cssRules);
    }
  }
}

function isOfDay(media) {
  if (media.includes("prefers-color-scheme")) return !media.includes("dark");
  return !media || matchMedia(media).matches;
}
