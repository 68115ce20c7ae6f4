// How a text is read for search. The same rules as in macros/text (folding.py, i_or_y.py, english.py), where they are
// explained; tests/search/search_vectors.json holds both to the same results.

const DOCUMENT_WORDS = {
  "quy dinh": "qd", "quyet dinh": "qd", "ket luan": "kl", "nghi quyet": "nq", "chi thi": "ct", "huong dan": "hd",
  "ke hoach": "kh", "to trinh": "ttr", "thong bao": "tb", "quy che": "qc", "bao cao": "bc",
  regulation: "qd", decision: "qd", conclusion: "kl", resolution: "nq", directive: "ct", guidance: "hd", plan: "kh",
  submission: "ttr", notice: "tb",
};
const TYPE = "qdns|qd|kl|nq|ct|hd|kh|ttr|tb|qc|bc";
const WORDS = Object.keys(DOCUMENT_WORDS).join("|");
const ISSUER = "[a-z]{0,5}tw|bct|bbt|tu|qu|hu|du|btv|ubnd|hdnd|cp|ttg|bnv";
const [ALONE, END] = ["(?<![a-z0-9])", "(?![a-z0-9])"];
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH = `(${MONTHS.join("|")})[a-z]*`;
const YEAR = "((?:19|20)[0-9]{2})";
const DAY = "([0-9]{1,2})";
const QUARTERS = { i: 1, ii: 2, iii: 3, iv: 4 };

const two = (number) => String(+number).padStart(2, "0");
const isDay = (month, day) => month >= 1 && month <= 12 && day >= 1 && day <= 31;
const day = (year, month, day) =>
  isDay(month, day)
    ? [`@${year}-${two(month)}-${two(day)}`, `@${year}-${two(month)}`, `@${two(month)}-${two(day)}`] : [];
const month = (year, month) => (month >= 1 && month <= 12 ? [`@${year}-${two(month)}`] : []);
const monthOf = (name) => MONTHS.indexOf(name) + 1;
const kind = (type) => type.replace(/ns$/, ""); // a decision on personnel (QĐNS) is a decision
const quarter = (year, name) => [`@${year}-q${QUARTERS[name] ?? name}`];

const MEANINGS = [
  [`${ALONE}(?:(${WORDS}) (?:so |no[.] ?)?)?([0-9]{1,4})/[0-9]{4}/(qh[0-9]{1,2})${END}`,
    (m) => [+m[2] + m[3], ...(m[1] ? [DOCUMENT_WORDS[m[1]] + +m[2]] : [])]],
  [`${ALONE}(?:(?:${TYPE})[- ]?)?([0-9]{1,4})(?:/[0-9]{4})? ?[-–/]? ?(${TYPE}) ?[-–/]? ?(${ISSUER})${END}`,
    (m) => [+m[1] + m[2] + m[3], kind(m[2]) + +m[1]]],
  [`(?<![0-9])${DAY}[-/.]${DAY}[-/.]${YEAR}(?![0-9])`, (m) => day(m[3], m[2], m[1])],
  [`(?<![0-9])${YEAR}-([0-9]{2})-([0-9]{2})(?![0-9])`, (m) => day(m[1], m[2], m[3])],
  [`(?<![0-9])${DAY} thang ${DAY},?(?: nam | ?[-/] ?| )${YEAR}(?![0-9])`, (m) => day(m[3], m[2], m[1])],
  [`(?<![0-9])${DAY}(?:st|nd|rd|th)? ${MONTH}[.,]* ${YEAR}(?![0-9])`, (m) => day(m[3], monthOf(m[2]), m[1])],
  [`${ALONE}${MONTH}[.]? ${DAY}(?:st|nd|rd|th)?,? ${YEAR}(?![0-9])`, (m) => day(m[3], monthOf(m[1]), m[2])],
  [`${ALONE}quy (i{1,3}|iv|[1-4])(?: nam | ?[-/] ?|, | )${YEAR}(?![0-9])`, (m) => quarter(m[2], m[1])],
  [`${ALONE}q([1-4])[- ]${YEAR}(?![0-9])`, (m) => quarter(m[2], m[1])],
  [`(?<![0-9/.,-])${DAY} ${DAY} ${YEAR}(?![0-9])`, (m) => day(m[3], m[2], m[1])],
  [`(?<![0-9/.-])${DAY}[-/]${DAY}[-/]([0-9]{2})(?![0-9/.-])`, (m) => day(2000 + +m[3], m[2], m[1])],
  [`(?<![0-9/.-])(?:thang )?${DAY} ?[-/] ?${YEAR}(?![0-9])`, (m) => month(m[2], m[1])],
  [`${ALONE}thang ${DAY},?(?: nam)? ${YEAR}(?![0-9])`, (m) => month(m[2], m[1])],
  [`${ALONE}${MONTH}[.,]* ${YEAR}(?![0-9])`, (m) => month(m[2], monthOf(m[1]))],
  [`${ALONE}(?:(${WORDS}) |(${TYPE})(?:[-/ ]?(?:${ISSUER}))?[- ]?)(?:so |no[.]? ?)?([0-9]{1,4})`
    + `(?:/[0-9]{4})?(?:[-/ ](${ISSUER}))?${END}(?![.,][0-9]| ?[-–/] ?[a-z]| (?:${TYPE})${END})`,
    (m) => {
      const type = m[1] ? DOCUMENT_WORDS[m[1]] : kind(m[2]);
      return [...(m[4] ? [+m[3] + type + m[4]] : []), type + +m[3]];
    }],
  [`${ALONE}([0-9]{1,4})[-/ ]?(${TYPE})${END}(?! ?[-–/]? ?(?:${ISSUER})${END})`, (m) => [kind(m[2]) + +m[1]]],
  [`(?<![0-9/.-])${DAY}(?:[-/]| thang )${DAY}(?![0-9a-z/-]|[.][0-9])`, (m) => day(0, m[2], m[1]).slice(2)],
].map(([pattern, terms]) => [new RegExp(pattern, "g"), terms]);

