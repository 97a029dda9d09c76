/* Contacts in a text: addresses, numbers and accounts that look like one, and those that are known to be private. */

const AT_WORDS = "at|ät|arobase|arroba|chiocciola|собака|ατ";
const SPELLED = "dot|punkt|point|punto|ponto|точка|点|點";
const AT = new RegExp(
  `[ ]?[@﹫][ ]?|[ ]{0,3}[[({<*_][ ]?(?:@|${AT_WORDS})[ ]?[\\])}>*_][ ]{0,3}|[ ]+(?:${AT_WORDS}|@)[ ]+|[ ]?-at-[ ]?`,
  "g",
);
const DOT = `(?:\\.|[ ]{1,2}\\.[ ]{1,2}|[ ]{0,3}[[({<*_][ ]?(?:\\.|${SPELLED})[ ]?[\\])}>*_][ ]{0,3}|[ ]+(?:${SPELLED})[ ]+|[ ]?-dot-[ ]?)`;
const DOTS = new RegExp(DOT, "g");
const LABEL = "[\\p{L}\\p{N}]+(?:-(?!dot-)[\\p{L}\\p{N}]+)*";
const HOST = new RegExp(`${LABEL}((?:${DOT}${LABEL}){1,4})?`, "uy");
const LOCAL = /(?:[\p{L}\p{N}_+-]+(?:[ ](?:dot|punkt|point|punto)[ ]|[ ]?[[(][ ]?(?:dot|punkt)[ ]?[\])][ ]?))?[\p{L}\p{N}_.+%'-]{1,64}$/u;
const MAIL_HOSTS = /^(?:gmail|googlemail|hotmail|outlook|yahoo|icloud|protonmail|proton|gmx|web|mail|posteo|qq|163|126|foxmail|yandex)$/;
const RUN = /(?:\+[ ]?|\(\+?)?\d(?:[ \t\xa0\u2009\u202f().\-/·]{0,3}\d)*/g;
const YEAR = /^(?:19|20)\d\d$/;
const DATE = /^(?:\d{4}([-/. ])\d{1,2}\1\d{1,2}(?:\D.*)?|\d{1,2}([-/. ])\d{1,2}\2(?:19|20)\d\d(?:\D.*)?)$/;
const NUMBERED = /(?:(?<![a-z])(?:isbn|issn|doi|orcid|pmid|arxiv|rfc|version|ver|grant|id|no|nr)|编号|[€$£¥#§])[\s.:#]{0,3}(?:97[89][- ])?$/;
const CALLED =
  /(?:(?<![a-z])(?:phone|tel|telephone|telefon|call|mobile|mobil|handy|cell|whatsapp|signal|sms|text me|fon|fax|wechat|电话|手机|電話|携帯|hotline|téléphone|teléfono|телефон)|هاتف)(?:[ ](?:me|number|us|at|on|is))*[\s.:：]{0,3}$/;
const COUNTED = /^\s{0,2}(?:[%€$£¥°+]|usd|eur|euros?|dollars?|users|people|members|downloads|km|million|元|万|人|次|行)/;
const SURE =
  "we ?chat|weixin|微信号?|微讯|whats ?app|telegram|电报|kakao(?: ?talk)?|카카오톡|카톡|skype|viber|threema|discord|zalo|qq|vx|wx|v信|飞书|钉钉|snapchat";
const TOLD = new RegExp(
  `(?<![a-z0-9])(${SURE}|(signal|line|matrix|tg|session|wire))(?:[ ]?(?:id|handle|username|user|name|account|konto|nummer|number|no\\.?|号|帳號|账号|帐号|아이디))?(?:[^\\p{L}\\p{N}_]{0,3}([ ]{0,2}(?:[:：=]|是|is|ist|es|è|est|[-–—>]{1,2})[ ]{0,2})|[ ]{0,2}(?=@)|[ ]{0,2}(?=[a-z0-9_+]))((?:live:)?@?[a-z0-9_+][a-z0-9_.+#-]{2,63})`,
  "gu",
);
const TELLING = /[\d_@+#]|\w\.\w/;
const SEPARATED = "[^\\p{L}\\p{N}]{0,3}";
const ANY_DOT = `(?:${SEPARATED}(?:${SPELLED})${SEPARATED}|[^\\p{L}\\p{N}]{1,4})`;

const digitsOf = (text) => text.replace(/[^\p{Nd}]/gu, "");

/** What `value` is compared by: digits for a phone, else case and width folded. `folded` has its letters folded. */
export function canonical(shape, folded) {
  if (shape === "phone") return digitsOf(folded);
  if (shape === "email") return folded.replace(/^mailto:/, "").replace(/\s/g, "");
  return folded.replace(/^@+/, "").trim();
}

/** [start, end, canonical form] of everything in a folded text that looks like a contact. */
export function contactPlaces(folded) {
  return [...mails(folded), ...phones(folded), ...accounts(folded)];
}

function* mails(folded) {
  let reached = 0;
  for (const mark of folded.matchAll(AT)) {
    const local = LOCAL.exec(folded.slice(Math.max(reached, mark.index - 64), mark.index))?.[0].replace(/^[.'\-+%]+/, "");
    HOST.lastIndex = mark.index + mark[0].length;
    const host = HOST.exec(folded);
    if (!local || !host || !isAddress(mark[0], host[0], host[1] ?? "", local)) continue;
    reached = host.index + host[0].length;
    yield [mark.index - local.length, reached, `${local.replace(DOTS, ".")}@${host[0].replace(DOTS, ".")}`];
  }
}

function isAddress(mark, host, tail, local) {
  const word = mark.trim();
  const [first] = host.split(/[^\p{L}\p{N}_-]/u);
  const bare = AT_WORDS.split("|").includes(word);
  if (bare && /^(?:work|am|job|based|look|here|me|us|now|only|live|student|engineer)/.test(local)) return false;
  if (bare || word.startsWith("-at")) return new RegExp(SPELLED).test(tail) || (MAIL_HOSTS.test(first) && (tail !== "" || first.length > 4));
  const last = tail ? tail.split(DOTS).at(-1) : "";
  if (mark === "@") return last.length > 1 && !/^\d+$/.test(last);
  if (!tail) return MAIL_HOSTS.test(first) && !mark.includes("@");
  return !(/\.[ ]/.test(tail) && !/[ ]\./.test(tail)) && last.length > 1 && /^\p{L}+$/u.test(last);
}

function* phones(folded) {
  for (const match of folded.matchAll(RUN)) {
    const digits = digitsOf(match[0]);
    const opens = match[0][0] === "(" && match[0].split("(").length > match[0].split(")").length;
    const start = match.index + (opens ? 1 : 0);
    const end = match.index + match[0].length;
    const number = folded.slice(start, end);
    const around = [folded.slice(Math.max(0, start - 24), start), folded.slice(end, end + 12)];
    if (digits.length > 6 && digits.length < 16 && isPhone(number, digits, ...around)) yield [start, end, digits];
  }
}

function isPhone(number, digits, before, after) {
  const called = CALLED.test(before);
  if (!called && /[\p{L}\p{N}_./=@#-]$/u.test(before) && !/[\u2e80-\u{3ffff}]$/u.test(before)) return false;
  if (/^(?:[a-z_]|[.,:]\d|[-/][\p{L}\p{N}_])/u.test(after)) return false;
  if (called || /^\(?\+/.test(number)) return true;
  if (NUMBERED.test(before) || COUNTED.test(after) || DATE.test(number) || /^10\.\d{4,9}\//.test(number)) return false;
  const groups = number.match(/\d+/g);
  if (groups.length === 1) return digits[0] === "0" || /^1[3-9]\d{9}$/.test(digits);
  const lengths = groups.map((group) => group.length);
  const years = groups.filter((group) => YEAR.test(group)).length;
  if (years && YEAR.test(groups[0]) && groups.every((group) => YEAR.test(group) || group.length === 2)) return false;
  if (years > 1 || Math.max(...lengths) > 11) return false;
  if (/^4,4,4/.test(lengths) || /^97[89]\d{10}$/.test(digits)) return false;
  const thousands = lengths[0] < 4 && lengths.slice(1).every((length) => length === 3) && (groups.at(-1) === "000" || lengths[0] === 1);
  if (digits[0] !== "0" && new Set(digits).size > 1 && thousands) return false;
  if (/^[\d.]+$/.test(number)) return isDotted(groups, lengths);
  return lengths.filter((length) => length === 1).length < 3;
}

function isDotted(groups, lengths) {
  const zero = groups[0][0] === "0";
  if (groups.length === 2) return zero && lengths[0] > 2;
  const machine = groups.length === 4 && groups.every((group) => Number(group) < 256 && group.length < 4);
  return Math.min(...lengths) > 1 && (!machine || zero) && (zero || lengths.at(-1) > 2);
}

function* accounts(folded) {
  for (const told of folded.matchAll(TOLD)) {
    const name = told[4].replace(/[.\-#+]+$/, "");
    const start = told.index + told[0].length - told[4].length;
    const rest = folded.slice(start + told[4].length).trimStart();
    const [ambiguous, link, plain] = [told[2] !== undefined, told[3], name.replace(/^@+/, "")];
    const sure = name.startsWith("@") || /^\d{5,}$/.test(name);
    const isAccount = sure
      ? !ambiguous || name.startsWith("@") || link !== undefined
      : TELLING.test(name)
        ? link !== undefined || !ambiguous
        : !ambiguous && name.length > 3 && /[:：=]/.test(link ?? "") && !/^[a-z]/.test(rest);
    if (plain.length > 2 && isAccount) yield [start, start + name.length, plain];
  }
}

/** [start, end] of every place of `secret`, a canonical form, in a folded text, however it is spelled. */
export function placesOf(secret, folded) {
  return [...folded.matchAll(patternOf(secret))].map((match) => [match.index, match.index + match[0].length]);
}

function patternOf(secret) {
  if (/^\d{5,}$/.test(secret)) return numberPattern(secret);
  const at = secret.lastIndexOf("@");
  if (at > 0 && at < secret.length - 1) {
    const [begin, end] = [secret.slice(0, at), secret.slice(at + 1)].map((part) => part.split(".").map(letters).join(ANY_DOT));
    return new RegExp(`${edge(secret[0], true)}${begin}(?:(?:at|@)|(?![a-z0-9])[^]{1,12}?(?<![a-z0-9]))${end}${edge(secret.at(-1))}`, "gu");
  }
  const name = secret.replace(/^["'“”‘’«»`]+|["'“”‘’«»`]+$/g, "");
  if (!name) return /(?!)/g;
  const words = name.split(/\s+/).map(letters).join("[\\s>*_|\"'“”‘’]{0,6}");
  return new RegExp(`@?${edge(name[0], true)}${words}${edge(name.at(-1))}`, "gu");
}

function numberPattern(secret) {
  const bare = secret.replace(/^0+/, "") || secret;
  const zero = `(?:\\(?0\\)?${SEPARATED})?`;
  const head = [...bare.slice(0, -9)].reduce((before, digit) => `(?:${before}${digit}${SEPARATED}${zero})?`, "");
  const country = `(?:(?:\\+|00)${SEPARATED}\\d{1,3}${SEPARATED}${zero})?`;
  const before = `(?:[+(]{0,2}(?:0${SEPARATED}){0,2}${head}|${country})(?:\\(?0\\)?${SEPARATED}){0,2}`;
  return new RegExp(`(?<!\\d)${before}${[...bare.slice(-9)].join(SEPARATED)}(?!\\d)[\\ufe0f\\u20e3]*`, "gu");
}

const letters = (part) => [...part].map((letter) => (/[\p{L}\p{N}]/u.test(letter) ? letter : `\\\\?${letter.replace(/[\^$\\.*+?()[\]{}|/]/g, "\\$&")}`)).join("");

const edge = (letter, begins) => (!/[\p{L}\p{N}]/u.test(letter) ? "" : begins ? "(?<![a-z0-9_])" : "(?![a-z0-9_])");
