import { createServer, type Socket } from 'node:net'

export interface TestMailServer {
  url: string
  /** Letters taken so far, as they came: headers, a blank line, the body. */
  letters: string[]
  close(): Promise<void>
}

/** A mail server that takes every letter. It speaks just enough SMTP, on a free port of this machine. */
export const createTestMailServer = async (): Promise<TestMailServer> => {
  const letters: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket.on('close', () => sockets.delete(socket)))
    converse(socket, letters)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('the mail server has no port')
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    letters,
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((closed) => server.close(closed))
    },
  }
}

const answers: Record<string, string> = { DATA: '354 go on', QUIT: '221 bye' }

const converse = (socket: Socket, letters: string[]) => {
  let heard = ''
  let letter: string[] | undefined
  const hear = (line: string) => {
    if (!letter) {
      const verb = line.slice(0, 4).toUpperCase()
      socket.write(`${answers[verb] ?? '250 ok'}\r\n`)
      if (verb === 'DATA') letter = []
    } else if (line === '.') {
      letters.push(letter.join('\n'))
      letter = undefined
      socket.write('250 taken\r\n')
    } else letter.push(line.replace(/^\.\./, '.'))
  }
  socket.write('220 test\r\n')
  socket.on('error', () => {})
  socket.on('data', (bytes) => {
    const lines = (heard + bytes).split('\r\n')
    heard = lines.pop() ?? ''
    for (const line of lines) hear(line)
  })
}
