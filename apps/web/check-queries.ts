import { buildSchema, parse, validate } from 'graphql';
import * as basket from './app/features/basket/queries.js';
import * as catalog from './app/features/catalog/queries.js';
import * as certificate from './app/features/certificate/queries.js';
import * as clusterWrites from './app/features/clusters/mutations.js';
import * as clusters from './app/features/clusters/queries.js';
import * as checkout from './app/features/checkout/queries.js';
import * as claim from './app/features/claim/queries.js';
import * as contact from './app/features/claim/contact-queries.js';
import * as complaints from './app/features/complaints/queries.js';
import * as disputes from './app/features/disputes/queries.js';
import * as exportDesk from './app/features/export/queries.js';
import * as inspectionDesk from './app/features/inspection/desk-queries.js';
import * as inspection from './app/features/inspection/queries.js';
import * as mandateWrites from './app/features/mandates/mutations.js';
import * as mandates from './app/features/mandates/queries.js';
import * as orders from './app/features/orders/queries.js';
import * as price from './app/features/price/queries.js';
import * as register from './app/features/register/queries.js';
import * as sharing from './app/features/sharing/queries.js';
import * as shell from './app/features/shell/queries.js';
import * as statistics from './app/features/statistics/queries.js';
import * as trainingDesk from './app/features/training/desk-queries.js';
import * as training from './app/features/training/queries.js';
import * as pieces from './app/features/workshop/piece-queries.js';
import * as workshop from './app/features/workshop/queries.js';

/** Every operation the pages may send, by room. */
const rooms: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  basket,
  catalog,
  certificate,
  checkout,
  clusterWrites,
  clusters,
  claim,
  complaints,
  contact,
  disputes,
  exportDesk,
  inspection,
  inspectionDesk,
  mandateWrites,
  mandates,
  orders,
  pieces,
  price,
  register,
  sharing,
  shell,
  statistics,
  training,
  trainingDesk,
  workshop,
};

/** What is wrong between the pages' queries and the schema they are written for; nothing, one hopes. */
export function checkQueries(schemaText: string): string[] {
  const schema = buildSchema(schemaText);
  return Object.entries(rooms).flatMap(([room, documents]) =>
    Object.entries(documents).flatMap(([name, document]) =>
      isDocument(document) ? validate(schema, parse(document.text)).map((error) => `${room}.${name}: ${error.message}`) : [],
    ),
  );
}

function isDocument(value: unknown): value is { text: string } {
  return typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string';
}
