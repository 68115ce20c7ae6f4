// What a query asks for, by the words it asks with.

import { fold } from "./folding.js";

const PATTERNS = {
  vi: {
    lesson: /\b(bai hoc|nhiem vu)\b.*\b(thu|so) /,
    definition: /\b(la gi|nghia la|dinh nghia|khai niem|viet tat|la sao)\b/,
    example: /\b(tinh|dia phuong|noi|thanh pho) nao\b/,
    figure: /\b(bao nhieu|so luong|ty le|may (dang vien|nguoi|tinh|can bo))\b/,
    who: /\b(ai|nguoi nao|nhung ai)\b/,
    where: /\b(o dau|cho nao|dia diem)\b/,
    when: /\b(khi nao|ngay nao|bao gio|luc nao|hom nao|ngay may)\b/,
  },
  en: {
    lesson: /\b(first|second|third|fourth|fifth|sixth) (lesson|priority)|\b(lesson|priority) (one|two|three|four|five|six|[1-9])\b/,
    definition: /\b(what (is|are)|meaning of|definition|stands? for)\b/,
    example: /\b(which|what) (province|city|locality|place)/,
    figure: /\b(how (many|much)|number of|percentage)\b/,
    who: /\bwho\b/,
    where: /\bwhere\b/,
    when: /\b(when|what day|which day)\b/,
  },
};

/** {kind, asks}, or null: `kind` is one of the above, `meeting` for who, where and when (`asks`), or `conclusions`. */
export function asked(units, chips, language) {
  const text = fold(units.map(({ written }) => written).join(" "));
  const kind = Object.keys(PATTERNS[language]).find((each) => PATTERNS[language][each].test(text));
  if (["who", "where", "when"].includes(kind)) return { kind: "meeting", asks: kind };
  if (kind) return { kind };
  return chips.some(({ field, value }) => field === "kind" && value === "conclusion") ? { kind: "conclusions" } : null;
}
