// Compiles JSON Schemas with ajv in strict mode and, on request, says which values they accept.
// Standard input: {"folder": …, "schemas": [names], "values": [[name of a schema, value], …]}.
// Standard output: {"errors": {name: message}, "valid": [true or false, one a value]}.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";

// Annotations of editors, which validators are told to pass over; every other unknown keyword is an error.
const KEYWORDS = ["enumDescriptions", "markdownEnumDescriptions"];
const { folder, schemas, values } = JSON.parse(readFileSync(0, "utf8"));
const ajv = new Ajv({ strict: true, unicodeRegExp: true, keywords: KEYWORDS });
for (const name of schemas) ajv.addSchema(JSON.parse(readFileSync(join(folder, name), "utf8")), name);
const errors = {};
for (const name of schemas) {
  try {
    ajv.getSchema(name);
  } catch (error) {
    errors[name] = error.message;
  }
}
const valid = values.map(([name, value]) => !(name in errors) && ajv.getSchema(name)(value));
process.stdout.write(JSON.stringify({ errors, valid }));
