await import('../api/server.ts')
