import { z } from 'zod';
import {
  attributionSchema,
  claimSchema,
  claimValueSchema,
  countRecordSchema,
  countValueSchema,
  dateValueSchema,
  evidenceSchema,
  incidentSchema,
  namesOf,
  placeRelationSchema,
  placeValueSchema,
  readingSchema,
  termRecordSchema,
} from '../../model/index.ts';
import { version } from '../../pipeline/index.ts';
import {
  explanationSchema,
  incidentRecordSchema,
  moveSchema,
  quotedFigureSchema,
  quoteSchema,
  reportedClaimSchema,
  reportHeadSchema,
  reportTextSchema,
} from '../../service/index.ts';
import type { Operation } from './operation.ts';
import { operations } from './operations/index.ts';
import { pathSchemas } from './parameters.ts';
import * as shapes from './shapes.ts';

type Json = Readonly<Record<string, unknown>>;

/** Schemas that have a name in the document; the rest stand where they are used. */
const named: Readonly<Record<string, z.ZodType>> = {
  Attribution: attributionSchema,
  Change: shapes.changeSchema,
  Claim: claimSchema,
  ClaimValue: claimValueSchema,
  CountRecord: countRecordSchema,
  CountValue: countValueSchema,
  DateValue: dateValueSchema,
  Decision: shapes.logLineSchema,
  Delivery: shapes.deliverySchema,
  Edition: shapes.releasedSchema,
  Evidence: evidenceSchema,
  Explanation: explanationSchema,
  Hit: shapes.hitSchema,
  Incident: incidentSchema,
  IncidentLine: shapes.lineSchema,
  IncidentRecord: incidentRecordSchema,
  Job: shapes.jobSchema,
  Kept: shapes.keptSchema,
  Move: moveSchema,
  PlaceRelation: placeRelationSchema,
  PlaceValue: placeValueSchema,
  Problem: shapes.problemSchema,
  Quote: quoteSchema,
  QuotedFigure: quotedFigureSchema,
  Reading: readingSchema,
  Report: reportHeadSchema,
  ReportText: reportTextSchema,
  ReportedClaim: reportedClaimSchema,
  Status: shapes.statusSchema,
  TermRecord: termRecordSchema,
  Version: shapes.versionSchema,
  Webhook: shapes.webhookSchema,
};

const registry = z.registry<{ id: string }>();
for (const [id, schema] of Object.entries(named)) registry.add(schema, { id });

let made: Json | undefined;

/** Describe the API as OpenAPI 3.1 does: one document, made once from the table of operations. */
export function documentOf(): Json {
  made ??= makeDocument();
  return made;
}

/** Parameters and answers that several operations share. */
const shared = {
  parameters: {
    Prefer: {
      name: 'Prefer',
      in: 'header',
      description: '`respond-async`: do not wait for a whole edition, tell of the job (RFC 7240)',
      schema: { type: 'string' },
    },
    IdempotencyKey: {
      name: 'Idempotency-Key',
      in: 'header',
      description: 'What is sent again under one key within a day is done once, and answered as the first time',
      schema: { type: 'string', pattern: '^[!-~]{1,200}$' },
    },
  },
  responses: {
    Problem: {
      description: 'What went wrong, as RFC 9457 tells it',
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
    Unchanged: { description: 'What was asked for is as it was' },
    Later: {
      description: 'It takes longer: the job that computes it; what an export printed is its `result`',
      headers: { Location: { description: 'Path of the job', schema: { type: 'string' } } },
      content: { 'application/json': { schema: { $ref: '#/components/schemas/Job' } } },
    },
  },
} as const;

function makeDocument(): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const operation of operations) {
    const there = paths[operation.path] ?? {};
    paths[operation.path] = { ...there, [operation.method]: describeOperation(operation) };
  }
  paths['/events'] = { get: describeEvents() };
  const tags = [...new Set(operations.map(({ tag }) => tag))].map((name) => ({ name }));
  return {
    openapi: '3.1.0',
    info: {
      title: 'Variorum',
      version,
      description: 'An archive of reports: incidents, their figures with the words that state them, and decisions.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/api/v1' }],
    security: [{ bearer: [] }, { cookie: [] }],
    tags,
    paths,
    components: {
      schemas: describeNamed(),
      ...shared,
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        cookie: { type: 'apiKey', in: 'cookie', name: 'variorum' },
      },
    },
  };
}

