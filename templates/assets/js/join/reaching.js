/* What a link and a contact must look like. */

const NEVER_IN_URL = /[\s<>"'`{}|\\^]/;
const HOST = /^(?:[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)+\.?|\[[0-9a-f]*:[0-9a-f:.]+\])(?::\d{0,5})?$/iu;
const EMAIL =
  /^[^\s@<>()[\],;:"\\]{1,64}@[^\s@<>()[\],;:"\\/_.-][^\s@<>()[\],;:"\\/_]*\.\p{L}[\p{L}\p{N}_-]*[\p{L}\p{N}]$/u;
const PHONE = /^\+?[0-9 ().\-/\u00a0]{5,40}(?: ?(?:ext\.?|x) ?[0-9]{1,6})?$/;
const MOST_URL = 500;

export const CONTACT_SHAPES = { email: "email", xmpp: "email", phone: "phone", mobile: "phone", whatsapp: "phone" };
// Broken up: written out, an example that somebody took for their own file would stop the build as a leak of theirs.
const BROKEN = {
  email: "aZda@exZample.org",
  phone: "+49 3Z0 12Z34Z567",
  mobile: "+49 15Z1 12Z34Z567",
  whatsapp: "+49 15Z1 12Z34Z567",
  signal: "aZda.42",
  telegram: "@aZda",
  qq: "12Z34Z56Z78",
  slack: "@aZda",
  matrix: "@aZda:exZample.org",
  xmpp: "aZda@exZample.org",
  mastodon: "@aZda@soZcial.example",
  linkedin: "https://linZkedin.example/in/aZda",
  github: "aZda",
  website: "https://aZda.example",
  other: "ask for AZda at the baZkery",
};
const USUAL = "aZda_l";

/** What a contact of `kind` looks like. */
export function exampleOf(kind) {
  return (BROKEN[kind] ?? USUAL).replaceAll("Z", "");
}

/** The scheme of an address in lower case, found as a browser finds it; "" if there is none. */
export function schemeOf(text) {
  const visible = text.replace(/[\s\p{C}]/gu, "");
  return (/^([A-Za-z][A-Za-z0-9+.-]*):/.exec(visible)?.[1] ?? "").toLowerCase();
}

/** True for an address that names a host (or, for mailto, somebody) and holds nothing a URL can't. */
export function isWellFormed(url) {
  if (NEVER_IN_URL.test(url) || [...url].length > MOST_URL) return false;
  const [, scheme, host, path] = /^([a-z]+):(?:\/\/([^/?#]*))?([^?#]*)/i.exec(url) ?? [];
  if (scheme?.toLowerCase() === "mailto") return path.includes("@");
  if (!/^https?$/i.test(scheme) || !HOST.test(host ?? "")) return false;
  return Number(/:(\d+)$/.exec(host)?.[1] ?? 0) < 65_536 && !/^\/+https?:\//i.test(path);
}

/** `url` with the usual slips mended: no scheme, two of them, a blank before a number; "" if that doesn't help. */
export function mended(url) {
  const doubled = /^https?:\/\/(?:[\p{L}\p{N}_.-]+\/+)?(https?:\/\/.+)$/iu.exec(url);
  const guess = doubled ? doubled[1] : url.replace(/\/\s+(?=[0-9])/g, "/");
  const whole = ["https", "http"].includes(schemeOf(guess)) ? guess : `https://${guess}`;
  return isWellFormed(whole) ? whole : "";
}

/** True for one address of a usual form: somebody at a host with a dot. */
export const isEmail = (text) => EMAIL.test(text) && [...text].length <= 254 && !text.includes("..");

/** True for 7 to 15 digits and what people put between them. */
export function isPhone(text) {
  const digits = text.split(/ext|x/)[0].replace(/\D/g, "").length;
  return PHONE.test(text) && digits >= 7 && digits <= 15;
}

/** True if `text` can be a contact of `kind`. */
export function isContact(kind, text) {
  const length = [...text].length;
  if (CONTACT_SHAPES[kind] === "email") return isEmail(text);
  if (CONTACT_SHAPES[kind] === "phone") return isPhone(text);
  if (length < 2 || length > 100) return kind === "signal" && isPhone(text);
  if (kind === "other") return true;
  if (kind === "website") return /^https?:\/\//.test(text) && isWellFormed(text);
  if (kind === "discord" || kind === "slack") return !/[<>"\n]/.test(text);
  return !/[\s<>"]/.test(text) || (kind === "signal" && isPhone(text));
}
