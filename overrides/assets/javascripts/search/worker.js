// Searches beside the page, so that typing never waits. The latest search of a page is the only one: a new one aborts it.

import { open, Unreachable } from "./engine.js";
import { accented, adds, form, normal, read } from "./folding.js";
import { meant } from "./intent.js";
import { joinedSlots, pieces } from "./marking.js";

const { base, language } = Object.fromEntries(new URL(self.location).searchParams);
const BECAUSE = 2;
const engines = new Map();
const found = new Map();
let latest = new AbortController();

/** The engine of a language, opened when it is first asked for. */
function engine(code) {
  if (!engines.has(code)) {
    const opened = open(new URL(base, self.location).href, code);
    opened.catch(() => engines.delete(code));
    engines.set(code, opened);
  }
  return engines.get(code);
}

const tasks = {
  /**
   * Search; the options are those of the engine (engine.js).
   *
   * @returns `hits`: the first `shown`, each with its words in pieces [[text, whether the query matched it]] (`title`, `text`,
   *   `saidBy`, `places`), its `heading`, its `source` [who published it and when, address], the words of the query that it
   *   lacks (`missing`, of the closest) and what of its context was found (`because`); `total`, `more` whether there are more; `closest` where none holds enough of the query;
   *   `reading` what was searched for instead of what was typed, `question` the same where it is too unsure to be
   *   answered; `absent` document numbers that the archive lacks; `chips` the fields in words [{field, value, label,
   *   words, off}]; `intent` what is asked (intent.js); `notices`, and the `words` of the interface
   */
  async search({ text, options, code = language, shown }, signal) {
    const opened = await engine(code);
    const result = await opened.search(text, { ...options, signal });
    found.set(code, result);
    const hits = await opened.page(result, 0, shown);
    const reported = (hit) => shownHit(hit, result.slots, opened.index);
    const intent = meant(result, opened.index);
    return {
      words: opened.index.head.phrases,
      total: result.total,
      more: result.numbers.length > shown,
      notices: notices(result.slots, opened.index),
      reading: await mended(result, hits),
      closest: !!result.closest,
      question: await mended(result.question),
      absent: result.absent,
      chips: result.chips.map(({ field, value, label, words, off }) => ({ field, value, label, words, off })),
      intent: intent && { ...intent, hit: intent.hit && reported(intent.hit) },
      hits: hits.map(reported),
    };
  },

  async more({ from, shown }) {
    const opened = await engine(language);
    const result = found.get(language);
    const hits = await opened.page(result, from, from + shown);
    return { hits: hits.map((hit) => shownHit(hit, result.slots, opened.index)), more: result.numbers.length > from + shown };
  },

  async facets({ filters, names }) {
    const { counts } = await import("./facets.js");
    return counts((await engine(language)).index, found.get(language).matching, filters, names);
  },

  /** Names and pairs of words that go on with what is being typed. */
  async complete({ text, shown }) {
    const { suggestions } = await import("./suggestions.js");
    const { index } = await engine(language);
    return { words: index.head.phrases, suggestions: await suggestions(index, normal(text).trim().toLowerCase(), shown, { adds, form }) };
  },

  /** What is left of a query that finds nothing without the words that no text has: `shorter`, empty where that finds nothing. */
  async suggest({ text }) {
    const { shorter } = await import("./suggestions.js");
    return { shorter: await shorter(await engine(language), text, read) };
  },

  /** The citations of documents; of everything found where no numbers are named. */
  async citations({ numbers }) {
    const { index } = await engine(language);
    const wanted = numbers ?? found.get(language).numbers;
    const { citation } = await import("./cited.js");
    return Promise.all(wanted.map((number) => citation(index, number)));
  },
};

function shownHit(hit, slots, index) {
  const { number, id, kind, path, anchor, label, heading, source, homeTitle, lang } = hit;
  const whole = joinedSlots([hit.title, hit.text, hit.heading, homeTitle, ...hit.context], slots, index);
  const marked = (text) => pieces(text, slots, index, whole);
  const [title, text, places] = [hit.title, hit.text, hit.places.join(", ")].map(marked);
  const [name] = hit.saidBy.split(","); // the words of an office say little of why it was found
  const saidBy = [...marked(name), [hit.saidBy.slice(name.length), false]].filter(([piece]) => piece);
  const missing = [...new Set(hit.near ? hit.comparison.missing.map((slot) => slot.written) : [])];
  const words = [...new Set([...title, ...text, ...saidBy].filter(([, hit]) => hit).map(([piece]) => piece))];
  return { number, id, kind, path, anchor, label, heading, source, homeTitle, lang, title, text, saidBy, places, words, missing,
    because: because(hit, [title, text, saidBy, places], marked) };
}

/** Whether a text is in the other language: words as printed are searched in both. Names are not looked at. */
function isForeign(text) {
  const small = text.match(/(?<!\p{L})\p{Ll}+(?!\p{L})/gu) ?? [];
  const vietnamese = small.filter(accented).length;
  return language === "vi" ? small.length > 1 && !vietnamese : small.length > 0 && 3 * vietnamese >= small.length;
}

/** What else of a hit the query matched, most of it first: at most two texts of its context but its kind, as pieces. */
function because({ heading, context, sources }, shown, marked) {
  const matched = (pieces) => pieces.filter(([, hit]) => hit).map(([piece]) => piece.toLowerCase());
  const said = new Set(shown.flatMap(matched));
  const texts = [heading, ...context.slice(1), ...sources].filter((text) => text && !isForeign(text));
  const rest = texts.map((text) => marked(text.replace(/\.$/, "")));
  const news = (pieces) => matched(pieces).filter((piece) => !said.has(piece)).length;
  return rest.filter(news).sort((a, b) => news(b) - news(a)).slice(0, BECAUSE);
}

/** Notices whose words the query names one after another. */
function notices(slots, index) {
  const asked = ` ${slots.map((slot) => slot.term).join(" ")} `;
  return index.head.notices.filter(([terms]) => asked.includes(` ${terms} `)).map(([, text, path]) => ({ text, path }));
}

/** The words searched for where they are not those typed. */
async function mended(result, hits = result?.hits) {
  if (!result?.slots.some(isMended)) return "";
  const { rewritten } = await import("./rewritten.js");
  return rewritten(result.slots, hits, isMended, (text) => read(text, language));
}

const isMended = (slot) => slot.strange || (slot.typed && slot.typed !== slot.term && !slot.completed);

self.onmessage = async ({ data: { request, kind, ...message } }) => {
  let signal;
  if (kind === "search" && !message.code) {
    latest.abort();
    latest = new AbortController();
    signal = latest.signal;
  }
  try {
    self.postMessage({ request, answer: await tasks[kind](message, signal) });
  } catch (problem) {
    const superseded = problem.name === "AbortError";
    if (!superseded && !(problem instanceof Unreachable)) console.error(problem);
    self.postMessage({ request, superseded });
  }
};
