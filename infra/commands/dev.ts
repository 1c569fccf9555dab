import { serve } from '../local/serve.ts'
import { startWatching } from '../local/start.ts'

await serve(startWatching)
