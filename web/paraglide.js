// Compiles messages/ into typed functions (src/lib/paraglide, not committed). Everything it needs is local: it works offline.
import { compile } from '@inlang/paraglide-js'

await compile({
  project: './project.inlang',
  outdir: './src/lib/paraglide',
  strategy: ['url', 'baseLocale'],
  emitTsDeclarations: false,
  emitReadme: false,
  emitPrettierIgnore: false,
  isServer: 'import.meta.env.SSR',
})
