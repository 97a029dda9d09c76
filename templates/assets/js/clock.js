/* What time it is where a member lives, and how far that is from the visitor's. */

import { pageLanguage, say } from "./words.js";
import { hoursAhead, ownZone } from "./zones.js";

const MINUTE = 60000;

/** Show the time in the zone that `place` names in data-zone, for as long as the page is looked at. */
export function start(place) {
  const { zone } = place.dataset;
  if (hoursAhead(ownZone(), zone, new Date()) === null) return;
  let waiting = null;
  const tick = () => {
    clearTimeout(waiting);
    if (document.hidden) return;
    const now = new Date();
    place.replaceChildren(told(zone, ownZone(), now));
    waiting = setTimeout(tick, MINUTE - (now % MINUTE));
  };
  document.addEventListener("visibilitychange", tick);
  tick();
  place.hidden = false;
}

/** The time in `zone` at the moment `now` for somebody in the zone `own`, as a sentence. */
export function told(zone, own, now) {
  const time = timeIn(zone, own, now);
  const ahead = hoursAhead(own, zone, now);
  if (ahead === 0) return say("{time} there now, the same time as yours", { time });
  const hours = duration(Math.abs(ahead));
  if (ahead > 0) return say("{time} there now, {hours} ahead of you", { time, hours });
  return say("{time} there now, {hours} behind you", { time, hours });
}

/** Hours and minutes, with the day of the week where it isn't the visitor's. */
function timeIn(zone, own, now) {
  const as = (options, timeZone) => new Intl.DateTimeFormat(clockLanguage(), { ...options, timeZone }).format(now);
  const isToday = as({ weekday: "long" }, zone) === as({ weekday: "long" }, own);
  return as(isToday ? { timeStyle: "short" } : { weekday: "short", hour: "numeric", minute: "2-digit" }, zone);
}

/** The visitor's own kind of the page's language: of those who read English, the British count to 24 hours. */
function clockLanguage() {
  const language = pageLanguage();
  return navigator.languages.find((own) => own.split("-")[0] === language.split("-")[0]) ?? language;
}

/** 5.75 hours as hours and minutes. */
function duration(hours) {
  const whole = Math.trunc(hours);
  const units = [[whole, "hour"], [Math.round((hours - whole) * 60), "minute"]].filter(([size]) => size);
  const language = pageLanguage();
  const written = ([size, unit]) => new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long" }).format(size);
  return new Intl.ListFormat(language, { type: "unit" }).format(units.map(written));
}
