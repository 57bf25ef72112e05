import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ParseOption, XmlDocument, XmlXPath, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';
import { INVOICE_RULES, type InvoiceRule } from './en16931.js';

/** The build copies the schemas beside the compiled code. */
const SCHEMAS = new URL('./schemas/', import.meta.url);
const NAMESPACES = {
  ubl: 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2',
  cac: 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2',
  cbc: 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2',
} as const;

/** What an attached file is checked against, by its name. */
const CHECKS: Readonly<Record<string, { readonly schema: string; readonly rules: readonly InvoiceRule[] }>> = {
  'invoice.xml': { schema: 'ubl-invoice.xsd', rules: INVOICE_RULES },
  'itmatt.xml': { schema: 'postal-item.xsd', rules: [] },
};

const loaded = new Map<string, XsdValidator>();
const compiled = new Map<InvoiceRule, XmlXPath>();

function validator(schema: string): XsdValidator {
  let found = loaded.get(schema);
  if (!found) {
    // The schemas name one another by file; documents of ours are never read by name.
    xmlRegisterFsInputProviders();
    const file = fileURLToPath(new URL(schema, SCHEMAS));
    const source = XmlDocument.fromBuffer(readFileSync(file), { url: file });
    loaded.set(schema, (found = XsdValidator.fromDoc(source)));
    source.dispose();
  }
  return found;
}

/**
 * What is wrong with a file for machines: it is not the XML of its schema, or breaks a rule of the core invoice. Nothing is
 * empty. A document type is refused, and nothing outside the text is ever read for it.
 */
export function faultsOf(name: string, text: string, more: readonly InvoiceRule[] = []): string[] {
  const check = CHECKS[name];
  if (!check) return [`${name} has no schema to be checked against`];
  if (text.includes('<!DOCTYPE')) return [`${name} has a document type`];
  let document: XmlDocument;
  try {
    document = XmlDocument.fromString(text, { option: ParseOption.XML_PARSE_NONET });
  } catch (error) {
    return [`${name}: ${(error as Error).message.trim()}`];
  }
  try {
    return [...against(validator(check.schema), document), ...[...check.rules, ...more].filter((r) => document.eval(expression(r)) !== true).map((r) => `${r.rule}: not kept that ${r.says}`)];
  } finally {
    document.dispose();
  }
}

function expression(rule: InvoiceRule): XmlXPath {
  let found = compiled.get(rule);
  if (!found) compiled.set(rule, (found = XmlXPath.compile(`boolean(${rule.test})`, NAMESPACES)));
  return found;
}

function against(schema: XsdValidator, document: XmlDocument): string[] {
  try {
    schema.validate(document);
    return [];
  } catch (error) {
    return (error as Error).message.trim().split('\n');
  }
}
