import { isLoopback, type Settings } from './settings.ts'

/** What a person who tries the demo needs to know; the cast itself is db/seeds/demo.ts. */
export const demoLogins = `
  Demo logins, all with the password demo-repere-2027:
    coordinators   intimacy@demo.test      eco@demo.test
    productions    production1@demo.test   production2@demo.test
    registrar      registrar@demo.test
  Ctrl-C stops everything; the data stay.`

/** What is said besides where others than this machine reach a demo; undefined where none does. */
export const openDemoWarning = ({ demo, host }: Pick<Settings, 'demo' | 'host'>): string | undefined =>
  demo && !isLoopback(host.includes(':') ? `[${host}]` : host)
    ? `
  HOST is ${host}: whoever reaches this machine can sign in with these passwords, as the registrar too.
  Set DEMO=0 for anything but a demonstration among people you know.`
    : undefined
