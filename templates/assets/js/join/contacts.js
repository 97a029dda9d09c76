/* Contacts in a text: addresses, numbers and accounts that look like one, and those that are known to be private. */

const AT_WORDS = "at|ät|arobase|arroba";
const SPELLED = "dot|punkt|point|punto|点";
const HOSTS = "(?:(?:google|hot|proton|g|fox)?mail|outlook|yahoo|icloud|gmx|web|posteo|qq|163|126)(?![\\p{L}\\p{N}_-])";
const WORDED_DOT = `(?: ?[[({<*_] ?(?:\\.|${SPELLED}) ?[\\])}>*_] ?| +(?:${SPELLED}) +| ?-dot-)`;
const ANY_STOP = `(?:\\.| {1,2}\\. {1,2}|${WORDED_DOT})`;
const LABEL = "[\\p{L}\\p{N}]+(?:-(?!dot-)[\\p{L}\\p{N}]+)*";
const HOST_TAIL = `(?:${ANY_STOP}${LABEL}){0,3}${ANY_STOP}(?!\\d+(?![\\p{L}\\p{N}]))[\\p{L}\\p{N}-]{2,}`;
const BRACKETED_AT = `(?: {0,3}[[({<*_] ?(?:@|${AT_WORDS}) ?[\\])}>*_] {0,3})`;
const BARE = `(?: +(?:${AT_WORDS}|@) +| ?-at- ?)`;
const MAIL = new RegExp(
  `(?<![\\p{L}\\p{N}_.+%-])((?:[\\p{L}\\p{N}_+-]+ ?[[(]?(?: |\\b)(?:dot|punkt|point|punto)[\\])]? ?)?[\\p{L}\\p{N}_+][\\p{L}\\p{N}_.+%'-]*)(?:(?: ?[@﹫] ?|${BRACKETED_AT})(${LABEL}${HOST_TAIL})|(?:${BRACKETED_AT}|${BARE})(${HOSTS}(?:${ANY_STOP}${LABEL}){0,3}|${LABEL}(?=${WORDED_DOT})${HOST_TAIL}))`,
  "gu",
);
const RUN = /(?:\+ ?|\(\+?)?\d(?:[\s().\-/·]{0,3}\d)*/g;
const DATE = /^(?:\d{4}([-/. ])\d{1,2}\1\d{1,2}(?:\D.*)?|\d{1,2}([-/. ])\d{1,2}\2(?:19|20)\d\d(?:\D.*)?)$/;
const NUMBERED = /(?:(?<![a-z])(?:isbn|issn|doi|orcid|version|id|no|nr)|[€$£¥#§])[\s.:#]{0,3}(?:97[89][- ])?$/;
const CALLED =
  /(?:(?<![a-z])(?:phone|tel|tel[eé][fp]h?one?|call|mobile?|handy|cell|whatsapp|signal|sms|fax|hotline)|电话|手机|電話|携帯)(?: (?:me|number|us|at|on|is))*[\s.:：]{0,3}$/;
const TOLD =
  /(?<![a-z0-9])(?:we ?chat|weixin|微信|whats ?app|telegram|电报|kakao(?: ?talk)?|카톡|skype|viber|threema|discord|qq|vx|wx|v信|飞书|钉钉|(signal|line|matrix|tg))(?: ?(?:id|handle|username|name|account|number|账?号))?(?:[^\p{L}\p{N}_]{0,3}( {0,2}(?:[:：=]|是|is|ist|es|è|est|[-–—>]{1,2}) {0,2})| {0,2}(?=[@a-z0-9_+]))((?:live:)?@?[a-z0-9_+][a-z0-9_.+#-]{2,63})/gu;
const APART = "[^\\p{L}\\p{N}]{0,4}";
const ANY_DOT = `(?:${APART}(?:${SPELLED})${APART}|[^\\p{L}\\p{N}]{1,4})`;
const A_DOT = "[^\\p{L}\\p{N}]*\\.[^\\p{L}\\p{N}]*";
const OF_MAIL = new RegExp(
  `([\\p{L}\\p{N}]+)|(${A_DOT}(?:(?:${SPELLED})+${A_DOT})*(?:(?:${SPELLED})+(?![\\p{L}\\p{N}]))?)|[^\\p{L}\\p{N}]+`,
  "gu",
);
const OF_ACCOUNT = /([\p{L}\p{N}]+)|([^\p{L}\p{N}]*\s[^\p{L}\p{N}]*)|[^\p{L}\p{N}]+/gu;

const digitsOf = (text) => text.replace(/[^\p{Nd}]/gu, "");

/** What `value` is compared by: digits for a phone, else case and width folded. `folded` has its letters folded. */
export function canonical(shape, folded) {
  if (shape === "phone") return digitsOf(folded);
  if (shape === "email") return folded.replace(/^mailto:|\s/g, "");
  return folded.replace(/^@+/, "").trim();
}

/** [start, end, canonical form] of everything in a folded text that looks like a contact. */
export function contactPlaces(folded) {
  const dots = new RegExp(ANY_STOP, "gu");
  const mails = [...folded.matchAll(MAIL)].map(({ 0: { length }, 1: local, 2: host, 3: other, index }) => {
    const name = [local, host ?? other].map((part) => part.replace(dots, ".")).join("@");
    return [index, index + length, name];
  });
  const phones = [...folded.matchAll(RUN)].flatMap(({ 0: match, index }) => {
    const opens = match[0] === "(" && match.split("(").length > match.split(")").length ? 1 : 0;
    const [start, end] = [index + opens, index + match.length];
    return isNumber(folded.slice(start, end), folded.slice(Math.max(0, start - 24), start), folded.slice(end, end + 12)) ? [[start, end, digitsOf(match)]] : [];
  });
  return [...mails, ...phones, ...accounts(folded)];
}

function isNumber(number, before, after) {
  const digits = digitsOf(number);
  const groups = number.match(/\d+/g);
  const lengths = groups.map((group) => group.length);
  if (digits.length < 7 || digits.length > 15) return false;
  const called = CALLED.test(before);
  if (!called && /[\p{L}\p{N}_./=@#-]$/u.test(before) && !/[\u2e80-\u{3ffff}]$/u.test(before)) return false;
  if (/^(?:[a-z_]|[.,:]\d|[-/][\p{L}\p{N}_])/u.test(after)) return false;
  if (called || /^\(?\+/.test(number)) return true;
  if (NUMBERED.test(before) || DATE.test(number)) return false;
  if (lengths.length === 1) return digits[0] === "0" || /^1[3-9]\d{9}$/.test(digits);
  const years = groups.filter((group) => /^(?:19|20)\d\d$/.test(group)).length;
  const thousands = digits[0] !== "0" && /^\d{1,3}(?:[ .,\xa0]\d{3})*[ .,\xa0]000$/.test(number);
  if (years > 1 || thousands || /^4,4,4/.test(lengths) || /^97[89]\d{10}$/.test(digits)) return false;
  return !(/^[\d.]+$/.test(number) && lengths.includes(1)) && lengths.filter((length) => length === 1).length < 3;
}

function accounts(folded) {
  return [...folded.matchAll(TOLD)].flatMap(({ 0: whole, 1: ambiguous, 2: link, 3: typed, index }) => {
    const name = typed.replace(/[.\-#+]+$/, "");
    const start = index + whole.length - typed.length;
    const sure = name[0] === "@" || (/[\d_+#]|\w[.@]\w/.test(name) ? !ambiguous || link : !ambiguous && /[:：=]/.test(link) && !/^\s*[a-z]/.test(folded.slice(start + typed.length)));
    return sure && name.length > 2 ? [[start, start + name.length, name.replace(/^@+/, "")]] : [];
  });
}

const escaped = (sign) => (/[\^$\\.*+?()[\]{}|/]/.test(sign) ? `\\${sign}` : sign);

/* Signs as they are, with or without the backslashes of Markdown. */
const signs = (text) =>
  text.replace(/(\\*)([^\\]?)/gu, (all, slashes, sign) => all && `\\\\{${slashes.length},${2 * slashes.length + (sign ? 1 : 0)}}${escaped(sign)}`);

/** [start, end] of every place of `secret`, a canonical form, in a folded text, however it is spelled. */
export function placesOf(secret, folded) {
  const pattern = /^\d{5,}$/.test(secret) ? numberPattern(secret.replace(/^0+/, "") || secret) : wordPattern(secret);
  return [...folded.matchAll(new RegExp(pattern, "gu"))].map(({ 0: { length }, index }) => [index, index + length]);
}

/* Letters and signs take turns, so that there is no more than one way to read a text as it. */
function wordPattern(secret) {
  const [, local, host] = /^(.+)@(.+)$/.exec(secret) ?? [];
  const name = secret.replace(/^["'“”‘’«»`\s]+|["'“”‘’«»`\s]+$/g, "");
  if (!name) return "(?!)";
  if (name.length > 500) return [...name].map(escaped).join("");
  const [begin, end] = [/^[\p{L}\p{N}]/u.test(name) ? "(?<![a-z0-9_])" : "", /[\p{L}\p{N}]$/u.test(name) ? "(?![a-z0-9_])" : ""];
  if (!local) return `@?${begin}${name.replace(OF_ACCOUNT, (text, letters, gap) => letters ?? (gap ? parted(gap) : signs(text)))}${end}`;
  const [first, last] = [local, host].map((part) => part.replace(OF_MAIL, (text, letters, dots) => letters ?? (dots ? dotted(dots) : signs(text))));
  return `${begin}${first}(?:at|@|(?![a-z0-9])[^]{1,12}?(?<![a-z0-9]))${last}${end}`;
}

/* The space in an account: a line break, emphasis or nothing. */
function parted(gap) {
  const own = gap.replace(/\s+/g, "");
  const set = own && `${own.replace(/[\\\]^-]/g, "\\$&")}\\\\`;
  return `[\\s>*_|"'“”‘’${set}]{${own.length},${2 * own.length + 6 * gap.match(/\s+/g).length}}`;
}

/* Dots, which may be words, with the names between them that might be such a word. */
function dotted(dots) {
  if (dots === ".") return ANY_DOT;
  const words = dots.match(new RegExp(SPELLED, "gu"))?.length ?? 0;
  const most = 3 + 4 * Math.max(...dots.match(/[^\p{L}\p{N}]+/gu).map((run) => run.length));
  const after = /[\p{L}\p{N}]$/u.test(dots) ? 0 : most;
  return `(?:[^\\p{L}\\p{N}]{0,${most}}(?:${SPELLED})){${words},${words + dots.split(".").length - 1}}[^\\p{L}\\p{N}]{0,${after}}`;
}

/** The last nine digits of a number, with whatever digits stand before them. */
const numberPattern = (digits) =>
  `(?<!\\d)(?:\\+${APART}|\\(){0,2}(?:\\d${APART}){0,${Math.max(6, digits.length - 4)}}${[...digits.slice(-9)].join(APART)}(?!\\d)[\\ufe0f\\u20e3]*`;
