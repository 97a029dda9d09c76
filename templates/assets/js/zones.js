/* Time zones: how far two are apart, and how much of their working hours people in them share. */

const WORKING_HOURS = 8;
const DAY = 24;

/** Hours that 9 to 5 in `zone` and in `other` have in common at the moment `now`; -1 for a zone that nobody knows. */
export function sharedHours(zone, other, now) {
  const ahead = hoursAhead(zone, other, now);
  if (ahead === null) return -1;
  const apart = Math.abs(ahead) % DAY;
  return Math.max(0, WORKING_HOURS - Math.min(apart, DAY - apart));
}

/** How many hours the clocks in `other` are ahead of those in `zone` at the moment `now`; null for a zone that nobody knows. */
export function hoursAhead(zone, other, now) {
  const [here, there] = [offset(zone, now), offset(other, now)];
  return here === null || there === null ? null : there - here;
}

/** The visitor's time zone. */
export function ownZone() {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** True if the browser knows the time zone `zone`. */
export function isZone(zone) {
  return zone !== "" && offset(zone, new Date(0)) !== null;
}

/** Hours from UTC to `zone` at the moment `now`, or null if the browser doesn't know it. */
function offset(zone, now) {
  try {
    const parts = new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "longOffset" }).formatToParts(now);
    const said = parts.find((part) => part.type === "timeZoneName").value;
    const [, sign, hours, minutes = 0] = /GMT(?:([+-])(\d+):?(\d+)?)?/.exec(said);
    return hours === undefined ? 0 : (sign === "-" ? -1 : 1) * (Number(hours) + Number(minutes) / 60);
  } catch {
    return null;
  }
}
