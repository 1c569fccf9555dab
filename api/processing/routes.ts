import { createRouter } from '../http/router.ts'
import { readRecordRoute } from './contract.ts'
import { toProcessingRecord } from './service.ts'

export const processingRoutes = () =>
  createRouter().openapi(readRecordRoute, (c) => c.json({ items: toProcessingRecord() }, 200))
