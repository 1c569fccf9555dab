import { abroad } from './people/abroad.ts'
import { alps } from './people/alps.ts'
import { beneluxSwitzerland } from './people/benelux-switzerland.ts'
import { brittany } from './people/brittany.ts'
import { ileDeFranceEco } from './people/ile-de-france-eco.ts'
import { ileDeFranceIntimacy } from './people/ile-de-france-intimacy.ts'
import { mediterranean } from './people/mediterranean.ts'
import { normandyLoire } from './people/normandy-loire.ts'
import { northEast } from './people/north-east.ts'
import { overseas } from './people/overseas.ts'
import { southWest } from './people/south-west.ts'
import type { Person } from './person.ts'

/** Every coordinator of the demo. All are invented: any likeness is chance. */
export const people: readonly Person[] = [
  ...ileDeFranceIntimacy,
  ...ileDeFranceEco,
  ...brittany,
  ...normandyLoire,
  ...northEast,
  ...southWest,
  ...alps,
  ...mediterranean,
  ...overseas,
  ...beneluxSwitzerland,
  ...abroad,
]
