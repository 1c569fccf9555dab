import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Access } from '../http/access.ts'

/** A JSON schema, as far as tests read it. */
export type Schema = Record<string, unknown>

export interface Parameter {
  name: string
  in: 'path' | 'query' | 'header'
  required?: boolean
  schema: Schema
}

/** One operation of the served OpenAPI document. */
export interface Operation {
  /** `GET /api/bookings/{id}`. */
  name: string
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  path: string
  access: readonly Access[]
  parameters: Parameter[]
  body: Schema | undefined
  /** It takes a form with a file instead. */
  upload: boolean
  /** What it declares to answer, by status; undefined where there is no body. */
  answers: ReadonlyMap<number, Schema | undefined>
}

export interface Described {
  operations: Operation[]
  /** Follows a reference into the components of the document. */
  resolve(schema: Schema): Schema
  /** A check of answers against a schema of the document. */
  toShape(schema: Schema): z.ZodType
}

/** Reads the operations of the committed document, which a test holds to what the app serves. */
export const readOperations = (): Described => {
  const document = JSON.parse(readFileSync(new URL('../openapi.json', import.meta.url), 'utf8'))
  const operations: Operation[] = []
  for (const [path, methods] of Object.entries<Record<string, OperationObject>>(document.paths))
    for (const [method, operation] of Object.entries(methods))
      operations.push({
        name: `${method.toUpperCase()} ${path}`,
        method: method.toUpperCase() as Operation['method'],
        path,
        access: operation['x-access'],
        parameters: operation.parameters ?? [],
        body: operation.requestBody?.content['application/json']?.schema,
        upload: operation.requestBody?.content['multipart/form-data'] !== undefined,
        answers: new Map(
          Object.entries(operation.responses).map(([status, { content }]) => [
            Number(status),
            content && Object.values(content)[0]?.schema,
          ]),
        ),
      })
  const resolve = (schema: Schema): Schema => {
    const name = /^#\/components\/schemas\/(.+)$/.exec(String(schema.$ref ?? ''))?.[1]
    return name ? resolve(document.components.schemas[name]) : schema
  }
  const definitions = document.components.schemas
  const toShape = (schema: Schema) =>
    z.fromJSONSchema(JSON.parse(atDefinitions({ ...schema, $defs: definitions })))
  return { operations, resolve, toShape }
}

interface OperationObject {
  'x-access': Access[]
  parameters?: Parameter[]
  requestBody?: { content: Record<string, { schema: Schema }> }
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>
}

const atDefinitions = (schema: Schema) =>
  JSON.stringify(schema).replaceAll('#/components/schemas/', '#/$defs/')