const TOKEN = new RegExp(
  "[0-9]{1,3}(?:[.,\u00a0\u202f][0-9]{3})+(?![0-9])|[0-9]+[.,][0-9]{1,2}(?![0-9])(?![.,-/][0-9])"
    + "|[a-z]+(?:['’]s(?![a-z]))?[a-z0-9]*|[0-9]+[a-z]+[a-z0-9]*|[0-9]+",
  "g",
);
const GROUPED = /^[0-9]{1,3}(?:[.,\u00a0\u202f][0-9]{3})+$/;

const I_OR_Y = /(?<!\p{L})(qu|[hklmst])i(?!\p{L})/gu;
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g;

const ENGLISH_RULES = [
  [/['’]s$/, ""], [/(..)sses$/, "$1ss"], [/(..)ies$/, "$1y"], [/(..[^sui])s$/, "$1"], [/(..)ied$/, "$1y"],
  [/eed$/, "ee"], [/^([^aeiouy]*[aeiouy].*)(?:ing|ed)$/, "$1"], [/(....)ly$/, "$1"], [/([^aeiou])i[sz]e$/, "$1is"],
  [/iz(?=ation|$)/, "is"], [/(.....)al$/, "$1"], [/mme$/, "m"], [/(..)our$/, "$1or"], [/(..)tre$/, "$1ter"],
  [/(..)([bdfgmnprt])\2$/, "$1$2"], [/(...)[ie]$/, "$1"], [/(..)y$/, "$1i"],
];

const folded = new Map();
function foldLetter(letter) {
  let plain = folded.get(letter);
  if (plain === undefined) {
    if ("đĐðÐɖƉ".includes(letter)) plain = "d";
    else if ("\u2010\u2011\u2012\u2212".includes(letter)) plain = "-";
    else plain = letter.normalize("NFD")[0].toLowerCase()[0];
    folded.set(letter, plain);
  }
  return plain;
}

/** Composed (NFC), without marks that belong to no letter and without invisible characters. */
export const normal = (text) =>
  text.normalize("NFC").replace(/[\u0300-\u036f\u200b-\u200f\u2060\ufeff\u00ad]/g, "");

/** A normal text in small letters without accents, y for such an i; as long as the text, so that positions stay. */
export function fold(text) {
  let plain = "";
  for (let i = 0; i < text.length; i++) plain += foldLetter(text[i]);
  return plain.replace(I_OR_Y, "$1y");
}

const formed = new Map();

/** A normal word in small letters with its accents, its tone after it: so hoà and hòa are one. */
export function form(word) {
  if (!formed.has(word)) formed.set(word, toned(word));
  return formed.get(word);
}

function toned(word) {
  const letters = word.toLowerCase().replaceAll("ð", "đ").normalize("NFD");
  return letters.replace(TONE, "").normalize("NFC").replace(I_OR_Y, "$1y") + (letters.match(TONE) ?? []).join("");
}

/** Whether a form has accents. */
export const accented = (form) => /[^\x00-\x7f]/.test(form);

/** Whether `full` is `half` with more marks: tổ is tô, to or tỏ with more; đ is d with more. */
export function adds(half, full) {
  const [a, b] = [half, full].map((word) => word.replaceAll("đ", "d\u0335").normalize("NFD"));
  let place = 0;
  for (const letter of b) {
    if (letter === a[place]) place++;
    else if (!/[\p{M}\u0335]/u.test(letter)) return false;
  }
  return place === a.length;
}

/** Whether a word of a text may be the one typed: with its accents or more, or without any where English drops them. */
export const means = (typed, found, language) =>
  !accented(typed) || adds(typed, found) || (language === "en" && !accented(found));

/** A folded English word without its ending; Roman numerals have none. */
export function stem(word) {
  if (/^[ivx]+$/.test(word)) return word;
  for (const [pattern, replacement] of ENGLISH_RULES) {
    if (word.length <= 3) break;
    word = word.replace(pattern, replacement);
  }
  return word;
}

/** A number in one writing: 20.739, 20,739 and 20739 are one, 97,5 is 97.5, 06 is 6, 13th is 13. */
export function number(word) {
  if (GROUPED.test(word)) word = word.replace(/[^0-9]/g, "");
  return word.replace(/^([0-9]+)(?:st|nd|rd|th)$/, "$1").replace(",", ".").replace(/^0+(?=[0-9])/, "");
}

/** The tokens of a text and the spans that mean a document number or a date. */
export function read(text, language) {
  text = normal(text);
  const plain = fold(text);
  const tokens = [];
  for (const match of plain.matchAll(TOKEN)) {
    const [word] = match;
    const [start, end] = [match.index, match.index + word.length];
    const digit = word[0] >= "0" && word[0] <= "9";
    const term = digit ? number(word) : language === "en" ? stem(word) : word;
    tokens.push({ term, form: digit ? "" : form(text.slice(start, end)), start, end });
  }
  return { text, tokens, spans: spans(plain) };
}

function spans(plain) {
  const found = [];
  if (!/[0-9]/.test(plain)) return found;
  for (const [pattern, meaning] of MEANINGS) {
    for (const match of plain.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (found.some((span) => span.start < end && start < span.end)) continue;
      const terms = meaning(match);
      if (terms.length) found.push({ terms, start, end });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The term lists of a text as the index holds them: its terms in their order, and the terms of its spans. */
export function terms(text, language, abbreviations) {
  const reading = read(text, language);
  const words = [];
  let place = 0;
  for (const token of reading.tokens) {
    while (place < reading.spans.length && reading.spans[place].end <= token.start) place++;
    const span = reading.spans[place];
    if (span && span.start <= token.start) {
      if (saysAlone(token, span)) words.push(token);
      continue;
    }
    const full = abbreviations.get(reading.text.slice(token.start, token.end));
    if (full) words.push(...full.map((term) => ({ ...token, term, form: "" })));
    else words.push(token);
  }
  return { text: reading.text, words, spans: reading.spans };
}

const saysAlone = (token, span) =>
  span.terms[0][0] !== "@" || !/^[0-9]+$/.test(token.term) || token.term.length === 4;

/** FNV-1a, 32 bits: which file a term lies in. */
export function termHash(term) {
  let value = 2166136261;
  for (let i = 0; i < term.length; i++) value = Math.imul(value ^ term.charCodeAt(i), 16777619);
  return value >>> 0;
}
