/** The address of the api on the inner network; pages reach it from the server only. */
export const apiUrl = (): string => process.env.API_URL ?? 'http://127.0.0.1:3001'

/** The public origin, or the one the visitor used where none is set. */
export const appOrigin = (url: URL): string => process.env.APP_ORIGIN ?? url.origin
