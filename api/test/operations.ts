import type { Access } from '../http/access.ts'
import type { TestApi } from './api.ts'

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
  /** The statuses it declares. */
  statuses: number[]
}

export interface Described {
  operations: Operation[]
  /** Follows a reference into the components of the document. */
  resolve(schema: Schema): Schema
}

/** Reads the operations from the document that the app itself serves, so that no route can be forgotten. */
export const readOperations = async (api: TestApi): Promise<Described> => {
  const { body: document } = await api.visitor().get('/api/openapi.json')
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
        statuses: Object.keys(operation.responses).map(Number),
      })
  const resolve = (schema: Schema): Schema => {
    const name = /^#\/components\/schemas\/(.+)$/.exec(String(schema.$ref ?? ''))?.[1]
    return name ? resolve(document.components.schemas[name]) : schema
  }
  return { operations, resolve }
}

interface OperationObject {
  'x-access': Access[]
  parameters?: Parameter[]
  requestBody?: { content: Record<string, { schema: Schema }> }
  responses: Record<string, unknown>
}
