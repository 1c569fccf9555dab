import { readSettings } from '../../local/settings.ts'
import { startProduct } from '../../local/start.ts'

// Its own process, so that a test can kill it: starts the product of the given root on the given port and folder.
const [root = '', port = '', dataDir = ''] = process.argv.slice(2)
const product = await startProduct(readSettings({ PORT: port, DATA_DIR: dataDir, DEMO: '0' }, root), root)
process.send?.('ready')
process.once('message', async () => {
  await product.stop()
  process.send?.('stopped')
})
