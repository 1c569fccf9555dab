/** What a person who tries the demo needs to know; the cast itself is db/seeds/demo.ts. */
export const demoLogins = `
  Demo logins, all with the password demo-repere-2027:
    coordinators   intimacy@demo.test      eco@demo.test
    productions    production1@demo.test   production2@demo.test
    registrar      registrar@demo.test
  Ctrl-C stops everything; the data stay.`
