import { serve } from '../local/serve.ts'
import { startProduct } from '../local/start.ts'

await serve(startProduct)