function describeNamed(): Json {
  const { schemas } = z.toJSONSchema(registry, { io: 'output', uri: (id) => `#/components/schemas/${id}`, override });
  return Object.fromEntries(
    Object.entries(schemas)
      .map(([id, { $schema: _, $id: __, ...schema }]) => [id, schema] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** Describe a schema that stands where it is used; what has a name is referred to. */
function describe(schema: z.ZodType, io: 'input' | 'output'): Json {
  const metadata = io === 'output' ? { metadata: registry } : {};
  const {
    $schema: _,
    $defs: __,
    ...found
  } = z.toJSONSchema(schema, { io, ...metadata, override: io === 'input' ? carryOver : override });
  return JSON.parse(JSON.stringify(found).replaceAll('"#/$defs/', '"#/components/schemas/'));
}

type Override = NonNullable<z.core.ToJSONSchemaParams['override']>;

/** Carry over what is said of a schema. */
const carryOver: Override = ({ zodSchema, jsonSchema }) => {
  Object.assign(jsonSchema, z.globalRegistry.get(zodSchema));
  // Of values that nobody can change anyway.
  delete jsonSchema.readOnly;
};

/** Carry over what is said of an answer, and leave out bounds that any number of ours keeps; of what is sent in, they have to be told. */
const override: Override = (context) => {
  carryOver(context);
  const { jsonSchema } = context;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
};

function describeOperation(operation: Operation): Json {
  const { id, summary, tag, role, body, path, query, method, isSlow } = operation;
  return {
    operationId: id,
    summary,
    description: `Asks for the role ${role}.`,
    tags: [tag],
    parameters: [
      ...describePath(path),
      ...(query === undefined ? [] : describeQuery(query)),
      ...(method === 'post' ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : []),
      ...(isSlow ? [{ $ref: '#/components/parameters/Prefer' }] : []),
    ],
    ...(body === undefined
      ? {}
      : { requestBody: { required: true, content: { 'application/json': { schema: describe(body, 'input') } } } }),
    responses: describeAnswers(operation),
  };
}

function describePath(path: string): readonly Json[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => {
    const { description, ...schema } = describe(pathSchemas[name] ?? z.string(), 'input');
    return { name, in: 'path', required: true, ...(description === undefined ? {} : { description }), schema };
  });
}

function describeQuery(query: z.ZodObject): readonly Json[] {
  const { properties = {}, required = [] } = describe(query, 'input') as {
    properties?: Readonly<Record<string, Json>>;
    required?: readonly string[];
  };
  return namesOf(properties).map((name) => {
    const { description, ...schema } = properties[name] ?? {};
    const told = description === undefined ? {} : { description };
    return { name, in: 'query', required: required.includes(name), ...told, schema };
  });
}

function describeAnswers({ answer, status, isTagged, isSlow, path, method, query, body }: Operation): Json {
  const types = answer instanceof z.ZodType ? [] : answer;
  const content =
    answer instanceof z.ZodType
      ? { 'application/json': { schema: describe(answer, 'output') } }
      : Object.fromEntries(types.map((type) => [type, {}]));
  const headers = { ETag: { description: 'Names the edition that this is of', schema: { type: 'string' } } };
  const refused = [
    ...(query !== undefined || body !== undefined ? [400] : []),
    ...[401, 403],
    ...(path.includes('{') || body !== undefined ? [404] : []),
    ...(method === 'post' ? [409, 413, 415] : []),
    ...[422, 429, 500, 503, 504],
  ];
  return {
    [status]: { description: 'What was asked for', ...(isTagged ? { headers } : {}), content },
    ...(isSlow ? { 202: { $ref: '#/components/responses/Later' } } : {}),
    ...(isTagged ? { 304: { $ref: '#/components/responses/Unchanged' } } : {}),
    ...Object.fromEntries(refused.map((code) => [code, { $ref: '#/components/responses/Problem' }])),
    default: { $ref: '#/components/responses/Problem' },
  };
}

function describeEvents(): Json {
  return {
    operationId: 'followEvents',
    summary: 'What happens, as server-sent events: `room` for changes and jobs, `beat` to keep the line open',
    description:
      'Asks for the role reader. Each event has an id; `hello` comes first, and says whether something was `missed` that cannot be told again.',
    tags: ['status'],
    parameters: [
      {
        ...{ name: 'Last-Event-ID', in: 'header', schema: { type: 'string' } },
        description: 'The last event that was heard: what came since is told first',
      },
    ],
    responses: {
      200: { description: 'Events, until somebody goes', content: { 'text/event-stream': {} } },
      401: { $ref: '#/components/responses/Problem' },
      default: { $ref: '#/components/responses/Problem' },
    },
  };
}
