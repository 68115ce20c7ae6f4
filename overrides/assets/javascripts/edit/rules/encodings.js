// Vietnamese typed in the encodings of old Word files, TCVN3 and VNI, and UTF-8 that was read as another encoding: as
// macros/text/legacy_encodings.py recognises them, where each table has its source.

const zip = (from, to) => Object.fromEntries([...from].map((letter, index) => [letter, [...to][index]]));
const TCVN3 = zip(
  "¡¢£¤¥¦§¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
  "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
);
const MARKED = {
  a: ["ùøûõïêéèúüëâáàåãä", "áàảãạăắằẳẵặâấầẩẫậ"],
  e: ["ùøûõïâáàåãä", "éèẻẽẹêếềểễệ"],
  o: ["ùøûõïâáàåãä", "óòỏõọôốồổỗộ"],
  u: ["ùøûõï", "úùủũụ"],
  y: ["ùøûõ", "ýỳỷỹ"],
  ô: ["ùøûõï", "ớờởỡợ"],
  ö: ["ùøûõï", "ứừửữự"],
};
const VNI = zip("ñôöíìæóòî", "đơưíìỉĩịỵ");
for (const [vowel, [marks, letters]] of Object.entries(MARKED)) [...marks].forEach((mark, index) => (VNI[vowel + mark] = letters[index]));
const VNI_FORM = new RegExp(Object.keys(VNI).sort((a, b) => b.length - a.length).join("|"), "gi");

const WORD = /[A-Za-z\u00a1-\u00ff]+/g;
const OLD = /[\u00a1-\u00ff]/;
const NEW = /[\u0100-\u024f\u0300-\u036f\u0400-\u04ff\u1e00-\u1eff]/; // letters that neither encoding shows
const [SHARE_OF_OLD, SHARE_OF_ALL, LEAST_WORDS, LEAST_LETTERS] = [0.8, 0.6, 2, 3];
const BY_FREQUENCY = "đàưáộảủịếệêốạơăỉôấứổềựíóểợớâờụầởồậìãắọừýữúùặẩòửẫỳũỗằõễĩẻỡỏéỷẹèẽỹẵỵẳ";

const ONSET = "ngh?|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx]";
const RHYMES = `
a c ch i m n ng nh o p t u y -|ă c m n ng p t|â c m n ng p t u y|e c m n ng o p t -|ê ch m n nh p t u -
i ch m n nh p t u a -|iê c m n ng p t u|o c i m n ng p t -|oo c ng|oa c ch i m n ng nh o p t y -|oă c m n ng t
oe n o t -|ô c i m n ng p t -|ơ i m n p t -|u c i m n ng p t a -|uâ n ng t y|uê ch nh -|uô c i m n ng t|uơ -
uy a ch n nh t u p -|uyê n t|ư c i m n ng t u a -|ươ c i m n ng p t u|y m n nh t ch -|yê m n ng t u
ă -|â -|êu -
`;
const rhymes = RHYMES.trim().split(/[|\n]/).map((group) => {
  const [vowel, ...ends] = group.split(" ");
  return `${vowel}(?:${ends.map((end) => (end === "-" ? "" : end)).join("|")})`;
});
const SYLLABLE = new RegExp(`^(?:${ONSET})?(?:${rhymes.join("|")})$`, "u");
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** True for a word of one syllable as Vietnamese writes it. */
function isSyllable(word) {
  const marks = word.toLowerCase().normalize("NFD");
  const tones = marks.match(TONE) ?? [];
  const bare = marks.replace(TONE, "").normalize("NFC").replace(/(?<=[aăoôuơe])k$/, "c");
  if (tones.length > 1 || !(SYLLABLE.test(bare) || (tones.length && ["gi", "gin", "giêng"].includes(bare)))) return false;
  return !/(?:ch|[cpt])$/.test(bare) || ["\u0301", "\u0323"].includes(tones[0]);
}

const isAscii = (text) => /^[\0-\x7f]*$/.test(text);
const isUpper = (text) => text === text.toUpperCase() && text !== text.toLowerCase();
const isLower = (text) => text === text.toLowerCase() && text !== text.toUpperCase();
const isTitle = (text) => isUpper(text[0]) && (text.length === 1 || isLower(text.slice(1)));

/** The text in Unicode, where it is in an old encoding or was read as another one; nothing for all other texts. */
export function recognised(text) {
  const right = repaired(text);
  if (right !== text) return right;
  if (!OLD.test(text) || NEW.test(text)) return undefined;
  const read = [fromTcvn3, fromVni].filter((convert) => isVietnamese(text, convert)).map((convert) => convert(text));
  if (read.length > 1 && text.split(/\s+/).filter(Boolean).length < LEAST_WORDS) return undefined;
  return read.sort((a, b) => rareness(a) - rareness(b))[0];
}

function isVietnamese(text, convert) {
  const words = (text.match(WORD) ?? []).filter((word) => word.length > 1 && !(isAscii(word) && isUpper(word)));
  const old = words.filter((word) => !isAscii(word));
  const read = new Set(old.filter((word) => isSyllable(convert(word))));
  const others = words.filter((word) => isAscii(word) && isSyllable(word));
  const known = old.filter((word) => read.has(word)).length;
  if (known < SHARE_OF_OLD * old.length || known + others.length < SHARE_OF_ALL * words.length) return false;
  if (![...read].some((word) => !isSyllable(word) || !(isLower(word) || isUpper(word) || isTitle(word)))) return false;
  return words.length >= LEAST_WORDS || words[0].length >= LEAST_LETTERS;
}

function rareness(text) {
  const places = [...text.toLowerCase()].map((letter) => BY_FREQUENCY.indexOf(letter)).filter((place) => place >= 0);
  return places.reduce((sum, place) => sum + place, 0) / Math.max(places.length, 1);
}

function fromTcvn3(text) {
  const capitals = !/[a-z]/.test(text);
  const read = text.replace(WORD, (word) => {
    const letters = [...word].map((letter) => TCVN3[letter] ?? letter).join("");
    const plain = [...word].filter(isAscii);
    return plain.every(isUpper) && (plain.length > 1 || (capitals && /[A-Z]/.test(word))) ? letters.toUpperCase() : letters;
  });
  return !isAscii(text[0]) && /[.!?]$/.test(text) ? read[0].toUpperCase() + read.slice(1) : read;
}

const fromVni = (text) =>
  text.replace(VNI_FORM, (found) => (isUpper(found[0]) ? VNI[found.toLowerCase()].toUpperCase() : VNI[found.toLowerCase()]));

// What windows-1252 shows for the bytes from 0x80 on, where it differs from their numbers.
const WINDOWS = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";
const MOJIBAKE = /[ÃÂÄÅÆáâ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/;

/** The text as it was before its UTF-8 was read as windows-1252, word by word; unchanged where it was read rightly. */
function repaired(text) {
  if (!MOJIBAKE.test(text)) return text;
  return text.replace(/[^\s“”]*[\u0080-\u00ff][^\s]*/g, (word) => decoded(word) ?? decoded(word.replace(/[“”.,;:!?]+$/, "")) ?? word);
}

function decoded(word) {
  const bytes = [...word].map((letter) => (WINDOWS.includes(letter) ? 0x80 + WINDOWS.indexOf(letter) : letter.charCodeAt(0)));
  if (bytes.some((byte) => byte > 255) || bytes.every((byte) => byte < 128)) return undefined;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(bytes));
  } catch {
    return undefined;
  }
}
