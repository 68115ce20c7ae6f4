// Web addresses that lead elsewhere than they seem to, or nowhere that a reader can go, as macros/text/web_addresses.py
// and macros/checks/rules/addresses.py have them. How browsers read one: https://url.spec.whatwg.org/#host-parsing.

const SERVER = /^https?:\/\/(?<user>[^/?#]*@)?(?<host>[^/?#:]*)(?<port>:[^/?#]*)?/;
const LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}_-]*[\p{L}\p{N}])?$/u;
const NUMBER = /^(?:0x[0-9a-f]*|[0-9]+)$/i;
// Names that mean something within one machine or one network only: RFC 6761, 6762, 8375, and what is usual.
const PRIVATE = /(?:^|\.)(?:home\.arpa|localhost|local|internal|intranet|lan|home|corp|private|invalid|test|onion)$/;
// Letters of other alphabets that look like Latin ones. Source: Chromium's spoof checks (idn_spoof_checker.cc).
const LIKE_LATIN = { Cyrillic: "асԁеһіјӏорԛѕԝхуъьҽпгѵѡ", Greek: "αικνρυωηοτ", Armenian: "օսԁառհղցխճզյ" };
const SCRIPTS = ["Latin", "Cyrillic", "Greek", "Armenian", "Han", "Hiragana", "Katakana", "Hangul", "Bopomofo"];
const OF_SCRIPT = Object.fromEntries(SCRIPTS.map((script) => [script, new RegExp(`\\p{Script=${script}}`, "u")]));
const TOGETHER = ["Han", "Hiragana", "Katakana", "Hangul", "Bopomofo", "Latin"]; // written side by side
const TRACKING = /^(?:utm_[\p{L}\p{N}_]+|fbclid|gclid|dclid|msclkid|zarsrc|mc_[ce]id|igshid|_gl|_ga|yclid|gidzl)(?==|$)/u;

export function* addresses({ entries }) {
  for (const { path, value, isWeb } of entries) {
    if (!isWeb) continue;
    const { user, host, port } = value.match(SERVER)?.groups ?? {};
    if (host !== undefined && (user || isWrong(host) || isWrongPort(port))) {
      yield { path, key: "deceiving-address", severity: "error", values: { found: user || host + (port ?? "") } };
    }
    const [, query = ""] = value.split("#")[0].split(/\?(.*)/s);
    if (query.split("&").some((each) => TRACKING.test(each))) yield { path, key: "tracking-parameter", severity: "warning" };
  }
}

const isWrongPort = (port) => port !== undefined && !(/^:\d{1,5}$/.test(port) && Number(port.slice(1)) > 0 && Number(port.slice(1)) <= 65535);

function isWrong(host) {
  const name = host.toLowerCase().replace(/\.$/, "");
  const labels = name.split(".");
  if (NUMBER.test(labels.at(-1)) || name !== name.normalize("NFKC") || name.length > 253) return true;
  if (!labels.every((label) => LABEL.test(label) && label.length <= 63)) return true;
  return labels.length === 1 || PRIVATE.test(name) || labels.some(misleads);
}

/** Whether a label mixes alphabets, or is a word of another alphabet that looks like a Latin one. */
function misleads(label) {
  const letters = [...(label.startsWith("xn--") ? punycode(label.slice(4)) : label)].filter((letter) => /\p{L}/u.test(letter));
  const scripts = new Set(letters.map((letter) => SCRIPTS.find((script) => OF_SCRIPT[script].test(letter)) ?? "other"));
  if (scripts.size > 1) return ![...scripts].every((script) => TOGETHER.includes(script));
  return [...scripts].some((script) => script in LIKE_LATIN && letters.every((letter) => LIKE_LATIN[script].includes(letter)));
}

/** The letters of a label in punycode (RFC 3492); a mix of alphabets for what cannot be read. */
function punycode(text) {
  const at = text.lastIndexOf("-");
  const letters = at > 0 ? [...text.slice(0, at)] : [];
  let [code, index, bias] = [128, 0, 72];
  const rest = [...text.slice(at + 1)];
  while (rest.length) {
    const before = index;
    for (let [weight, k] = [1, 36]; ; k += 36) {
      const digit = parseInt(rest.shift(), 36);
      if (Number.isNaN(digit)) return "aа";
      const value = digit < 10 ? digit + 26 : digit - 10; // letters are 0 to 25, digits 26 to 35
      index += value * weight;
      const least = k <= bias ? 1 : k >= bias + 26 ? 26 : k - bias;
      if (value < least) break;
      weight *= 36 - least;
    }
    const count = letters.length + 1;
    let delta = before === 0 ? Math.floor((index - before) / 700) : Math.floor((index - before) / 2);
    delta += Math.floor(delta / count);
    let k = 0;
    for (; delta > 455; k += 36) delta = Math.floor(delta / 35);
    bias = k + Math.floor((36 * delta) / (delta + 38));
    code += Math.floor(index / count);
    index %= count;
    if (code > 0x10ffff) return "aа";
    letters.splice(index, 0, String.fromCodePoint(code));
    index += 1;
  }
  return letters.join("");
}
