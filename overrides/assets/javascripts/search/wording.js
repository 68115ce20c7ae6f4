// Words of a query that say how something is asked, and not what for; numbers and years in words.

import { accented, fold } from "./folding.js";

const list = (text) => new Set(text.split(" "));
const rows = (text) => text.split(", ").map((row) => row.split(" "));

// Words that hold a sentence together, ask, or are polite.
const SMALL = {
  vi: list(
    "là và của các những được bị có cho với về trong theo từ tại ở để thì mà đã đang sẽ cũng này đó ấy gì nào ai sao thế hoặc rồi "
      + "ạ nhỉ nhé vậy đâu mấy khi lúc vì do bởi em tôi mình ta anh chị ông bà ơi à nhưng nếu thôi nữa xin bao cái hồi đấy vs ntn hả nha "
      + "ko hok vào đến tới muốn cần việc",
  ),
  en: list(
    "the a an of in on at to for by with and or is are was were be been do does did has have had who whom whose what which "
      + "when where why how that this these those it its there from about as into i me my we our you your he she they their "
      + "please tell show find give us can could would should will any some so if than then much many s up not",
  ),
};
// Those that are, where a whole query is typed without accents, unless they form a pair with a neighbour: not đang or bà.
const BARE = list("la va cua cac nhung duoc voi ve trong theo tai thi ma da se cung gi nao ai sao hoac khi luc vi boi em toi xin khong viec can muon vs ntn vao");
// More words that ask or are polite, one after another, as typed without accents.
const ASKING = {
  vi: rows(
    "co bao nhieu, bao nhieu, nhu the nao, the nao, nhu nao, lam sao, tai sao, vi sao, phat bieu gi, phat bieu nhung gi, noi gi, noi ve, "
      + "nhac den, de cap den, de cap, cai gi, dieu gi, van de gi, nhung gi, la gi, nghia la gi, nghia la, la sao, la ai, ai la, khi nao, "
      + "luc nao, bao gio, hom nao, ngay nao, nam nao, o dau, cho nao, nhung ai, nguoi nao, tinh nao, dia phuong nao, noi nao, "
      + "cho biet, cho hoi, cho em hoi, xin hoi, vui long, lam on, giup toi, giup em, giup minh, tim giup, tim cho, tim hieu, tim kiem, "
      + "muon biet, muon tim, muon hoi, can tim, can biet, lien quan den, lien quan toi, lien quan, thong tin ve, dien ra, "
      + "duoc khong, dung khong, phai khong, co khong, hay khong, co phai, viet tat, dinh nghia, khai niem, dong chi, gom nhung, "
      + "bao gom, nhu vay, bao lau, tai lieu ve, ra sao, khac nhau, khac gi",
  ),
  en: rows(
    "how many, how much, how long, number of, what did, what is, who is, who was, when was, tell me, looking for, information about, "
      + "meaning of, definition of, stand for, stands for, say about, said about, related to, take place, took place, difference between",
  ),
};
const YEAR_WORD = "nam";
const YEAR = /^(?:19|20)[0-9]{2}$/;

/** Marks the words that documents need not hold, unless nothing else is there: `spare`. */
export function spare(units, { language, vocabulary }) {
  const words = units.map((unit) => (unit.span || unit.quoted ? "" : fold(unit.written)));
  const alone = (i) => !vocabulary.pair(words[i - 1], words[i]) && !vocabulary.pair(words[i], words[i + 1]);
  const found = new Set();
  const bare = language === "vi" && !units.some((unit) => accented(unit.form ?? ""));
  words.forEach((word, i) => {
    const typed = accented(units[i].form ?? "");
    const small = bare ? BARE.has(word) && alone(i) : SMALL[language].has(units[i].written?.toLowerCase());
    if (small && !units[i].rings) found.add(i);
    // Năm before a year, unless it is that of Quảng Nam.
    if (word === YEAR_WORD && YEAR.test(units[i + 1]?.term) && (typed || !vocabulary.pair(words[i - 1], word))) found.add(i);
    for (const phrase of ASKING[language]) {
      if (phrase.every((each, n) => each === words[i + n])) phrase.forEach((_, n) => found.add(i + n));
    }
  });
  if (found.size < units.length) found.forEach((i) => (units[i].spare = true));
}

const DIGITS = "khong mot hai ba bon nam sau bay tam chin".split(" ");
const DIGIT = new Map([...DIGITS.map((word, i) => [word, i]), ["tu", 4], ["lam", 5]]);
const THOUSANDS = new Map(Object.entries({ nghin: 1e3, ngan: 1e3, trieu: 1e6, ty: 1e9, ti: 1e9, thousand: 1e3, million: 1e6, billion: 1e9 }));

/** Years as they are spoken (hai nghìn không trăm hai mươi ba, hai không hai ba) in digits. */
export function spokenYears(units) {
  const read = [];
  for (let place = 0; place < units.length; ) {
    const words = units.slice(place, place + 7).map((unit) => (unit.span || unit.quoted ? "" : fold(unit.written)));
    const { year, length } = spokenYear(words);
    if (year) {
      const written = units.slice(place, place + length).map((unit) => unit.written).join(" ");
      read.push({ term: String(year), form: "", written });
    } else read.push(units[place]);
    place += length || 1;
  }
  return read;
}

function spokenYear(words) {
  if (words[0] !== "hai") return {};
  if (words[1] === "khong" && DIGIT.has(words[2]) && DIGIT.has(words[3])) {
    return { year: 2000 + 10 * DIGIT.get(words[2]) + DIGIT.get(words[3]), length: 4 };
  }
  if (THOUSANDS.get(words[1]) !== 1e3) return {};
  let at = 2;
  if (words[at] === "khong" && words[at + 1] === "tram") at += 2;
  if (words[at] === "le" || words[at] === "linh") at += 1;
  let rest = 0;
  if (words[at] === "muoi") [rest, at] = [10, at + 1];
  else if (DIGIT.has(words[at]) && (words[at + 1] === "muoi" || DIGIT.has(words[at + 1]))) {
    [rest, at] = [10 * DIGIT.get(words[at]), at + (words[at + 1] === "muoi" ? 2 : 1)];
  }
  if (DIGIT.has(words[at])) [rest, at] = [rest + DIGIT.get(words[at]), at + 1];
  return rest ? { year: 2000 + rest, length: at } : {};
}

/** What a number before nghìn or triệu comes to (20 nghìn, 5,6 triệu), or null. */
export function multiplied(unit, next) {
  const times = next && !next.span && THOUSANDS.get(fold(next.written));
  const value = unit.span ? NaN : /^[0-9.]+$/.test(unit.term) ? +unit.term : DIGIT.get(fold(unit.written)) ?? NaN;
  return times && value ? String(Math.round(value * times)) : null;
}
