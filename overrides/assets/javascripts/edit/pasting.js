// What is mended in a text as it is typed or pasted, without a question: nothing of it can be meant.

import { recognised } from "./rules/encodings.js";

const HIDDEN = /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0]/g;
const SPACES = /[\t\n\r\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;

/** The text on one line, with composed letters, plain spaces and nothing hidden. */
export const mended = (text) => text.normalize("NFC").replace(HIDDEN, "").replace(SPACES, " ");

/** What was pasted, in Unicode where it is in an encoding of old Word files; soft hyphens are letters there. */
export const pasted = (text) => recognised(text.trim()) ?? text;

const DAY = /^(?:(\d{1,2})[-/.])?(\d{1,2})[-/.](\d{4})(?!\d)/;

/** A text that begins with a day as it is written in Vietnam, 15-1-2026, 15/1/2026 or 1-2026, with it as the files have it. */
export const asDay = (text) => text.replace(DAY, (_, day, month, year) => [year, month, day].filter(Boolean).map((part) => part.padStart(2, "0")).join("-"));
