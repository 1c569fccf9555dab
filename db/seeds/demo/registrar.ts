import { accountIdOf } from './accounts.ts'
import { demoEmail } from './identity.ts'

/** Who decides in the demo. */
export const registrar = { name: 'Sacha Aubertin', email: demoEmail('registrar'), role: 'registrar' as const }

export const registrarId = accountIdOf(registrar.name)
